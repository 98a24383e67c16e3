import type { TextRange } from '../model/range'
import { trimRange } from './characters'

/** A line without its break and without white space at its ends; empty when blank. Offsets are UTF-16. */
export interface Line extends TextRange {
  /** White space before `start`, in code units: 0 for a line that begins at the margin. */
  readonly indent: number
}

/** The lines of a text whose line breaks are LF, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const trimmed = trimRange(text, start, end)
    lines.push({ start: trimmed.start, end: trimmed.end, indent: trimmed.start - start })
    start = end + 1
  }
  return lines
}
