import { fail, ok, type AppError, type Result } from '#core/model/result'
import { attempt } from '#data/errors'
import {
  addImport,
  deleteImport,
  liveImportRows,
  readImport,
  readReport,
  readReportAfter,
  updateImport,
  type ReportPart,
} from '#data/imports'
import type { CorpusDatabase } from '#data/database'
import type { Live } from '#data/live'
import type { ImportReportLine, ImportRow } from '#data/stored'
import type { ImportGrant } from '#ipc/channels'
import type { ImportFormat } from '#ipc/import-stream'
import type { ImportEnd, ImportNews, ImportRequest } from '#workers/import-messages'
import { invoke } from './bridge'
import { answerColumnQuestion, forgetColumnQuestions, type ColumnPolicy } from './column-questions'
import { combineLive } from './combine-live'
import { createLiveValue } from './live-value'
import { hostPdfWorker } from './pdf-worker'
import { saveTextFile } from './save-text-file'
import { followCorpus, onCorpusChange, openedCorpus, withDatabase } from './open-corpus'
import { reportCsv } from './report-csv'
import { readCurrentSettings } from './settings'

export type { ImportReportLine } from '#data/stored'

/** How an import stands. */
export interface ImportProgress {
  /** The token of its grant. */
  readonly id: string
  /** Base names of what is imported. */
  readonly roots: readonly string[]
  /** `interrupted`: the program ended while it ran. All but `running` and `done` can be resumed. */
  readonly state: ImportRow['state']
  /** Files walked past, and how many there are (null until counted). */
  readonly seen: number
  readonly total: number | null
  readonly imported: number
  readonly sameAs: number
  readonly skipped: number
  /** ISO time. */
  readonly startedAt: string
  /** Files a second over the latest batches; 0 when it does not run. */
  readonly rate: number
  readonly secondsLeft: number | null
  readonly error?: AppError
}

interface RunningImport {
  readonly worker: Worker
  /** Base names of what is imported. */
  readonly roots: readonly string[]
  /** Name of the database it writes to, which need not be the open corpus'. */
  readonly database: string
  readonly ended: Promise<ImportEnd>
}

const running = new Map<string, RunningImport>()
/** Grows whenever an import begins or ends. */
const changes = createLiveValue(0)

/** How imports of this session ended: what a full disk kept from being written. */
const ends = createLiveValue<ReadonlyMap<string, ImportEnd>>(new Map())

function setEnd(id: string, end: ImportEnd | null): void {
  const next = new Map(ends.get())
  if (end) next.set(id, end)
  else next.delete(id)
  ends.set(next)
}

/** An import that goes on in a corpus that is not open. */
export interface ImportElsewhere {
  readonly id: string
  /** Base names of what is imported. */
  readonly roots: readonly string[]
}

const elsewhere: Live<readonly ImportElsewhere[]> = {
  subscribe(next, error) {
    const tell = () => {
      const open = openedCorpus()?.database.name
      next([...running].flatMap(([id, { database, roots }]) => (database === open ? [] : { id, roots })))
    }
    const stops = [changes.subscribe(tell, error), onCorpusChange(tell)]
    return () => {
      for (const stop of stops) stop()
    }
  },
}

/** The imports that go on in other corpora than the open one. */
export function liveImportsElsewhere(): Live<readonly ImportElsewhere[]> {
  return elsewhere
}

/**
 * Starts importing what the person chose into the open corpus. The value is the import's id.
 * @param columns who says what the columns of tables hold: the person, if not said otherwise
 */
export function startImport(
  grant: ImportGrant,
  columns: ColumnPolicy = { kind: 'ask' },
): Promise<Result<string>> {
  return start(grant, 'articles', columns)
}

/**
 * Starts importing brat folders: their texts as articles, their attribution relations as accepted quotations. What does
 * not fit is in the report. The value is the import's id.
 */
export function startBratImport(grant: ImportGrant): Promise<Result<string>> {
  return start(grant, 'brat', { kind: 'ask' })
}

function start(grant: ImportGrant, format: ImportFormat, columns: ColumnPolicy): Promise<Result<string>> {
  return withDatabase(async (db) => {
    await addImport(db, {
      id: grant.token,
      roots: grant.roots,
      ...(format === 'brat' && { format }),
      state: 'running',
      seen: 0,
      total: null,
      imported: 0,
      sameAs: 0,
      skipped: 0,
      startedAt: new Date().toISOString(),
      cursor: null,
      batches: 0,
      recent: [],
      error: null,
    })
    await launch(db, grant, format, columns)
    return ok(grant.token)
  })
}

/** Goes on with an import that did not come to its end, after the last batch that was stored. */
export function resumeImport(id: string): Promise<Result<null>> {
  return withDatabase(async (db) => {
    const row = await readImport(db, id)
    if (!row) return fail('not-found', 'This import is no longer listed.')
    if (row.state === 'done') return fail('conflict', 'This import is complete.')
    if (running.has(id)) return fail('conflict', 'This import is running.')
    const grant = await invoke('import:resume', id)
    if (!grant.ok) return grant
    await updateImport(db, id, { state: 'running', error: null, recent: [] })
    await launch(db, grant.value, row.format ?? 'articles', { kind: 'as-before' })
    return ok(null)
  })
}

/** Stops an import; what was stored stays. The value is there when it has stopped. */
export async function cancelImport(id: string): Promise<Result<null>> {
  const run = running.get(id)
  if (!run) return fail('not-found', 'This import is not running.')
  run.worker.postMessage({ kind: 'cancel' } satisfies ImportRequest)
  await run.ended
  return ok(null)
}

