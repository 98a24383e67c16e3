import type { SavedSearch } from '#core/model/saved-search'
import type { CorpusDatabase } from './database'

/** The searches that a person keeps, in the order in which they were saved; none where an older program's table is missing. */
export async function readSavedSearches(db: CorpusDatabase): Promise<SavedSearch[]> {
  // A corpus that is rescued is opened with the tables it has.
  return db.tables.some(({ name }) => name === 'savedSearches') ? db.savedSearches.toArray() : []
}
