import { useSyncExternalStore } from 'react'
import type { Corpus } from '#core/model/corpus'
import { fail, ok, type Result } from '#core/model/result'
import { liveCorpusFacts, readCorpusFacts, type CorpusFacts } from '#data/corpus'
import { corpusDatabaseName, openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { attempt } from '#data/errors'
import { findCorpus, updateRegistered } from '#data/registry'
import { sweepDeleted } from './deletion'
import { setFailure } from './failure'
import { settleImports } from './import-liveness'
import { onCorpusChange, openedCorpus, setOpenCorpus } from './open-corpus'
import { flushReadingPosition } from './reading'

/** Opening and closing happen one after the other, whoever asks. */
let turn: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work)
  turn = result.catch(() => undefined)
  return result
}

let stopFollowing = () => {}

/**
 * Opens a corpus that the registry lists, closing the one that was open. Its imports that lost their worker are
 * marked interrupted.
 * @returns `not-found` for an unknown or deleted corpus, `unsupported-version` for one of a newer program;
 *   the corpus that was open stays open then
 */
export function openCorpus(id: string): Promise<Result<Corpus>> {
  return inTurn(async () => {
    const registered = await findCorpus(id)
    if (!registered) return fail('not-found', 'This corpus is no longer there.', { advice: 'Open another.' })
    const opened = await open(corpusDatabaseName(id), registered, true)
    if (!opened.ok) setFailure({ id, name: registered.name, error: opened.error })
    if (opened.ok) {
      setFailure(null)
      await updateRegistered(id, { lastOpenedAt: new Date().toISOString() })
      sweepDeleted()
    }
    return opened
  })
}

/** Opens a corpus that the registry does not list, by the name of its database. For the headless run. */
export function openUnlisted(databaseName: string, corpus: Corpus): Promise<Result<Corpus>> {
  return inTurn(() => open(databaseName, corpus, false))
}

/** @param listed whether the registry keeps a copy of name and number of articles under `known.id` */
function open(databaseName: string, known: Corpus, listed: boolean): Promise<Result<Corpus>> {
  return attempt(async () => {
    const database = await openCorpusDatabase(databaseName, 'strict')
    await close()
    await settleImports(database)
    const corpus = describe((await readCorpusFacts(database)).corpus ?? known, known.id)
    setOpenCorpus({ corpus, database, listed })
    stopFollowing = liveCorpusFacts(database).subscribe((facts) => {
      void keepCopy(database, facts)
    })
    return ok(corpus)
  })
}

function describe({ name, description }: Corpus, id: string): Corpus {
  return { id, name, description }
}

/** Brings the session and the registry up to date with what the corpus says of itself. */
async function keepCopy(database: CorpusDatabase, { corpus, articles }: CorpusFacts): Promise<void> {
  const current = openedCorpus()
  if (current?.database !== database || !corpus) return
  const { id } = current.corpus
  const { name, description } = corpus
  if (name !== current.corpus.name || description !== current.corpus.description) {
    setOpenCorpus({ ...current, corpus: describe(corpus, id) })
  }
  if (current.listed) await updateRegistered(id, { name, description, articles })
}

/** Closes the open corpus, if any. */
export function closeCorpus(): Promise<void> {
  return inTurn(close)
}

async function close(): Promise<void> {
  const current = openedCorpus()
  if (!current) return
  stopFollowing()
  // A database that no longer answers must not keep its corpus open: the registry's copy is then as it was last.
  await attempt(async () => {
    await flushReadingPosition()
    await keepCopy(current.database, await readCorpusFacts(current.database))
    return ok(null)
  })
  setOpenCorpus(null)
  current.database.close()
}

/**
 * The open corpus, or null. Its id is the one `openCorpus` takes; the corpus' own id, which a dataset carries,
 * stays in its database.
 */
export function currentCorpus(): Corpus | null {
  return openedCorpus()?.corpus ?? null
}

/** The open corpus, or null, followed. */
export function useCorpus(): Corpus | null {
  return useSyncExternalStore(onCorpusChange, currentCorpus)
}
