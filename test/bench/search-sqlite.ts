import type sqlite3InitModule from '@sqlite.org/sqlite-wasm'

/** Where the benchmark's server has SQLite: its own module finds the wasm beside it. */
const MODULE = '/sqlite/index.mjs'

type Sqlite = Awaited<ReturnType<typeof sqlite3InitModule>>
type Pool = Awaited<ReturnType<Sqlite['installOpfsSAHPoolVfs']>>
type Database = InstanceType<Pool['OpfsSAHPoolDb']>

/** Full-text search by SQLite's FTS5 in wasm, its database in the origin private file system. */
export class SqliteSearch {
  readonly #pool: Pool
  readonly #db: Database

  private constructor(pool: Pool, db: Database) {
    this.#pool = pool
    this.#db = db
  }

  static async open(): Promise<SqliteSearch> {
    const { default: init } = (await import(/* @vite-ignore */ MODULE)) as {
      default: typeof sqlite3InitModule
    }
    const sqlite = await init()
    // The faster of its two ways to OPFS, and the one that needs no shared memory.
    const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'bench' })
    const db = new pool.OpfsSAHPoolDb('/search.sqlite3')
    db.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768')
    return new SqliteSearch(pool, db)
  }

  /** Makes the table, empty. */
  create(): void {
    this.#db.exec('DROP TABLE IF EXISTS articles')
    this.#db.exec(
      `CREATE VIRTUAL TABLE articles USING fts5(title, text, tokenize = "unicode61 remove_diacritics 2")`,
    )
    this.#db.exec('BEGIN')
  }

  /** Adds articles: title and text. */
  add(rows: readonly (readonly string[])[]): void {
    const statement = this.#db.prepare('INSERT INTO articles (title, text) VALUES (?, ?)')
    try {
      for (const row of rows) statement.bind([...row]).stepReset()
    } finally {
      statement.finalize()
    }
  }

  finish(): void {
    this.#db.exec('COMMIT')
  }

  /** The best articles; how many were answered. */
  search(
    words: readonly string[],
    kind: 'words' | 'prefix' | 'phrase',
    most: number,
    snippets: boolean,
  ): number {
    const column = snippets ? `, snippet(articles, 1, '[', ']', '…', 32)` : ''
    const rows = this.#db.exec({
      sql: `SELECT rowid, title${column} FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ${String(most)}`,
      bind: [expression(words, kind)],
      returnValue: 'resultRows',
    })
    return rows.length
  }

  /** How many articles match. */
  count(words: readonly string[], kind: 'words' | 'prefix' | 'phrase'): number {
    return Number(
      this.#db.selectValue('SELECT count(*) FROM articles WHERE articles MATCH ?', [expression(words, kind)]),
    )
  }

  close(): void {
    this.#db.close()
    this.#pool.pauseVfs()
  }
}

function expression(words: readonly string[], kind: 'words' | 'prefix' | 'phrase'): string {
  const quoted = words.map((word) => `"${word}"`)
  if (kind === 'phrase') return `"${words.join(' ')}"`
  return kind === 'prefix' ? `${quoted[0] ?? ''} *` : quoted.join(' ')
}
