import type { TextRange } from '../model/range'
import { isHighSurrogate, isLowSurrogate } from '../text/offsets'
import { isSpace } from '../text/characters'
import type { Hit } from './hits'

/** A piece of an article that shows why it was found. */
export interface Snippet extends TextRange {
  readonly text: string
  /** Hits within the piece, as offsets in the article. May overlap. */
  readonly hits: readonly TextRange[]
}

/** Code units of a snippet, about: two to three lines of a list. */
const LENGTH = 240
/** What stands before the first hit. */
const LEAD = 60
/** How far a cut is moved to the edge of a word. */
const REACH = 24

/**
 * The piece of the text that shows the most of what was asked for, the first of several; the beginning of the text where
 * there is no hit.
 */
export function snippetOf(text: string, hits: readonly Hit[]): Snippet {
  const best = bestWindow(hits)
  const first = hits[best.from]
  const from = first ? Math.max(0, first.start - LEAD) : 0
  const last = hits[best.to - 1]
  const to = Math.min(text.length, Math.max(from + LENGTH, last?.end ?? 0))
  const start = from === 0 ? 0 : wordStart(text, from)
  const end = to === text.length ? to : wordEnd(text, to, last?.end ?? start)
  return {
    start,
    end,
    text: text.slice(start, end),
    hits: hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ start: hit.start, end: hit.end })),
  }
}

/** Hits from the `from`-th up to, not with, the `to`-th. */
function bestWindow(hits: readonly Hit[]): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 }
  let bestScore = 0
  let to = 0
  for (const [from, first] of hits.entries()) {
    to = Math.max(to, from + 1)
    while (to < hits.length && (hits[to]?.end ?? 0) <= first.start + LENGTH - LEAD) to++
    const asked = new Set<number>()
    for (let index = from; index < to && index < from + MOST_COUNTED; index++) {
      const hit = hits[index]
      if (hit) asked.add(hit.asked)
    }
    // Different things asked for count before the same thing again.
    const score = asked.size * MOST_COUNTED + Math.min(to - from, MOST_COUNTED - 1)
    if (score > bestScore) {
      bestScore = score
      best = { from, to }
    }
  }
  return best
}

const MOST_COUNTED = 100

function wordStart(text: string, at: number): number {
  for (let index = at; index < at + REACH && index < text.length; index++) {
    if (isSpace(text.charCodeAt(index - 1))) return index
  }
  return wholeCharacter(text, at)
}

/** Moves back to the end of a word, but not before `least`. */
function wordEnd(text: string, at: number, least: number): number {
  for (let index = at; index > at - REACH && index > least; index--) {
    if (isSpace(text.charCodeAt(index))) return index
  }
  return wholeCharacter(text, at)
}

/** Not between the halves of a surrogate pair. */
export function wholeCharacter(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
}
