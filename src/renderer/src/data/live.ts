import { Dexie, liveQuery, type ObservabilitySet } from 'dexie'
import type { CorpusDatabase } from './database'

/**
 * A value that follows the database. `subscribe` calls `next` with the value soon and again after every change to it,
 * whichever window or worker made the change, and answers the function that ends this.
 */
export interface Live<T> {
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): () => void
}

/** The value that `query` answers, asked again when a row it read has changed. The query must only read. */
export function liveOf<T>(query: () => T | PromiseLike<T>): Live<T> {
  return {
    subscribe(next, error) {
      const subscription = liveQuery(async () => query()).subscribe(next, error)
      return () => subscription.unsubscribe()
    },
  }
}

/** Milliseconds between two questions of a paced value while writes keep coming. */
const PACE = 500
/** Questions that need not wait after a calm time: an import of three files is seen to run and to end. */
const AT_ONCE = 4

/**
 * A value that follows whole tables: asked again soon after a write to one of them, but only twice a second while they keep
 * coming. For what each batch of an import changes: every question costs the window's thread and a core that the import
 * needs.
 */
export function pacedOf<T>(
  db: CorpusDatabase,
  tables: readonly string[],
  query: () => PromiseLike<T>,
): Live<T> {
  return {
    subscribe(next, error) {
      let isAsking = false
      let isStale = true
      let isStopped = false
      let askedAt = performance.now()
      let spare = AT_ONCE
      let timer: ReturnType<typeof setTimeout> | undefined
      const ask = async () => {
        timer = undefined
        isAsking = true
        isStale = false
        spare = Math.min(AT_ONCE, spare + Math.floor((performance.now() - askedAt) / PACE)) - 1
        askedAt = performance.now()
        try {
          const value = await query()
          if (!isStopped) next(value)
        } catch (failure) {
          // A corpus that was closed under a question is no failure.
          if (!isStopped && db.isOpen()) error?.(failure)
        }
        isAsking = false
        schedule()
      }
      const schedule = () => {
        if (isStopped || isAsking || !isStale || timer !== undefined) return
        const wait = spare > 0 ? 0 : askedAt + PACE - performance.now()
        timer = setTimeout(() => void ask(), Math.max(0, wait))
      }
      const end = onWrites(db, tables, () => {
        isStale = true
        schedule()
      })
      schedule()
      return () => {
        isStopped = true
        clearTimeout(timer)
        end()
      }
    },
  }
}

/** Calls `listener` after every write to one of the tables, by whichever window or worker; answers what ends this. */
export function onWrites(db: CorpusDatabase, tables: readonly string[], listener: () => void): () => void {
  const parts = tables.map((table) => `idb://${db.name}/${table}/`)
  const onMutated = (mutated: ObservabilitySet) => {
    if (mutated['all'] ?? parts.some((part) => mutated[part])) listener()
  }
  Dexie.on('storagemutated', onMutated)
  return () => Dexie.on.storagemutated.unsubscribe(onMutated)
}
