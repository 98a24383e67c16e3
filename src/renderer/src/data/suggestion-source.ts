import type { ArticleBody } from '#core/model/article'
import { bodyIn } from './bodies'
import type { CorpusDatabase } from './database'
import type { StoredArticle } from './stored'

/** An article to suggest for. */
export interface OpenedArticle {
  readonly article: StoredArticle
  readonly body: ArticleBody
}

/** Articles to be read, pack by pack. */
export interface ArticleBatches {
  /** Articles there are in all, removed ones left out. */
  readonly total: number
  /** The articles of one pack after the other, some twenty at a time. */
  readonly batches: () => AsyncGenerator<readonly OpenedArticle[], void, undefined>
}

/**
 * The articles of the corpus, or those of `ids`. Which there are is fixed here, articles removed meanwhile are left out
 * as they come.
 */
export async function openArticleBatches(
  db: CorpusDatabase,
  ids: readonly string[] | null,
): Promise<ArticleBatches> {
  if (ids === null) {
    const packs = (await db.bodies.orderBy('pack').primaryKeys()).map((pack) => ({ pack, ids: null }))
    return { total: (await db.counts.get('articles'))?.value ?? 0, batches: () => readPacks(db, packs) }
  }
  const byPack = new Map<number, string[]>()
  let total = 0
  for (const row of await db.articles.bulkGet([...new Set(ids)])) {
    if (!row || row.removed) continue
    total += 1
    byPack.set(row.pack, [...(byPack.get(row.pack) ?? []), row.id])
  }
  const packs = [...byPack].sort(([a], [b]) => a - b).map(([pack, own]) => ({ pack, ids: own }))
  return { total, batches: () => readPacks(db, packs) }
}

async function* readPacks(
  db: CorpusDatabase,
  packs: readonly { readonly pack: number; readonly ids: readonly string[] | null }[],
): AsyncGenerator<readonly OpenedArticle[], void, undefined> {
  for (const { pack, ids } of packs) {
    const held = await db.bodies.get(pack)
    if (!held) continue
    const rows = await db.articles.bulkGet([...(ids ?? held.ids)])
    const opened = rows.flatMap((article): OpenedArticle[] => {
      const body = article && !article.removed ? bodyIn(held, article.id) : null
      return article && body ? [{ article, body }] : []
    })
    if (opened.length > 0) yield opened
  }
}
