import type { LibraryFilter, LibrarySummary, SortOrder } from '#core/library/library-query'
import {
  findArticles,
  liveLibrary,
  onLibraryRows,
  readLibraryRows,
  type LibraryFound,
} from '#services/library'
import type { Live } from '#services/use-live'
import type { LibraryRow } from './rows'

/** Where the library has its articles from: the open corpus, or a test's own. */
export interface LibrarySource {
  /** Null before the corpus was read; a new value after each change. */
  readonly live: Live<LibrarySummary | null>
  readonly find: (filter: LibraryFilter, sort: SortOrder | null) => Promise<LibraryFound | null>
  /** Has the listener called with the articles whose rows are to be read again, null for all; ends by what it answers. */
  readonly onRows: (listener: (ids: readonly string[] | null) => void) => () => void
  /** The rows of those articles that there are. */
  readonly read: (ids: readonly string[]) => Promise<readonly LibraryRow[]>
}

/** The articles of the open corpus. */
export const openLibrary: LibrarySource = {
  live: liveLibrary(),
  find: findArticles,
  onRows: onLibraryRows,
  read: readLibraryRows,
}
