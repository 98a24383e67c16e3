import type { Migration } from './migration'

/**
 * The search index. All of it can be made again from the articles. Blocks have their number as key and are plain bytes,
 * the other tables what is read whole when the corpus is opened.
 */
export const search: Migration = {
  version: 4,
  stores: {
    searchState: 'key',
    searchSegments: 'id',
    searchColumns: 'segment',
    searchBlocks: '',
  },
}
