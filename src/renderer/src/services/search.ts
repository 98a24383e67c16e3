import { fail, type Result } from '#core/model/result'
import type { ResultOrder } from '#core/search/ranking'
import type { Live } from '#data/live'
import type {
  Concordance,
  ConcordanceOptions,
  SearchFailure,
  SearchOptions,
  SearchQuestion,
  SearchReply,
  SearchRequest,
  SearchResults,
  SearchStatus,
} from '#workers/search-messages'
import { invoke } from './bridge'
import { createLiveValue } from './live-value'
import { onCorpusChange, openedCorpus } from './open-corpus'

export type {
  Concordance,
  ConcordanceArticle,
  ConcordanceOptions,
  SearchCounts,
  SearchFailure,
  SearchHit,
  SearchOptions,
  SearchResults,
  SearchStatus,
} from '#workers/search-messages'

/** The worker that holds the index of the open corpus. */
interface Connection {
  readonly database: string
  readonly worker: Worker
  /** Questions without an answer, by number. */
  readonly waiting: Map<number, (result: Result<unknown, SearchFailure>) => void>
}

const status = createLiveValue<SearchStatus | null>(null)
let connection: Connection | null = null
let asked = 0

/** First page, best first, with all there is to show. */
const FIRST_PAGE: SearchOptions = { order: 'relevance', from: 0, count: 20, snippets: true, counts: true }
const ALL_LINES: ConcordanceOptions = { order: 'article', articles: 'relevance', most: 2_000 }

const followed: Live<SearchStatus | null> = {
  subscribe(next, error) {
    followers++
    connect()
    const stop = status.subscribe(next, error)
    return () => {
      followers--
      stop()
    }
  },
}

/**
 * How the search index of the open corpus stands; null before it is known and while no corpus is open. Whoever follows it
 * has the index made and kept up to date in the background.
 */
export function liveSearchIndex(): Live<SearchStatus | null> {
  return followed
}

let followers = 0

/**
 * Searches the open corpus; `parseQuery` of core/search says what can be asked. While the index is being made, what is in
 * it is found, and `complete` is false.
 * @returns `invalid-input` with the place in the query that cannot be understood; `cancelled` when the corpus was closed
 */
export function search(
  query: string,
  options: Partial<SearchOptions> = {},
): Promise<Result<SearchResults, SearchFailure>> {
  return ask({ kind: 'search', query, options: { ...FIRST_PAGE, ...options } })
}

/** Ids of the articles a query finds, at most `most`, in order: for a story, an export or a queue. */
export function searchArticles(
  query: string,
  order: ResultOrder = 'relevance',
  most = Number.MAX_SAFE_INTEGER,
): Promise<Result<readonly string[], SearchFailure>> {
  return ask({ kind: 'articles', query, options: { order, most } })
}

/** The lines in which the words of a query stand (key word in context), from the best articles first. */
export function kwic(
  query: string,
  options: Partial<ConcordanceOptions> = {},
): Promise<Result<Concordance, SearchFailure>> {
  return ask({ kind: 'concordance', query, options: { ...ALL_LINES, ...options } })
}

/** Makes the index anew, for when it is doubted. It goes on in the background; see `liveSearchIndex`. */
export function rebuildSearchIndex(): void {
  connect()?.worker.postMessage({ kind: 'rebuild' } satisfies SearchRequest)
}

function ask<T>(question: SearchQuestion): Promise<Result<T, SearchFailure>> {
  const current = connect()
  if (!current) return Promise.resolve(failure('unavailable', 'No corpus is open.'))
  const number = asked++
  return new Promise((resolve) => {
    // The worker answers each kind of question with its own kind of answer (`SearchQuestions`).
    current.waiting.set(number, (result) => resolve(result as Result<T, SearchFailure>))
    current.worker.postMessage({ kind: 'ask', number, question } satisfies SearchRequest)
  })
}

function failure(kind: 'unavailable' | 'cancelled', message: string) {
  return { ok: false, error: { ...fail(kind, message).error, at: null } } as const
}

/** The connection to the open corpus, made where there is none; null when no corpus is open. */
function connect(): Connection | null {
  const database = openedCorpus()?.database.name
  if (connection && connection.database !== database) disconnect()
  if (connection || database === undefined) return connection
  const worker = new Worker(new URL('../workers/search.worker.ts', import.meta.url), { type: 'module' })
  const opened: Connection = { database, worker, waiting: new Map() }
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (connection === opened) receive(opened, data)
  })
  worker.addEventListener('error', ({ message }) => {
    if (connection !== opened) return
    disconnect()
    void invoke('app:log', 'error', `Search: ${message}`)
  })
  worker.postMessage({ kind: 'open', database } satisfies SearchRequest)
  connection = opened
  return opened
}

function receive({ waiting }: Connection, reply: SearchReply): void {
  switch (reply.kind) {
    case 'status':
      status.set(reply.status)
      break
    case 'answer':
      waiting.get(reply.number)?.(reply.result)
      waiting.delete(reply.number)
      break
    case 'crash':
      void invoke('app:log', 'error', `Search: ${reply.crash}`)
  }
}

/** Ends the worker. What it was writing is undone; the next one goes on from there. */
function disconnect(): void {
  if (!connection) return
  const { worker, waiting } = connection
  connection = null
  worker.terminate()
  for (const resolve of waiting.values()) resolve(failure('cancelled', 'The corpus was closed.'))
  status.set(null)
}

onCorpusChange(() => {
  if (connection && openedCorpus()?.database.name !== connection.database) disconnect()
  if (followers > 0) connect()
})
