import type { ArticleBody } from '#core/model/article'
import type { ColumnValues } from '#core/search/columns'
import { fingerprint } from '#core/search/segment'
import type { IndexedDocument } from '#core/search/segment-builder'
import { bodyIn } from './bodies'
import type { CorpusDatabase } from './database'
import type { StoredArticle } from './stored'

/** Where the corpus stands: how much the index has to catch up with. */
export interface CorpusMarks {
  /** Number of the last pack of texts, 0 for none. */
  readonly pack: number
  /** Position of the journal's last entry, 0 for none. */
  readonly seq: number
  /** Articles that are not removed. */
  readonly articles: number
  /** True while files are being imported: what comes then is indexed when all of it is there. */
  readonly importing: boolean
}

/** An article with all that search knows of it. */
export interface ArticleToIndex {
  readonly document: IndexedDocument
  readonly values: ColumnValues
  readonly pack: number
}

/** Reads where the corpus stands. */
export async function readMarks(db: CorpusDatabase): Promise<CorpusMarks> {
  const [packs, entries, count, running] = await Promise.all([
    db.bodies.orderBy('pack').reverse().limit(1).primaryKeys(),
    db.journal.orderBy('seq').reverse().limit(1).primaryKeys(),
    db.counts.get('articles'),
    db.imports.filter(({ state }) => state === 'running').count(),
  ])
  return {
    pack: packs[0] ?? 0,
    seq: entries[0] ?? 0,
    articles: count?.value ?? 0,
    importing: running > 0,
  }
}

/** Ids of the articles that the journal says have changed after the entry `seq`, up to `last`. */
export async function changedArticles(db: CorpusDatabase, seq: number, last: number): Promise<string[]> {
  const ids = new Set<string>()
  await db.journalChanges
    .where('seq')
    .between(seq, last, false, true)
    .each(({ changes }) => {
      for (const { table, id } of changes) if (table === 'articles') ids.add(id)
    })
  return [...ids]
}

/** Numbers of the packs after `pack`, in order. */
export async function packsAfter(db: CorpusDatabase, pack: number): Promise<number[]> {
  return db.bodies.where('pack').above(pack).primaryKeys()
}

/** The articles of packs that are not removed, in order. */
export async function readPacks(db: CorpusDatabase, packs: readonly number[]): Promise<ArticleToIndex[]> {
  const held = (await db.bodies.bulkGet([...packs])).filter((pack) => pack !== undefined)
  const rows = await db.articles.bulkGet(held.flatMap(({ ids }) => ids))
  let at = 0
  return held.flatMap((pack) =>
    pack.ids.flatMap((id) => {
      const row = rows[at++]
      // A text whose row names another pack is indexed from there.
      const body = row && !row.removed && row.pack === pack.pack ? bodyIn(pack, id) : null
      return row && body ? [toIndex(row, body)] : []
    }),
  )
}

/** Articles by id that are not removed; those that are gone are left out. */
export async function readArticles(db: CorpusDatabase, ids: readonly string[]): Promise<ArticleToIndex[]> {
  const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined)
  const packs = await db.bodies.bulkGet([...new Set(rows.map(({ pack }) => pack))])
  const byNumber = new Map(packs.flatMap((pack) => (pack ? [[pack.pack, pack] as const] : [])))
  return rows.flatMap((row) => {
    const pack = byNumber.get(row.pack)
    const body = pack && !row.removed ? bodyIn(pack, row.id) : null
    return body ? [toIndex(row, body)] : []
  })
}

function toIndex(row: StoredArticle, body: ArticleBody): ArticleToIndex {
  return {
    document: { id: row.id, fields: [[row.title], [body.text]], fingerprint: fingerprint(row.title) },
    values: columnsOf(row),
    pack: row.pack,
  }
}

/** What an article is filtered, sorted and counted by. */
export function columnsOf({ source, publishedAt, language, status, removed }: StoredArticle): ColumnValues {
  return { source, publishedAt, language, status, gone: removed }
}
