import type { AppCommand } from '#store/commands'
import { useMatrix } from '#store/matrix'
import {
  activeCell,
  activeMember,
  activeRow,
  beginMove,
  cancelMove,
  closeContext,
  confirmActive,
  enterActive,
  hasContext,
  makeActiveBase,
  mergeSelected,
  openMatrix,
  rejectActive,
  selectedRows,
  splitActive,
  stepMember,
  toggleExpanded,
  toggleSelected,
} from './actions'
import { copyMatrix, exportMatrixCsv } from './export-actions'

const isOpen = (): boolean => openMatrix() !== null
const hasRow = (): boolean => activeRow() !== null
const isMoving = (): boolean => useMatrix.getState().moving !== null
const canSplit = (): boolean => activeMember() !== null && (activeRow()?.cluster.members.length ?? 0) > 1
const canReject = (): boolean => (activeRow()?.cluster.members.length ?? 0) > 1

function hasColumn(): boolean {
  const matrix = openMatrix()
  return matrix !== null && activeCell(matrix).column >= 0
}

/** Commands of the matrices. Those that decide have the keys of the review. */
export const matrixCommands: readonly AppCommand[] = [
  {
    id: 'matrix.open',
    label: 'Open the article at the words',
    keys: ['Enter'],
    menu: 'story',
    group: 1,
    enabled: isOpen,
    run: enterActive,
  },
  {
    id: 'matrix.expand',
    label: 'Show or hide the context of the row',
    keys: ['e'],
    menu: 'story',
    group: 1,
    enabled: hasRow,
    run: toggleExpanded,
  },
  {
    id: 'matrix.base',
    label: 'Hold the others against this column',
    keys: ['b'],
    menu: 'story',
    group: 1,
    enabled: hasColumn,
    run: makeActiveBase,
  },
  {
    id: 'matrix.differences',
    label: 'Mark or do not mark the differences',
    keys: ['d'],
    menu: 'story',
    group: 1,
    enabled: isOpen,
    run: () => useMatrix.setState(({ differences }) => ({ differences: !differences })),
  },
  {
    id: 'matrix.next-words',
    label: 'Next words in the cell',
    keys: ['.'],
    menu: 'story',
    group: 1,
    enabled: () => activeMember() !== null,
    run: () => stepMember(1),
  },
  {
    id: 'matrix.previous-words',
    label: 'Previous words in the cell',
    keys: [','],
    menu: 'story',
    group: 1,
    enabled: () => activeMember() !== null,
    run: () => stepMember(-1),
  },
  {
    id: 'matrix.confirm',
    label: 'Confirm the row',
    keys: ['a'],
    menu: 'story',
    group: 2,
    enabled: hasRow,
    run: () => void confirmActive(),
  },
  {
    id: 'matrix.reject',
    label: 'Take the row apart',
    keys: ['x'],
    menu: 'story',
    group: 2,
    enabled: canReject,
    run: () => void rejectActive(),
  },
  {
    id: 'matrix.split',
    label: 'Split the words off into a row of their own',
    keys: ['s'],
    menu: 'story',
    group: 2,
    enabled: canSplit,
    run: () => void splitActive(),
  },
  {
    id: 'matrix.move',
    label: 'Move the words to another row',
    keys: ['m'],
    menu: 'story',
    group: 2,
    enabled: () => activeMember() !== null && !isMoving(),
    run: beginMove,
  },
  {
    id: 'matrix.cancel-move',
    label: 'Leave the words in their row',
    keys: ['Escape'],
    menu: 'story',
    group: 2,
    enabled: isMoving,
    run: cancelMove,
  },
  {
    id: 'matrix.close-context',
    label: 'Hide the context',
    keys: ['Escape'],
    menu: 'story',
    group: 1,
    enabled: hasContext,
    run: closeContext,
  },
  {
    id: 'matrix.select',
    label: 'Select or deselect the row',
    keys: ['Space'],
    menu: 'story',
    group: 2,
    enabled: hasRow,
    run: toggleSelected,
  },
  {
    id: 'matrix.merge',
    label: 'Merge the selected rows',
    keys: ['Shift+M'],
    menu: 'story',
    group: 2,
    enabled: () => selectedRows().length > 1,
    run: () => void mergeSelected(),
  },
  {
    id: 'matrix.copy',
    label: 'Copy as table',
    keys: ['Mod+Shift+C'],
    menu: 'story',
    group: 6,
    enabled: isOpen,
    run: copyMatrix,
  },
  {
    id: 'matrix.csv',
    label: 'Export matrix as CSV…',
    keys: [],
    menu: 'story',
    group: 6,
    enabled: isOpen,
    run: () => void exportMatrixCsv(),
  },
]
