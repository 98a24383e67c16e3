import { fail, ok, type AppError, type Result } from '#core/model/result'
import { corpusDatabaseName } from '#data/database'
import type { ExportScope } from '#data/export-source'
import type { Live } from '#data/live'
import type { ExportGrant } from '#ipc/channels'
import type { ExportEnd, ExportReply, ExportRequest } from '#workers/export-messages'
import { invoke } from './bridge'
import { createLiveValue } from './live-value'
import { withDatabase } from './open-corpus'

export type { ExportScope } from '#data/export-source'

/** What a dataset holds. */
export interface DatasetExport {
  readonly scope: ExportScope
  /** A package is the dataset in a ZIP, with what is in it and its checksum: a file that a double click opens. */
  readonly format: 'dataset' | 'package'
  /** False leaves out annotations that are suggestions. */
  readonly suggestions: boolean
  /** False leaves out the text, where copyright demands it. */
  readonly text: boolean
  /** True leaves out the time of export, so that two exports are the same bytes. */
  readonly reproducible: boolean
}

/** How the latest export stands. */
export interface ExportProgress {
  /** Name of the file. */
  readonly name: string
  readonly state: 'running' | 'cancelled' | 'done' | 'failed'
  /** Articles read and to be read, for a bar: a part of a corpus is read twice. */
  readonly done: number
  readonly total: number
  readonly bytes: number
  readonly error?: AppError
}

/** What a finished export is. */
export interface ExportedFile {
  readonly name: string
  readonly bytes: number
}

const progress = createLiveValue<ExportProgress | null>(null)

interface RunningExport {
  readonly cancel: () => void
  /** Name of the database it reads, once there is one. */
  database: string | null
  readonly ended: Promise<void>
}

let running: RunningExport | null = null

/** The latest export, null before the first. */
export function liveExport(): Live<ExportProgress | null> {
  return progress
}

/** Stops the export that runs; no file is written. */
export function cancelExport(): void {
  running?.cancel()
}

/** Stops the export of a corpus, before its database goes. */
export async function stopExport(database: string): Promise<void> {
  if (running?.database !== database) return
  running.cancel()
  await running.ended
}

/**
 * Exports a dataset to the file that the person chose; one at a time. Ends when the file is there under its name,
 * whole, or not at all: `disk-full` and `read-only` of the target, `offset-mismatch` of a damaged corpus, `cancelled`.
 */
export async function startDatasetExport(
  options: DatasetExport,
  grant: ExportGrant,
): Promise<Result<ExportedFile>> {
  if (running) {
    return fail('conflict', 'Another export is running.', { advice: 'Wait for it, or cancel it.' })
  }
  const worker = new Worker(new URL('../workers/export.worker.ts', import.meta.url), { type: 'module' })
  let end = () => {}
  const run: RunningExport = {
    cancel: () => worker.postMessage({ kind: 'cancel' } satisfies ExportRequest),
    database: null,
    ended: new Promise<void>((resolve) => {
      end = resolve
    }),
  }
  running = run
  progress.set({ name: grant.name, state: 'running', done: 0, total: 0, bytes: 0 })
  try {
    const written = await withDatabase(async (db) => {
      run.database = db.name
      const sent = await send(worker, {
        kind: 'start',
        database: db.name,
        token: grant.token,
        scope: options.scope,
        format: options.format,
        suggestions: options.suggestions,
        text: options.text,
        exportedAt: options.reproducible ? null : new Date().toISOString(),
        version: (await invoke('app:info')).version,
      })
      return sent.ok ? invoke('export:finish', grant.token) : sent
    })
    if (!written.ok) await invoke('export:abort', grant.token)
    finish(written)
    return written
  } finally {
    worker.terminate()
    running = null
    end()
  }
}

/**
 * Exports what can be read of a corpus that cannot be opened, as it is on the disk: of a newer version, or one whose
 * migration is blocked.
 */
export async function rescueCorpus(id: string, grant: ExportGrant): Promise<Result<ExportedFile>> {
  if (running) {
    return fail('conflict', 'Another export is running.', { advice: 'Wait for it, or cancel it.' })
  }
  const worker = new Worker(new URL('../workers/export.worker.ts', import.meta.url), { type: 'module' })
  try {
    const sent = await send(worker, {
      kind: 'start',
      database: corpusDatabaseName(id),
      rescue: true,
      token: grant.token,
      scope: { kind: 'corpus' },
      format: 'dataset',
      suggestions: true,
      text: true,
      exportedAt: new Date().toISOString(),
      version: (await invoke('app:info')).version,
    })
    const written = sent.ok ? await invoke('export:finish', grant.token) : sent
    if (!written.ok) await invoke('export:abort', grant.token)
    return written
  } finally {
    worker.terminate()
  }
}

function finish(written: Result<ExportedFile>): void {
  const last = progress.get()
  if (!last) return
  if (written.ok) progress.set({ ...last, state: 'done', done: last.total, bytes: written.value.bytes })
  else if (written.error.kind === 'cancelled') progress.set({ ...last, state: 'cancelled' })
  else progress.set({ ...last, state: 'failed', error: written.error })
}

/** Has the worker send the file; answers when it has stopped. */
async function send(worker: Worker, request: ExportRequest): Promise<Result<null>> {
  const end = await new Promise<ExportEnd>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'end') {
        resolve(data)
        return
      }
      const last = progress.get()
      const { done, total, bytes } = data
      if (last) progress.set({ ...last, done, total, bytes })
    })
    worker.addEventListener('error', ({ message }) => {
      const { error } = fail('unavailable', 'The export stopped by an internal error.', {
        kept: 'The corpus is unchanged and no file was written.',
      })
      resolve({ kind: 'end', error, crash: message || 'its worker did not start' })
    })
    worker.postMessage(request)
  })
  if (end.crash !== null) await invoke('app:log', 'error', `Export: ${end.crash}`)
  return end.error ? { ok: false, error: end.error } : ok(null)
}
