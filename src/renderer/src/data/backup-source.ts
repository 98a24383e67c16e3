import type { BackupRow, BackupRows } from '#core/backup/manifest'
import type { JournaledTable, JournaledTables } from '#core/model/journal'
import type { CorpusDatabase } from './database'
import { liveOf, type Live } from './live'
import { listImports } from './imports'

/** Rows read at a time, so that whoever annotates meanwhile waits for no more than that. */
const PAGE = 500

/** Where a corpus stands, as far as backups go by it. */
export interface BackupState {
  /** Position of the journal's last entry, 0 for none. */
  readonly seq: number
  /** Number of the last pack of texts, 0 for none. */
  readonly lastPack: number
  /** Articles that are not removed. */
  readonly articles: number
  /** How many files imports have found to be articles that were there: their metadata, or annotations, may have changed. */
  readonly merged: number
  /** True while an import writes. */
  readonly importing: boolean
}

/** Where the corpus stands now. */
export async function readBackupState(db: CorpusDatabase): Promise<BackupState> {
  const imports = await listImports(db)
  const [pack] = await db.bodies.orderBy('pack').reverse().limit(1).primaryKeys()
  return {
    seq: await journalPosition(db),
    lastPack: pack ?? 0,
    articles: (await db.counts.get('articles'))?.value ?? 0,
    merged: imports.reduce((sum, { sameAs }) => sum + sameAs, 0),
    importing: imports.some(({ state }) => state === 'running'),
  }
}

/** Position of the journal's last entry, 0 for none. */
async function journalPosition(db: CorpusDatabase): Promise<number> {
  const [last] = await db.journal.orderBy('seq').reverse().limit(1).primaryKeys()
  return last ?? 0
}

/** Position of the journal's last entry, followed. */
export function liveJournalPosition(db: CorpusDatabase): Live<number> {
  return liveOf(() => journalPosition(db))
}

/** What a journal says was changed: ids of articles and annotations, and whether a removed article came back. */
export interface TouchedRows {
  readonly articles: ReadonlySet<string>
  readonly annotations: ReadonlySet<string>
  readonly cameBack: boolean
}

/** Reads what was changed after a position of the journal; null when it is more than `most` rows. */
export async function readTouched(
  db: CorpusDatabase,
  after: number,
  most: number,
): Promise<TouchedRows | null> {
  const articles = new Set<string>()
  const annotations = new Set<string>()
  let cameBack = false
  for (let from = after; ;) {
    const page = await db.journalChanges.where('seq').above(from).limit(PAGE).toArray()
    for (const { changes } of page) {
      for (const change of changes) {
        if (change.table === 'annotations') annotations.add(change.id)
        if (change.table !== 'articles') continue
        articles.add(change.id)
        cameBack ||= change.after?.removed === false && change.before?.removed === true
      }
    }
    if (articles.size + annotations.size > most) return null
    const last = page.at(-1)
    if (!last || page.length < PAGE) return { articles, annotations, cameBack }
    from = last.seq
  }
}

/** Ids of the articles whose texts lie in packs from `first` to `last`, removed ones too. */
export async function articlesInPacks(db: CorpusDatabase, first: number, last: number): Promise<string[]> {
  const ids: string[] = []
  for (let pack = first; pack <= last; pack += 20) {
    const packs = await db.bodies
      .where('pack')
      .between(pack, Math.min(last, pack + 19), true, true)
      .toArray()
    ids.push(...packs.flatMap((one) => one.ids))
  }
  return ids
}

/** Accepted annotations of the corpus. */
export async function countAccepted(db: CorpusDatabase): Promise<number> {
  let accepted = 0
  await db.stats.each((row) => {
    accepted += row.accepted
  })
  return accepted
}

/**
 * The rows of a backup: small tables whole, and of articles and annotations those that were touched, each as it is now.
 * @returns null when the corpus has lost its own row
 */
export async function readBackupRows(db: CorpusDatabase, touched: TouchedRows): Promise<BackupRows | null> {
  const corpus = await db.corpus.toCollection().first()
  if (!corpus) return null
  const articles = await readPages(db, 'articles', touched.articles)
  return {
    corpus,
    layers: await db.layers.toArray(),
    tags: await db.tags.toArray(),
    annotators: await db.annotators.toArray(),
    sources: await db.sources.toArray(),
    speakers: await db.speakers.toArray(),
    stories: await db.stories.toArray(),
    savedSearches: await db.savedSearches.toArray(),
    clusterDecisions: await db.clusterDecisions.toArray(),
    findingDecisions: await db.findingDecisions.toArray(),
    articles,
    annotations: await readPages(db, 'annotations', touched.annotations),
  }
}

async function readPages<T extends JournaledTable>(
  db: CorpusDatabase,
  table: T,
  ids: ReadonlySet<string>,
): Promise<BackupRow<JournaledTables[T]>[]> {
  const rows: BackupRow<JournaledTables[T]>[] = []
  const all = [...ids].sort()
  for (let from = 0; from < all.length; from += PAGE) {
    const page = all.slice(from, from + PAGE)
    const found = await db.table<JournaledTables[T], string>(table).bulkGet(page)
    page.forEach((id, index) => rows.push([id, found[index] ?? null]))
  }
  return rows
}
