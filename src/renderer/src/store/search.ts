import { create } from 'zustand'
import type { ConcordanceOrder } from '#core/search/concordance'
import type { ResultOrder } from '#core/search/ranking'
import { NO_SELECTION, type Selection } from './library'

/** The two ways to look at what was found. */
export type SearchView = 'results' | 'concordance'

/** What lines of a concordance are annotated by: the words found, or the sentences around them. */
export type LineExtent = 'words' | 'sentence'

interface SearchState {
  /** The query as it is written. */
  readonly text: string
  /** The query that is asked; empty before the first. */
  readonly query: string
  readonly view: SearchView
  readonly order: ResultOrder
  readonly lineOrder: ConcordanceOrder
  /** Lines of the concordance at most. */
  readonly mostLines: number
  readonly extent: LineExtent
  /** Selected results by article id, selected lines by `lineKey`. */
  readonly results: Selection
  readonly lines: Selection
  /** Scroll offsets (CSS pixels) of both lists, so that coming back finds the same place. */
  readonly resultsOffset: number
  readonly linesOffset: number
  readonly dialog: 'story' | 'save' | 'rename' | null
  /** Id of the saved search that the keyboard is at in their list, null for none. */
  readonly saved: string | null
}

/** Lines of a concordance at first; asking for more takes five times as many. */
export const FIRST_LINES = 2_000

const START: SearchState = {
  text: '',
  query: '',
  view: 'results',
  order: 'relevance',
  lineOrder: 'article',
  mostLines: FIRST_LINES,
  extent: 'words',
  results: NO_SELECTION,
  lines: NO_SELECTION,
  resultsOffset: 0,
  linesOffset: 0,
  dialog: null,
  saved: null,
}

/** How the corpus is searched. */
export const useSearch = create<SearchState>(() => START)

/** Writes a query without asking it yet. */
export function writeQuery(text: string): void {
  useSearch.setState({ text })
}

/** Asks a query; places in what was found before are forgotten. */
export function askQuery(text: string): void {
  const query = text.trim()
  if (query === useSearch.getState().query) useSearch.setState({ text })
  else useSearch.setState({ ...PLACES, text, query })
}

/** Asks a query in an order, as a saved search does. */
export function runSearch(query: string, order: ResultOrder): void {
  useSearch.setState({ ...PLACES, text: query, query, order })
}

const PLACES = {
  results: NO_SELECTION,
  lines: NO_SELECTION,
  resultsOffset: 0,
  linesOffset: 0,
  mostLines: FIRST_LINES,
} as const

/** Sorts the articles found otherwise; the list begins anew. */
export function orderResults(order: ResultOrder): void {
  useSearch.setState({ ...PLACES, order })
}

/** Sorts the lines of the concordance otherwise; what is selected stays so. */
export function orderLines(lineOrder: ConcordanceOrder): void {
  useSearch.setState({ lineOrder, linesOffset: 0 })
}

/** Shows what was found in the other way. */
export function showView(view: SearchView): void {
  useSearch.setState({ view })
}

/** Another corpus has been opened. */
export function resetSearch(): void {
  useSearch.setState(START)
}
