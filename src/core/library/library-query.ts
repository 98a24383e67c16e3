import type { ArticleStatus } from '../model/article'
import type { CopyRelation } from './copies'

/** Something about an article that a person should look at; a relation says how it stands to another article. */
export type LibraryFlag = 'guessed' | 'encoding' | 'same-text' | 'furniture' | CopyRelation

/** What narrows the library's list. Values of one facet are alternatives; facets narrow each other. */
export interface LibraryFilter {
  /** Words looked for in title, path and source, case and marks aside. */
  readonly query: string
  /** Ids of sources; null stands for articles without one. */
  readonly sources: readonly (string | null)[]
  readonly statuses: readonly ArticleStatus[]
  /** Ids of tags; an article matches when one of its annotations has one of them. */
  readonly tags: readonly string[]
  /** BCP 47 tags; null stands for an unknown language. */
  readonly languages: readonly (string | null)[]
  readonly flags: readonly LibraryFlag[]
  /** First and last day of publication, ISO dates, both included; null for open. Articles without a date match neither. */
  readonly from: string | null
  readonly to: string | null
}

/** The filter that lets everything through. */
export const NO_FILTER: LibraryFilter = {
  query: '',
  sources: [],
  statuses: [],
  tags: [],
  languages: [],
  flags: [],
  from: null,
  to: null,
}

/** Columns that the list can be sorted by. */
export type SortColumn =
  'title' | 'source' | 'date' | 'language' | 'words' | 'annotations' | 'status' | 'flags'

/** Order of the list. */
export interface SortOrder {
  readonly column: SortColumn
  readonly descending: boolean
}

/** How many articles each value of a facet would show, the other facets being as they are. */
export interface FacetCounts {
  /** By id of source, with its name; null for none. */
  readonly sources: ReadonlyMap<string | null, { readonly name: string | null; readonly count: number }>
  readonly statuses: ReadonlyMap<ArticleStatus, number>
  readonly tags: ReadonlyMap<string, number>
  readonly languages: ReadonlyMap<string | null, number>
  readonly flags: ReadonlyMap<LibraryFlag, number>
  /** By year (`2022`) and, for articles that state it, by month (`2022-02`). */
  readonly dates: ReadonlyMap<string, number>
}

/** Articles that pass a filter, in order. */
export interface LibraryAnswer {
  /** Numbers of the articles; `LibraryIndex.ids` has their ids. */
  readonly order: Uint32Array<ArrayBuffer>
  readonly facets: FacetCounts
}

/** Asks for articles near a stretch of time. */
export interface NearQuery {
  /** Words looked for in title, path and source, case and marks aside. */
  readonly query: string
  /** First and last ISO date of the stretch; null when it is not known: then no date is nearer than another. */
  readonly from: string | null
  readonly to: string | null
  /** Ids of articles that come before all others. */
  readonly first: readonly string[]
  /** How many are wanted. */
  readonly most: number
}

/** The articles that match, those wanted of them. */
export interface NearAnswer {
  /** Numbers of the articles, the nearest first. */
  readonly order: Uint32Array<ArrayBuffer>
  /** How many match at all. */
  readonly count: number
}

/** What holds for the whole corpus. */
export interface LibrarySummary {
  readonly articles: number
  readonly accepted: number
  readonly suggested: number
  /** Tag id -> annotations that carry it. */
  readonly tags: Readonly<Record<string, number>>
}
