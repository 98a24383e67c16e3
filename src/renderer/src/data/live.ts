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

/** Calls `listener` after every write to one of the tables, by whichever window or worker; answers what ends this. */
export function onWrites(db: CorpusDatabase, tables: readonly string[], listener: () => void): () => void {
  const parts = tables.map((table) => `idb://${db.name}/${table}/`)
  const onMutated = (mutated: ObservabilitySet) => {
    if (mutated['all'] ?? parts.some((part) => mutated[part])) listener()
  }
  Dexie.on('storagemutated', onMutated)
  return () => Dexie.on.storagemutated.unsubscribe(onMutated)
}
