/** What speaks for or against a statement being worth checking, each a reason that a person sees. */
export type ClaimReasonKind =
  | 'quantity'
  | 'small-count'
  | 'date'
  | 'comparison'
  | 'superlative'
  | 'causal'
  | 'change'
  | 'event'
  | 'named-actor'
  | 'absolute'
  | 'denial'
  | 'accusation'
  | 'reported'
  | 'opinion'
  | 'wish'
  | 'prediction'
  | 'hedge'
  | 'hypothetical'
  | 'personal'

/** A reason with what it adds to the score, or takes from it. */
export interface ClaimReason {
  readonly kind: ClaimReasonKind
  /** −1..1; the score is the sum of the weights, held within 0..1. */
  readonly weight: number
}

/**
 * What each reason weighs. The scale is set by `CLAIM_THRESHOLD`: a reason at or above it makes a claim alone, two at half of it do
 * together. Chosen by hand, by what a fact-checker needs in order to begin:
 *
 * - A number, a comparison, an extreme or a denial can be held against a record as it stands, so each is enough.
 * - A cause and a change need a second sign: "because" also explains moods, "rose" also people from chairs.
 * - A date, an event and a named actor place a statement in the world; any two of them do, one alone is mostly scenery.
 * - That somebody says it adds little: what is said may be anything.
 * - What takes away outweighs a supporting sign, but not two strong ones: "a shameful 40 per cent" still states a number.
 */
export const CLAIM_WEIGHTS: Readonly<Record<ClaimReasonKind, number>> = {
  quantity: 0.4,
  'small-count': 0.2,
  date: 0.25,
  comparison: 0.4,
  superlative: 0.4,
  causal: 0.35,
  change: 0.3,
  event: 0.2,
  'named-actor': 0.2,
  absolute: 0.25,
  denial: 0.4,
  accusation: 0.25,
  reported: 0.1,
  opinion: -0.35,
  wish: -0.35,
  prediction: -0.3,
  hedge: -0.2,
  hypothetical: -0.25,
  personal: -0.25,
}

/** The least score of a statement that is suggested. */
export const CLAIM_THRESHOLD = 0.4
