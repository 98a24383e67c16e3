import type { ArticleBody } from '#core/model/article'
import { suggestQuotations } from '#core/suggest/quotations'
import type { QuotationSuggestion } from '#core/suggest/types'

/** A body of paragraphs, one a line. */
export function bodyOf(text: string): ArticleBody {
  return { text, blocks: [], furniture: [] }
}

/** A suggestion with its ranges spelled out, which is what the tests compare. */
export interface Shown {
  readonly content: readonly string[]
  readonly cue: string | null
  readonly speaker: string | null
  readonly name: string | null
  readonly type: string
  readonly rule: string
  readonly resolution: string
  readonly score: number
}

/** The suggestions for a text, as words. */
export function suggest(text: string, language: string | null = 'en'): Shown[] {
  return suggestQuotations(bodyOf(text), language).map((one) => show(text, one))
}

function show(text: string, one: QuotationSuggestion): Shown {
  const words = (range: { start: number; end: number } | null): string | null =>
    range ? text.slice(range.start, range.end) : null
  return {
    content: one.content.map((range) => text.slice(range.start, range.end)),
    cue: words(one.cue),
    speaker: words(one.speakerSpan),
    name: one.speakerName,
    type: one.type,
    rule: one.rule,
    resolution: one.resolution,
    score: one.score,
  }
}
