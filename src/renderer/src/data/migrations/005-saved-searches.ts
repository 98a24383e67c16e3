import type { Migration } from './migration'

/** Searches that a person keeps; the journal writes them. */
export const savedSearches: Migration = {
  version: 5,
  stores: { savedSearches: 'id' },
}
