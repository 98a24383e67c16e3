import { itemAt } from './indexing'
import { quotationTypeOf } from '../model/annotation'
import type { ArticleBody } from '../model/article'
import { overlaps, spanOf, type TextRange } from '../model/range'
import { rangeOf } from './content'
import type { Draft } from './draft'
import { floatingQuotations } from './floating'
import { lexiconFor } from './lexicons'
import { readArticle, type Reading } from './reading'
import { suggestInSentence } from './sentence-rules'
import type { Phrase } from './phrases'
import { resolveSpeakers } from './speakers'
import type { QuotationSuggestion } from './types'

/**
 * Proposes the quotations of an article by rules alone: direct and mixed ones by their marks, indirect ones by their cues.
 * Pure; the same text gives the same list. `language` is a BCP 47 tag; an unknown language still gets direct quotations.
 * Suggestions are in text order of their first content piece; ranges are UTF-16. `reading` is that of the same article with the
 * lexicon of its language, where the caller has it already.
 */
export function suggestQuotations(
  body: ArticleBody,
  language: string | null,
  reading: Reading = readArticle(body, lexiconFor(language)),
): QuotationSuggestion[] {
  return finishDrafts(reading, body, draftQuotations(reading))
}

/** The rules' drafts, sentence by sentence, floating quotations tied to those before. */
export function draftQuotations(reading: Reading): Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < reading.sentences.length; i += 1)
    for (const draft of suggestInSentence(reading, i)) drafts.push(draft)
  return floatingQuotations(reading, drafts).map((draft) => ({
    ...draft,
    cue: trimmed(reading, draft.cue),
    subject: trimmed(reading, draft.subject),
  }))
}

/** Turns drafts into suggestions: speakers resolved, ranges in the text, furniture left out, in text order. */
export function finishDrafts(
  reading: Reading,
  body: ArticleBody,
  drafts: readonly Draft[],
): QuotationSuggestion[] {
  const speakers = resolveSpeakers(reading, drafts)
  const suggestions: QuotationSuggestion[] = []
  drafts.forEach((draft, index) => {
    const content = draft.content.map((piece) => rangeOf(reading, piece))
    if (content.some((range) => body.furniture.some((part) => overlaps(range, part)))) return
    const speaker = itemAt(speakers, index)
    suggestions.push({
      content,
      cue: optional(reading, draft.cue),
      speakerSpan: optional(reading, draft.subject),
      type: quotationTypeOf(content.map((range) => spanOf(reading.text, range))),
      score: Math.round(Math.min(0.99, Math.max(0.05, draft.score)) * 100) / 100,
      rule: draft.rule,
      speakerName: speaker.name,
      resolution: speaker.resolution,
    })
  })
  return suggestions.sort((a, b) => itemAt(a.content, 0).start - itemAt(b.content, 0).start)
}

function optional(reading: Reading, phrase: Phrase | null): TextRange | null {
  return phrase && phrase.to > phrase.from ? rangeOf(reading, phrase) : null
}

/** Cuts commas and dashes off a cue or subject that the rules cut roughly. */
function trimmed(reading: Reading, phrase: Phrase | null): Phrase | null {
  if (!phrase || phrase.to <= phrase.from) return null
  const loose = (i: number, bracket: string): boolean => {
    const token = itemAt(reading.tokens, i)
    return token.kind === 'punctuation' && token.text !== bracket
  }
  let { from, to } = phrase
  while (to - 1 > from && loose(to - 1, ')')) to -= 1
  while (from + 1 < to && loose(from, '(')) from += 1
  return { from, to }
}
