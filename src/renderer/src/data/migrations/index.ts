import { firstTables } from './001-first-tables'
import { suggestions } from './002-suggestions'
import { comparison } from './003-comparison'
import { search } from './004-search'
import { savedSearches } from './005-saved-searches'
import type { Migration } from './migration'

/** Every migration of the corpus database, oldest first. */
export const MIGRATIONS: readonly Migration[] = [firstTables, suggestions, comparison, search, savedSearches]
