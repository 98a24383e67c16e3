import { Dexie, type ObservabilitySet, type Table } from 'dexie'
import type { Article } from '#core/model/article'
import type { ReusePair } from '#core/model/comparison'
import { readReuse } from './comparisons'
import type { CorpusDatabase } from './database'
import type { ArticleStats } from './stored'
import { mutatedKeys } from './mutated-keys'

/** Rows read at a time. */
const PAGE = 1_000
/** Milliseconds between two readings while changes keep coming. */
const INTERVAL = 250
/** The same after a reading of more than that many rows: nobody makes so many by hand, and each reading costs the window. */
const MANY = 100
const BUSY_INTERVAL = 1_000
/** After all rows were read, the next such reading waits for this many times as long as it took. */
const REST = 4

/** What takes the corpus in, and what changes in it. */
export interface LibraryTaker {
  put(article: Article): void
  drop(id: string): void
  /** Counts of an article; null for none. */
  setCounts(article: string, counts: ArticleStats | null): void
  clearCounts(): void
  setSources(names: ReadonlyMap<string, string>): void
  setReuse(pairs: readonly ReusePair[]): void
  /** Ids of all articles taken in that may still be stored. */
  known(): Iterable<string>
}

/** Answers ids of articles. */
type NameReader = () => PromiseLike<readonly string[]>

/** Rows of a table that were written since they were read: their keys, or null where any may be. */
class Stale {
  keys: Set<string> | null = null
  /** Answer keys that other rows of the same transactions name. */
  readers: NameReader[] = []

  get isEmpty(): boolean {
    return this.keys?.size === 0 && this.readers.length === 0
  }

  /** Hands over what is stale and starts again with nothing. */
  async take(): Promise<Set<string> | null> {
    const { keys, readers } = this
    this.keys = new Set()
    this.readers = []
    const named = await Promise.all(readers.map((read) => read()))
    if (keys) for (const key of named.flat()) keys.add(key)
    return keys
  }
}

/**
 * Reads the corpus for the library's list, then what changes, whichever window or worker changed it. Only changed rows are
 * read where the change says which they are; the list of rows lives with the taker.
 */
export class LibraryFollower {
  readonly #db: CorpusDatabase
  readonly #taker: LibraryTaker
  readonly #changed: () => void
  readonly #failed: (error: unknown) => void
  readonly #articles = new Stale()
  readonly #stats = new Stale()
  #sources = true
  #reuse = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #reading = false
  #notBefore = 0
  readonly #onMutated = (mutated: ObservabilitySet) => this.#note(mutated)

  /**
   * @param changed called after each reading, first when the whole corpus was read
   * @param failed called with what a reading threw; what it was about to read is read again with the next change
   */
  constructor(
    db: CorpusDatabase,
    taker: LibraryTaker,
    changed: () => void,
    failed: (error: unknown) => void,
  ) {
    this.#db = db
    this.#taker = taker
    this.#changed = changed
    this.#failed = failed
    Dexie.on('storagemutated', this.#onMutated)
    this.#schedule()
  }

  #note(mutated: ObservabilitySet): void {
    const { articles, stats, sources, reuse } = this.#db
    const isWritten = (table: Table<unknown, string>) =>
      Boolean(mutated['all'] ?? mutated[`idb://${this.#db.name}/${table.name}/`])
    if (isWritten(articles))
      this.#noteRows(this.#articles, mutated, articles.name, this.#namedArticles(mutated))
    if (isWritten(stats)) this.#noteRows(this.#stats, mutated, stats.name, this.#reportedArticles(mutated))
    if (isWritten(sources)) this.#sources = true
    if (isWritten(reuse)) this.#reuse = true
    this.#schedule()
  }

  #noteRows(stale: Stale, mutated: ObservabilitySet, table: string, reader: NameReader | null): void {
    const keys = mutatedKeys(mutated, this.#db.name, table)
    if (keys) for (const key of keys) stale.keys?.add(String(key))
    else if (reader) stale.readers.push(reader)
    else stale.keys = null
  }

