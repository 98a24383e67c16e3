import { articleId } from '#core/model/article'
import { createSource, type Source } from '#core/model/source'
import { nextPack, packBodies, packsOf, type NamedBody } from '#data/bodies'
import type { CorpusDatabase } from '#data/database'
import type { StoredArticle } from '#data/stored'
import { NewsCorpus } from '../../tools/corpus/news-corpus'
import { createRandom } from '../../tools/corpus/random'

const SEED = 5
const LENGTH = 4_200
const OUTLETS = 40
const DAYS = 2_000
/** Names, places and codes of an article that hardly another has: they make most of the words of a real index. */
const RARE_WORDS = 12
const RARE = 2_000_000

/** Makes the articles that search is measured on: any by itself, the same for the same number. */
export class SearchCorpus {
  readonly #news = new NewsCorpus(SEED, LENGTH)

  /** Title and text of article number `index`. */
  text(index: number): { readonly title: string; readonly text: string } {
    const random = createRandom(SEED + index * 31_337)
    const rare = Array.from(
      { length: RARE_WORDS },
      () => `Qu${Math.floor(random() ** 2 * RARE).toString(36)}`,
    )
    const { text } = this.#news.article(index)
    return { title: text.slice(0, text.indexOf(' ', 50)), text: `${text}\n\n${rare.join(' ')}.` }
  }
}

/** An article's row and body. */
export function rowOf(
  index: number,
  title: string,
  text: string,
  source: Source,
): { row: StoredArticle; named: NamedBody } {
  const sha = index.toString(16).padStart(64, '0')
  const id = articleId(sha, source.id)
  const row: StoredArticle = {
    id,
    title,
    source: source.id,
    byline: null,
    publishedAt: new Date(Date.UTC(2019, 0, 1 + (index % DAYS))).toISOString().slice(0, 10),
    language: 'en',
    url: null,
    dateline: null,
    textSha256: sha,
    originalSha256: sha,
    paths: [`${String(index)}.txt`],
    format: 'text',
    encoding: { name: 'utf-8', certain: true, confidence: 1 },
    length: text.length,
    words: 700,
    guessed: [],
    status: 'todo',
    sameText: false,
    removed: false,
    importedAt: '2024-01-01T00:00:00.000Z',
    pack: 0,
  }
  return { row, named: { id, body: { text, blocks: [], furniture: [] } } }
}

/** Stores articles `from` up to, not with, `to` as an import does. */
export async function storeArticles(
  db: CorpusDatabase,
  corpus: SearchCorpus,
  from: number,
  to: number,
): Promise<void> {
  const made = Array.from({ length: to - from }, (_, place) => {
    const index = from + place
    const { title, text } = corpus.text(index)
    return rowOf(index, title, text, createSource(`Outlet ${String(index % OUTLETS)}`))
  })
  await db.transaction('rw', db.articles, db.bodies, db.sources, db.counts, async () => {
    const packs = packBodies(
      made.map(({ named }) => named),
      await nextPack(db),
    )
    const packOf = packsOf(packs)
    await db.bodies.bulkAdd(packs)
    await db.articles.bulkPut(made.map(({ row }) => ({ ...row, pack: packOf.get(row.id) ?? 0 })))
    await db.sources.bulkPut(
      Array.from({ length: OUTLETS }, (_, outlet) => createSource(`Outlet ${String(outlet)}`)),
    )
    await db.counts.put({ key: 'articles', value: await db.articles.count() })
  })
}

/** Queries of each kind, drawn from words of the articles, so that frequent words are asked for as often as they stand. */
export function drawQueries(corpus: SearchCorpus, articles: number, count: number) {
  const random = createRandom(SEED + 99)
  const draw = (words: number): string[] => {
    const all = corpus.text(Math.floor(random() * articles)).text.match(/[A-Za-z0-9]+/g) ?? []
    const at = Math.floor(random() * (all.length - words))
    return all.slice(at, at + words)
  }
  const several = () => 2 + Math.floor(random() * 2)
  return {
    words: Array.from({ length: count }, () => Array.from({ length: several() }, () => draw(1)[0] ?? '')),
    prefixes: Array.from({ length: count }, () => (draw(1)[0] ?? '').slice(0, 4)).filter(
      (prefix) => prefix.length > 2,
    ),
    phrases: Array.from({ length: count }, () => draw(several())),
  }
}
