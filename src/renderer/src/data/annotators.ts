import type { Annotator } from '#core/model/corpus'
import type { CorpusDatabase } from './database'

/** Renames an annotator where the corpus knows them. Not journaled: it changes nothing that was annotated. */
export async function renameInCorpus(db: CorpusDatabase, annotator: Annotator): Promise<void> {
  await db.annotators.update(annotator.id, { name: annotator.name })
}
