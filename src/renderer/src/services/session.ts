import { useSyncExternalStore } from 'react'
import type { Corpus } from '#core/model/corpus'
import { fail, ok, type Result } from '#core/model/result'
import { liveCorpusFacts, readCorpusFacts } from '#data/corpus'
import { corpusDatabaseName, openCorpusDatabase } from '#data/database'
import { attempt } from '#data/errors'
import { findCorpus, updateRegistered } from '#data/registry'
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
    const opened = await open(corpusDatabaseName(id), { id, name: registered.name, description: '' })
    if (opened.ok) await updateRegistered(id, { lastOpenedAt: new Date().toISOString() })
    return opened
  })
}

/** Opens a corpus that the registry does not list, by the name of its database. For the headless run. */
export function openUnlisted(databaseName: string, corpus: Corpus): Promise<Result<Corpus>> {
  return inTurn(() => open(databaseName, corpus))
}

function open(databaseName: string, fallback: Corpus): Promise<Result<Corpus>> {
  return attempt(async () => {
    const database = await openCorpusDatabase(databaseName, 'strict')
    await close()
    await settleImports(database)
    const { corpus } = await readCorpusFacts(database)
    const shown = { ...(corpus ?? fallback), id: fallback.id }
    setOpenCorpus({ corpus: shown, database })
    stopFollowing = liveCorpusFacts(database).subscribe((facts) => {
      const current = openedCorpus()
      if (current?.database !== database || !facts.corpus) return
      const { name, description } = facts.corpus
      if (name !== current.corpus.name || description !== current.corpus.description) {
        setOpenCorpus({ database, corpus: { ...current.corpus, name, description } })
      }
      void updateRegistered(current.corpus.id, { name, description, articles: facts.articles })
    })
    return ok(shown)
  })
}

/** Closes the open corpus, if any. */
export function closeCorpus(): Promise<void> {
  return inTurn(close)
}

async function close(): Promise<void> {
  const current = openedCorpus()
  if (!current) return
  stopFollowing()
  await flushReadingPosition()
  const { articles } = await readCorpusFacts(current.database)
  await updateRegistered(current.corpus.id, { articles })
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
