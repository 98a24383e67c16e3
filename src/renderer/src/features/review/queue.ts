import type { ReviewItem } from '#services/suggestions'

/** The suggestion that keys work on: the active one while it is in the queue, else what has moved to its place. */
export function itemAt(
  items: readonly ReviewItem[],
  active: string | null,
  place: number,
  deciding: ReadonlySet<string>,
): ReviewItem | null {
  const known = items.find(({ annotation }) => annotation.id === active && !deciding.has(annotation.id))
  if (known) return known
  const open = items.filter(({ annotation }) => !deciding.has(annotation.id))
  return open[Math.min(place, open.length - 1)] ?? null
}

/** The item `step` places from `id` in the queue, passing over those being decided; stays inside. Null in an empty one. */
export function stepFrom(
  items: readonly ReviewItem[],
  id: string,
  step: number,
  deciding: ReadonlySet<string>,
): ReviewItem | null {
  const open = items.filter(({ annotation }) => annotation.id === id || !deciding.has(annotation.id))
  const index = open.findIndex(({ annotation }) => annotation.id === id)
  return open[Math.max(0, Math.min(index + step, open.length - 1))] ?? null
}

/** The item to go on to once `id` is decided: the next, at the end of the queue the one before. Null when it is the last. */
export function itemAfter(
  items: readonly ReviewItem[],
  id: string,
  deciding: ReadonlySet<string>,
): ReviewItem | null {
  const next = stepFrom(items, id, 1, deciding)
  if (next && next.annotation.id !== id) return next
  const before = stepFrom(items, id, -1, deciding)
  return before && before.annotation.id !== id ? before : null
}
