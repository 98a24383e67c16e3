import { createCorpusDatabase } from '#data/corpus'
import { openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { packsAfter, readPacks } from '#data/search-changes'
import { SearchIndexer } from '#workers/search-indexer'
import type { SearchQuestion } from '#workers/search-messages'
import { Searcher } from '#workers/search-run'
import { drawQueries, SearchCorpus, storeArticles } from './search-corpus'
import { SqliteSearch } from './search-sqlite'

/*
 * What the benchmark of search runs in a worker inside Chromium: the program's own indexer and searcher on a corpus
 * database, and SQLite FTS5 on the same texts.
 */

const NAME = 'crossread-corpus-bench-search'
const BATCH = 500
const QUERIES = 200
const PAGE = 20
/** The fiftieth and the five-hundredth most frequent word of the generator. */
const FIRST_QUERY = ['debade', 'kisto']

let made: SearchCorpus | null = null

/** The articles' generator holds some 100 MB of phrases, which are none of the index's memory. */
function generator(): SearchCorpus {
  made ??= new SearchCorpus()
  return made
}

/** Milliseconds of each query, by kind. */
export interface QueryTimes {
  readonly words: readonly number[]
  readonly prefixes: readonly number[]
  readonly phrases: readonly number[]
  readonly snippets: readonly number[]
}

class Desk {
  readonly db: CorpusDatabase
  readonly searcher: Searcher
  readonly indexer: SearchIndexer

  private constructor(db: CorpusDatabase, searcher: Searcher, indexer: SearchIndexer) {
    this.db = db
    this.searcher = searcher
    this.indexer = indexer
  }

  static async open(changed: () => void = () => undefined): Promise<Desk> {
    const db = await openCorpusDatabase(NAME, 'strict')
    const searcher = new Searcher(db)
    const indexer = await SearchIndexer.open(
      db,
      (index) => {
        searcher.setIndex(index)
        changed()
      },
      () => undefined,
    )
    return new Desk(db, searcher, indexer)
  }

  async ask(query: string, snippets = false): Promise<number> {
    const options = { order: 'relevance', from: 0, count: PAGE, snippets, counts: true } as const
    const question: SearchQuestion = { kind: 'search', query, options }
    const result = await this.searcher.ask(question)
    if (!result.ok) throw new Error(`${query}: ${result.error.message}`)
    return (result.value as { total: number }).total
  }
}

const actions = {
  /** Stores the articles, as far as they are not there. */
  async prepare(articles: number): Promise<number> {
    await createCorpusDatabase(NAME, { id: NAME, name: NAME, description: '' })
    const db = await openCorpusDatabase(NAME, 'relaxed')
    for (let from = await db.articles.count(); from < articles; from += BATCH) {
      await storeArticles(db, generator(), from, Math.min(articles, from + BATCH))
    }
    db.close()
    return articles
  },

  /** Deletes the index of an earlier run. */
  async forget(): Promise<void> {
    const desk = await Desk.open()
    await desk.indexer.rebuild()
    desk.db.close()
  },

  /** Builds the program's index; milliseconds. */
  async build(): Promise<number> {
    const start = performance.now()
    const desk = await Desk.open()
    await desk.indexer.catchUp()
    const taken = performance.now() - start
    desk.db.close()
    return taken
  },

  /** Builds SQLite's; milliseconds. The texts are read from the same packs. */
  async buildSqlite(): Promise<number> {
    const db = await openCorpusDatabase(NAME, 'relaxed')
    const packs = await packsAfter(db, 0)
    const start = performance.now()
    const sqlite = await SqliteSearch.open()
    sqlite.create()
    let reading = readPacks(db, packs.slice(0, 16))
    for (let from = 0; from < packs.length; from += 16) {
      const articles = await reading
      reading = readPacks(db, packs.slice(from + 16, from + 32))
      sqlite.add(articles.map(({ document }) => document.fields.map((pieces) => pieces[0] ?? '')))
    }
    sqlite.finish()
    const taken = performance.now() - start
    sqlite.close()
    db.close()
    return taken
  },

  /** From nothing but a database on disk to the first answer; milliseconds. */
  async coldStart(): Promise<number> {
    const start = performance.now()
    const desk = await Desk.open()
    await desk.ask(FIRST_QUERY.join(' '))
    const taken = performance.now() - start
    desk.db.close()
    return taken
  },

  async coldStartSqlite(): Promise<number> {
    const start = performance.now()
    const sqlite = await SqliteSearch.open()
    sqlite.search(FIRST_QUERY, 'words', PAGE, false)
    const taken = performance.now() - start
    sqlite.close()
    return taken
  },

  async queries(articles: number): Promise<QueryTimes> {
    const desk = await Desk.open()
    const drawn = drawQueries(generator(), articles, QUERIES)
    const time = async (queries: readonly string[], snippets = false) => {
      const times: number[] = []
      for (const query of queries) {
        desk.searcher.forgetAnswers()
        const start = performance.now()
        await desk.ask(query, snippets)
        times.push(performance.now() - start)
      }
      return times
    }
    const words = drawn.words.map((one) => one.join(' '))
    const times = {
      words: await time(words),
      prefixes: await time(drawn.prefixes.map((prefix) => `${prefix}*`)),
      phrases: await time(drawn.phrases.map((phrase) => `"${phrase.join(' ')}"`)),
      snippets: await time(words, true),
    }
    desk.db.close()
    return times
  },

  async queriesSqlite(articles: number): Promise<QueryTimes> {
    const sqlite = await SqliteSearch.open()
    const drawn = drawQueries(generator(), articles, QUERIES)
    const time = (
      queries: readonly (readonly string[])[],
      kind: 'words' | 'prefix' | 'phrase',
      snippets = false,
    ) =>
      queries.map((query) => {
        const start = performance.now()
        sqlite.search(query, kind, PAGE, snippets)
        return performance.now() - start
      })
    const times = {
      words: time(drawn.words, 'words'),
      prefixes: time(
        drawn.prefixes.map((prefix) => [prefix]),
        'prefix',
      ),
      phrases: time(drawn.phrases, 'phrase'),
      snippets: time(drawn.words, 'words', true),
    }
    sqlite.close()
    return times
  },

  /** How often both find another number of articles, of all drawn queries. */
  async disagreements(articles: number): Promise<number> {
    const desk = await Desk.open()
    const sqlite = await SqliteSearch.open()
    const drawn = drawQueries(generator(), articles, 50)
    let different = 0
    for (const phrase of drawn.phrases) {
      if ((await desk.ask(`"${phrase.join(' ')}"`)) !== sqlite.count(phrase, 'phrase')) different++
    }
    for (const words of drawn.words) {
      if ((await desk.ask(words.join(' '))) !== sqlite.count(words, 'words')) different++
    }
    for (const prefix of drawn.prefixes) {
      if ((await desk.ask(`${prefix}*`)) !== sqlite.count([prefix], 'prefix')) different++
    }
    sqlite.close()
    desk.db.close()
    return different
  },

  /** One article after another is added to the corpus; milliseconds from then until it is found and on disk. */
  async addOne(times: number): Promise<readonly number[]> {
    let written = () => {}
    const desk = await Desk.open(() => written())
    await desk.indexer.catchUp()
    const first = await desk.db.articles.count()
    const taken: number[] = []
    for (let number = 0; number < times; number++) {
      const word =
        generator()
          .text(first + number)
          .text.match(/\w+(?=\.$)/)?.[0] ?? ''
      await storeArticles(desk.db, generator(), first + number, first + number + 1)
      const start = performance.now()
      const inIndex = new Promise<void>((resolve) => (written = resolve))
      // Merging may follow; it is not waited for by whoever searches.
      const done = desk.indexer.catchUp()
      await inIndex
      if ((await desk.ask(word)) === 0) throw new Error(`${word} is not found`)
      taken.push(performance.now() - start)
      await done
    }
    desk.db.close()
    return taken
  },
}

export type BenchActions = typeof actions

globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<{ name: keyof BenchActions; args: number[] }>) => {
    const action = actions[data.name] as (...args: number[]) => Promise<unknown>
    action(...data.args).then(
      (value) => postMessage({ value }),
      (error: unknown) => postMessage({ error: String(error instanceof Error ? error.stack : error) }),
    )
  },
)
