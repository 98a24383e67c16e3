import type { TextRange } from '#core/model/range'
import type { AppError, Result } from '#core/model/result'
import type { ConcordanceOrder, ConcordanceRow } from '#core/search/concordance'
import type { QueryNote } from '#core/search/query'
import type { ResultOrder } from '#core/search/ranking'
import type { Snippet } from '#core/search/snippets'
import type { IndexProgress } from './search-indexer'

/** How the search index of the open corpus stands. */
export type SearchStatus = IndexProgress | { readonly state: 'failed'; readonly error: AppError }

/** What is asked of a search besides the query. */
export interface SearchOptions {
  readonly order: ResultOrder
  /** First result and how many. */
  readonly from: number
  readonly count: number
  /** With snippets, which reads the texts of the results answered. */
  readonly snippets: boolean
  /** With counts by source and month. */
  readonly counts: boolean
}

/** An article that was found. */
export interface SearchHit {
  readonly article: string
  readonly title: string
  /** Name of the outlet, null when unknown. */
  readonly sourceName: string | null
  readonly publishedAt: string | null
  /** Hits in the title. May overlap. */
  readonly titleHits: readonly TextRange[]
  /** Hits in the text; null when snippets were not asked for. */
  readonly textHits: number | null
  /** Null when not asked for. */
  readonly snippet: Snippet | null
}

/** Counts over everything found. */
export interface SearchCounts {
  /** Most first; `source` null: unknown. */
  readonly sources: readonly {
    readonly source: string | null
    readonly name: string
    readonly count: number
  }[]
  /** In order; `month` as `2022-02`. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  readonly undated: number
}

/** What a search found. */
export interface SearchResults {
  /** Articles in all. */
  readonly total: number
  /** How often what was asked for stands in them. */
  readonly occurrences: number
  readonly hits: readonly SearchHit[]
  /** Null when not asked for. */
  readonly counts: SearchCounts | null
  readonly notes: readonly QueryNote[]
  /** False while articles are missing in the index. */
  readonly complete: boolean
}

/** What is asked of a concordance besides the query. */
export interface ConcordanceOptions {
  readonly order: ConcordanceOrder
  /** Articles are read in this order, up to `most` lines. */
  readonly articles: ResultOrder
  readonly most: number
}

/** What a line of a concordance says of its article. */
export interface ConcordanceArticle {
  readonly title: string
  /** Name of the outlet, null when unknown. */
  readonly sourceName: string | null
  readonly publishedAt: string | null
  /** BCP 47, null when unknown. */
  readonly language: string | null
}

/** The lines of a concordance. */
export interface Concordance {
  readonly rows: readonly ConcordanceRow[]
  /** The articles that the rows are of, by id. */
  readonly articles: ReadonlyMap<string, ConcordanceArticle>
  /** Articles that were found, and how many of them the rows are of. */
  readonly total: number
  readonly read: number
  readonly notes: readonly QueryNote[]
}

/** Why there is no answer; `at` is the place in the query, null when it is not the query's fault. */
export type SearchFailure = AppError & { readonly at: TextRange | null }

/** Questions by name, with what is given and what is answered. */
export interface SearchQuestions {
  search: { options: SearchOptions; answer: SearchResults }
  articles: { options: { readonly order: ResultOrder; readonly most: number }; answer: readonly string[] }
  concordance: { options: ConcordanceOptions; answer: Concordance }
}

export type SearchQuestion = {
  [K in keyof SearchQuestions]: {
    readonly kind: K
    readonly query: string
    readonly options: SearchQuestions[K]['options']
  }
}[keyof SearchQuestions]

/** From the window to the search worker. `open` comes once and first. */
export type SearchRequest =
  | { readonly kind: 'open'; readonly database: string }
  | { readonly kind: 'ask'; readonly number: number; readonly question: SearchQuestion }
  | { readonly kind: 'rebuild' }

/** From the search worker to the window. */
export type SearchReply =
  | { readonly kind: 'status'; readonly status: SearchStatus }
  | {
      readonly kind: 'answer'
      readonly number: number
      readonly result: Result<SearchQuestions[keyof SearchQuestions]['answer'], SearchFailure>
    }
  | { readonly kind: 'crash'; readonly crash: string }
