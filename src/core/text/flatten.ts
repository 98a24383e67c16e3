import { compareRanges, type TextRange } from '../model/range'

/** A stretch of text covered by the same items throughout. */
export interface FlatSegment<T> extends TextRange {
  /** The items that cover it, outermost first (by start, then longer first, then as given). Never empty. */
  readonly items: readonly T[]
}

/**
 * Cuts overlapping ranges into disjoint segments in text order that together cover exactly what the items cover.
 * A segment ends wherever an item starts or ends, so painters can draw each one once. Empty ranges are left out, and
 * so is text that no item covers. O(n log n + total size of the answer).
 */
export function flattenRanges<T extends TextRange>(items: readonly T[]): readonly FlatSegment<T>[] {
  const sorted = items.filter((item) => item.start < item.end).sort(compareRanges)
  const segments: FlatSegment<T>[] = []
  let active: T[] = []
  let position = 0
  let next = 0

  while (next < sorted.length || active.length > 0) {
    if (active.length === 0) position = sorted[next]?.start ?? position
    for (let item = sorted[next]; item && item.start === position; item = sorted[next]) {
      active.push(item)
      next++
    }
    let end = sorted[next]?.start ?? Infinity
    for (const item of active) end = Math.min(end, item.end)
    segments.push({ start: position, end, items: active })
    position = end
    active = active.filter((item) => item.end > position)
  }
  return segments
}
