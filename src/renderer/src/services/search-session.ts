import type { ConcordanceOrder } from '#core/search/concordance'
import type { ResultOrder } from '#core/search/ranking'
import type { Live } from '#data/live'
import { createLiveValue } from './live-value'
import { onCorpusChange, openedCorpus } from './open-corpus'
import {
  kwic,
  search,
  searchArticles,
  type Concordance,
  type SearchFailure,
  type SearchHit,
  type SearchResults,
} from './search'

/** Results that are read at a time. */
export const RESULTS_A_PAGE = 50

/** What a search has found so far. The pages come as they are looked at. */
export interface FoundArticles {
  readonly query: string
  readonly order: ResultOrder
  readonly summary: Omit<SearchResults, 'hits'>
  /** By number of the page, from 0. */
  readonly pages: ReadonlyMap<number, readonly SearchHit[]>
  /** Every article found, in order; null until they are known. */
  readonly ids: readonly string[] | null
}

/** An answer with the question it is of, or why there is none. The answer before stays while the next is awaited. */
export interface Answered<T> {
  readonly asking: boolean
  readonly found: T | null
  readonly failure: SearchFailure | null
}

const NOTHING = { asking: false, found: null, failure: null } as const
const articles = createLiveValue<Answered<FoundArticles>>(NOTHING)
const lines = createLiveValue<Answered<Concordance>>(NOTHING)

/** The articles that the latest query finds. */
export function liveFoundArticles(): Live<Answered<FoundArticles>> {
  return articles
}

/** The concordance of the latest query. */
export function liveLines(): Live<Answered<Concordance>> {
  return lines
}

let articlesAsked = 0
let linesAsked = 0

/** Asks for the articles that a query finds; an empty one finds nothing. The same again takes what has changed meanwhile. */
export async function findArticles(query: string, order: ResultOrder): Promise<void> {
  const number = ++articlesAsked
  if (query === '') {
    articles.set(NOTHING)
    return
  }
  articles.set({ ...articles.get(), asking: true })
  const answer = await search(query, { order, count: RESULTS_A_PAGE })
  if (number !== articlesAsked) return
  if (!answer.ok) {
    if (answer.error.kind !== 'cancelled') articles.set({ asking: false, found: null, failure: answer.error })
    return
  }
  const { hits, ...summary } = answer.value
  const pages = new Map([[0, hits]])
  articles.set({ asking: false, failure: null, found: { query, order, summary, pages, ids: null } })
  const ids = await searchArticles(query, order)
  const { found } = articles.get()
  if (number === articlesAsked && ids.ok && found) {
    articles.set({ asking: false, failure: null, found: { ...found, ids: ids.value } })
  }
}

const reading = new Set<string>()

/** Reads a page of the articles found, if it is not there yet. */
export async function readResultPage(page: number): Promise<void> {
  const number = articlesAsked
  const { found } = articles.get()
  const key = `${String(number)} ${String(page)}`
  if (!found || found.pages.has(page) || reading.has(key)) return
  reading.add(key)
  const { query, order } = found
  const answer = await search(query, {
    order,
    from: page * RESULTS_A_PAGE,
    count: RESULTS_A_PAGE,
    counts: false,
  })
  reading.delete(key)
  const now = articles.get().found
  if (number !== articlesAsked || !answer.ok || !now) return
  articles.set({
    ...articles.get(),
    found: { ...now, pages: new Map(now.pages).set(page, answer.value.hits) },
  })
}

/** Asks for the lines in which the words of a query stand. */
export async function findLines(query: string, order: ConcordanceOrder, most: number): Promise<void> {
  const number = ++linesAsked
  if (query === '') {
    lines.set(NOTHING)
    return
  }
  lines.set({ ...lines.get(), asking: true })
  const answer = await kwic(query, { order, most })
  if (number !== linesAsked) return
  if (answer.ok) lines.set({ asking: false, found: answer.value, failure: null })
  else if (answer.error.kind !== 'cancelled') lines.set({ asking: false, found: null, failure: answer.error })
}

let database = openedCorpus()?.database.name

onCorpusChange(() => {
  const next = openedCorpus()?.database.name
  if (next === database) return
  database = next
  articlesAsked++
  linesAsked++
  articles.set(NOTHING)
  lines.set(NOTHING)
})
