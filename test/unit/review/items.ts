import type { Annotation } from '#core/model/annotation'
import { spanOf, type TextRange } from '#core/model/range'
import type { ReviewItem } from '#services/suggestions'

/** The range of the words in the text; they have to be there. */
export function rangeOf(text: string, words: string): TextRange {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`“${words}” is not in the text.`)
  return { start, end: start + words.length }
}

interface Parts {
  readonly content: readonly string[]
  readonly speaker?: string
  readonly cue?: string
  readonly id?: string
  readonly article?: string
  readonly speakerId?: string | null
  readonly score?: number
}

/** A suggested quotation of those words. */
export function suggestionOf(text: string, parts: Parts): Annotation {
  const content = parts.content.map((words) => spanOf(text, rangeOf(text, words)))
  const start = content[0]?.start ?? 0
  const end = content.at(-1)?.end ?? 0
  return {
    id: parts.id ?? `sug_${start}`,
    article: parts.article ?? 'art_1',
    layer: 'quotation',
    ...spanOf(text, { start, end }),
    status: 'suggested',
    tags: [],
    note: '',
    creator: 'crossread',
    created: null,
    modified: null,
    quotation: {
      type: 'direct',
      speaker: parts.speakerId ?? null,
      speakerSpan: parts.speaker === undefined ? null : spanOf(text, rangeOf(text, parts.speaker)),
      cue: parts.cue === undefined ? null : spanOf(text, rangeOf(text, parts.cue)),
      content,
    },
    reason: { rule: 'direct.tail', score: parts.score ?? 0.9 },
  }
}

/** The suggestion as an item of the review. */
export function itemOf(annotation: Annotation): ReviewItem {
  return { annotation, articleTitle: 'A title', sourceName: null, speakerName: null }
}
