import type { ArticleFeatures, TaggedBlock } from './features'
import { EDGE_KINDS, FEATURE_BITS } from './features'
import { mayFollow, TAG_COUNT } from './tags'

/** Rows of the transition table: every tag, and the start of a block. */
export const FROM_COUNT = TAG_COUNT + 1
/** The row of the start of a block. */
export const START = TAG_COUNT
const IMPOSSIBLE = -1e9

/** Size of the transition table. */
export const TRANSITION_COUNT = EDGE_KINDS * FROM_COUNT * TAG_COUNT

/** Whether a tag may follow another: `[previous][tag]`. */
export const ALLOWED = Array.from({ length: FROM_COUNT }, (_, previous) =>
  Array.from({ length: TAG_COUNT }, (_unused, tag) =>
    previous === START ? tag === 0 || tag % 2 === 1 : mayFollow(previous, tag),
  ),
).flat()

/**
 * Head start of a new span when tagging, in log odds: a quotation overlooked is worse than one too many, since a reviewer rejects faster than
 * he searches. Chosen on held-back training articles, where it gains as much recall as it costs precision.
 */
const HEAD_START = 0.4

/** The head start of each pair of tags; a span right after another one of its kind gets none, or long spans would be cut in two. */
const BONUS = Float32Array.from({ length: FROM_COUNT * TAG_COUNT }, (_, cell) => {
  const previous = Math.floor(cell / TAG_COUNT)
  const tag = cell % TAG_COUNT
  const sameKind = previous !== START && previous > 0 && (previous - 1) >> 1 === (tag - 1) >> 1
  return tag % 2 === 1 && !sameKind ? HEAD_START : 0
})

/** Table cells a row: a power of two, so that a row lies in one cache line. */
export const ROW_STRIDE = 8

/** A weight table to decode with: `table[row * ROW_STRIDE + tag]`. */
export interface Weights {
  readonly table: Float32Array
  readonly transitions: Float32Array
}

/** A fresh table of zeros. */
export function emptyWeights(): Weights {
  return {
    table: new Float32Array((1 << FEATURE_BITS) * ROW_STRIDE),
    transitions: new Float32Array(TRANSITION_COUNT),
  }
}

/** Sums the weights of each token's features into `emissions`, `TAG_COUNT` a token. */
export function emissionsOf(
  features: ArticleFeatures,
  block: TaggedBlock,
  table: Float32Array,
  emissions: Float32Array,
): void {
  const length = block.to - block.from
  const { rows, width } = features
  for (let i = 0; i < length; i += 1) {
    let e0 = 0
    let e1 = 0
    let e2 = 0
    let e3 = 0
    let e4 = 0
    let e5 = 0
    let e6 = 0
    const end = (block.from + i + 1) * width
    for (let f = (block.from + i) * width; f < end; f += 1) {
      const row = (rows[f] as number) * ROW_STRIDE
      e0 += table[row] as number
      e1 += table[row + 1] as number
      e2 += table[row + 2] as number
      e3 += table[row + 3] as number
      e4 += table[row + 4] as number
      e5 += table[row + 5] as number
      e6 += table[row + 6] as number
    }
    const o = i * TAG_COUNT
    emissions[o] = e0
    emissions[o + 1] = e1
    emissions[o + 2] = e2
    emissions[o + 3] = e3
    emissions[o + 4] = e4
    emissions[o + 5] = e5
    emissions[o + 6] = e6
  }
}

/** Scratch space for decoding, grown as blocks demand. */
export class Decoder {
  private emissions = new Float32Array(0)
  private back = new Int8Array(0)

  /** Emission scores of the last decoded block, `TAG_COUNT` a token. */
  get scores(): Float32Array {
    return this.emissions
  }

  /** Finds the best tag sequence of a block (Viterbi) into `tags`. */
  decode(features: ArticleFeatures, block: TaggedBlock, weights: Weights, tags: Uint8Array): void {
    const length = block.to - block.from
    if (length <= 0) return
    if (this.emissions.length < length * TAG_COUNT) {
      this.emissions = new Float32Array(length * TAG_COUNT * 2)
      this.back = new Int8Array(length * TAG_COUNT * 2)
    }
    const { emissions, back } = this
    const { edges } = features
    const { transitions } = weights
    emissionsOf(features, block, weights.table, emissions)
    let previous = new Float64Array(TAG_COUNT)
    let current = new Float64Array(TAG_COUNT)
    for (let i = 0; i < length; i += 1) {
      const edge = (edges[block.from + i] as number) * FROM_COUNT * TAG_COUNT
      for (let tag = 0; tag < TAG_COUNT; tag += 1) {
        let best = IMPOSSIBLE * 2
        let from = 0
        if (i === 0)
          best = ALLOWED[START * TAG_COUNT + tag]
            ? (transitions[edge + START * TAG_COUNT + tag] as number) +
              (BONUS[START * TAG_COUNT + tag] as number)
            : IMPOSSIBLE
        else
          for (let p = 0; p < TAG_COUNT; p += 1) {
            if (!ALLOWED[p * TAG_COUNT + tag]) continue
            const score =
              (previous[p] as number) +
              (transitions[edge + p * TAG_COUNT + tag] as number) +
              (BONUS[p * TAG_COUNT + tag] as number)
            if (score > best) {
              best = score
              from = p
            }
          }
        current[tag] = best + (emissions[i * TAG_COUNT + tag] as number)
        back[i * TAG_COUNT + tag] = from
      }
      const swap = previous
      previous = current
      current = swap
    }
    let tag = 0
    for (let t = 1; t < TAG_COUNT; t += 1) if ((previous[t] as number) > (previous[tag] as number)) tag = t
    for (let i = length - 1; i >= 0; i -= 1) {
      tags[block.from + i] = tag
      tag = back[i * TAG_COUNT + tag] as number
    }
  }
}
