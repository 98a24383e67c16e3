import type { ArticleBody, BlockKind } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import { planBlocks } from '#dom/text-blocks'
import type { Tie } from './ties'

/** A stretch of a block that is shown alike throughout. */
export interface ColumnPiece extends TextRange {
  /** Of the web page, not of the report. */
  readonly furniture: boolean
  /** The passage it belongs to, null for none. */
  readonly tie: Tie | null
  /** True for the piece with which the passage begins: its number stands beside it. */
  readonly begins: boolean
  /** True when the piece is the whole passage, so that its differences can be marked. */
  readonly whole: boolean
}

/** A block of a column. */
export interface ColumnBlock {
  readonly kind: BlockKind
  readonly start: number
  /** True: its line breaks come from a fixed line width, and the text flows. */
  readonly flows: boolean
  readonly pieces: readonly ColumnPiece[]
}

/** The blocks of an article, cut where tied passages and furniture begin and end. */
export function planColumn(article: string, body: ArticleBody, ties: readonly Tie[]): readonly ColumnBlock[] {
  const ranges = ties
    .flatMap((tie) => {
      const own = tie.passages.get(article)?.ranges ?? []
      return own.map((range, index) => ({ tie, range, isFirst: index === 0, isOnly: own.length === 1 }))
    })
    .sort((a, b) => a.range.start - b.range.start)
  let next = 0
  return planBlocks(body).map(({ kind, start, flows, units }): ColumnBlock => {
    const pieces: ColumnPiece[] = []
    for (const unit of units) {
      let position = unit.start
      const plain = (end: number): void => {
        if (position < end) {
          const piece = { start: position, end, furniture: unit.furniture }
          pieces.push({ ...piece, tie: null, begins: false, whole: false })
        }
        position = Math.max(position, end)
      }
      while ((ranges[next]?.range.end ?? Infinity) <= position) next++
      for (let index = next; index < ranges.length; index++) {
        const tied = ranges[index]
        if (!tied || tied.range.start >= unit.end) break
        plain(tied.range.start)
        const end = Math.min(tied.range.end, unit.end)
        if (position >= end) continue
        const begins = tied.isFirst && position === tied.range.start
        pieces.push({
          start: position,
          end,
          furniture: unit.furniture,
          tie: tied.tie,
          begins,
          whole: begins && tied.isOnly && end === tied.range.end,
        })
        position = end
      }
      plain(unit.end)
    }
    return { kind, start, flows, pieces }
  })
}
