import type { Quotation } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import type { CorpusDatabase } from './database'
import { openArticleBatches } from './suggestion-source'

/** An article whose quotations a person has marked: all of them, as far as the corpus says. */
export interface MarkedArticle {
  readonly textSha256: string
  readonly language: string | null
  readonly body: ArticleBody
  readonly quotations: readonly Quotation[]
}

/**
 * The articles to learn from: those with an accepted quotation and none left undecided. Where suggestions still wait for
 * a decision, what is unmarked says nothing, unless the article's status is "done". In the order of the packs.
 */
export async function readMarkedArticles(db: CorpusDatabase): Promise<MarkedArticle[]> {
  const annotated = await db.stats.filter(({ accepted }) => accepted > 0).primaryKeys()
  const { batches } = await openArticleBatches(db, annotated)
  const marked: MarkedArticle[] = []
  for await (const batch of batches()) {
    const quotations = await quotationsOf(
      db,
      batch.map(({ article }) => article.id),
    )
    for (const { article, body } of batch) {
      const own = quotations.get(article.id)
      if (!own || own.accepted.length === 0 || (own.undecided && article.status !== 'done')) continue
      const { textSha256, language } = article
      marked.push({ textSha256, language, body, quotations: own.accepted })
    }
  }
  return marked
}

interface Marked {
  readonly accepted: Quotation[]
  undecided: boolean
}

async function quotationsOf(
  db: CorpusDatabase,
  articles: readonly string[],
): Promise<ReadonlyMap<string, Marked>> {
  const found = new Map<string, Marked>()
  for (const { article, quotation, status } of await db.annotations
    .where('article')
    .anyOf(articles)
    .sortBy('start')) {
    if (!quotation || status === 'rejected') continue
    const own = found.get(article) ?? { accepted: [], undecided: false }
    found.set(article, own)
    if (status === 'accepted') own.accepted.push(quotation)
    else own.undecided = true
  }
  return found
}
