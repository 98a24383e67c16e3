import { readBackupName } from '#core/backup/manifest'
import { outdatedBackups, unneededFiles } from '#core/backup/retention'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import { corpusDatabaseName } from '#data/database'
import type { Live } from '#data/live'
import { findCorpus, listCorpora, readNote, writeNote } from '#data/registry'
import type { BackupFolder, BackupPlace, NotedCorpus } from '#ipc/channels'
import type { BackupHead, BackupPreview, BackupReply, BackupRequest } from '#workers/backup-messages'
import { invoke } from './bridge'
import { createCorpus, deleteCorpus } from './corpora'
import { createLiveValue } from './live-value'
import { openedCorpus } from './open-corpus'
import { openCorpus } from './session'

export type { BackupDifference, BackupPreview } from '#workers/backup-messages'
export type { BackupPlace, NotedCorpus } from '#ipc/channels'

/** Name of the note that keeps the latest backup of a corpus between two runs. */
const NOTE = 'backup'

/** How the latest backup of this run stands, and what else is done with backups. */
export interface BackupProgress {
  readonly work: 'make' | 'preview' | 'restore'
  /** Name of the corpus. */
  readonly name: string
  readonly state: 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly error?: AppError
}

/** One backup that can be restored. */
export interface Backup {
  readonly place: BackupPlace
  readonly corpus: NotedCorpus
  readonly file: string
  /** Milliseconds since 1970. */
  readonly time: number
  /** Of the file and the texts it stands on. */
  readonly bytes: number
}

const progress = createLiveValue<BackupProgress | null>(null)

/** The latest work on backups, null before the first. */
export function liveBackupProgress(): Live<BackupProgress | null> {
  return progress
}

let running: { readonly worker: Worker; readonly ended: Promise<unknown> } | null = null

/** Stops a preview or a restoring that runs; whoever started it gets `cancelled`. */
let cancel = () => {}

/** Stops what is done with backups now. */
export function cancelBackupWork(): void {
  cancel()
}

/** Does one job in a worker of its own, after the one that runs. */
async function runJob(
  work: BackupProgress['work'],
  name: string,
  request: BackupRequest,
): Promise<Result<BackupReply>> {
  while (running) await running.ended
  const worker = new Worker(new URL('../workers/backup.worker.ts', import.meta.url), { type: 'module' })
  progress.set({ work, name, state: 'running', done: 0, total: 0, at: Date.now() })
  const replied = new Promise<Result<BackupReply>>((resolve) => {
    cancel = () => resolve(fail('cancelled', 'It was stopped.'))
    worker.addEventListener('message', ({ data }: MessageEvent<BackupReply>) => {
      if (data.kind === 'progress') {
        progress.set({ work, name, state: 'running', done: data.done, total: data.total, at: Date.now() })
      } else if (data.kind === 'failed') {
        if (data.crash !== null) void invoke('app:log', 'error', `Backup: ${data.crash}`)
        resolve({ ok: false, error: data.error })
      } else {
        resolve(ok(data))
      }
    })
    worker.addEventListener('error', ({ message }) => {
      void invoke('app:log', 'error', `Backup: ${message || 'its worker did not start'}`)
      resolve(
        fail('unavailable', 'The backup stopped by an internal error.', { kept: 'The corpus is unchanged.' }),
      )
    })
    worker.postMessage(request)
  })
  running = { worker, ended: replied }
  const reply = await replied
  worker.terminate()
  running = null
  cancel = () => {}
  const last = { work, name, done: 1, total: 1, at: Date.now() }
  progress.set(reply.ok ? { ...last, state: 'done' } : { ...last, state: 'failed', error: reply.error })
  return reply
}

/** The latest backup of a corpus, as far as all its files are there. */
async function latestHead(corpus: string): Promise<BackupHead | null> {
  const noted = (await readNote(NOTE, corpus)) as BackupHead | undefined
  if (!noted) return null
  const files = await ownFiles(corpus)
  return noted.parts.every(({ file }) => files.includes(file)) ? noted : null
}

async function ownFiles(corpus: string): Promise<string[]> {
  const folders = await invoke('backup:list')
  return folders
    .filter((folder) => folder.place === 'own' && folder.corpus.id === corpus)
    .flatMap(({ files }) => files.map(({ name }) => name))
}

/** What the journal of a corpus had come to at its latest backup; null when there is none. */
export async function backedUpTo(
  corpus: string,
): Promise<Pick<BackupHead, 'seq' | 'lastPack' | 'merged'> | null> {
  return latestHead(corpus)
}

/**
 * Backs up a corpus of the registry, open or not, and removes the backups that are no longer needed. The failure of the
 * person's own folder does not undo the backup: it is in the answer.
 */