/** Takes an import that does not run off the list, with its report; the articles stay. */
export function dismissImport(id: string): Promise<Result<null>> {
  return withDatabase(async (db) => {
    if (running.has(id)) return fail('conflict', 'This import is running.', { advice: 'Cancel it first.' })
    await deleteImport(db, id)
    await invoke('import:close', id)
    return ok(null)
  })
}

/** Stops the imports into a corpus, before its database goes. */
export async function stopImports(database: string): Promise<void> {
  const own = [...running].filter(([, run]) => run.database === database)
  await Promise.all(own.map(([id]) => cancelImport(id)))
}

/** Waits for a running import to end; null when it does not run. For the headless run. */
export async function importEnded(id: string): Promise<ImportEnd | null> {
  return (await running.get(id)?.ended) ?? null
}

const imports: Live<ImportProgress[]> = combineLive(
  followCorpus<ImportRow[]>(liveImportRows, []),
  ends,
  (rows, ended) => rows.map((row) => progressOf(row, ended.get(row.id))),
)

/** The imports of the open corpus, oldest first, until they are dismissed. */
export function liveImports(): Live<ImportProgress[]> {
  return imports
}

/** How many files of an import had each outcome, as it is on disk; null when it is no longer listed. */
export async function readImportCounts(
  id: string,
): Promise<Pick<ImportProgress, 'imported' | 'sameAs' | 'skipped'> | null> {
  const current = openedCorpus()
  return current ? readImport(current.database, id) : null
}

/** The report of an import: a line for each file, in the order of the files. */
export async function readImportReport(id: string): Promise<readonly ImportReportLine[]> {
  const current = openedCorpus()
  return current ? readReport(current.database, id) : []
}

/** Where a report is read from when nothing of it has been. */
export const REPORT_START: ReportPart = { lines: [], last: -Infinity }

/** The report so far with what has been added to it since it was read; itself when that is nothing. */
export async function readOnImportReport(id: string, soFar: ReportPart): Promise<ReportPart> {
  const current = openedCorpus()
  if (!current) return REPORT_START
  const added = await readReportAfter(current.database, id, soFar.last)
  if (added.lines.length === 0) return soFar
  return { lines: [...soFar.lines, ...added.lines], last: added.last }
}

/** Saves the report as CSV where the person chooses. The value is the file's name, null when they chose nothing. */
export async function saveImportReport(id: string): Promise<Result<string | null>> {
  const lines = await readImportReport(id)
  return saveTextFile('report', 'import-report.csv', reportCsv(lines))
}

async function launch(
  database: CorpusDatabase,
  { token, roots }: ImportGrant,
  format: ImportFormat,
  columns: ColumnPolicy,
): Promise<void> {
  setEnd(token, null)
  await invoke('import:set-limit', (await readCurrentSettings()).fileLimitMB)
  const worker = new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module' })
  const pdf = hostPdfWorker(worker)
  const ended = new Promise<ImportEnd>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportNews>) => {
      if (data.kind === 'end') resolve(data.end)
      else if (data.kind === 'pdf-worker') pdf.start()
      else void answer(worker, token, data, columns)
    })
    worker.addEventListener('error', (event) =>
      resolve(workerBroke(event.message || 'its worker did not start')),
    )
  }).then(async (end) => {
    worker.terminate()
    pdf.end()
    running.delete(token)
    forgetColumnQuestions(token)
    changes.set(changes.get() + 1)
    if (end.crash !== null) await invoke('app:log', 'error', `Import: ${end.crash}`)
    setEnd(token, end)
    // The worker may have died before it could say so itself.
    if (end.state === 'failed' && database.isOpen()) {
      await attempt(async () =>
        ok(await updateImport(database, token, { state: 'failed', error: end.error })),
      )
    }
    if (end.state === 'done') await invoke('import:close', token)
    return end
  })
  running.set(token, { worker, roots, database: database.name, ended })
  changes.set(changes.get() + 1)
  worker.postMessage({
    kind: 'start',
    database: database.name,
    id: token,
    roots,
    format,
  } satisfies ImportRequest)
}

async function answer(
  worker: Worker,
  id: string,
  { question }: Extract<ImportNews, { kind: 'columns' }>,
  policy: ColumnPolicy,
): Promise<void> {
  const { signature } = question
  const answer = await answerColumnQuestion(id, question, policy)
  worker.postMessage({ kind: 'columns', signature, answer } satisfies ImportRequest)
}

function workerBroke(message: string): ImportEnd {
  return {
    state: 'failed',
    error: {
      kind: 'unavailable',
      message: 'The import stopped by an internal error.',
      kept: 'Everything imported so far is kept.',
      advice: 'Resume it.',
    },
    crash: message,
  }
}

function progressOf(row: ImportRow, end: ImportEnd | undefined): ImportProgress {
  const { id, roots, seen, total, imported, sameAs, skipped, startedAt, recent } = row
  const { state, error } = row.state === 'running' && end ? end : row
  const rate = state === 'running' ? rateOf(recent) : 0
  return {
    id,
    roots,
    state,
    seen,
    total,
    imported,
    sameAs,
    skipped,
    startedAt,
    rate,
    secondsLeft: rate > 0 && total !== null ? Math.max(0, total - seen) / rate : null,
    ...(error && { error }),
  }
}

/** Files a second from the first to the last of the batches; 0 while there are fewer than two. */
export function rateOf(recent: ImportRow['recent']): number {
  const first = recent[0]
  const last = recent.at(-1)
  if (!first || !last || last.at <= first.at) return 0
  return ((last.seen - first.seen) * 1000) / (last.at - first.at)
}
