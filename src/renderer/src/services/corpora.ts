import type { Corpus } from '#core/model/corpus'
import { newId } from '#core/model/ids'
import { tidyName } from '#core/model/names'
import { fail, ok, type Result } from '#core/model/result'
import { createCorpusDatabase } from '#data/corpus'
import { corpusDatabaseName, openCorpusDatabase } from '#data/database'
import { attempt } from '#data/errors'
import { decideCommand } from '#data/journal'
import type { Live } from '#data/live'
import {
  findCorpus,
  listCorpora,
  liveRegisteredCorpora,
  registerCorpus,
  updateRegistered,
} from '#data/registry'
import { finishDeletion, sweepDeleted } from './deletion'
import { stopExport } from './exports'
import { stopImports } from './imports'
import { currentAnnotator, openedCorpus } from './open-corpus'
import { closeCorpus } from './session'

/** A corpus as the list of corpora shows it. */
export interface CorpusSummary extends Corpus {
  /** Articles that are not removed. */
  readonly articles: number
  /** ISO time, null when never opened. */
  readonly lastOpenedAt: string | null
}

const corpora: Live<CorpusSummary[]> = {
  subscribe: (next, error) =>
    liveRegisteredCorpora().subscribe(
      (all) =>
        next(
          all.map(({ id, name, description, articles, lastOpenedAt }) => ({
            id,
            name,
            description,
            articles,
            lastOpenedAt,
          })),
        ),
      error,
    ),
}

/** Every corpus of this machine, by name. */
export function liveCorpora(): Live<CorpusSummary[]> {
  return corpora
}

async function checkName(name: string, own: string | null): Promise<Result<string>> {
  const trimmed = tidyName(name)
  if (trimmed === '') return fail('invalid-input', 'A corpus needs a name.')
  const lower = trimmed.toLocaleLowerCase()
  const same = (await listCorpora()).find(
    (corpus) => corpus.id !== own && corpus.name.toLocaleLowerCase() === lower,
  )
  return same
    ? fail('conflict', `There is a corpus “${same.name}” already.`, { advice: 'Choose another name.' })
    : ok(trimmed)
}

/** Makes an empty corpus with the built-in layers. It is not opened. */
export function createCorpus(name: string, description = ''): Promise<Result<Corpus>> {
  return makeCorpus(newId(), name, description)
}

/** Makes a corpus with a given id: the headless run derives it from the name. */
export function makeCorpus(id: string, name: string, description = ''): Promise<Result<Corpus>> {
  return attempt(async () => {
    const checked = await checkName(name, null)
    if (!checked.ok) return checked
    const corpus: Corpus = { id, name: checked.value, description: description.trim() }
    // An id that comes from the name may be that of a corpus whose database still waits to be deleted.
    await finishDeletion(id)
    // The database first: a registry entry without one could not be opened.
    await createCorpusDatabase(corpusDatabaseName(id), corpus)
    await registerCorpus({
      ...corpus,
      articles: 0,
      createdAt: new Date().toISOString(),
      lastOpenedAt: null,
      deleted: false,
    })
    return ok(corpus)
  })
}

/** Renames a corpus, open or not. */
export function renameCorpus(id: string, name: string): Promise<Result<null>> {
  return attempt(async () => {
    const checked = await checkName(name, id)
    return checked.ok ? editCorpus(id, 'Rename corpus', { name: checked.value }) : checked
  })
}

/** Sets what a corpus says about itself, open or not. */
export function describeCorpus(id: string, description: string): Promise<Result<null>> {
  return attempt(() => editCorpus(id, 'Describe corpus', { description: description.trim() }))
}

async function editCorpus(
  id: string,
  label: string,
  patch: Partial<Pick<Corpus, 'name' | 'description'>>,
): Promise<Result<null>> {
  if (!(await findCorpus(id))) return fail('not-found', 'This corpus is no longer there.')
  const current = openedCorpus()
  const isOpen = current?.corpus.id === id
  const db = isOpen ? current.database : await openCorpusDatabase(corpusDatabaseName(id), 'strict')
  try {
    const done = await decideCommand(
      db,
      ['corpus'],
      async () => {
        const before = await db.corpus.toCollection().first()
        if (!before) return fail('not-found', 'This corpus is damaged: it has no name of its own.')
        const after = { ...before, ...patch }
        return ok({ label, changes: [{ table: 'corpus', id: before.id, before, after }] })
      },
      await currentAnnotator(),
    )
    if (!done.ok) return done
    await updateRegistered(id, patch)
    return ok(null)
  } finally {
    if (!isOpen) db.close()
  }
}

/**
 * Deletes a corpus: it is listed no more from now on, and its database goes when the program is idle. Never half:
 * what a kill leaves over goes at the next start.
 */
export function deleteCorpus(id: string): Promise<Result<null>> {
  return attempt(async () => {
    if (!(await findCorpus(id))) return fail('not-found', 'This corpus is no longer there.')
    await Promise.all([stopImports(corpusDatabaseName(id)), stopExport(corpusDatabaseName(id))])
    if (openedCorpus()?.corpus.id === id) await closeCorpus()
    await updateRegistered(id, { deleted: true })
    sweepDeleted()
    return ok(null)
  })
}
