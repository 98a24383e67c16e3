import type { TextRange } from '../model/range'

/** True where one of the ranges, which are in order and do not overlap, holds all of `part`. Found by halving. */
export function isEnclosed(part: TextRange, ranges: readonly TextRange[]): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) <= part.start) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range !== undefined && part.end <= range.end
}
