import type { Likeness } from './similarity'

/**
 * Weights of a logistic model: how sure it is that two statements say the same, from what they share.
 *
 * Fitted by gradient descent (L-BFGS) on the sum of three losses, logistic (is this pair the same?) and softmax both ways (is it the
 * best of all that either could belong to, nothing included?), over the ten likeliest candidates from either side. The pairs: news
 * sentences of 2021 that two people translated from Czech, German and Russian, or one person and a machine from Chinese, Japanese,
 * Icelandic and Hausa; the human ones once more with half of the sentence cut away, so that truncated statements are not lost, and with
 * half of them without counterpart; and the shaping half of the retold statements of the tests, both wordings, four- and fivefold, so
 * that free retellings are not lost either. docs/benchmarks.md says on what they were held back. `verbatim`, `lost` and `scant` are set
 * by hand: none of those texts has quotations of a word or two, or verbatim excerpts. `same` is negative beside `words`, `cover` and
 * `backCover`, which count the same words too: a rare word shared says less than its weight, as statements on one topic share it as well.
 */
const WEIGHTS = {
  base: -7.1,
  words: 6.7,
  same: -9.2,
  letters: 5.2,
  neighbours: -0.6,
  verbatim: 4,
  order: 2.8,
  cover: 6.4,
  backCover: 5.9,
  otherNames: -0.7,
  otherNumbers: -1.1,
  information: -0.2,
  negation: -0.3,
  lost: -5,
  scant: -12,
  length: -1.1,
} as const

type Sign = Exclude<keyof typeof WEIGHTS, 'base'>

export const LIKENESS_SIGNS = Object.keys(WEIGHTS).filter((sign) => sign !== 'base') as readonly Sign[]

/** Log odds (nats) that two statements with this likeness say the same, before their place and their rivals count. */
export function contentScore(likeness: Likeness): number {
  return LIKENESS_SIGNS.reduce<number>((sum, sign) => sum + WEIGHTS[sign] * likeness[sign], WEIGHTS.base)
}

/** The odds as a share, 0..1. */
export function probability(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
