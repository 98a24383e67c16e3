import type { FEATURE_BITS } from './features'
import type { ScoreCurve } from './score-curve'

/** Version of the features and the model's layout: a model of another version is not used, but trained anew. */
export const TAGGER_VERSION = 4

/**
 * What training learns, ready to be stored or posted to a worker: plain numbers and typed arrays. The weight table is sparse: only rows that
 * some weight is not zero in.
 */
export interface TaggerModel {
  readonly version: typeof TAGGER_VERSION
  /** BCP 47 primary tag of the examples' language, for the lexicon. */
  readonly language: string
  readonly featureBits: typeof FEATURE_BITS
  /** Row numbers of the hashed table, ascending. */
  readonly rows: Uint32Array
  /** `TAG_COUNT` weights for each row. */
  readonly weights: Float32Array
  /** Weights of tag after tag for each edge kind: `[edge][previous, TAG_COUNT + 1 of them][tag]`. */
  readonly transitions: Float32Array
  /** Weights of the hashed pair features that link spans into relations. */
  readonly pairWeights: Float32Array
  /** Words that cues are made of, with their rate class 1..4. */
  readonly cueRates: readonly (readonly [string, number])[]
  /** How likely its suggestions are right. */
  readonly curve: ScoreCurve
  /** Articles it was trained on. */
  readonly examples: number
}
