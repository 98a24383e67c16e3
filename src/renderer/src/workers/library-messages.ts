import type {
  FacetCounts,
  LibraryFilter,
  LibrarySummary,
  NearQuery,
  SortOrder,
} from '#core/library/library-query'

/** From the window to the library worker. `open` comes once and first. */
export type LibraryRequest =
  | { readonly kind: 'open'; readonly database: string }
  | {
      readonly kind: 'ask'
      readonly number: number
      readonly filter: LibraryFilter
      readonly sort: SortOrder | null
    }
  | { readonly kind: 'near'; readonly number: number; readonly query: NearQuery }

/** A question to the library worker. */
export type LibraryQuestion = Extract<LibraryRequest, { readonly number: number }>

/** From the library worker to the window. */
export type LibraryReply =
  /** The corpus was read, or something has changed in it. */
  | {
      readonly kind: 'changed'
      readonly summary: LibrarySummary
      /** Articles known before whose rows may be others now; null: any may. */
      readonly rows: readonly string[] | null
    }
  | {
      readonly kind: 'answer'
      readonly number: number
      readonly order: Uint32Array<ArrayBuffer>
      readonly facets: FacetCounts
      /** Ids, by number of the article, that no answer before has told, separated by line feeds; numbers go on where they ended. */
      readonly ids: string
    }
  /** Articles near a stretch of time; `ids` as in an answer. */
  | {
      readonly kind: 'near'
      readonly number: number
      readonly order: Uint32Array<ArrayBuffer>
      readonly count: number
      readonly ids: string
    }
  | { readonly kind: 'lost'; readonly crash: string }
