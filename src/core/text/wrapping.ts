import type { Line } from './lines'

/** Longest line, in code units, of a text that may be broken at a fixed width (e-mail, telnet, old archives). */
const WIDEST = 120
const NARROWEST = 40
/** Share of breaks that must look like breaks at the width before lines are joined at all. */
const CLEAR_SHARE = 0.7
/** Fewer breaks than this say nothing about a text. */
const FEWEST_BREAKS = 4
/** Different wrappers count differently (tabs, wide characters), so the width is taken with some play. */
const PLAY = 0.85

/** The width at which the text's lines were broken, in code units; null when its lines are whole paragraphs. */
export function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let width = 0
  for (const line of lines) {
    width = Math.max(width, line.end - line.start)
    if (width > WIDEST) return null
  }
  if (width < NARROWEST) return null
  let breaks = 0
  let wrapped = 0
  for (let index = 1; index < lines.length; index++) {
    const before = lines[index - 1]
    const after = lines[index]
    if (!before || !after || before.start === before.end || after.start === after.end) continue
    breaks++
    if (isWrapped(text, before, after, width)) wrapped++
  }
  return breaks >= FEWEST_BREAKS && wrapped >= breaks * CLEAR_SHARE ? width : null
}

/** True when the next line's first word would not have fitted on the line, so that the break is the wrapper's. */
export function isWrapped(text: string, line: Line, next: Line, width: number | null): boolean {
  if (width === null) return false
  const space = text.indexOf(' ', next.start)
  const word = (space < 0 || space > next.end ? next.end : space) - next.start
  return line.end - line.start + 1 + Math.min(word, NARROWEST / 2) > width * PLAY
}
