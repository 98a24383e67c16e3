import { compareStory } from '#core/compare/compare-story'
import type { ComparedArticle, ComparedStory, Comparison } from '#core/compare/types'
import { toSuggestedAnnotations } from '#core/suggest/annotations'
import { suggestClaims, toSuggestedClaims } from '#core/suggest/claims'
import { linkSpeakers } from '#core/suggest/link-speakers'
import { suggestQuotations } from '#core/suggest/quotations'

/** A story of these articles with what the program suggests for them, speakers linked across all. */
export function suggestedStory(articles: readonly ComparedArticle[]): ComparedStory {
  const read = articles.map((article) => {
    const quotations = suggestQuotations(article.body, article.language)
    return {
      article,
      quotations,
      claims: suggestClaims(article.body, article.language, article.publishedAt, quotations),
    }
  })
  const mentions = read.flatMap(({ article, quotations }) =>
    quotations.map(({ speakerName }) => ({ article: article.id, name: speakerName ?? '' })),
  )
  const { speakers, ids } = linkSpeakers(mentions)
  let from = 0
  const suggested = read.map(({ article, quotations, claims }) => {
    const own = ids.slice(from, (from += quotations.length))
    const claimants = claims.map(({ quotation }) => (quotation === null ? null : (own[quotation] ?? null)))
    const { id, body } = article
    return {
      ...article,
      annotations: [
        ...toSuggestedAnnotations(id, body.text, quotations, own),
        ...toSuggestedClaims(id, body.text, claims, claimants),
      ].sort((a, b) => a.start - b.start),
    }
  })
  return {
    id: 'story',
    articles: suggested,
    speakers: new Map(speakers.map(({ id, name }) => [id, name])),
    decisions: [],
  }
}

/** The story compared to its end. */
export function comparisonOf(story: ComparedStory): Comparison {
  const comparing = compareStory(story)
  for (;;) {
    const step = comparing.next()
    if (step.done) return step.value
  }
}
