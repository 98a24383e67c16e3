import type { AppCommand } from '#store/commands'
import { useReview } from '#store/review'
import { accept, activeItem, move, openActive, reject } from './actions'

const hasItem = (): boolean => useReview.getState().tab === 'queue' && activeItem() !== null

/** Commands of the review queue; their keys are those of the reader where both have them. */
export const reviewCommands: readonly AppCommand[] = [
  {
    id: 'review.next',
    label: 'Next suggestion in the review',
    keys: ['j', 'n'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => move(1),
  },
  {
    id: 'review.previous',
    label: 'Previous suggestion in the review',
    keys: ['k', 'p'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => move(-1),
  },
  {
    id: 'review.accept',
    label: 'Accept the suggestion in the review',
    keys: ['a'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => void accept(),
  },
  {
    id: 'review.reject',
    label: 'Reject the suggestion in the review',
    keys: ['x'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => void reject(),
  },
  {
    id: 'review.edit',
    label: 'Edit the suggestion in its article',
    keys: ['e'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => openActive(true),
  },
  {
    id: 'review.open',
    label: 'Open the article at the suggestion',
    keys: ['Enter'],
    menu: 'annotate',
    group: 10,
    enabled: hasItem,
    run: () => openActive(false),
  },
]
