import type { SentenceFeatures } from './sentence-features'

/** How alike the sentences of two articles are, each feature weighing by how few sentences have it. */
export interface SentenceSimilarity {
  /** `cells[a]` maps each sentence b that is at least `least` alike (0..1) to how alike it is. */
  readonly cells: readonly ReadonlyMap<number, number>[]
  /** Likeness (0..1) of a run of sentences of one side with a run of the other. */
  between(a: SentenceRun, b: SentenceRun): number
}

/** Sentences `first` to `last`, both in. */
export interface SentenceRun {
  readonly first: number
  readonly last: number
}

type Channel = 'stems' | 'grams'
type Side = readonly SentenceFeatures[]
type Weights = ReadonlyMap<number, number>

/**
 * Compares every sentence of `a` with every one of `b`: the mean of two weighted Dice coefficients, over stems and over
 * character n-grams. Features weigh by their inverse sentence frequency over both articles, so that what the whole
 * report is about says little and what only these two sentences share says much.
 */
export function compareSentences(a: Side, b: Side, least: number): SentenceSimilarity {
  const stems = weigh(a, b, 'stems')
  const grams = weigh(a, b, 'grams')
  const byStems = accumulate(a, b, 'stems', stems)
  const byGrams = accumulate(a, b, 'grams', grams)
  const cells = a.map((_, index) => {
    const row = new Map<number, number>()
    b.forEach((_other, other) => {
      const at = index * b.length + other
      const value = ((byStems[at] ?? 0) + (byGrams[at] ?? 0)) / 2
      if (value >= least) row.set(other, value)
    })
    return row
  })
  const between = (left: SentenceRun, right: SentenceRun): number =>
    (dice(union(a, left, 'stems'), union(b, right, 'stems'), stems) +
      dice(union(a, left, 'grams'), union(b, right, 'grams'), grams)) /
    2
  return { cells, between }
}

/** The run of one sentence. */
export function single(index: number): SentenceRun {
  return { first: index, last: index }
}

function weigh(a: Side, b: Side, channel: Channel): Weights {
  const weights = new Map<number, number>()
  for (const sentence of [...a, ...b]) {
    for (const feature of sentence[channel]) weights.set(feature, (weights.get(feature) ?? 0) + 1)
  }
  const total = a.length + b.length + 1
  for (const [feature, frequency] of weights) weights.set(feature, Math.log(total / frequency))
  return weights
}

/** Weighted Dice coefficients of all pairs, row by row, over an inverted index of `b`. */
function accumulate(a: Side, b: Side, channel: Channel, weights: Weights): Float32Array {
  const holders = new Map<number, number[]>()
  b.forEach((sentence, index) => {
    for (const feature of sentence[channel]) {
      const list = holders.get(feature)
      if (list) list.push(index)
      else holders.set(feature, [index])
    }
  })
  const sums = b.map((sentence) => sumOf(sentence[channel], weights))
  const table = new Float32Array(a.length * b.length)
  a.forEach((sentence, index) => {
    const row = table.subarray(index * b.length, (index + 1) * b.length)
    for (const feature of sentence[channel]) {
      const weight = weights.get(feature) ?? 0
      for (const other of holders.get(feature) ?? []) row[other] = (row[other] ?? 0) + weight
    }
    const sum = sumOf(sentence[channel], weights)
    row.forEach((shared, other) => {
      const both = sum + (sums[other] ?? 0)
      row[other] = both === 0 ? 0 : (2 * shared) / both
    })
  })
  return table
}

function sumOf(features: Iterable<number>, weights: Weights): number {
  let sum = 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

function union(side: Side, run: SentenceRun, channel: Channel): ReadonlySet<number> {
  const features = new Set<number>()
  for (let index = run.first; index <= run.last; index++) {
    for (const feature of side[index]?.[channel] ?? []) features.add(feature)
  }
  return features
}

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>, weights: Weights): number {
  let shared = 0
  for (const feature of a) if (b.has(feature)) shared += weights.get(feature) ?? 0
  const sum = sumOf(a, weights) + sumOf(b, weights)
  return sum === 0 ? 0 : (2 * shared) / sum
}
