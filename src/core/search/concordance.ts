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

/**
 * Sorts by what stands before the hit, after it, by the hit itself, or leaves the order of articles. `left-2` begins with
 * the second word before the hit and goes on to those farther away.
 */
export type ConcordanceOrder =
  'left' | 'left-2' | 'left-3' | 'right' | 'right-2' | 'right-3' | 'hit' | 'article'

/** The side that lines are sorted by, and the word of it that counts first, from 1; null when it is neither side. */
export function sortedWord(
  order: ConcordanceOrder,
): { readonly side: 'left' | 'right'; readonly word: number } | null {
  if (order === 'hit' || order === 'article') return null
  const [side, word = '1'] = order.split('-')
  return { side: side === 'left' ? 'left' : 'right', word: Number(word) }
}

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

function sortKey(row: ConcordanceRow, order: ConcordanceOrder): string {
  const sorted = sortedWord(order)
  const { terms } = wordsOf(row[sorted?.side ?? 'hit'])
  const outward = sorted?.side === 'left' ? [...terms].reverse() : terms
  // A lower separator than any letter: shorter words come first.
  return outward.slice((sorted?.word ?? 1) - 1).join('\u0001')
}
