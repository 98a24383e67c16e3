import { wordsOf, type MatrixRow } from '#core/compare/matrix'
import type { Annotation } from '#core/model/annotation'
import type { ClusterKind } from '#core/model/comparison'
import type { Result } from '#core/model/result'
import {
  confirmCluster,
  mergeClusters,
  moveMember,
  rejectCluster,
  splitCluster,
  type ComparisonView,
} from '#services/comparison'
import { refreshCommands } from '#store/command-registry'
import { isIn, toggleIn, useMatrix } from '#store/matrix'
import { openAnnotation } from '#store/navigation'
import { keepPlace, placeIn, setBase, type StoryTab } from '#store/story'
import { orNotify } from '#ui/notify'
import { unquoted } from '../labels'
import { offerUndo } from '../undo'
import { chosenIn, foundCell, keptCell, keptMember, type ActiveCell } from './cells'

/** The matrix on the screen, which keys, menu and buttons work on. */
export interface OpenMatrix {
  readonly view: ComparisonView
  readonly kind: ClusterKind
  readonly rows: readonly MatrixRow[]
  readonly base: number
  /** Says something to screen readers. */
  readonly announce: (message: string) => void
}

let open: OpenMatrix | null = null

/** Says which matrix is on the screen; the screen does so as it changes, and with null when it goes. */
export function provideMatrix(next: OpenMatrix | null): void {
  open = next
}

/** The matrix on the screen, null for none. */
export function openMatrix(): OpenMatrix | null {
  return open
}

/** The view of the story that shows a kind of cluster. */
export function tabOf(kind: ClusterKind): StoryTab {
  return kind === 'utterance' ? 'utterances' : 'assertions'
}

/** The place that keys work on. */
export function activeCell(matrix: OpenMatrix): ActiveCell {
  return foundCell(placeIn(tabOf(matrix.kind)).active, matrix.rows, matrix.view.sources.length)
}

/** Makes a place the one that keys work on, and of its annotations the one of that id; null: the first. */
export function activateCell(matrix: OpenMatrix, cell: ActiveCell, member: string | null = null): void {
  keepPlace(tabOf(matrix.kind), { active: keptCell(matrix.rows, cell, member) })
  refreshCommands()
}

/** Makes an annotation the one that keys work on, in whatever row it is; false when no row shows it. */
function activateMember(matrix: OpenMatrix, id: string): boolean {
  const row = matrix.rows.findIndex(({ cluster }) => cluster.members.includes(id))
  const article = matrix.view.annotations.get(id)?.article
  const column = matrix.view.sources.findIndex((source) => source.article.id === article)
  if (row < 0 || column < 0) return false
  activateCell(matrix, { row, column }, id)
  return true
}

/** The row that keys work on, null on the heads of the columns. */
export function activeRow(): MatrixRow | null {
  return open ? (open.rows[activeCell(open).row] ?? null) : null
}

/** The annotation that keys work on: of the active cell the one chosen. Null on heads and empty cells. */
export function activeMember(): Annotation | null {
  if (!open) return null
  const { row, column } = activeCell(open)
  return chosenIn(open.rows[row]?.cells[column] ?? [], keptMember(placeIn(tabOf(open.kind)).active))
}

/** Steps to the next or previous annotation of a cell that has several. */
export function stepMember(step: 1 | -1): void {
  if (!open) return
  const { row, column } = activeCell(open)
  const cell = open.rows[row]?.cells[column] ?? []
  const before = activeMember()
  if (!before || cell.length < 2) return
  const now = cell[(cell.indexOf(before) + step + cell.length) % cell.length]
  if (!now) return
  activateCell(open, { row, column }, now.id)
  open.announce(wordsOf(now))
}

/** The rows chosen to be merged, in the order shown. */
export function selectedRows(): readonly MatrixRow[] {
  const { selected } = useMatrix.getState()
  return open?.rows.filter(({ cluster }) => isIn(selected, cluster.members)) ?? []
}

const SHOWN = 60

/** The first words of a row, for messages. */
function nameOf(row: MatrixRow): string {
  const first = row.cells.flat()[0]
  return first ? shorten(wordsOf(first)) : open?.kind === 'utterance' ? 'utterance' : 'assertion'
}

function shorten(words: string): string {
  const bare = unquoted(words)
  return bare.length > SHOWN ? `${bare.slice(0, SHOWN).trimEnd()}…` : bare
}

const nounOf = (kind: ClusterKind): string => (kind === 'utterance' ? 'utterance' : 'assertion')

/** Stores a decision, says so and offers to take it back. */
async function decide(store: Promise<Result<null>>, message: string): Promise<boolean> {
  const { announce } = open ?? { announce: () => undefined }
  if ((await orNotify(store.then(asTrue))) === null) return false
  announce(message)
  await offerUndo(message)
  return true
}

const asTrue = (result: Result<null>): Result<true> => (result.ok ? { ok: true, value: true } : result)

