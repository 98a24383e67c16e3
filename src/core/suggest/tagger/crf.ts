import {
  ALLOWED,
  emissionsOf,
  emptyWeights,
  FROM_COUNT,
  ROW_STRIDE,
  START,
  TRANSITION_COUNT,
  type Weights,
} from './decoder'
import { FEATURE_BITS, type ArticleFeatures, type TaggedBlock } from './features'
import { TAG_COUNT } from './tags'

/** Length of a step before AdaGrad shortens it; chosen on held-back training articles. */
const RATE = 0.05
/** Tokens whose right tag is surer than this teach next to nothing: leaving them out makes training several times as fast. */
const SURE_ENOUGH = 0.95
/** Added to the squared gradients, so that the first step of a feature is not its longest by far. */
const DAMPING = 0.1
const EDGE_SIZE = FROM_COUNT * TAG_COUNT

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): likelihood by forward and backward sums, steps by
 * AdaGrad (Duchi, Hazan and Singer 2011) with one sum of squares a feature, weights averaged over all steps.
 */
export class CrfTrainer {
  private readonly weights = emptyWeights()
  private readonly squares = new Float32Array(1 << FEATURE_BITS)
  private readonly transitionSquares = new Float32Array(TRANSITION_COUNT)
  private readonly summed = {
    table: new Float64Array((1 << FEATURE_BITS) * ROW_STRIDE),
    transitions: new Float64Array(TRANSITION_COUNT),
  }
  private time = 1
  private emissions = new Float32Array(0)
  private forward = new Float64Array(0)
  private backward = new Float64Array(0)
  private readonly factors = new Float64Array(TRANSITION_COUNT)
  private readonly edgeGradient = new Float64Array(TRANSITION_COUNT)
  private readonly gradient = new Float64Array(TAG_COUNT)

