import { Dexie, type Table } from 'dexie'
import { newId } from '#core/model/ids'
import type { Annotator } from '#core/model/corpus'
import { liveOf, type Live } from './live'

/** A corpus as the registry lists it. Name and description are copies of what the corpus' own database says. */
export interface RegisteredCorpus {
  /** Names its database; differs from the id of the corpus itself when that came with a dataset. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Articles that are not removed. */
  readonly articles: number
  /** ISO times. */
  readonly createdAt: string
  readonly lastOpenedAt: string | null
  /** True once a person deleted it: listed no more, its database goes when the program is idle. */
  readonly deleted: boolean
}

/** One setting; each is a row of its own, so that two changes do not overwrite each other. */
interface StoredSetting {
  readonly key: string
  readonly value: unknown
}

/** The database that knows the corpora and the settings of this machine. */
class Registry extends Dexie {
  declare corpora: Table<RegisteredCorpus, string>
  declare settings: Table<StoredSetting, string>

  constructor() {
    super('crossread-registry', { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ corpora: 'id', settings: 'key' })
  }
}

const registry = new Registry()

/** Every corpus that is not deleted, by name. */
export async function listCorpora(): Promise<RegisteredCorpus[]> {
  const all = await registry.corpora.toArray()
  return all.filter((corpus) => !corpus.deleted).sort((a, b) => a.name.localeCompare(b.name))
}

/** The list of corpora, followed. */
export function liveRegisteredCorpora(): Live<RegisteredCorpus[]> {
  return liveOf(listCorpora)
}

/** A corpus that is not deleted, or null. */
export async function findCorpus(id: string): Promise<RegisteredCorpus | null> {
  const corpus = await registry.corpora.get(id)
  return corpus && !corpus.deleted ? corpus : null
}

/** Enters a corpus. */
export async function registerCorpus(corpus: RegisteredCorpus): Promise<void> {
  await registry.corpora.put(corpus)
}

/** Changes what the registry says of a corpus; nothing when it is not listed. */
export async function updateRegistered(
  id: string,
  patch: Partial<Omit<RegisteredCorpus, 'id'>>,
): Promise<void> {
  await registry.corpora.update(id, patch)
}

/** Ids of the corpora that a person deleted and whose databases are still there. */
export async function deletedCorpora(): Promise<string[]> {
  const all = await registry.corpora.toArray()
  return all.filter((corpus) => corpus.deleted).map((corpus) => corpus.id)
}

/** Forgets a corpus whose database is gone. */
export async function unregisterCorpus(id: string): Promise<void> {
  await registry.corpora.delete(id)
}

/** All settings that were ever changed, by key. */
export async function readSettings(): Promise<Record<string, unknown>> {
  const rows = await registry.settings.toArray()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** Writes settings by key; the others stay. */
export async function writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  await registry.settings.bulkPut(Object.entries(settings).map(([key, value]) => ({ key, value })))
}

/** The settings, followed. */
export function liveStoredSettings(): Live<Record<string, unknown>> {
  return liveOf(readSettings)
}

/** What is kept of one corpus between two runs under a name, undefined when nothing is. */
export async function readNote(name: string, corpus: string): Promise<unknown> {
  return (await registry.settings.get(`${name}:${corpus}`))?.value
}

/** Keeps something of one corpus between two runs; no setting, so that nothing that follows the settings hears of it. */
export async function writeNote(name: string, corpus: string, value: unknown): Promise<void> {
  await registry.settings.put({ key: `${name}:${corpus}`, value })
}

/** Key of the setting that holds the annotator of this machine. */
export const ANNOTATOR_KEY = 'annotator'

/** Name of "me" until it is changed. */
export const DEFAULT_ANNOTATOR_NAME = 'Me'

/** The annotator of this machine: made once, with an id that never changes. */
export async function readAnnotator(): Promise<Annotator> {
  return registry.transaction('rw', registry.settings, async () => {
    const stored = (await registry.settings.get(ANNOTATOR_KEY))?.value as Annotator | undefined
    if (stored) return stored
    const annotator = { id: newId(), name: DEFAULT_ANNOTATOR_NAME }
    await registry.settings.put({ key: ANNOTATOR_KEY, value: annotator })
    return annotator
  })
}

/** Renames the annotator of this machine. */
export async function renameAnnotator(name: string): Promise<Annotator> {
  const annotator = { ...(await readAnnotator()), name }
  await registry.settings.put({ key: ANNOTATOR_KEY, value: annotator })
  return annotator
}
