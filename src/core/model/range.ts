/** A half-open range of UTF-16 code units of an article's text: `start` is in, `end` is out. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A range with the text it covers, so that a wrong offset is seen at once. */
export interface Span extends TextRange {
  readonly exact: string
}

/** The span of `text` that `range` covers. */
export function spanOf(text: string, range: TextRange): Span {
  return { start: range.start, end: range.end, exact: text.slice(range.start, range.end) }
}

/** True when the range lies in a text of `length` code units and is not empty. */
export function isWithin(range: TextRange, length: number): boolean {
  return (
    Number.isInteger(range.start) &&
    Number.isInteger(range.end) &&
    range.start >= 0 &&
    range.start < range.end &&
    range.end <= length
  )
}

/** True when the two ranges share at least one code unit. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}

/** Orders ranges by start, then longer first, so that an outer range comes before what it contains. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}
