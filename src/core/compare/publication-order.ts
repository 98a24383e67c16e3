const DATE = 10
const INSTANT = /T.*(?:Z|[+-]\d{2}:?\d{2})$/u

/**
 * Which of two was published first: negative when `a` was, positive when `b` was, 0 when the dates do not tell. They are
 * compared at the precision that both have; times only where both name their offset, for a local time may be any.
 */
export function publicationOrder(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  if (INSTANT.test(a) && INSTANT.test(b)) {
    const difference = Date.parse(a) - Date.parse(b)
    return Number.isNaN(difference) ? 0 : Math.sign(difference)
  }
  const length = Math.min(a.length, b.length, DATE)
  const dayA = a.slice(0, length)
  const dayB = b.slice(0, length)
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0
}
