import type { Annotation } from '#core/model/annotation'
import type { Speaker } from '#core/model/speaker'
import { sameValue } from './changes'
import type { CorpusDatabase } from './database'
import { storeStats } from './journal'
import { speakerOf } from './review'
import { changeStats } from './stats'
import type { ArticleStats } from './stored'
import { planSuggestions } from './suggestion-plan'

/** The speakers of a corpus, and the last journal entry at the time they were read. */
export interface KnownSpeakers {
  readonly speakers: readonly Speaker[]
  readonly seq: number
}

/** All speakers as they are now. */
export async function readKnownSpeakers(db: CorpusDatabase): Promise<KnownSpeakers> {
  return db.transaction('r', db.speakers, db.journal, async () => ({
    speakers: await db.speakers.toArray(),
    seq: await lastSeq(db),
  }))
}

async function lastSeq(db: CorpusDatabase): Promise<number> {
  const last = await db.journal.orderBy('seq').last()
  return last?.seq ?? 0
}

/** What a run gives to be stored, asked for within the transaction. It must not await anything. */
export interface Linking {
  /** Called first when the journal has moved on since `seq`: a person may have merged or split speakers. */
  readonly relink: (known: KnownSpeakers) => void
  /** The suggestions of each article, speakers linked. */
  readonly annotations: () => ReadonlyMap<string, readonly Annotation[]>
  /** The record of a speaker that they name. */
  readonly speaker: (id: string) => Speaker | null
}

/** Everything a store of suggestions writes or has to see unchanged. */
function tablesOf(db: CorpusDatabase) {
  return [db.annotations, db.speakers, db.stats, db.journal]
}

/**
 * Stores the suggestions of some articles in one transaction: annotations, statistics and speakers. What a person has
 * decided by then stays (`planSuggestions`), though they decided while the run was at work.
 * @param seq the journal entry up to which the run knows the speakers
 * @returns undecided suggestions of the articles afterwards
 */
export async function storeSuggestions(
  db: CorpusDatabase,
  articles: readonly string[],
  seq: number,
  linking: Linking,
): Promise<number> {
  return db.transaction('rw', tablesOf(db), async () => {
    if ((await lastSeq(db)) !== seq) linking.relink(await readKnownSpeakers(db))
    const proposed = linking.annotations()
    const stats = new Map<string, ArticleStats>()
    for (const row of await db.stats.bulkGet([...articles])) if (row) stats.set(row.article, row)
    const existing = await annotationsOf(db, [...stats.keys()])
    const put: Annotation[] = []
    const gone: Annotation[] = []
    let open = 0
    for (const article of articles) {
      const before = existing.get(article) ?? []
      const plan = planSuggestions(before, proposed.get(article) ?? [])
      const old = new Map(before.map((annotation) => [annotation.id, annotation]))
      for (const next of plan.put) {
        stats.set(article, changeStats(stats.get(article), article, old.get(next.id), next))
      }
      for (const last of plan.gone) {
        stats.set(article, changeStats(stats.get(article), article, last, undefined))
      }
      put.push(...plan.put)
      gone.push(...plan.gone)
      open += plan.open
    }
    if (gone.length > 0) await db.annotations.bulkDelete(gone.map(({ id }) => id))
    if (put.length > 0) {
      await addSpeakers(db, put, linking)
      await db.annotations.bulkPut(put)
    }
    if (put.length + gone.length > 0) await storeStats(db, stats.values())
    return open
  })
}

async function annotationsOf(
  db: CorpusDatabase,
  articles: readonly string[],
): Promise<ReadonlyMap<string, readonly Annotation[]>> {
  const found = new Map<string, Annotation[]>()
  if (articles.length === 0) return found
  for (const annotation of await db.annotations.where('article').anyOf(articles).toArray()) {
    const own = found.get(annotation.article)
    if (own) own.push(annotation)
    else found.set(annotation.article, [annotation])
  }
  return found
}

/** Adds the speakers that annotations name; those that are there get the spellings they lack. */
async function addSpeakers(
  db: CorpusDatabase,
  annotations: readonly Annotation[],
  linking: Linking,
): Promise<void> {
  const ids = [...new Set(annotations.map(speakerOf))].filter((id) => id !== null)
  const there = await db.speakers.bulkGet(ids)
  const changed = ids.flatMap((id, index): Speaker[] => {
    const old = there[index]
    const record = linking.speaker(id)
    if (!record) return []
    if (!old) return [record]
    const known = new Set([old.name, ...old.aliases])
    const missing = [record.name, ...record.aliases].filter((form) => !known.has(form))
    return missing.length > 0 ? [{ ...old, aliases: [...old.aliases, ...missing].sort() }] : []
  })
  if (changed.length > 0) await db.speakers.bulkPut(changed)
}

/** A suggestion whose speaker was linked by a surname alone. */
export interface LooseSuggestion {
  readonly annotation: string
  readonly speaker: string
}

/**
 * Gives suggestions nobody has touched meanwhile the speaker that the whole corpus shows them to have.
 * @param loose each with the speaker it was stored with
 * @param link who it is now, by index; asked within the transaction, it must not await anything
 */
export async function relinkSuggestions(
  db: CorpusDatabase,
  loose: readonly LooseSuggestion[],
  seq: number,
  linking: Pick<Linking, 'relink' | 'speaker'> & { readonly link: (index: number) => string | null },
): Promise<void> {
  await db.transaction('rw', tablesOf(db), async () => {
    if ((await lastSeq(db)) !== seq) linking.relink(await readKnownSpeakers(db))
    const rows = await db.annotations.bulkGet(loose.map(({ annotation }) => annotation))
    const changed = rows.flatMap((row, index): Annotation[] => {
      const speaker = linking.link(index)
      if (row?.status !== 'suggested' || speaker === null) return []
      if (speakerOf(row) !== loose[index]?.speaker || speakerOf(row) === speaker) return []
      const { quotation, claim } = row
      return [
        {
          ...row,
          ...(quotation && { quotation: { ...quotation, speaker } }),
          ...(claim && { claim: { ...claim, claimant: speaker } }),
        },
      ]
    })
    if (changed.length === 0) return
    await db.speakers.bulkPut(await missingSpeakers(db, changed, linking))
    await db.annotations.bulkPut(changed)
  })
}

async function missingSpeakers(
  db: CorpusDatabase,
  annotations: readonly Annotation[],
  { speaker }: Pick<Linking, 'speaker'>,
): Promise<Speaker[]> {
  const ids = [...new Set(annotations.map(speakerOf))].filter((id) => id !== null)
  const there = await db.speakers.bulkGet(ids)
  return ids.flatMap((id, index) => (there[index] ? [] : (speaker(id) ?? [])))
}

/** Writes the speakers' records as the whole corpus shows them; ids that are no longer there are passed over. */
export async function rewriteSpeakers(
  db: CorpusDatabase,
  ids: readonly string[],
  seq: number,
  linking: Pick<Linking, 'relink' | 'speaker'>,
): Promise<void> {
  await db.transaction('rw', tablesOf(db), async () => {
    if ((await lastSeq(db)) !== seq) linking.relink(await readKnownSpeakers(db))
    const there = await db.speakers.bulkGet([...ids])
    const changed = ids.flatMap((id, index): Speaker[] => {
      const record = linking.speaker(id)
      const old = there[index]
      return old && record && !sameValue(old, record) ? [record] : []
    })
    if (changed.length > 0) await db.speakers.bulkPut(changed)
  })
}
