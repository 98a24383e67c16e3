import type { PassageAlignment, StoryProposal } from '#core/model/comparison'
import type { AppError, Result } from '#core/model/result'

/** How alike two articles of a story are. */
export interface Similarity {
  /** Article ids. */
  readonly a: string
  readonly b: string
  /** 0..1: share of the words of both that stand in aligned sentences. */
  readonly similarity: number
  /** 0..1: share of the words of one that the other renders. "A is inside B" is a high first and low second. */
  readonly aInB: number
  readonly bInA: number
}

/** What the compare worker can be asked, by kind. */
export interface Questions {
  /** Compares a story and stores the result; without `force` only when what is stored is stale. */
  compare: { readonly story: string; readonly force: boolean }
  /** What the comparison of each story would be made from now. */
  check: { readonly stories: readonly string[] }
  /** Article ids. */
  passages: { readonly a: string; readonly b: string }
  similarities: { readonly story: string }
  propose: object
  /** Looks for reuse in the whole corpus and stores the result. */
  reuse: object
}

/** What it answers, by kind. */
export interface Answers {
  /** What the stored comparison is made from; `made` is false when it was current. */
  compare: { readonly made: boolean; readonly basis: string }
  /** Hash by story id; stories that are gone are left out. */
  check: ReadonlyMap<string, string>
  passages: PassageAlignment
  similarities: readonly Similarity[]
  propose: readonly StoryProposal[]
  reuse: null
}

/** Kind of a question. */
export type QuestionKind = keyof Questions

/** A question of any kind. */
export type Question = { [K in QuestionKind]: { readonly kind: K } & Questions[K] }[QuestionKind]

/** From the window to the compare worker. `open` comes once, first. */
export type CompareRequest =
  | {
      readonly kind: 'open'
      /** Name of the corpus database. */
      readonly database: string
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly id: number }

/** From the compare worker to the window, with the id of the question. */
export type CompareReply =
  /** 0..1. The first comes when the work really starts: a comparison that is current reports none. */
  | { readonly kind: 'progress'; readonly id: number; readonly progress: number }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly result: Result<Answers[QuestionKind]>
      /** Set when a bug stopped it, for the log. */
      readonly crash: string | null
    }

/** The refusal that a cancelled question is answered with. */
export const CANCELLED: AppError = { kind: 'cancelled', message: 'Comparing was cancelled.' }
