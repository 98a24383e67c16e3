import type { AppCommand } from '#store/commands'
import { useParallel } from '#store/parallel'
import { activeTie, openParallel, openPassage, stepPassage } from './actions'

const hasTies = (): boolean => (openParallel()?.ties.length ?? 0) > 0
const hasTie = (): boolean => activeTie() !== null
const isOpen = (): boolean => openParallel() !== null

/** Commands of the side by side. */
export const parallelCommands: readonly AppCommand[] = [
  {
    id: 'parallel.next-difference',
    label: 'Next difference',
    keys: ['n'],
    menu: 'story',
    group: 1,
    enabled: hasTies,
    run: () => stepPassage(1, true),
  },
  {
    id: 'parallel.previous-difference',
    label: 'Previous difference',
    keys: ['p'],
    menu: 'story',
    group: 1,
    enabled: hasTies,
    run: () => stepPassage(-1, true),
  },
  {
    id: 'parallel.next-passage',
    label: 'Next tied passage',
    keys: ['j'],
    menu: 'story',
    group: 1,
    enabled: hasTies,
    run: () => stepPassage(1, false),
  },
  {
    id: 'parallel.previous-passage',
    label: 'Previous tied passage',
    keys: ['k'],
    menu: 'story',
    group: 1,
    enabled: hasTies,
    run: () => stepPassage(-1, false),
  },
  {
    id: 'parallel.open',
    label: 'Open the article at the passage',
    keys: ['Enter'],
    menu: 'story',
    group: 1,
    enabled: hasTie,
    run: openPassage,
  },
  {
    id: 'parallel.differences',
    label: 'Mark or do not mark the differences of the passage',
    keys: ['d'],
    menu: 'story',
    group: 1,
    enabled: isOpen,
    run: () => useParallel.setState(({ differences }) => ({ differences: !differences })),
  },
  {
    id: 'parallel.link',
    label: 'Scroll the articles together, or each alone',
    keys: ['l'],
    menu: 'story',
    group: 1,
    enabled: isOpen,
    run: () => useParallel.setState(({ linked }) => ({ linked: !linked })),
  },
]
