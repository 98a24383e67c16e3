import type { Annotation } from '#core/model/annotation'
import { toSuggestedAnnotations } from '#core/suggest/annotations'
import { suggestClaims, toSuggestedClaims } from '#core/suggest/claims'
import { lexiconWith, type OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'
import { suggestQuotations } from '#core/suggest/quotations'
import { readArticle } from '#core/suggest/reading'
import type { TaggerModel } from '#core/suggest/tagger/model'
import { tagArticle } from '#core/suggest/tagger/tag-article'
import type { QuotationSuggestion } from '#core/suggest/types'
import type { OpenedArticle } from '#data/suggestion-source'

/** A suggestion before it is known which record its speaker is. */
export interface UnlinkedSuggestion {
  /** With neither speaker nor claimant. */
  readonly annotation: Annotation
  /** The speaker's name as the article prints it, null when nobody is named for certain. */
  readonly name: string | null
}

/** What was found in one article. */
export interface SuggestedArticle {
  readonly article: string
  readonly suggestions: readonly UnlinkedSuggestion[]
  /** Every name of a speaker, as often as it stands. */
  readonly names: readonly string[]
}

/**
 * Suggests quotations, by the model where there is one that knows the article's language, and claims.
 * @param own the person's own reporting words
 */
export function suggestForArticle(
  { article, body }: OpenedArticle,
  model: TaggerModel | null,
  own: OwnWordsByLanguage,
): SuggestedArticle {
  const { id, language, publishedAt } = article
  // Quotations and claims read the article once; the model's lexicon is that of the language it speaks.
  const lexicon = lexiconWith(own, language)
  const reading = readArticle(body, lexicon)
  const quotations =
    model && speaks(model, language)
      ? tagArticle(model, body, lexicon.language === model.language ? reading : undefined)
      : suggestQuotations(body, language, reading)
  const claims = suggestClaims(body, language, publishedAt, quotations, reading)
  // The index stands for the speaker until it is known who that is.
  const index = quotations.map((_, place) => String(place))
  const nameAt = (place: string | null | undefined): string | null =>
    quotations[Number(place ?? NaN)]?.speakerName ?? null
  const suggestions: UnlinkedSuggestion[] = []
  for (const annotation of toSuggestedAnnotations(id, body.text, quotations, index)) {
    const name = nameAt(annotation.quotation?.speaker)
    suggestions.push({ annotation: withSpeaker(annotation, null), name })
  }
  const claimants = claims.map(({ quotation }) => (quotation === null ? null : String(quotation)))
  for (const annotation of toSuggestedClaims(id, body.text, claims, claimants)) {
    const name = nameAt(annotation.claim?.claimant)
    suggestions.push({ annotation: withSpeaker(annotation, null), name })
  }
  return { article: id, suggestions, names: namesOf(quotations) }
}

function speaks({ language: known }: TaggerModel, language: string | null): boolean {
  return language === null || language.split('-')[0]?.toLowerCase() === known
}

function namesOf(quotations: readonly QuotationSuggestion[]): string[] {
  return quotations.flatMap(({ speakerName }) => speakerName ?? [])
}

/** The annotation with its speaker or claimant. */
export function withSpeaker(annotation: Annotation, speaker: string | null): Annotation {
  const { quotation, claim } = annotation
  return {
    ...annotation,
    ...(quotation && { quotation: { ...quotation, speaker } }),
    ...(claim && { claim: { ...claim, claimant: speaker } }),
  }
}
