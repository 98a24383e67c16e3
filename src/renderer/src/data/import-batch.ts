import type { Table } from 'dexie'
import { nextPack, packBodies, packsOf } from './bodies'
import type { CorpusDatabase } from './database'
import { planBatch, type BatchPlan, type ImportItem } from './identity'
import { countLines } from './imports'
import { addToArticleCount } from './journal'
import type { KnownTexts } from './known-texts'
import type { ImportCursor, ImportReportLine, ImportRow, StoredArticle } from './stored'

/** Progress is judged by this many latest batches: long enough to be calm, short enough to follow the disk. */
const RECENT_BATCHES = 12

/** One batch of an import, read and parsed. */
export interface ParsedBatch {
  readonly items: readonly ImportItem[]
  /** The last file of the batch. */
  readonly cursor: ImportCursor | null
  readonly seen: number
  readonly total: number | null
  /** True for the last batch. */
  readonly done: boolean
}

/** What an import stores besides the articles, in the transaction of each batch. */
export interface BatchCompanion {
  /** Tables it writes to. */
  readonly tables: readonly Table[]
  /**
   * Called when the articles are stored. It must await nothing but the database.
   * @param lines what became of each item, in the order of the items
   * @returns further lines of the report
   */
  readonly store: (lines: readonly ImportReportLine[]) => Promise<readonly ImportReportLine[]>
}

/**
 * Stores a batch in one transaction: articles, texts, sources, the lines of the report and the import's row.
 * @returns the import's row afterwards, or null when the import was dismissed and nothing was stored
 */
export async function storeBatch(
  db: CorpusDatabase,
  id: string,
  batch: ParsedBatch,
  known: KnownTexts,
  companion?: BatchCompanion,
): Promise<ImportRow | null> {
  const at = new Date().toISOString()
  const hashes = new Set<string>()
  for (const item of batch.items) if (item.kind === 'draft') hashes.add(item.draft.textSha256)
  const suspects = [...hashes].filter((sha256) => known.has(sha256))
  const tables = [db.articles, db.bodies, db.sources, db.counts, db.imports, db.importBatches]
  const stored = await db.transaction('rw', [...tables, ...(companion?.tables ?? [])], async () => {
    const row = await db.imports.get(id)
    if (!row) return null
    const existing =
      suspects.length > 0 ? await db.articles.where('textSha256').anyOf(suspects).toArray() : []
    const plan = planBatch(batch.items, existing, at)
    await writeArticles(db, plan, existing)
    const lines = [...plan.lines, ...((await companion?.store(plan.lines)) ?? [])]
    const changed = plan.changed.map((article) => article.id)
    if (lines.length > 0) await db.importBatches.put({ import: id, batch: row.batches, lines, changed })
    const next = progress(row, batch, lines)
    await db.imports.put(next)
    return next
  })
  for (const sha256 of hashes) known.add(sha256)
  return stored
}

async function writeArticles(
  db: CorpusDatabase,
  plan: BatchPlan,
  existing: readonly StoredArticle[],
): Promise<void> {
  const bodies = plan.created.map(({ article, body }) => ({ id: article.id, body }))
  const packs = packBodies(bodies, bodies.length > 0 ? await nextPack(db) : 0)
  const packOf = packsOf(packs)
  for (const { id, pack } of existing) packOf.set(id, pack)
  const rows = [...plan.created.map(({ article }) => article), ...plan.changed].map((article) => {
    const pack = packOf.get(article.id)
    if (pack === undefined) throw new Error(`No pack for article ${article.id}`)
    return { ...article, pack }
  })
  // In one call: from fifty rows on Dexie announces that any may have changed instead of every key, which each query
  // that is followed would add to a list of its own, at the cost of the window. The report says which they are.
  await Promise.all([db.bodies.bulkAdd(packs), db.articles.bulkPut(rows), addMissingSources(db, plan)])
  await addToArticleCount(db, plan.listed)
}

/** A source that is there already keeps its name: a person may have corrected it. */
async function addMissingSources(db: CorpusDatabase, plan: BatchPlan): Promise<void> {
  const there = await db.sources.bulkGet(plan.sources.map((source) => source.id))
  const missing = plan.sources.filter((_, index) => !there[index])
  if (missing.length > 0) await db.sources.bulkAdd(missing)
}

function progress(row: ImportRow, batch: ParsedBatch, lines: readonly ImportReportLine[]): ImportRow {
  return {
    ...countLines(row, lines),
    state: batch.done ? 'done' : row.state,
    seen: batch.seen,
    total: batch.total ?? row.total,
    cursor: batch.cursor ?? row.cursor,
    batches: row.batches + (lines.length > 0 ? 1 : 0),
    recent: [...row.recent, { at: Date.now(), seen: batch.seen }].slice(-RECENT_BATCHES),
  }
}
