import { backupName, partName, type BackupManifest, type BackupPart } from '#core/backup/manifest'
import { datasetChunks } from '#core/exchange/dataset-writer'
import { fail, ok, type Result } from '#core/model/result'
import {
  articlesInPacks,
  countAccepted,
  readBackupRows,
  readBackupState,
  readTouched,
  type BackupState,
  type TouchedRows,
} from '#data/backup-source'
import type { CorpusDatabase } from '#data/database'
import { openExportSource } from '#data/export-source'
import { compress, hashOf, type BackupFiles } from './backup-files'
import type { BackupHead } from './backup-messages'
import { readContent, readManifest } from './backup-read'

/** Packs of texts in a part: some five thousand news articles, 30 MB of JSON, well below what one string can hold. */
const PACKS = 250

/** Touched rows above which the parts are written anew: a backup between is then no longer small. */
const MOST_ROWS = 20_000

/** What a backup is made with. */
export interface BackupJob {
  readonly db: CorpusDatabase
  readonly files: BackupFiles
  readonly latest: BackupHead | null
  /** Version of the program. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Random name of new parts: 12 hexadecimal digits. */
  readonly newBase: string
  readonly report: (done: number, total: number) => void
}

/** What is written: parts that stay, packs that need new parts, and rows that changed since. */
interface Plan {
  readonly base: string
  readonly baseSeq: number
  readonly kept: readonly BackupPart[]
  readonly firstPack: number
  readonly touched: TouchedRows
}

/**
 * Makes a backup: texts that are in no part yet go into new parts, what changed since the parts were written goes into
 * the backup's own file. Every file is read back and checked before the next. `conflict` while an import writes.
 */
export async function makeBackup(job: BackupJob): Promise<Result<BackupHead>> {
  const { db, files, version, now, report } = job
  const state = await readBackupState(db)
  if (state.importing) return fail('conflict', 'An import is running.', { advice: 'Wait until it is done.' })
  const plan = await planBackup(job, state)
  const parts = [...plan.kept]
  const steps = Math.max(0, Math.ceil((state.lastPack - plan.firstPack + 1) / PACKS))
  report(0, steps + 1)
  for (let step = 0; step < steps; step += 1) {
    const first = plan.firstPack + step * PACKS
    const ids = await articlesInPacks(db, first, Math.min(state.lastPack, first + PACKS - 1))
    const part = await writePart(job, partName(plan.base, parts.length), ids)
    if (!part.ok) return part
    if (part.value) parts.push(part.value)
    report(step + 1, steps + 1)
  }
  // Read after the parts: what was changed while they were written is among the touched rows.
  const position = (await readBackupState(db)).seq
  const touched = (await readTouched(db, plan.baseSeq, Infinity)) ?? plan.touched
  const rows = await readBackupRows(db, touched)
  if (!rows) return fail('not-found', 'The corpus is no longer there.')
  const head: BackupHead = {
    format: 'crossread-backup',
    version: 1,
    generator: version,
    madeAt: new Date(now).toISOString(),
    base: plan.base,
    articles: state.articles,
    annotations: await countAccepted(db),
    seq: position,
    baseSeq: plan.baseSeq,
    lastPack: state.lastPack,
    merged: state.merged,
    parts,
  }
  const manifest: BackupManifest = { ...head, rows }
  const name = backupName(now, plan.base)
  const written = await files.write(name, await compress([JSON.stringify(manifest)]))
  if (!written.ok) return written
  const back = await readManifest(files, name)
  if (!back.ok) return back
  report(steps + 1, steps + 1)
  return ok(head)
}

async function planBackup({ db, latest, newBase }: BackupJob, state: BackupState): Promise<Plan> {
  const anew: Plan = {
    base: newBase,
    baseSeq: state.seq,
    kept: [],
    firstPack: 1,
    touched: { articles: new Set(), annotations: new Set(), cameBack: false },
  }
  if (!latest || latest.merged !== state.merged || latest.seq > state.seq) return { ...anew, firstPack: 0 }
  const touched = await readTouched(db, latest.baseSeq, MOST_ROWS)
  // The text of an article that had been removed may be in no part.
  if (!touched || touched.cameBack) return { ...anew, firstPack: 0 }
  const { base, baseSeq, parts: kept, lastPack } = latest
  return { base, baseSeq, kept, firstPack: lastPack + 1, touched }
}

async function writePart(
  { db, files, version }: BackupJob,
  file: string,
  ids: readonly string[],
): Promise<Result<BackupPart | null>> {
  const opened = await openExportSource(db, { kind: 'articles', ids }, () => undefined)
  if (!opened) return fail('not-found', 'The corpus is no longer there.')
  // Stories are in the backup's own file, whole.
  const source = { ...opened.source, stories: [] }
  if (opened.total === 0) return ok(null)
  const generator = { name: 'Crossread', version }
  const options = { suggestions: true, text: true, exportedAt: null, generator, usedOnly: true }
  const bytes = await compress(datasetChunks(source, options))
  const part = { file, sha256: await hashOf(bytes), articles: opened.total }
  const written = await files.write(file, bytes)
  if (!written.ok) return written
  const back = await readContent(files, part)
  return back.ok ? ok(part) : back
}
