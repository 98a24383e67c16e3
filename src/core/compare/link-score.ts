import type { Likeness } from './similarity'

/**
 * Weights of a logistic model: how sure it is that two statements say the same, from what they share.
 *
 * Fitted by gradient descent on the sum of two losses, logistic (is this pair the same?) and softmax (is it the best of the
 * statement's candidates?), over the ten likeliest candidates of each statement: the shaping half of the retold statements
 * of the tests, both wordings, and verses of two independent translations of the same book into present-day English, a part
 * of them cut to halves so that truncated statements are not lost. `verbatim`, `thin` and `lost` are set by hand: none of those
 * texts has quotations of a word or two, or verbatim excerpts. `same` is negative beside `words`, `cover` and `backCover`, which
 * count the same words too: a rare word shared says less than its weight, as statements on one topic share it as well.
 */
const WEIGHTS = {
  base: -16.6,
  words: 3.2,
  same: -7.8,
  letters: 2.3,
  neighbours: -0.4,
  verbatim: 4,
  order: 4.9,
  cover: 8.7,
  backCover: 8.4,
  otherNames: -0.3,
  otherNumbers: -1,
  information: 1.5,
  negation: -0.6,
  thin: -5,
  lost: -5,
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
