import type { Likeness } from './similarity'

/** Weights of a logistic model: how sure it is that two statements say the same, from what they share. */
const WEIGHTS = {
  base: -6,
  words: 7,
  same: 1,
  letters: 4,
  neighbours: 1,
  order: 0.5,
  cover: 2.5,
  backCover: 0,
  common: 0.08,
  names: 0.5,
  otherNames: -0.5,
  numbers: 0.5,
  otherNumbers: -1.2,
  lengths: 0.5,
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
