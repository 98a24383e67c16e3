import type { Migration } from './migration'

/** The tables of the first version. */
export const firstTables: Migration = {
  version: 1,
  stores: {
    corpus: 'id',
    articles: 'id, textSha256',
    bodies: 'pack',
    annotations: 'id, article',
    layers: 'id',
    tags: 'id',
    sources: 'id',
    speakers: 'id',
    annotators: 'id',
    stories: 'id',
    stats: 'article',
    counts: 'key',
    journal: 'seq',
    journalChanges: 'seq',
    imports: 'id',
    importBatches: '[import+batch]',
    reading: 'article',
  },
}
