import type { CorpusDatabase } from './database'
import { pacedOf, type Live } from './live'
import type { ImportReportLine, ImportRow } from './stored'

/** All imports of the corpus, oldest first. */
export async function listImports(db: CorpusDatabase): Promise<ImportRow[]> {
  const rows = await db.imports.toArray()
  return rows.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0))
}

/** All imports of the corpus, followed. */
export function liveImportRows(db: CorpusDatabase): Live<ImportRow[]> {
  return pacedOf(db, [db.imports.name], () => listImports(db))
}

/** One import, or null. */
export async function readImport(db: CorpusDatabase, id: string): Promise<ImportRow | null> {
  return (await db.imports.get(id)) ?? null
}

/** Enters a new import. */
export async function addImport(db: CorpusDatabase, row: ImportRow): Promise<void> {
  await db.imports.put(row)
}

/** Changes what an import's row says; nothing when it was dismissed. */
export async function updateImport(
  db: CorpusDatabase,
  id: string,
  patch: Partial<Omit<ImportRow, 'id'>>,
): Promise<void> {
  await db.imports.update(id, patch)
}

/** Forgets an import and its report; what it brought in stays. */
export async function deleteImport(db: CorpusDatabase, id: string): Promise<void> {
  await db.transaction('rw', db.imports, db.importBatches, async () => {
    await db.imports.delete(id)
    await db.importBatches.where('[import+batch]').between([id, -Infinity], [id, Infinity]).delete()
  })
}

/** Lines of a report, and the number of their last batch: what follows is read after it. */
export interface ReportPart {
  readonly lines: readonly ImportReportLine[]
  /** That which was asked for when nothing followed. */
  readonly last: number
}

/** The report of an import beyond a batch of it, in the order of its files. */
export async function readReportAfter(db: CorpusDatabase, id: string, batch: number): Promise<ReportPart> {
  const batches = await db.importBatches
    .where('[import+batch]')
    .between([id, batch], [id, Infinity], false)
    .toArray()
  return { lines: batches.flatMap(({ lines }) => lines), last: batches.at(-1)?.batch ?? batch }
}

/** The whole report of an import, in the order of its files. */
export async function readReport(db: CorpusDatabase, id: string): Promise<readonly ImportReportLine[]> {
  return (await readReportAfter(db, id, -Infinity)).lines
}

/** The row of an import with these lines of its report counted. */
export function countLines(row: ImportRow, lines: readonly ImportReportLine[]): ImportRow {
  const outcomes = { imported: 0, 'same-as': 0, skipped: 0 }
  for (const { outcome } of lines) outcomes[outcome] += 1
  return {
    ...row,
    imported: row.imported + outcomes.imported,
    sameAs: row.sameAs + outcomes['same-as'],
    skipped: row.skipped + outcomes.skipped,
  }
}

/** Name of the Web Lock that the worker of an import holds as long as it lives. */
export function importLockName(id: string): string {
  return `crossread-import-${id}`
}

/** Name of the Web Lock under which imports write, one after the other: each knows then which texts are there. */
export function importTurnName(databaseName: string): string {
  return `crossread-import-turn-${databaseName}`
}
