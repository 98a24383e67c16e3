import { corpusDatabaseName, databaseNames, deleteDatabase } from '#data/database'
import { deletedCorpora, unregisterCorpus } from '#data/registry'

/** Databases of temporary corpora of headless runs. */
export const TEMPORARY_PREFIX = 'crossread-temporary-'

const SWEEP_LOCK = 'crossread-sweep'

/** Longest wait for an idle moment, in milliseconds. */
const IDLE_TIMEOUT = 30_000

/**
 * Deletes the databases of deleted corpora and what temporary ones left behind, when the program is idle, one at a
 * time: deleting several in a row without a pause makes the next imports up to five times slower.
 */
export function sweepDeleted(): void {
  requestIdleCallback(() => void sweep(), { timeout: IDLE_TIMEOUT })
}

/** Finishes the deletion of a corpus now, if it waits for it. */
export async function finishDeletion(id: string): Promise<void> {
  await navigator.locks.request(SWEEP_LOCK, async () => {
    if ((await deletedCorpora()).includes(id)) await deleteForGood(id)
  })
}

/** Runs work on a database that must not be swept away, though the registry does not know it. */
export async function withoutSweeping<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(SWEEP_LOCK, work)
}

async function deleteForGood(id: string): Promise<void> {
  await deleteDatabase(corpusDatabaseName(id))
  await unregisterCorpus(id)
}

async function sweep(): Promise<void> {
  // One at a time, and never while a corpus of the same id is being made anew.
  const more = await navigator.locks.request(SWEEP_LOCK, async () => {
    const [deleted] = await deletedCorpora()
    if (deleted !== undefined) {
      await deleteForGood(deleted)
      return true
    }
    const [left] = await databaseNames(TEMPORARY_PREFIX)
    if (left !== undefined) await deleteDatabase(left)
    return left !== undefined
  })
  if (more) sweepDeleted()
}
