import type { ClaimReasonKind } from '#core/suggest/claim-weights'

/** A claim as a person marks it. */
export interface GoldClaim {
  readonly exact: string
  /** What a reader sees in it; weaker signs may be found besides. */
  readonly reasons: readonly ClaimReasonKind[]
  /** Who makes it, as a name or as the words that name him; null when the outlet states it itself. */
  readonly claimant: string | null
}

/** A text judged in full. */
export interface GoldText {
  readonly text: string
  readonly language: string
  readonly part: 'shaping' | 'held-back'
  readonly claims: readonly GoldClaim[]
  /** Sentences and clauses that are no claims. */
  readonly nonClaims: readonly string[]
  /** What people would not agree on. */
  readonly either: readonly string[]
}

/** The day the fixtures were printed, a Wednesday. */
export const PRINTED = '2031-03-05'

/** A text with one claim: all of it without its final full stop, unless `exact` says which part. */
export function claim(
  text: string,
  reasons: readonly ClaimReasonKind[],
  {
    exact = text.replace(/\.$/u, ''),
    claimant = null,
    language = 'en',
    either = [],
  }: {
    readonly exact?: string
    readonly claimant?: string | null
    readonly language?: string
    readonly either?: readonly string[]
  } = {},
): GoldText {
  return { text, language, part: 'shaping', claims: [{ exact, reasons, claimant }], nonClaims: [], either }
}

/** A text without a claim. */
export function none(text: string, language = 'en'): GoldText {
  return { text, language, part: 'shaping', claims: [], nonClaims: [text], either: [] }
}
