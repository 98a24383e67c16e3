import { readFileSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BACKUP_NAME, PART_NAME } from '#core/backup/manifest'
import { ok, type Result } from '#core/model/result'
import { CORPUS_ID_PATTERN, isNotedCorpus } from '#ipc/arguments'
import type { BackupFolder, BackupPlace, NotedCorpus } from '#ipc/channels'
import { isListOf, isNullOr, isText } from '#ipc/guards'
import { writeFileAtomically } from './atomic-file'
import { describeWriteFailure, prepareTarget } from './export-target'
import { createExportWriter } from './export-writer'
import { describeThrown, type Log } from './log'

/** Folder inside the one a person chose: what is in there is the program's, and nothing else is touched. */
const CHOSEN_NAME = 'Crossread backups'

/** Says which corpus a folder of backups is of. */
const ABOUT = 'corpus.json'

/** The files of backups, in the folder of the program's data and in the person's own (test/unit/main/backups.test.ts). */
export interface Backups {
  readonly list: () => Promise<readonly BackupFolder[]>
  /** Absolute path of a file of a backup; null when the names are none that the program gives. */
  readonly locate: (place: BackupPlace, corpus: string, name: string) => string | null
  /** Writes a file into the program's own folder, whole or not at all. */
  readonly write: (corpus: string, name: string, bytes: Uint8Array) => Promise<Result<null>>
  readonly settle: (corpus: NotedCorpus, unneeded: readonly string[]) => Promise<Result<null>>
  readonly folder: () => string | null
  readonly setFolder: (path: string | null) => void
  readonly noteCorpora: (corpora: readonly NotedCorpus[]) => void
  readonly notedCorpora: () => readonly NotedCorpus[]
}

interface Notes {
  readonly folder: string | null
  readonly corpora: readonly NotedCorpus[]
}

/** @param dataFolder folder of the program's data */
export function openBackups(dataFolder: string, log: Log): Backups {
  const own = join(dataFolder, 'backups')
  const notesPath = join(dataFolder, 'backups.json')
  let notes = readNotes(notesPath)

  const save = (next: Notes): void => {
    const text = JSON.stringify(next)
    if (text === JSON.stringify(notes)) return
    notes = next
    writeFileAtomically(notesPath, text)
  }
  const rootOf = (place: BackupPlace): string | null => {
    if (place === 'own') return own
    const { folder } = notes
    return folder === null ? null : join(folder, CHOSEN_NAME)
  }

  const locate: Backups['locate'] = (place, corpus, name) => {
    const root = rootOf(place)
    const known = CORPUS_ID_PATTERN.test(corpus) && isBackupFile(name)
    return root !== null && known ? join(root, corpus, name) : null
  }

  return {
    list: async () => {
      const places = ['own', 'chosen'] as const
      const all = await Promise.all(
        places.map(async (place) => {
          const root = rootOf(place)
          return root === null ? [] : listPlace(root, place)
        }),
      )
      return all.flat()
    },
    locate,
    write: async (corpus, name, bytes) => {
      const path = locate('own', corpus, name)
      if (path === null) throw new Error(`${name} is no name of a backup`)
      await mkdir(join(own, corpus), { recursive: true })
      const place = await prepareTarget(path)
      if (!place.ok) return place
      const writer = createExportWriter(place.value)
      const sent = await writer.append(0, bytes)
      if (!sent.ok) return sent
      const done = await writer.finish()
      return done.ok ? ok(null) : done
    },
    settle: async (corpus, unneeded) => {
      const folder = join(own, corpus.id)
      writeFileAtomically(join(folder, ABOUT), JSON.stringify(corpus))
      await removeFiles(folder, unneeded, log)
      const root = rootOf('chosen')
      if (root === null) return ok(null)
      try {
        await mirror(folder, join(root, corpus.id))
        return ok(null)
      } catch (error) {
        log.write('warn', `The second copy of a backup: ${describeThrown(error)}`)
        const { kind, message, advice } = describeWriteFailure(error, 'the second copy of the backup')
        const kept = 'The backup in the folder of the program’s own data is whole.'
        return { ok: false, error: { kind, message, kept, ...(advice !== undefined && { advice }) } }
      }
    },
    folder: () => notes.folder,
    setFolder: (folder) => {
      save({ ...notes, folder })
    },
    noteCorpora: (corpora) => {
      save({ ...notes, corpora })
    },
    notedCorpora: () => notes.corpora,
  }
}

function isBackupFile(name: string): boolean {
  return BACKUP_NAME.test(name) || PART_NAME.test(name)
}

const isCorpora = isListOf(isNotedCorpus, 100_000)
const isFolder = isNullOr(isText(32_767))

function readNotes(path: string): Notes {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null) {
      const folder: unknown = Reflect.get(value, 'folder')
      const corpora: unknown = Reflect.get(value, 'corpora')
      if (isFolder(folder) && isCorpora(corpora)) return { folder, corpora }
    }
  } catch {
    // A first start, or a file that was damaged: nothing is known then.
  }
  return { folder: null, corpora: [] }
}

async function listPlace(root: string, place: BackupPlace): Promise<BackupFolder[]> {
  const names = await readdir(root).catch(() => [])
  const folders = await Promise.all(
    names.filter((name) => CORPUS_ID_PATTERN.test(name)).map((name) => listFolder(root, name, place)),
  )
  return folders.filter((folder) => folder !== null)
}

async function listFolder(root: string, id: string, place: BackupPlace): Promise<BackupFolder | null> {
  const folder = join(root, id)
  const files: { name: string; bytes: number }[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const found = isBackupFile(name) ? await stat(join(folder, name)).catch(() => null) : null
    if (found?.isFile() === true) files.push({ name, bytes: found.size })
  }
  if (files.length === 0) return null
  return { place, corpus: { id, name: await nameOf(folder, id) }, files }
}

async function nameOf(folder: string, id: string): Promise<string> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, ABOUT), 'utf8'))
    return isNotedCorpus(value) ? value.name : id
  } catch {
    return id
  }
}

async function removeFiles(folder: string, names: readonly string[], log: Log): Promise<void> {
  for (const name of names.filter(isBackupFile)) {
    await rm(join(folder, name), { force: true }).catch((error: unknown) => {
      log.write('warn', `An old backup could not be removed: ${describeThrown(error)}`)
    })
  }
}

/** Makes the second folder as the first: what is missing is copied, what is old goes. A copy has its name once it is whole. */
async function mirror(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const wanted = (await readdir(from)).filter((name) => isBackupFile(name) || name === ABOUT)
  const there = new Set(await readdir(to))
  for (const name of wanted) {
    if (there.has(name) && name !== ABOUT) continue
    const temporary = join(to, `.${name}.tmp`)
    try {
      await copyFile(join(from, name), temporary)
      await rename(temporary, join(to, name))
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
  }
  const known = new Set(wanted)
  for (const name of there)
    if (isBackupFile(name) && !known.has(name)) await rm(join(to, name), { force: true })
}
