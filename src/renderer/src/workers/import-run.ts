import { DatasetReader, fromDataset } from '#core/exchange/dataset-reader'
import { cluesOf } from '#core/intake/archive-clues'
import {
  documentFormat,
  isTable,
  readDocument,
  readFile,
  type IntakeFile,
  type IntakeOutcome,
} from '#core/intake/intake'
import type { ReadPdf } from '#core/intake/pdf/pages'
import type { Dataset } from '#core/model/dataset'
import { assertNever, fail, ok, type AppError, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import { writeDataset } from '#data/dataset-import'
import { attempt, databaseFailure } from '#data/errors'
import type { ImportItem } from '#data/identity'
import { DatasetReport } from '#data/dataset-report'
import { storeBatch, type ParsedBatch } from '#data/import-batch'
import { readImport, readReport, updateImport } from '#data/imports'
import { KnownTexts } from '#data/known-texts'
import type { ImportCursor } from '#data/stored'
import { decodeFrames, type ImportFrame } from '#ipc/import-frames'
import type { ImportFrameHeader } from '#ipc/import-stream'
import type { ColumnAnswer, ColumnQuestion, ImportEnd } from './import-messages'
import { problem, SKIP_REASONS, skipped } from './import-report'
import type { ImportSource } from './import-source'
import { TableColumns } from './import-tables'
import { Sidecars } from './import-sidecars'
import { turn } from './turn'

/** Milliseconds of parsing after which the database's answers get their turn, so that storing goes on meanwhile. */
const SLICE = 8

/** What an import runs on. */
export interface ImportJob {
  readonly db: CorpusDatabase
  readonly id: string
  /** Base names of the roots. */
  readonly roots: readonly string[]
  readonly source: ImportSource
  /** Ends the import at once when it is aborted; the batches stored by then stay. */
  readonly signal: AbortSignal
  /** Asks what the columns of a table hold; the import waits for it. */
  readonly askColumns: (question: ColumnQuestion) => Promise<ColumnAnswer>
  /** Takes PDF documents apart, one at a time. */
  readonly readPdf: ReadPdf
}

/**
 * Runs an import to its end, from where its row says it got to. While one batch is being stored, the next is parsed
 * and the one after it fetched. The import's row says how it ended.
 */
export async function runImport(job: ImportJob): Promise<ImportEnd> {
  return endImport(job, () => new Run(job).go())
}

/** Does an import's work and has its row say how it ended, whatever happens. */
export async function endImport(job: ImportJob, work: () => Promise<ImportEnd>): Promise<ImportEnd> {
  let end: ImportEnd
  try {
    end = await work()
  } catch (error) {
    end = failedEnd(error)
  }
  // The last batch has written `done` itself, in its own transaction.
  if (end.state !== 'done') await sayEnd(job, end)
  return end
}

/** What is said of an import that an error stopped: an expected failure, or a bug for the log. */
export function failedEnd(error: unknown): ImportEnd {
  const failure = databaseFailure(error)
  const crash = failure ? null : String(error instanceof Error ? (error.stack ?? error) : error)
  return { state: 'failed', error: failure ?? INTERNAL, crash }
}

/** On a full disk even this may not be written: then the window shows the end it is told. */
async function sayEnd({ db, id }: ImportJob, { state, error }: ImportEnd): Promise<void> {
  await attempt(async () => ok(await updateImport(db, id, { state, error })))
}

const INTERNAL: AppError = {
  kind: 'unavailable',
  message: 'The import stopped by an internal error.',
  kept: 'Everything imported so far is kept.',
  advice: 'Resume it; if it stops again, leave out the file after the last one of the report.',
}

/** An end without a bug. */
export const ended = (state: ImportEnd['state'], error: AppError | null = null): ImportEnd => ({
  state,
  error,
  crash: null,
})

class Run {
  readonly #job: ImportJob
  /** The store under way; at most one, so that memory holds three batches and no more. */
  #storing: Promise<boolean> = Promise.resolve(true)
  #known = new KnownTexts()
  readonly #tables: TableColumns
  #sidecars = new Sidecars()

  constructor(job: ImportJob) {
    this.#job = job
    this.#tables = new TableColumns((question) => unlessAborted(job.signal, job.askColumns(question)))
  }

  async go(): Promise<ImportEnd> {
    const { db, id, source, signal } = this.#job
    const row = await readImport(db, id)
    if (!row) return ended('cancelled')
    this.#known = await KnownTexts.load(db)
    let cursor = row.cursor
    // The files of an earlier run count as found by the sidecars, whose names without a file are told at the end.
    if (cursor)
      this.#sidecars = new Sidecars((await readReport(db, id)).map(({ path }) => path.replace(/#\d+$/u, '')))
    let fetching = quiet(source.batch(cursor))
    for (;;) {
      const fetched = await unlessAborted(signal, fetching)
      if (!fetched) return this.#stop(ended('cancelled'))
      if (!fetched.ok) return this.#stop(ended('failed', fetched.error))
      const batch = readBatch(decodeFrames(fetched.value))
      const { done } = batch.status
      if (batch.frames.length === 0 && !done) throw new Error('The import stream neither goes on nor ends.')
      cursor = batch.cursor ?? cursor
      if (!done) fetching = quiet(source.batch(cursor))
      const finished = await this.#digest(batch)
      if (finished) return this.#stop(finished)
      if (done) return (await this.#storing) ? ended('done') : ended('cancelled')
    }
  }

  /** Ends early, when the batch that is being stored is stored. */
  async #stop(end: ImportEnd): Promise<ImportEnd> {
    await this.#storing
    return end
  }

  /** Parses and stores a batch; answers the end when it comes to one before the batch is over. */
  async #digest({ frames, sidecars, status }: Batch): Promise<ImportEnd | null> {
    const { id, db, signal } = this.#job
    for (const { header, bytes } of sidecars) this.#sidecars.add(header, bytes)
    let items: ImportItem[] = []
    const before = status.seen - frames.length
    let sliceEnd = performance.now() + SLICE
    const store = async (upTo: number, done: boolean) => {
      const parsed: ParsedBatch = {
        items,
        cursor: placeOf(frames[upTo - 1]),
        seen: before + upTo,
        total: status.total,
        done,
      }
      items = []
      const goesOn = await this.#storing
      this.#storing = quiet(storeBatch(db, id, parsed, this.#known).then((row) => row !== null))
      return goesOn
    }
    for (const [index, frame] of frames.entries()) {
      if (frame.header.kind === 'dataset') {
        if (!(await store(index, false)) || !(await this.#storing)) return ended('cancelled')
        await this.#importDataset(frame.header)
      } else {
        const read = await this.#itemsOf(frame)
        if (read === null) return ended('cancelled')
        items.push(...read)
      }
      if (performance.now() > sliceEnd) {
        await turn()
        sliceEnd = performance.now() + SLICE
        if (signal.aborted) return ended('cancelled')
      }
    }
    if (status.done) {
      items.push(...this.#sidecars.leftovers().map((line): ImportItem => ({ kind: 'skipped', line })))
    }
    return (await store(frames.length, status.done)) ? null : ended('cancelled')
  }

  /** What a frame brings; null when the import was cancelled meanwhile. */
  async #itemsOf({ header, bytes }: ImportFrame): Promise<readonly ImportItem[] | null> {
    switch (header.kind) {
      case 'file':
        return this.#readFile(header, bytes)
      case 'skipped':
        return [skipped(header.path, header.detail || SKIP_REASONS[header.reason])]
      case 'dataset':
      case 'sidecar':
      case 'status':
        return []
      default:
        return assertNever(header)
    }
  }

  async #readFile(header: FileHeader, bytes: Uint8Array): Promise<readonly ImportItem[] | null> {
    const { path, within } = header
    if (this.#sidecars.has(header.root, path)) return []
    const clues = cluesOf(path, within?.container ?? null, this.#job.roots[header.root] ?? null)
    const firstLine = within?.firstLine ?? null
    const given = this.#sidecars.givenFor(header.root, path)
    const file: IntakeFile = { path, rootName: clues.rootName, clues: clues.path, firstLine, bytes, given }
    const format = documentFormat(clues.path)
    if (format) {
      const read = readDocument(file, format, this.#job.readPdf)
      const outcome = await unlessAborted(this.#job.signal, read)
      return outcome && itemsOf(outcome)
    }
    if (!isTable(clues.path)) return itemsOf(readFile(file))
    const answer = await this.#tables.of(path, firstLine !== null, bytes)
    if (answer === null) return null
    if (answer.kind === 'left-out')
      return firstLine === null || within?.part === 1 ? [skipped(path, answer.message)] : []
    return itemsOf(readFile({ ...file, columns: answer.mapping }))
  }

  async #importDataset(place: ImportCursor): Promise<void> {
    const { db, id, source } = this.#job
    const row = await readImport(db, id)
    if (!row) return
    const report = new DatasetReport(db, row)
    const written = await this.#writeDataset(place, source, report)
    if (!written.ok) await report.close([problem(place.path, describe(written.error))])
    // The dataset's articles count as known for the files that follow.
    this.#known = await KnownTexts.load(db)
  }

  async #writeDataset(
    place: ImportCursor,
    source: ImportSource,
    report: DatasetReport,
  ): Promise<Result<null>> {
    const dataset = await readDataset(place, source)
    if (!dataset.ok) return dataset
    const content = fromDataset(dataset.value)
    if (!content.ok) return content
    await writeDataset(this.#job.db, content.value, place.path, report)
    return ok(null)
  }
}

/** Reads a dataset file part by part: the whole of it may be longer than one string, or one answer of main, can be. */
async function readDataset(place: ImportCursor, source: ImportSource): Promise<Result<Dataset>> {
  const reader = new DatasetReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; ;) {
    const part = await source.datasetPart(place, from)
    if (!part.ok) return part
    const isEnd = part.value.length === 0
    try {
      reader.push(decoder.decode(part.value, { stream: !isEnd }))
    } catch {
      return fail('not-a-dataset', 'The file is not UTF-8 text.', { kept: 'Nothing of it was imported.' })
    }
    if (isEnd) return reader.end()
    from += part.value.length
  }
}

type FileHeader = Extract<ImportFrameHeader, { kind: 'file' }>

interface SidecarFrame extends Pick<ImportFrame, 'bytes'> {
  readonly header: Extract<ImportFrameHeader, { kind: 'sidecar' }>
}

function itemsOf({ drafts, problems }: IntakeOutcome): ImportItem[] {
  return [
    ...drafts.map((draft): ImportItem => ({ kind: 'draft', draft })),
    ...problems.map(({ path, message }) => skipped(path, message)),
  ]
}

/** One batch as main sent it. */
export interface Batch {
  readonly frames: readonly ImportFrame[]
  /** Those of the folders whose files begin in the batch. */
  readonly sidecars: readonly SidecarFrame[]
  readonly status: Extract<ImportFrameHeader, { kind: 'status' }>
  readonly cursor: ImportCursor | null
}

/** Takes a batch's frames apart. */
export function readBatch(all: readonly ImportFrame[]): Batch {
  const last = all.at(-1)?.header
  if (last?.kind !== 'status') throw new Error('A batch of the import stream does not end with its status.')
  const sidecars: SidecarFrame[] = []
  const frames: ImportFrame[] = []
  for (const { header, bytes } of all.slice(0, -1)) {
    if (header.kind === 'sidecar') sidecars.push({ header, bytes })
    else frames.push({ header, bytes })
  }
  return { frames, sidecars, status: last, cursor: placeOf(frames.at(-1)) }
}

function placeOf(frame: ImportFrame | undefined): ImportCursor | null {
  const header = frame?.header
  if (!header || header.kind === 'status' || header.kind === 'sidecar') return null
  const { root } = header
  if (header.kind === 'dataset' || !header.within) return { root, path: header.path }
  return { root, path: header.within.container, part: header.within.part }
}

function describe({ message, kept, advice }: AppError): string {
  return [message, kept, advice].filter((part) => part !== undefined).join(' ')
}

/** The promise's value, or null when the signal is aborted first. */
export function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const abort = () => resolve(null)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** A promise that may be awaited later: a rejection in between is no unhandled one. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