  /** Moves the weights towards a block's gold tags. Returns the number of tokens whose gold tag was less likely than not. */
  update(features: ArticleFeatures, block: TaggedBlock, gold: Uint8Array): number {
    const length = block.to - block.from
    if (length <= 0) return 0
    this.sum(features, block)
    const { forward, backward, gradient } = this
    let wrong = 0
    let learned = false
    for (let i = 0; i < length; i += 1) {
      const offset = i * TAG_COUNT
      let total = 0
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        total += (forward[offset + tag] as number) * (backward[offset + tag] as number)
      const right = gold[block.from + i] as number
      const sure = ((forward[offset + right] as number) * (backward[offset + right] as number)) / total
      if (sure < 0.5) wrong += 1
      if (sure > SURE_ENOUGH) continue
      let square = 0
      for (let tag = 0; tag < TAG_COUNT; tag += 1) {
        const likely = ((forward[offset + tag] as number) * (backward[offset + tag] as number)) / total
        const slope = (tag === right ? 1 : 0) - likely
        gradient[tag] = slope
        square += slope * slope
      }
      this.stepRows(features, block.from + i, square)
      this.addEdges(features, block, i, gold)
      learned = true
    }
    if (learned) this.stepTransitions()
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

  /** Forward and backward sums over a block, each token's scaled to one. */
  private sum(features: ArticleFeatures, block: TaggedBlock): void {
    const length = block.to - block.from
    if (this.emissions.length < length * TAG_COUNT) {
      this.emissions = new Float32Array(length * TAG_COUNT * 2)
      this.forward = new Float64Array(length * TAG_COUNT * 2)
      this.backward = new Float64Array(length * TAG_COUNT * 2)
    }
    const { emissions, forward, backward, factors } = this
    const { edges } = features
    emissionsOf(features, block, this.weights.table, emissions)
    for (let i = 0; i < length; i += 1) exponentiate(emissions, i * TAG_COUNT)
    for (let cell = 0; cell < TRANSITION_COUNT; cell += 1)
      factors[cell] = ALLOWED[cell % EDGE_SIZE] ? Math.exp(this.weights.transitions[cell] as number) : 0
    for (let i = 0; i < length; i += 1) {
      const edge = (edges[block.from + i] as number) * EDGE_SIZE
      const offset = i * TAG_COUNT
      for (let tag = 0; tag < TAG_COUNT; tag += 1) {
        let reached = 0
        if (i === 0) reached = factors[edge + START * TAG_COUNT + tag] as number
        else
          for (let p = 0; p < TAG_COUNT; p += 1)
            reached +=
              (forward[offset - TAG_COUNT + p] as number) * (factors[edge + p * TAG_COUNT + tag] as number)
        forward[offset + tag] = reached * (emissions[offset + tag] as number)
      }
      scale(forward, offset)
    }
    backward.fill(1, (length - 1) * TAG_COUNT, length * TAG_COUNT)
    for (let i = length - 2; i >= 0; i -= 1) {
      const edge = (edges[block.from + i + 1] as number) * EDGE_SIZE
      const offset = i * TAG_COUNT
      for (let p = 0; p < TAG_COUNT; p += 1) {
        let left = 0
        for (let tag = 0; tag < TAG_COUNT; tag += 1) {
          const next = offset + TAG_COUNT + tag
          left +=
            (factors[edge + p * TAG_COUNT + tag] as number) *
            (emissions[next] as number) *
            (backward[next] as number)
        }
        backward[offset + p] = left
      }
      scale(backward, offset)
    }
  }

  private stepRows(features: ArticleFeatures, token: number, square: number): void {
    const { rows, width } = features
    const { squares, gradient, time } = this
    const { table } = this.weights
    const { table: tableSum } = this.summed
    for (let f = token * width; f < (token + 1) * width; f += 1) {
      const row = rows[f] as number
      const seen = (squares[row] as number) + square
      squares[row] = seen
      const step = RATE / Math.sqrt(seen + DAMPING)
      for (let tag = 0; tag < TAG_COUNT; tag += 1) {
        const cell = row * ROW_STRIDE + tag
        const move = step * (gradient[tag] as number)
        table[cell] = (table[cell] as number) + move
        tableSum[cell] = (tableSum[cell] as number) + move * time
      }
    }
  }

  /** Adds what one token says of the transitions into it: the gold pair less the likelihood of every pair. */
  private addEdges(features: ArticleFeatures, block: TaggedBlock, i: number, gold: Uint8Array): void {
    const { edgeGradient, emissions, forward, backward, factors, gradient } = this
    const token = block.from + i
    const edge = (features.edges[token] as number) * EDGE_SIZE
    const add = (cell: number, value: number): void => {
      edgeGradient[cell] = (edgeGradient[cell] as number) + value
    }
    if (i === 0) {
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        add(edge + START * TAG_COUNT + tag, gradient[tag] as number)
      return
    }
    const offset = i * TAG_COUNT
    const weigh = (p: number, tag: number): number =>
      (forward[offset - TAG_COUNT + p] as number) *
      (factors[edge + p * TAG_COUNT + tag] as number) *
      (emissions[offset + tag] as number) *
      (backward[offset + tag] as number)
    let total = 0
    for (let p = 0; p < TAG_COUNT; p += 1) for (let tag = 0; tag < TAG_COUNT; tag += 1) total += weigh(p, tag)
    for (let p = 0; p < TAG_COUNT; p += 1)
      for (let tag = 0; tag < TAG_COUNT; tag += 1) add(edge + p * TAG_COUNT + tag, -weigh(p, tag) / total)
    add(edge + (gold[token - 1] as number) * TAG_COUNT + (gold[token] as number), 1)
  }

  private stepTransitions(): void {
    const { edgeGradient, transitionSquares, time } = this
    const { transitions } = this.weights
    const { transitions: transitionSum } = this.summed
    for (let cell = 0; cell < TRANSITION_COUNT; cell += 1) {
      const slope = edgeGradient[cell] as number
      if (slope === 0) continue
      const seen = (transitionSquares[cell] as number) + slope * slope
      transitionSquares[cell] = seen
      const move = (RATE / Math.sqrt(seen + DAMPING)) * slope
      transitions[cell] = (transitions[cell] as number) + move
      transitionSum[cell] = (transitionSum[cell] as number) + move * time
    }
    edgeGradient.fill(0)
  }
}

/** Turns one token's scores into factors; the largest becomes one, so that none overflows. */
function exponentiate(scores: Float32Array, offset: number): void {
  let max = -Infinity
  for (let tag = 0; tag < TAG_COUNT; tag += 1) max = Math.max(max, scores[offset + tag] as number)
  for (let tag = 0; tag < TAG_COUNT; tag += 1)
    scores[offset + tag] = Math.exp((scores[offset + tag] as number) - max)
}

function scale(sums: Float64Array, offset: number): void {
  let total = 0
  for (let tag = 0; tag < TAG_COUNT; tag += 1) total += sums[offset + tag] as number
  for (let tag = 0; tag < TAG_COUNT; tag += 1) sums[offset + tag] = (sums[offset + tag] as number) / total
}
