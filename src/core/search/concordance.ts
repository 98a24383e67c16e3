import type { TextRange } from '../model/range'
import { wholeCharacter } from './snippets'
import { wordsOf } from './words'

/** One line of a concordance (key word in context). */
export interface ConcordanceRow extends TextRange {
  /** Id of the article; the offsets are those of its text. */
  readonly article: string
  /** What stands before, the hit, and what stands after; each with single spaces for white space. */
  readonly left: string
  readonly hit: string
  readonly right: string
}

/** Sorts by what stands before the hit (nearest word first), after it, by the hit itself, or leaves the order of articles. */
export type ConcordanceOrder = 'left' | 'right' | 'hit' | 'article'

/** Code units of context on either side, about. */
export const CONTEXT = 80

/** The lines of one article's hits, in the order of its text. Hits that overlap the one before give no line of their own. */
export function concordanceRows(
  article: string,
  text: string,
  hits: readonly TextRange[],
  context = CONTEXT,
): ConcordanceRow[] {
  const rows: ConcordanceRow[] = []
  let last = -1
  for (const { start, end } of hits) {
    if (start < last) continue
    last = end
    const from = wholeCharacter(text, Math.max(0, start - context))
    const to = wholeCharacter(text, Math.min(text.length, end + context))
    rows.push({
      article,
      start,
      end,
      left: spaced(text.slice(from, start)),
      hit: spaced(text.slice(start, end)),
      right: spaced(text.slice(end, to)),
    })
  }
  return rows
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** The rows in order. Words are compared folded, so that neither case nor punctuation parts them; equal rows keep their order. */
export function sortConcordance(rows: readonly ConcordanceRow[], order: ConcordanceOrder): ConcordanceRow[] {
  if (order === 'article') return [...rows]
  const keyed = rows.map((row) => ({ row, key: sortKey(row, order) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ row }) => row)
}

function sortKey(row: ConcordanceRow, order: Exclude<ConcordanceOrder, 'article'>): string {
  const { terms } = wordsOf(row[order])
  // A lower separator than any letter: shorter words come first.
  return (order === 'left' ? [...terms].reverse() : terms).join('\u0001')
}
