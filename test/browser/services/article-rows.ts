import { compareArticles } from '#core/exchange/dataset-order'
import { readArticleRows, type ArticleRow } from '#data/library-rows'
import { liveOfCorpus } from '#services/open-corpus'
import type { Live } from '#services/use-live'

const rows = liveOfCorpus<readonly ArticleRow[]>(async (db) => {
  const articles = (await db.articles.toArray()).sort(compareArticles)
  return readArticleRows(
    db,
    articles.map(({ id }) => id),
  )
}, [])

/** Every article of the open corpus that is not removed, by path. */
export function liveArticleRows(): Live<readonly ArticleRow[]> {
  return rows
}