export async function backUp(corpus: NotedCorpus): Promise<Result<AppError | null>> {
  if (!(await findCorpus(corpus.id))) return fail('not-found', 'This corpus is no longer there.')
  const { version } = await invoke('app:info')
  const latest = await latestHead(corpus.id)
  const database = corpusDatabaseName(corpus.id)
  const made = await runJob('make', corpus.name, {
    kind: 'make',
    database,
    corpus: corpus.id,
    version,
    latest,
  })
  if (!made.ok) return made
  if (made.value.kind !== 'made') throw new Error('A backup ended without one')
  const { head } = made.value
  await writeNote(NOTE, corpus.id, head)
  const names = await ownFiles(corpus.id)
  const unneeded = unneededFiles(names, outdatedBackups(names, Date.now()), head.base)
  const settled = await invoke('backup:settle', { id: corpus.id, name: corpus.name }, unneeded)
  return ok(settled.ok ? null : settled.error)
}

/** Backs up the open corpus. */
export async function backUpNow(): Promise<Result<AppError | null>> {
  const open = openedCorpus()
  if (!open?.listed) return fail('unavailable', 'No corpus is open.', { advice: 'Open a corpus first.' })
  return backUp(open.corpus)
}

/** All backups there are, newest first; one that lies in both places is named once. */
export async function listBackups(): Promise<readonly Backup[]> {
  const found = new Map<string, Backup>()
  for (const folder of await invoke('backup:list')) {
    for (const backup of backupsOf(folder)) {
      const key = `${backup.corpus.id}/${backup.file}`
      if (!found.has(key)) found.set(key, backup)
    }
  }
  return [...found.values()].sort((a, b) => b.time - a.time)
}

function backupsOf({ place, corpus, files }: BackupFolder): Backup[] {
  return files.flatMap(({ name, bytes }) => {
    const read = readBackupName(name)
    if (!read) return []
    const texts = files.filter((file) => file.name.startsWith(`texts-${read.base}-`))
    const size = texts.reduce((sum, file) => sum + file.bytes, bytes)
    return [{ place, corpus, file: name, time: read.time, bytes: size }]
  })
}

/** Reads and checks a backup whole, and says what is in it and how that differs from the corpus as it is now. */
export async function previewBackup(backup: Backup): Promise<Result<BackupPreview>> {
  const { place, file, corpus } = backup
  const database = (await findCorpus(corpus.id)) ? corpusDatabaseName(corpus.id) : null
  const read = await runJob('preview', corpus.name, {
    kind: 'preview',
    place,
    corpus: corpus.id,
    file,
    database,
  })
  if (!read.ok) return read
  if (read.value.kind !== 'preview') throw new Error('A preview ended without one')
  return ok(read.value.preview)
}

/** Restores a backup into a new corpus and opens it; what there is stays as it is. A failure leaves nothing behind. */
export async function restoreBackup(backup: Backup): Promise<Result<null>> {
  const { place, file, corpus } = backup
  const made = await createCorpus(await restoredName(backup))
  if (!made.ok) return made
  const { id, name } = made.value
  const database = corpusDatabaseName(id)
  const restored = await runJob('restore', corpus.name, {
    kind: 'restore',
    place,
    corpus: corpus.id,
    file,
    database,
    name,
  })
  if (!restored.ok) {
    await deleteCorpus(id)
    return restored
  }
  const opened = await openCorpus(id)
  return opened.ok ? ok(null) : opened
}

/** The corpus' own name where it is free, otherwise with the time of the backup. */
async function restoredName({ corpus, time }: Backup): Promise<string> {
  const taken = new Set((await listCorpora()).map(({ name }) => name.toLocaleLowerCase()))
  const stamp = new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  const names = [corpus.name, `${corpus.name} (backup of ${stamp})`]
  for (let number = 2; ; number += 1) {
    const free = names.find((name) => !taken.has(name.toLocaleLowerCase()))
    if (free !== undefined) return free
    names.push(`${corpus.name} (backup of ${stamp}, ${String(number)})`)
  }
}

/** The folder that takes a second copy of each backup, null for none. */
export function readBackupFolder(): Promise<string | null> {
  return invoke('backup:folder')
}

/** Asks for a folder for second copies, and copies there what there is; null when the person cancels. */
export async function chooseBackupFolder(): Promise<Result<string | null>> {
  const picked = await invoke('backup:pick-folder')
  if (!picked.ok || picked.value === null) return picked
  const open = openedCorpus()
  if (!open?.listed) return picked
  const made = await backUp(open.corpus)
  if (!made.ok) return made
  return made.value ? { ok: false, error: made.value } : picked
}

/** Makes no second copies any more; those that are there stay. */
export function forgetBackupFolder(): Promise<void> {
  return invoke('backup:forget-folder')
}
