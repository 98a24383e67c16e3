import type { TaggerModel } from '#core/suggest/tagger/model'
import type { CorpusDatabase } from './database'
import { liveOf, type Live } from './live'
import type { TaggerRecord } from './stored'

export type { TaggerRecord } from './stored'

/** The record of the trained tagger, null when there is none. */
export async function readTagger(db: CorpusDatabase): Promise<TaggerRecord | null> {
  const stored = await db.tagger.get('record')
  return stored?.part === 'record' ? stored : null
}

/** The record of the trained tagger, followed. */
export function liveTaggerRecord(db: CorpusDatabase): Live<TaggerRecord | null> {
  return liveOf(() => readTagger(db))
}

/** The trained model; null when there is none, or when a person has switched it off. */
export async function readEnabledModel(db: CorpusDatabase): Promise<TaggerModel | null> {
  return db.transaction('r', db.tagger, async () => {
    const record = await readTagger(db)
    if (record?.enabled !== true) return null
    return readModel(db)
  })
}

/** Stores a model with its record in place of the one before. */
export async function storeTagger(
  db: CorpusDatabase,
  record: Omit<TaggerRecord, 'part'>,
  model: TaggerModel,
): Promise<void> {
  await db.tagger.bulkPut([
    { part: 'record', ...record },
    { part: 'model', model },
  ])
}

/** So many decisions make a training worth its while: about an hour's work. */
const DUE_AFTER = 100

/** How many annotations of the corpus are accepted or rejected. */
export async function countDecided(db: CorpusDatabase): Promise<number> {
  let decided = 0
  await db.stats.each(({ accepted, rejected }) => {
    decided += accepted + rejected
  })
  return decided
}

/** True when there is a model, and much was decided since it was trained. */
export async function isTrainingDue(db: CorpusDatabase): Promise<boolean> {
  const record = await readTagger(db)
  return record !== null && (await countDecided(db)) - (record.decided ?? 0) >= DUE_AFTER
}

/** Notes that what was decided up to now has been tried, and that the model stays as it is. */
export async function keepModel(db: CorpusDatabase, decided: number): Promise<void> {
  await db.transaction('rw', db.tagger, async () => {
    const record = await readTagger(db)
    if (record) await db.tagger.put({ ...record, decided })
  })
}

/** The trained model, switched on or not; null when there is none. */
export async function readModel(db: CorpusDatabase): Promise<TaggerModel | null> {
  const stored = await db.tagger.get('model')
  return stored?.part === 'model' ? stored.model : null
}

/** Switches the trained tagger on or off; false when there is none. */
export async function switchTagger(db: CorpusDatabase, enabled: boolean): Promise<boolean> {
  return db.transaction('rw', db.tagger, async () => {
    const record = await readTagger(db)
    if (record) await db.tagger.put({ ...record, enabled })
    return record !== null
  })
}