  /** Articles of many that one transaction wrote: the report of an import or the journal, written in it, names them. */
  #namedArticles(mutated: ObservabilitySet): NameReader | null {
    const { name, journalChanges } = this.#db
    const reported = this.#reportedArticles(mutated)
    const entries = mutatedKeys(mutated, name, journalChanges.name) ?? []
    if (entries.length === 0) return reported
    return async () => {
      const changes = await journalChanges.bulkGet(entries as number[])
      const changed = changes.flatMap((entry) =>
        (entry?.changes ?? []).flatMap(({ table, id }) => (table === 'articles' ? [id] : [])),
      )
      return [...((await reported?.()) ?? []), ...changed]
    }
  }

  /** Articles that the report of an import, written in the same transaction, names. */
  #reportedArticles(mutated: ObservabilitySet): NameReader | null {
    const { name, importBatches } = this.#db
    const batches = mutatedKeys(mutated, name, importBatches.name) ?? []
    if (batches.length === 0) return null
    return async () => {
      const reports = await importBatches.bulkGet(batches as [string, number][])
      return reports.flatMap((report) => [
        ...(report?.lines ?? []).flatMap(({ article }) => article ?? []),
        ...(report?.changed ?? []),
      ])
    }
  }

  #schedule(): void {
    const isCurrent = this.#articles.isEmpty && this.#stats.isEmpty && !this.#sources && !this.#reuse
    if (isCurrent || this.#reading || this.#timer !== undefined) return
    const wait = Math.max(0, this.#notBefore - performance.now())
    this.#timer = setTimeout(() => void this.#read(), wait)
  }

  async #read(): Promise<void> {
    this.#timer = undefined
    this.#reading = true
    const started = performance.now()
    let rest = INTERVAL
    try {
      if (this.#sources) {
        this.#sources = false
        const names = (await this.#db.sources.toArray()).map(({ id, name }) => [id, name] as const)
        this.#taker.setSources(new Map(names))
      }
      const [articles, stats] = [await this.#articles.take(), await this.#stats.take()]
      await this.#readArticles(articles)
      await this.#readStats(stats)
      if (this.#reuse) {
        this.#reuse = false
        this.#taker.setReuse((await readReuse(this.#db))?.pairs ?? [])
      }
      const read = (articles?.size ?? 0) + (stats?.size ?? 0)
      if (articles === null || stats === null) rest = (performance.now() - started) * REST
      else if (read > MANY) rest = BUSY_INTERVAL
      this.#changed()
    } catch (error) {
      this.#articles.keys = this.#stats.keys = null
      this.#reuse = true
      rest = Infinity
      this.#failed(error)
    }
    this.#reading = false
    this.#notBefore = performance.now() + Math.max(INTERVAL, Math.min(rest, 10_000))
    if (rest !== Infinity) this.#schedule()
  }

  async #readArticles(keys: ReadonlySet<string> | null): Promise<void> {
    if (keys !== null) {
      for (const page of pages([...keys])) {
        const rows = await this.#db.articles.bulkGet(page)
        rows.forEach((row, at) => (row ? this.#taker.put(row) : this.#taker.drop(page[at] ?? '')))
      }
      return
    }
    const gone = new Set(this.#taker.known())
    for await (const rows of allRows(this.#db.articles, ({ id }) => id)) {
      for (const row of rows) {
        gone.delete(row.id)
        this.#taker.put(row)
      }
    }
    for (const id of gone) this.#taker.drop(id)
  }

  async #readStats(keys: ReadonlySet<string> | null): Promise<void> {
    if (keys !== null) {
      for (const page of pages([...keys])) {
        const rows = await this.#db.stats.bulkGet(page)
        rows.forEach((row, at) => this.#taker.setCounts(page[at] ?? '', row ?? null))
      }
      return
    }
    this.#taker.clearCounts()
    for await (const rows of allRows(this.#db.stats, ({ article }) => article)) {
      for (const row of rows) this.#taker.setCounts(row.article, row)
    }
  }
}

function pages(keys: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(keys.length / PAGE) }, (_, at) =>
    keys.slice(at * PAGE, (at + 1) * PAGE),
  )
}

async function* allRows<Row>(
  table: Table<Row, string>,
  keyOf: (row: Row) => string,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let after = ''; ;) {
    const rows = await table.where(':id').above(after).limit(PAGE).toArray()
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = keyOf(last)
  }
}
