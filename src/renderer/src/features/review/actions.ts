import { undoOfLatest } from '#services/history'
import { acceptSuggestions, rejectSuggestions, type ReviewItem } from '#services/suggestions'
import { openAnnotation } from '#store/navigation'
import { activateItem, setDeciding, useReview } from '#store/review'
import { dismissUndo, notifyError, notifyUndo, orNotify } from '#ui/notify'
import { itemAfter, itemAt, stepFrom } from './queue'

let items: readonly ReviewItem[] = []
let say: (message: string) => void = () => undefined

/** Tells keys and menu what the queue holds; the screen does so as it changes, and again with nothing when it goes. */
export function provideQueue(present: readonly ReviewItem[], announce: (message: string) => void): void {
  items = present
  say = announce
  const shown = new Set(present.map(({ annotation }) => annotation.id))
  for (const id of useReview.getState().deciding) if (!shown.has(id)) setDeciding(id, false)
}

/** The item that keys work on, null in an empty queue. */
export function activeItem(): ReviewItem | null {
  const { active, place, deciding } = useReview.getState()
  return itemAt(items, active, place, deciding)
}

/** Makes an item of the queue the active one. */
export function activate(item: ReviewItem): void {
  activateItem(item.annotation.id, items.indexOf(item))
}

/** Moves `step` items on or back; out of the queue stops at its end. */
export function move(step: number): void {
  const item = activeItem()
  const next = item && stepFrom(items, item.annotation.id, step, useReview.getState().deciding)
  if (next) activate(next)
}

/** To the first or last item. */
export function moveToEnd(end: 'first' | 'last'): void {
  move(end === 'first' ? -items.length : items.length)
}

/**
 * Decides on the active suggestion. The next one is active at once, so that keys can follow each other faster than
 * the disk; the decided one goes when it is stored. A failure brings it back.
 */
async function decide(store: typeof acceptSuggestions, verb: string): Promise<ReviewItem | null> {
  const item = activeItem()
  if (!item) return null
  const { id } = item.annotation
  const next = itemAfter(items, id, useReview.getState().deciding)
  setDeciding(id, true)
  dismissUndo()
  if (next) activate(next)
  const done = await store([id])
  if (!done.ok) {
    setDeciding(id, false)
    activate(item)
    notifyError(done.error)
    return null
  }
  say(`${verb}: ${item.annotation.exact}`)
  return item
}

/** Accepts the active suggestion. */
export async function accept(): Promise<void> {
  await decide(acceptSuggestions, 'Accepted')
}

const SHOWN = 60

/** Rejects the active suggestion and offers to take that back. */
export async function reject(): Promise<void> {
  const item = await decide(rejectSuggestions, 'Rejected')
  if (!item) return
  const { id, layer, exact } = item.annotation
  const takeBack = await undoOfLatest()
  const words = exact.length > SHOWN ? `${exact.slice(0, SHOWN).trimEnd()}…` : exact
  notifyUndo(`Rejected ${layer}: ${words}`, () => {
    void orNotify(takeBack()).then((undone) => {
      if (undone !== null) activateItem(id, useReview.getState().place)
    })
  })
}

/** Opens the article at the active suggestion; `edit` puts the focus where it is edited. */
export function openActive(edit: boolean): void {
  const item = activeItem()
  if (!item) return
  activate(item)
  openAnnotation({ article: item.annotation.article, annotation: item.annotation.id, edit }, 'review')
}
