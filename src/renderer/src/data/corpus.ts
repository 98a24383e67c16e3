import { DEFAULT_LAYERS } from '#core/model/codebook'
import type { Corpus } from '#core/model/corpus'
import { openCorpusDatabase, type CorpusDatabase } from './database'
import { pacedOf, type Live } from './live'

/** Makes the database of a new corpus with the built-in layers; what it held before stays, so that a retry is safe. */
export async function createCorpusDatabase(databaseName: string, corpus: Corpus): Promise<void> {
  const db = await openCorpusDatabase(databaseName, 'strict')
  try {
    await db.transaction('rw', db.corpus, db.layers, async () => {
      await db.corpus.put(corpus)
      await db.layers.bulkPut([...DEFAULT_LAYERS])
    })
  } finally {
    db.close()
  }
}

/** What the corpus says of itself and how many articles it lists. */
export interface CorpusFacts {
  readonly corpus: Corpus | null
  readonly articles: number
}

/** Name, description and number of articles. */
export async function readCorpusFacts(db: CorpusDatabase): Promise<CorpusFacts> {
  return {
    corpus: (await db.corpus.toCollection().first()) ?? null,
    articles: (await db.counts.get('articles'))?.value ?? 0,
  }
}

/** Name, description and number of articles, followed. */
export function liveCorpusFacts(db: CorpusDatabase): Live<CorpusFacts> {
  return pacedOf(db, [db.corpus.name, db.counts.name], () => readCorpusFacts(db))
}
