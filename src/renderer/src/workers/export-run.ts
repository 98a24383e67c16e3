import { DatasetWriteError } from '#core/exchange/dataset-errors'
import { datasetChunks, type DatasetOptions, type DatasetSource } from '#core/exchange/dataset-writer'
import { packageChunks } from '#core/exchange/package-writer'
import { fail, ok, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import { openExportSource } from '#data/export-source'
import type { ExportEnd, ExportRequest, ExportStep } from './export-messages'

/** Milliseconds between two reports of progress. */
const REPORT_INTERVAL = 100

/** What an export runs on. */
export interface ExportJob {
  readonly db: CorpusDatabase
  readonly request: Extract<ExportRequest, { kind: 'start' }>
  /** Sends one part of the file; parts are numbered from 0. The value is its length in bytes. */
  readonly send: (part: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<number>>
  readonly report: (progress: ExportStep) => void
  readonly isCancelled: () => boolean
}

/** Writes a dataset part by part. Whoever started it makes the file whole, or throws it away. */
export async function runExport(job: ExportJob): Promise<ExportEnd> {
  try {
    const sent = await sendAll(job)
    return { kind: 'end', error: sent.ok ? null : sent.error, crash: null }
  } catch (error) {
    return failedExport(error)
  }
}

/** What is said of an export that an error stopped: an expected failure, or a bug for the log. */
export function failedExport(error: unknown): ExportEnd {
  const failure = error instanceof DatasetWriteError ? error.error : databaseFailure(error)
  if (failure) return { kind: 'end', error: failure, crash: null }
  const { error: internal } = fail('unavailable', 'The export stopped by an internal error.', {
    kept: 'The corpus is unchanged and no file was written.',
  })
  return {
    kind: 'end',
    error: internal,
    crash: String(error instanceof Error ? (error.stack ?? error) : error),
  }
}

async function* encodedDataset(
  source: DatasetSource,
  options: DatasetOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const encoder = new TextEncoder()
  for await (const chunk of datasetChunks(source, options)) yield encoder.encode(chunk)
}

async function sendAll(job: ExportJob): Promise<Result<null>> {
  const { db, request, send, report, isCancelled } = job
  let done = 0
  let bytes = 0
  let reported = 0
  const opened = await openExportSource(db, request.scope, () => {
    done += 1
    tell()
  })
  if (!opened) return fail('not-found', 'What should be exported is no longer in the corpus.')
  const usedOnly = request.scope.kind !== 'corpus'
  // A part of the corpus is read once more, for the sources and speakers that it names.
  const total = opened.total * (usedOnly ? 2 : 1)
  function tell() {
    const now = performance.now()
    if (now < reported + REPORT_INTERVAL) return
    reported = now
    report({ kind: 'progress', done: Math.min(done, total), total, bytes })
  }
  const { suggestions, text, exportedAt, version, format } = request
  const generator = { name: 'Crossread', version }
  let part = 0
  const options = { suggestions, text, exportedAt, generator, usedOnly }
  const chunks = format === 'package' ? packageChunks : encodedDataset
  for await (const chunk of chunks(opened.source, options)) {
    if (isCancelled()) {
      return fail('cancelled', 'The export was cancelled.', { kept: 'No file was written.' })
    }
    const sent = await send(part++, chunk)
    if (!sent.ok) return sent
    bytes += sent.value
    tell()
  }
  report({ kind: 'progress', done: total, total, bytes })
  return ok(null)
}
