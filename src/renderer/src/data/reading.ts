import type { CorpusDatabase } from './database'

/** Where a person was in an article (UTF-16 offset), null when unknown. */
export async function readReadingPosition(db: CorpusDatabase, article: string): Promise<number | null> {
  return (await db.reading.get(article))?.offset ?? null
}

/** Remembers positions, by article. Not journaled: nobody undoes scrolling. */
export async function writeReadingPosition(
  db: CorpusDatabase,
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  await db.reading.bulkPut([...positions].map(([article, offset]) => ({ article, offset })))
}
