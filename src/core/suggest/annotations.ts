import type { Annotation } from '../model/annotation'
import { contentId } from '../model/ids'
import { spanOf, type TextRange } from '../model/range'
import type { QuotationSuggestion } from './types'

/** The creator of every annotation that nobody made. */
export const SUGGESTION_CREATOR = 'crossread'

/**
 * Turns suggestions into annotations with status `suggested`. Ids derive from article, layer and content ranges, so a re-run makes the
 * same ones (ground rule 5); of two suggestions with the same content the surer is kept. `speakerIds` gives a speaker record
 * for each suggestion, by index; left out, every speaker is null. `text` is the article's; ranges outside it throw RangeError.
 */
export function toSuggestedAnnotations(
  articleId: string,
  text: string,
  suggestions: readonly QuotationSuggestion[],
  speakerIds: readonly (string | null)[] = [],
): Annotation[] {
  const byId = new Map<string, Annotation>()
  suggestions.forEach((suggestion, index) => {
    const content = suggestion.content.map((range) => checkedSpan(text, range))
    const first = content[0]
    const last = content.at(-1)
    if (!first || !last) return
    const id = contentId('sug', articleId, 'quotation', ...content.map(({ start, end }) => `${start}-${end}`))
    const known = byId.get(id)
    if (known?.reason && known.reason.score >= suggestion.score) return
    byId.set(id, {
      id,
      article: articleId,
      layer: 'quotation',
      ...spanOf(text, { start: first.start, end: last.end }),
      status: 'suggested',
      tags: [],
      note: '',
      creator: SUGGESTION_CREATOR,
      created: null,
      modified: null,
      quotation: {
        type: suggestion.type,
        speaker: speakerIds[index] ?? null,
        speakerSpan: suggestion.speakerSpan ? checkedSpan(text, suggestion.speakerSpan) : null,
        cue: suggestion.cue ? checkedSpan(text, suggestion.cue) : null,
        content,
      },
      reason: { rule: suggestion.rule, score: suggestion.score },
    })
  })
  return [...byId.values()]
}

function checkedSpan(text: string, range: TextRange): ReturnType<typeof spanOf> {
  if (range.start < 0 || range.end > text.length || range.start >= range.end)
    throw new RangeError(
      `Suggestion ${range.start}-${range.end} is outside a text of ${text.length} code units.`,
    )
  return spanOf(text, range)
}
