import type { ArticleFeatures, TaggedBlock } from './features'
import { EDGE_KINDS, FEATURE_BITS } from './features'
import { mayFollow, TAG_COUNT } from './tags'

/** Rows of the transition table: every tag, and the start of a block. */
const FROM_COUNT = TAG_COUNT + 1
const START = TAG_COUNT
const IMPOSSIBLE = -1e9

/** Size of the transition table. */
export const TRANSITION_COUNT = EDGE_KINDS * FROM_COUNT * TAG_COUNT

const ALLOWED = Array.from({ length: FROM_COUNT }, (_, previous) =>
  Array.from({ length: TAG_COUNT }, (_unused, tag) =>
    previous === START ? tag === 0 || tag % 2 === 1 : mayFollow(previous, tag),
  ),
).flat()

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

/** Head start of a wrong tag in training, in weight steps; chosen on held-back training articles. */
const MARGIN = 60
/** The same for the outside tag: a span overlooked is worse than one too many, since a reviewer rejects faster than he searches. */
const OUTSIDE_MARGIN = 78

function addMargin(emissions: Float32Array, gold: Uint8Array, block: TaggedBlock): void {
  for (let i = block.from; i < block.to; i += 1)
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      if (tag === gold[i]) continue
      const cell = (i - block.from) * TAG_COUNT + tag
      emissions[cell] = (emissions[cell] as number) + (tag === 0 ? OUTSIDE_MARGIN : MARGIN)
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

  /**
   * Finds the best tag sequence of a block (Viterbi) into `tags`. With `gold`, for training, every other tag gets a head start, so that the
   * right sequence is learnt until it leads by a margin.
   */
  decode(
    features: ArticleFeatures,
    block: TaggedBlock,
    weights: Weights,
    tags: Uint8Array,
    gold: Uint8Array | null = null,
  ): void {
    const length = block.to - block.from
    if (length <= 0) return
    if (this.emissions.length < length * TAG_COUNT) {
      this.emissions = new Float32Array(length * TAG_COUNT * 2)
      this.back = new Int8Array(length * TAG_COUNT * 2)
    }
    const { emissions, back } = this
    const { rows, width, edges } = features
    const { table, transitions } = weights
    emissions.fill(0, 0, length * TAG_COUNT)
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
    if (gold) addMargin(emissions, gold, block)
    let previous = new Float64Array(TAG_COUNT)
    let current = new Float64Array(TAG_COUNT)
    for (let i = 0; i < length; i += 1) {
      const edge = (edges[block.from + i] as number) * FROM_COUNT * TAG_COUNT
      for (let tag = 0; tag < TAG_COUNT; tag += 1) {
        let best = IMPOSSIBLE * 2
        let from = 0
        if (i === 0)
          best = ALLOWED[START * TAG_COUNT + tag]
            ? (transitions[edge + START * TAG_COUNT + tag] as number)
            : IMPOSSIBLE
        else
          for (let p = 0; p < TAG_COUNT; p += 1) {
            if (!ALLOWED[p * TAG_COUNT + tag]) continue
            const score = (previous[p] as number) + (transitions[edge + p * TAG_COUNT + tag] as number)
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

/** Averaged structured perceptron with a margin (Collins 2002; Freund and Schapire's averaging by a second, time-weighted table). */
export class PerceptronTrainer {
  readonly weights = emptyWeights()
  private readonly summed = {
    table: new Float64Array((1 << FEATURE_BITS) * ROW_STRIDE),
    transitions: new Float64Array(TRANSITION_COUNT),
  }
  private time = 1

  /** Moves the weights towards the gold tags where the guess differs. Returns the number of wrong tokens. */
  update(features: ArticleFeatures, block: TaggedBlock, gold: Uint8Array, guess: Uint8Array): number {
    const { rows, width, edges } = features
    const { table, transitions } = this.weights
    const { table: tableSum, transitions: transitionSum } = this.summed
    const { time } = this
    let wrong = 0
    for (let i = block.from; i < block.to; i += 1) {
      const right = gold[i] as number
      const said = guess[i] as number
      if (right !== said) {
        wrong += 1
        for (let f = i * width; f < (i + 1) * width; f += 1) {
          const row = (rows[f] as number) * ROW_STRIDE
          table[row + right] = (table[row + right] as number) + 1
          table[row + said] = (table[row + said] as number) - 1
          tableSum[row + right] = (tableSum[row + right] as number) + time
          tableSum[row + said] = (tableSum[row + said] as number) - time
        }
      }
      const before = i === block.from ? START : (gold[i - 1] as number)
      const guessed = i === block.from ? START : (guess[i - 1] as number)
      if (before === guessed && right === said) continue
      const edge = (edges[i] as number) * FROM_COUNT * TAG_COUNT
      const up = edge + before * TAG_COUNT + right
      const down = edge + guessed * TAG_COUNT + said
      transitions[up] = (transitions[up] as number) + 1
      transitions[down] = (transitions[down] as number) - 1
      transitionSum[up] = (transitionSum[up] as number) + time
      transitionSum[down] = (transitionSum[down] as number) - time
    }
    this.time += 1
    return wrong
  }

  /** The average of all weights so far. */
  average(): Weights {
    const averaged = emptyWeights()
    for (let i = 0; i < averaged.table.length; i += 1)
      averaged.table[i] = (this.weights.table[i] as number) - (this.summed.table[i] as number) / this.time
    for (let i = 0; i < averaged.transitions.length; i += 1)
      averaged.transitions[i] =
        (this.weights.transitions[i] as number) - (this.summed.transitions[i] as number) / this.time
    return averaged
  }
}
