import type { AppError } from '#core/model/result'
import type { OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'

/** Which articles get suggestions. */
export type SuggestScope =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'corpus' }

/** From the window to the suggestion worker. `start` comes once. */
export type SuggestRequest =
  | {
      readonly kind: 'start'
      /** Name of the corpus database. */
      readonly database: string
      readonly scope: SuggestScope
      /** The person's own reporting words. */
      readonly ownWords: OwnWordsByLanguage
    }
  | { readonly kind: 'cancel' }

/** How far a run is: articles stored and to be stored, suggestions among them that are undecided. */
export interface SuggestStep {
  readonly kind: 'progress'
  readonly done: number
  readonly total: number
  readonly found: number
}

/** How a run ended; batches stored by then stay. */
export interface SuggestEnd {
  readonly kind: 'end'
  readonly state: 'done' | 'cancelled' | 'failed'
  readonly error: AppError | null
  /** Set when a bug stopped it, for the log. */
  readonly crash: string | null
}

/** From the suggestion worker to the window. */
export type SuggestReply = SuggestStep | SuggestEnd
