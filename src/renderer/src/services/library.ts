import type {
  FacetCounts,
  LibraryFilter,
  LibrarySummary,
  NearQuery,
  SortOrder,
} from '#core/library/library-query'
import { readArticleRows, type ArticleRow } from '#data/library-rows'
import type { Live } from '#data/live'
import type { LibraryReply, LibraryRequest } from '#workers/library-messages'
import { invoke } from './bridge'
import { createLiveValue } from './live-value'
import { onCorpusChange, openedCorpus, withDatabase } from './open-corpus'
import { ok } from '#core/model/result'

/** Articles that pass a filter, in order. */
export interface LibraryFound {
  readonly ids: readonly string[]
  readonly facets: FacetCounts
}

/** The articles nearest to a stretch of time. */
export interface NearArticles {
  readonly ids: readonly string[]
  /** How many match at all. */
  readonly count: number
}

/** The worker that holds the list of the open corpus. */
interface Connection {
  readonly database: string
  readonly worker: Worker
  /** By number of the article, as far as the worker has told. */
  readonly ids: string[]
  readonly waiting: Map<number, (found: LibraryFound | null) => void>
  readonly nearing: Map<number, (near: NearArticles | null) => void>
}

const summary = createLiveValue<LibrarySummary | null>(null)
let connection: Connection | null = null
const rowListeners = new Set<(ids: readonly string[] | null) => void>()
let followers = 0
let asked = 0

const followed: Live<LibrarySummary | null> = {
  subscribe(next, error) {
    followers += 1
    connect()
    const stop = summary.subscribe(next, error)
    return () => {
      followers -= 1
      stop()
    }
  },
}

/**
 * What holds for the whole corpus, followed; null before the corpus was read and while none is open. Each change of an
 * article, a source or an annotation gives a new value, so that lists know when to ask again.
 */
export function liveLibrary(): Live<LibrarySummary | null> {
  return followed
}

/**
 * Calls `listener` with the articles whose rows have changed, null when any may have, before `liveLibrary` has the new
 * value; answers the function that ends it. Rows of new articles are not named.
 */
export function onLibraryRows(listener: (ids: readonly string[] | null) => void): () => void {
  rowListeners.add(listener)
  return () => rowListeners.delete(listener)
}

/** Ids of the articles that pass the filter, in order, with the counts of the facets; null when the corpus was closed. */
export function findArticles(filter: LibraryFilter, sort: SortOrder | null): Promise<LibraryFound | null> {
  const current = connect()
  if (!current) return Promise.resolve(null)
  const number = asked++
  return new Promise((resolve) => {
    current.waiting.set(number, resolve)
    post(current.worker, { kind: 'ask', number, filter, sort })
  })
}

/** Ids of the articles that match, those near a stretch of time first; null when the corpus was closed. */
export function findNear(query: NearQuery): Promise<NearArticles | null> {
  const current = connect()
  if (!current) return Promise.resolve(null)
  const number = asked++
  return new Promise((resolve) => {
    current.nearing.set(number, resolve)
    post(current.worker, { kind: 'near', number, query })
  })
}

/** The rows of those articles that there are, in the order asked for. */
export async function readLibraryRows(ids: readonly string[]): Promise<readonly ArticleRow[]> {
  const read = await withDatabase(async (db) => ok(await readArticleRows(db, ids)))
  return read.ok ? read.value : []
}

function post(worker: Worker, request: LibraryRequest): void {
  worker.postMessage(request)
}

/** The connection to the open corpus, made where there is none; null when no corpus is open. */
function connect(): Connection | null {
  const database = openedCorpus()?.database.name
  if (connection && connection.database !== database) disconnect()
  if (connection || database === undefined) return connection
  const worker = new Worker(new URL('../workers/library.worker.ts', import.meta.url), { type: 'module' })
  const opened: Connection = { database, worker, ids: [], waiting: new Map(), nearing: new Map() }
  worker.addEventListener('message', ({ data }: MessageEvent<LibraryReply>) => {
    if (connection === opened) receive(opened, data)
  })
  worker.addEventListener('error', ({ message }) => {
    if (connection !== opened) return
    disconnect()
    void invoke('app:log', 'error', `Library: ${message || 'its worker did not start'}`)
  })
  post(worker, { kind: 'open', database })
  connection = opened
  return opened
}

function receive({ ids, waiting, nearing }: Connection, reply: LibraryReply): void {
  const idsOf = (told: string, order: Uint32Array): string[] => {
    if (told !== '') for (const id of told.split('\n')) ids.push(id)
    return Array.from(order, (number) => ids[number] ?? '')
  }
  switch (reply.kind) {
    case 'changed':
      for (const listener of [...rowListeners]) listener(reply.rows)
      summary.set(reply.summary)
      break
    case 'answer': {
      const found = { ids: idsOf(reply.ids, reply.order), facets: reply.facets }
      waiting.get(reply.number)?.(found)
      waiting.delete(reply.number)
      break
    }
    case 'near': {
      const near = { ids: idsOf(reply.ids, reply.order), count: reply.count }
      nearing.get(reply.number)?.(near)
      nearing.delete(reply.number)
      break
    }
    case 'lost':
      void invoke('app:log', 'error', `Library: ${reply.crash}`)
  }
}

function disconnect(): void {
  if (!connection) return
  const { worker, waiting, nearing } = connection
  connection = null
  worker.terminate()
  for (const resolve of [...waiting.values(), ...nearing.values()]) resolve(null)
  summary.set(null)
}

onCorpusChange(() => {
  if (connection && openedCorpus()?.database.name !== connection.database) disconnect()
  if (followers > 0) connect()
})
