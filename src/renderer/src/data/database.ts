import { Dexie, type Table } from 'dexie'
import type { Annotation } from '#core/model/annotation'
import type { Layer, Tag } from '#core/model/codebook'
import type { ClusterDecision, FindingDecision } from '#core/model/comparison'
import type { Annotator, Corpus, Story } from '#core/model/corpus'
import type { JournalHead } from '#core/model/journal'
import type { SavedSearch } from '#core/model/saved-search'
import type { Source } from '#core/model/source'
import type { Speaker } from '#core/model/speaker'
import { MIGRATIONS } from './migrations'
import type { Migration } from './migrations/migration'
import type { StoredColumns, StoredSearchState, StoredSegment } from './search-stored'
import type {
  ArticleStats,
  BodyPack,
  Count,
  ImportBatch,
  ImportRow,
  JournalChanges,
  ReadingPosition,
  StoredComparisonHead,
  StoredComparisonPart,
  StoredReuse,
  StoredArticle,
  StoredModel,
  TaggerRecord,
} from './stored'

/**
 * How sure a commit is. `strict`: on disk when it is done, for what a person does. `relaxed`: with the operating
 * system when it is done, so it outlives the program but not a power cut; for imports, which can be resumed.
 */
export type Durability = 'strict' | 'relaxed'

/** The database of one corpus. Only `journal.ts`, the import and the suggestions write to the tables of `JournaledTables`. */
export class CorpusDatabase extends Dexie {
  declare corpus: Table<Corpus, string>
  declare articles: Table<StoredArticle, string>
  declare bodies: Table<BodyPack, number>
  declare annotations: Table<Annotation, string>
  declare layers: Table<Layer, string>
  declare tags: Table<Tag, string>
  declare sources: Table<Source, string>
  declare speakers: Table<Speaker, string>
  declare annotators: Table<Annotator, string>
  declare stories: Table<Story, string>
  declare clusterDecisions: Table<ClusterDecision, string>
  declare findingDecisions: Table<FindingDecision, string>
  declare savedSearches: Table<SavedSearch, string>
  declare comparisonHeads: Table<StoredComparisonHead, string>
  declare comparisonParts: Table<StoredComparisonPart, [string, number]>
  declare reuse: Table<StoredReuse, string>
  declare stats: Table<ArticleStats, string>
  declare counts: Table<Count, string>
  declare journal: Table<JournalHead, number>
  declare journalChanges: Table<JournalChanges, number>
  declare imports: Table<ImportRow, string>
  declare importBatches: Table<ImportBatch, [string, number]>
  declare reading: Table<ReadingPosition, string>
  declare tagger: Table<TaggerRecord | StoredModel, string>
  declare searchState: Table<StoredSearchState, string>
  declare searchSegments: Table<StoredSegment, number>
  declare searchColumns: Table<StoredColumns, number>
  declare searchBlocks: Table<Uint8Array<ArrayBuffer>, number>

  /** @param migrations all of them, unless a test starts from an earlier version. */
  constructor(name: string, durability: Durability, migrations: readonly Migration[] = MIGRATIONS) {
    // The query cache would keep and clone whole result lists; liveQuery works without it.
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' })
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores({ ...stores })
      if (upgrade) declared.upgrade((transaction) => upgrade(transaction))
    }
  }
}

/** Name of the database of the corpus that the registry lists under `id`. */
export function corpusDatabaseName(id: string): string {
  return `crossread-corpus-${id}`
}

/** Longest wait for other connections to let a migration through, in milliseconds. */
const BLOCKED_LIMIT = 5_000

/**
 * Opens a corpus database, making or migrating it where needed.
 * @throws Dexie's errors, `VersionError` for a database of a newer program, `BlockedError` when another connection keeps
 *   a migration from being made; `databaseFailure` tells the expected ones
 */
export async function openCorpusDatabase(name: string, durability: Durability): Promise<CorpusDatabase> {
  const database = new CorpusDatabase(name, durability)
  await openOrGiveUp(database)
  // Dexie would work on with tables it does not know (test/browser/services/corpora.test.ts). Its versions are
  // IndexedDB's divided by ten.
  const version = Math.floor(database.backendDB().version / 10)
  if (version > MIGRATIONS.length) {
    database.close()
    throw new DOMException(`${name} has version ${String(version)}`, 'VersionError')
  }
  return database
}

/** Opens a corpus database as it is, of whatever version, to save what is in it. Never changes its schema. */
export async function openForRescue(name: string): Promise<CorpusDatabase> {
  const database = new CorpusDatabase(name, 'relaxed', [])
  await database.open()
  // Without a declared schema Dexie finds the tables, and does not name them.
  for (const table of database.tables) Object.defineProperty(database, table.name, { value: table })
  return database
}

async function openOrGiveUp(database: CorpusDatabase): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      timer ??= setTimeout(() => {
        database.close()
        reject(new DOMException(`${database.name} is in use at its old version`, 'BlockedError'))
      }, BLOCKED_LIMIT)
    })
  })
  try {
    await Promise.race([database.open(), blocked])
  } finally {
    clearTimeout(timer)
  }
}

/** True when a database of that name exists. */
export async function databaseExists(name: string): Promise<boolean> {
  return Dexie.exists(name)
}

/** Names of all databases whose name begins with `prefix`. */
export async function databaseNames(prefix: string): Promise<string[]> {
  return (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix))
}

/** Deletes a database, closing connections to it elsewhere. Slow when repeated without a pause: delete when idle. */
export async function deleteDatabase(name: string): Promise<void> {
  await Dexie.delete(name)
}
