import type { Quotation } from '../../model/annotation'
import { rightProposals } from '../relation-scores'
import type { QuotationSuggestion } from '../types'

/**
 * From how far a tagger's choice is ahead of the next best to how likely the suggestion is right. Fitted on articles that
 * the tagger did not learn from.
 */
export interface ScoreCurve {
  /** Log odds of being right are `slope * lead + offset`. */
  readonly slope: number
  readonly offset: number
  /** Likelihood, 0..1, of a suggestion without a cue, of which the lead says nothing. */
  readonly withoutCue: number
}

/** The curve of a tagger that nothing was held back from: leads of a random field are about log odds. */
export const UNFITTED_CURVE: ScoreCurve = { slope: 1, offset: 0, withoutCue: 0.5 }

/** A suggestion made with `UNFITTED_CURVE`, and whether a person marked it too. */
export interface JudgedScore {
  /** 0..1, exclusive. */
  readonly score: number
  readonly hasCue: boolean
  readonly isRight: boolean
}

/** Judges what a tagger with `UNFITTED_CURVE` suggests in an article by what a person marked there. */
export function judge(
  suggestions: readonly QuotationSuggestion[],
  marked: readonly Quotation[],
): JudgedScore[] {
  const right = rightProposals(suggestions, marked)
  return suggestions.map(({ score, cue }, place) => ({
    score,
    hasCue: cue !== null,
    isRight: right.has(place),
  }))
}

/** As many suggestions as the unfitted curve weighs against those that were judged. */
const PRIOR = 4
/** Newton's method is at rest long before. */
const STEPS = 25
/** A curve never falls: a longer lead is at least as likely right. */
const LEAST_SLOPE = 0.05

/** Score of a suggestion whose cue and content lead by `lead` on average, 0..1. */
export function scoreOfLead({ slope, offset }: ScoreCurve, lead: number): number {
  return 1 / (1 + Math.exp(-(slope * lead + offset)))
}

/**
 * Fits a curve to judged suggestions: a logistic regression with smoothed targets, so that a few suggestions that are all right
 * do not make it certain, pulled towards the unfitted curve where there are few.
 * Source: Platt, Probabilistic outputs for support vector machines (1999); Newton's method as Lin, Lin and Weng (2007).
 */
export function fitScoreCurve(judged: readonly JudgedScore[]): ScoreCurve {
  const without = judged.filter(({ hasCue }) => !hasCue)
  const withCue = judged.filter(({ hasCue }) => hasCue)
  const right = withCue.filter(({ isRight }) => isRight).length
  const points = withCue.map(({ score, isRight }) => ({
    lead: Math.log(score / (1 - score)),
    target: isRight ? (right + 1) / (right + 2) : 1 / (withCue.length - right + 2),
  }))
  let { slope, offset } = UNFITTED_CURVE
  for (let step = 0; step < STEPS; step += 1) {
    // Gradient and Hessian of the log likelihood, the pull towards the unfitted curve among them.
    let toSlope = PRIOR * (UNFITTED_CURVE.slope - slope)
    let toOffset = PRIOR * (UNFITTED_CURVE.offset - offset)
    let slopes = PRIOR
    let offsets = PRIOR
    let both = 0
    for (const { lead, target } of points) {
      const likely = scoreOfLead({ slope, offset, withoutCue: 0 }, lead)
      const weight = likely * (1 - likely)
      toSlope += (target - likely) * lead
      toOffset += target - likely
      slopes += weight * lead * lead
      offsets += weight
      both += weight * lead
    }
    const determinant = slopes * offsets - both * both
    slope = Math.max(LEAST_SLOPE, slope + (offsets * toSlope - both * toOffset) / determinant)
    offset += (slopes * toOffset - both * toSlope) / determinant
  }
  const rightWithout = without.filter(({ isRight }) => isRight).length
  const withoutCue = (rightWithout + PRIOR * UNFITTED_CURVE.withoutCue) / (without.length + PRIOR)
  return { slope, offset, withoutCue }
}
