import { fail, type AppError } from '#core/model/result'
import { DamagedIndexError } from '#core/search/block-cache'
import { openCorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import { liveOf, onWrites } from '#data/live'
import { countAnnotations } from '#data/search-annotations'
import { SearchIndexer } from './search-indexer'
import type { SearchReply, SearchRequest } from './search-messages'
import { Searcher } from './search-run'

function reply(message: SearchReply): void {
  self.postMessage(message)
}

const FAILED = fail('unavailable', 'The search index could not be brought up to date.', {
  kept: 'Articles and annotations are not touched by this.',
  advice: 'Open the corpus again; the index is made anew where it has to be.',
}).error

const DAMAGED = fail('unavailable', 'The search index was damaged and is being made anew.', {
  kept: 'Articles and annotations are not touched by this.',
  advice: 'Search again when the index is ready.',
}).error

function describe(error: unknown): string {
  return String(error instanceof Error ? (error.stack ?? error) : error)
}

/** Tells the window why something failed; a bug goes to the log besides. */
function failureOf(error: unknown): AppError {
  const failure = databaseFailure(error)
  if (!failure) reply({ kind: 'crash', crash: describe(error) })
  return failure ?? FAILED
}

/** Milliseconds until it is looked again whether files are still imported; until they are not, nothing is indexed. */
const WHILE_IMPORTING = 500

/** One corpus, open. */
class Session {
  readonly #searcher: Searcher
  readonly #indexer: SearchIndexer
  #running = false
  #importing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #again = false

  private constructor(searcher: Searcher, indexer: SearchIndexer) {
    this.#searcher = searcher
    this.#indexer = indexer
  }

  static async open(database: string): Promise<Session> {
    // On disk when it is done, as the article is: an index that lags behind would only be caught up with again.
    const db = await openCorpusDatabase(database, 'strict')
    const searcher = new Searcher(db)
    const indexer = await SearchIndexer.open(
      db,
      (index) => searcher.setIndex(index),
      (status) => {
        searcher.complete = status.state === 'current'
        session.#importing = status.state === 'waiting'
        reply({ kind: 'status', status })
      },
    )
    const session = new Session(searcher, indexer)
    const lost = (error: unknown) =>
      reply({ kind: 'status', status: { state: 'failed', error: failureOf(error) } })
    const marks = [db.bodies, db.journal, db.counts, db.imports].map(({ name }) => name)
    onWrites(db, marks, () => session.catchUpSoon())
    session.catchUp()
    liveOf(() => countAnnotations(db)).subscribe(() => searcher.forgetAnnotations(), lost)
    return session
  }

  /** Brings the index up to date at once, but only now and then while files are imported. */
  catchUpSoon(): void {
    if (!this.#importing) this.catchUp()
    else this.#timer ??= setTimeout(() => this.catchUp(), WHILE_IMPORTING)
  }

  /** Brings the index up to date, once more when something changes meanwhile. */
  catchUp(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#again = true
    this.#searcher.forgetAnswers()
    if (this.#running) return
    this.#running = true
    void this.#run().finally(() => {
      this.#running = false
    })
  }

  async rebuild(): Promise<void> {
    await this.#indexer.rebuild()
    this.catchUp()
  }

  async ask({ number, question }: Extract<SearchRequest, { kind: 'ask' }>): Promise<void> {
    try {
      reply({ kind: 'answer', number, result: await this.#searcher.ask(question) })
    } catch (error) {
      const damaged = error instanceof DamagedIndexError
      const failure = damaged ? DAMAGED : failureOf(error)
      reply({ kind: 'answer', number, result: { ok: false, error: { ...failure, at: null } } })
      if (damaged) await this.rebuild()
    }
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false
      try {
        await this.#indexer.catchUp()
      } catch (error) {
        reply({ kind: 'status', status: { state: 'failed', error: failureOf(error) } })
      }
    }
  }
}

let session: Promise<Session> | null = null

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === 'open') {
    session = Session.open(data.database)
    session.catch((error: unknown) =>
      reply({ kind: 'status', status: { state: 'failed', error: failureOf(error) } }),
    )
    return
  }
  void session
    ?.then((open) => (data.kind === 'ask' ? open.ask(data) : open.rebuild()))
    .catch((error: unknown) => {
      if (data.kind !== 'ask') return
      const result = { ok: false, error: { ...(databaseFailure(error) ?? FAILED), at: null } } as const
      reply({ kind: 'answer', number: data.number, result })
    })
})
