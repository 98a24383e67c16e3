import type { Article } from '#core/model/article'
import type { CorpusDatabase } from './database'

/** What lists show of an article. */
export interface ArticleRow {
  readonly article: Article
  /** Name of the outlet, null when unknown. */
  readonly sourceName: string | null
  /** Annotations by status; rejected ones are not counted. */
  readonly accepted: number
  readonly suggested: number
  /** Tag id -> annotations that carry it. */
  readonly tags: Readonly<Record<string, number>>
}

/** The rows of those articles that there are and that are not removed, in the order asked for. */
export async function readArticleRows(db: CorpusDatabase, ids: readonly string[]): Promise<ArticleRow[]> {
  return db.transaction('r', db.articles, db.stats, db.sources, async () => {
    const articles = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined && !row.removed)
    const found = articles.filter((row) => row !== undefined)
    const [stats, sources] = await Promise.all([
      db.stats.bulkGet(found.map(({ id }) => id)),
      db.sources.bulkGet([...new Set(found.flatMap(({ source }) => source ?? []))]),
    ])
    const names = new Map(sources.flatMap((source) => (source ? [[source.id, source.name] as const] : [])))
    return found.map((article, at) => ({
      article,
      sourceName: (article.source && names.get(article.source)) || null,
      accepted: stats[at]?.accepted ?? 0,
      suggested: stats[at]?.suggested ?? 0,
      tags: stats[at]?.tags ?? {},
    }))
  })
}