/** Confirms that the row's words belong together. */
export async function confirmActive(): Promise<void> {
  const row = activeRow()
  if (!open || !row) return
  await decide(
    confirmCluster(open.view.story.id, row.cluster),
    `Confirmed ${nounOf(open.kind)}: ${nameOf(row)}`,
  )
}

/** Takes the row apart: its words do not belong together. */
export async function rejectActive(): Promise<void> {
  const row = activeRow()
  if (!open || !row) return
  await decide(
    rejectCluster(open.view.story.id, row.cluster),
    `Taken apart, ${nounOf(open.kind)}: ${nameOf(row)}`,
  )
}

/** Takes the active words out of their row, into one of their own. The row that they leave stays the active one. */
export async function splitActive(): Promise<void> {
  const row = activeRow()
  const member = activeMember()
  if (!open || !row || !member) return
  const matrix = open
  const cell = activeCell(matrix)
  const staying = row.cells[cell.column]?.find(({ id }) => id !== member.id)?.id
  const anchor = staying ?? row.cluster.members.find((id) => id !== member.id) ?? null
  activateCell(matrix, cell, anchor)
  const done = await decide(
    splitCluster(open.view.story.id, row.cluster, [member.id]),
    `Split off: ${shorten(wordsOf(member))}`,
  )
  if (!done) activateMember(matrix, member.id)
}

/** Asks for the row that the active words belong to. */
export function beginMove(): void {
  const member = activeMember()
  if (!open || !member) return
  useMatrix.setState({ moving: member.id })
  open.announce('Choose the row with the arrow keys and press Enter. Escape ends it.')
}

/** Ends asking for a row; nothing was moved, and keys work on the same words as before. */
export function cancelMove(): void {
  const { moving } = useMatrix.getState()
  useMatrix.setState({ moving: null })
  if (open && moving !== null) activateMember(open, moving)
  open?.announce('Nothing was moved.')
}

/** Moves the words that look for another row to the active one. */
export async function dropHere(): Promise<void> {
  const { moving } = useMatrix.getState()
  const target = activeRow()
  if (!open || moving === null || !target) return
  const from = open.view.clusters.find(({ members }) => members.includes(moving))
  const member = open.view.annotations.get(moving)
  useMatrix.setState({ moving: null })
  if (!from || !member || from.id === target.cluster.id) return
  // The place goes where these words go: to the row chosen, and back when the move is undone.
  activateMember(open, moving)
  await decide(
    moveMember(open.view.story.id, from, moving, target.cluster),
    `Moved to “${nameOf(target)}”: ${shorten(wordsOf(member))}`,
  )
}

/** Chooses the active row to be merged, or not. */
export function toggleSelected(): void {
  const row = activeRow()
  if (!open || !row) return
  const selected = toggleIn(useMatrix.getState().selected, row.cluster.members)
  useMatrix.setState({ selected })
  open.announce(`${selectedRows().length} rows selected`)
}

/** Makes one row of those selected. */
export async function mergeSelected(): Promise<void> {
  const rows = selectedRows()
  if (!open || rows.length < 2) return
  const done = await decide(
    mergeClusters(
      open.view.story.id,
      rows.map(({ cluster }) => cluster),
    ),
    `Merged ${rows.length} rows`,
  )
  if (done) useMatrix.setState({ selected: new Set() })
}

/** Shows the active row with its context, or without. */
export function toggleExpanded(): void {
  const row = activeRow()
  if (row) useMatrix.setState((state) => ({ expanded: toggleIn(state.expanded, row.cluster.members) }))
}

const expandedRows = (): readonly MatrixRow[] => {
  const { expanded } = useMatrix.getState()
  return open?.rows.filter(({ cluster }) => isIn(expanded, cluster.members)) ?? []
}

/** True while a row is shown with its context. */
export function hasContext(): boolean {
  return expandedRows().length > 0
}

/** Takes the context away: of the active row, else of every row. */
export function closeContext(): void {
  const rows = expandedRows()
  const active = activeRow()
  const closed = active && rows.includes(active) ? [active] : rows
  const members = new Set(closed.flatMap(({ cluster }) => cluster.members))
  useMatrix.setState(({ expanded }) => ({
    expanded: new Set([...expanded].filter((id) => !members.has(id))),
  }))
}

/** Makes the active column the one that the others are held against. */
export function makeActiveBase(): void {
  if (!open) return
  const source = open.view.sources[activeCell(open).column]
  if (!source) return
  setBase(source.article.id)
  open.announce(`The others are held against ${source.sourceName}`)
}

/** Enter: ends a move, makes a head's column the base, opens a row's head, or the article at the words of a cell. */
export function enterActive(): void {
  if (!open) return
  if (useMatrix.getState().moving !== null) {
    void dropHere()
    return
  }
  const { row, column } = activeCell(open)
  const member = activeMember()
  if (row < 0) makeActiveBase()
  else if (column < 0) toggleExpanded()
  else if (member) openMember(member)
  else open.announce('Not reported by this source')
}

/** Opens the article at an annotation; Escape there leads back to this cell. */
export function openMember({ article, id }: Annotation): void {
  openAnnotation({ article, annotation: id, edit: false }, 'stories')
}
