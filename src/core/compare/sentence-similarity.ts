import { FEATURES, type SentenceFeatures } from './sentence-features'

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

/** The features of one side's sentences with their weights, entry by entry, and the sum of each sentence's weights. */
interface WeighedSide {
  readonly features: readonly Int32Array[]
  readonly weights: readonly Float32Array[]
  readonly sums: Float32Array
}

/** Scratch tables, all 0 (-1) between comparisons: in how many sentences a feature is, and where its list begins. */
const frequencies = new Uint16Array(FEATURES)
const heads = new Int32Array(FEATURES).fill(-1)

/**
 * Compares every sentence of `a` with every one of `b`: the mean of two weighted Dice coefficients, over stems and over
 * character n-grams. Features weigh by their inverse sentence frequency over both articles, so that what the whole
 * report is about says little and what only these two sentences share says much.
 */
export function compareSentences(a: Side, b: Side, least: number): SentenceSimilarity {
  const stems = weigh(a, b, 'stems')
  const grams = weigh(a, b, 'grams')
  const byStems = accumulate(stems.a, stems.b)
  const byGrams = accumulate(grams.a, grams.b)
  const cells = a.map((_, index) => {
    const row = new Map<number, number>()
    for (let other = 0; other < b.length; other++) {
      const at = index * b.length + other
      const value = ((byStems[at] ?? 0) + (byGrams[at] ?? 0)) / 2
      if (value >= least) row.set(other, value)
    }
    return row
  })
  const between = (left: SentenceRun, right: SentenceRun): number =>
    (dice(union(stems.a, left), union(stems.b, right)) + dice(union(grams.a, left), union(grams.b, right))) /
    2
  return { cells, between }
}

/** The run of one sentence. */
export function single(index: number): SentenceRun {
  return { first: index, last: index }
}

function weigh(a: Side, b: Side, channel: Channel): { readonly a: WeighedSide; readonly b: WeighedSide } {
  const sides = [a, b].map((side) => side.map((sentence) => sentence[channel]))
  for (const features of sides.flat()) {
    for (const feature of features) frequencies[feature] = (frequencies[feature] ?? 0) + 1
  }
  const total = a.length + b.length + 1
  const logarithms = Float32Array.from({ length: total }, (_, frequency) =>
    Math.log(total / Math.max(1, frequency)),
  )
  const [left, right] = sides.map((features): WeighedSide => {
    const weights = features.map((list) =>
      Float32Array.from(list, (feature) => logarithms[frequencies[feature] ?? 0] ?? 0),
    )
    return {
      features,
      weights,
      sums: Float32Array.from(weights, (list) => list.reduce((sum, weight) => sum + weight, 0)),
    }
  })
  for (const features of sides.flat()) for (const feature of features) frequencies[feature] = 0
  const none = { features: [], weights: [], sums: new Float32Array() }
  return { a: left ?? none, b: right ?? none }
}

/** Weighted Dice coefficients of all pairs, row by row, over lists of the sentences of `b` that have a feature. */
function accumulate(a: WeighedSide, b: WeighedSide): Float32Array {
  const width = b.features.length
  const entries = b.features.reduce((sum, list) => sum + list.length, 0)
  const next = new Int32Array(entries)
  const owners = new Int32Array(entries)
  let entry = 0
  b.features.forEach((list, owner) => {
    for (const feature of list) {
      owners[entry] = owner
      next[entry] = heads[feature] ?? -1
      heads[feature] = entry++
    }
  })
  const table = new Float32Array(a.features.length * width)
  a.features.forEach((list, index) => {
    const weights = a.weights[index]
    const row = table.subarray(index * width, (index + 1) * width)
    for (let at = 0; at < list.length; at++) {
      const weight = weights?.[at] ?? 0
      for (let holder = heads[list[at] ?? 0] ?? -1; holder >= 0; holder = next[holder] ?? -1) {
        const owner = owners[holder] ?? 0
        row[owner] = (row[owner] ?? 0) + weight
      }
    }
    const sum = a.sums[index] ?? 0
    for (let owner = 0; owner < width; owner++) {
      const both = sum + (b.sums[owner] ?? 0)
      row[owner] = both === 0 ? 0 : (2 * (row[owner] ?? 0)) / both
    }
  })
  for (const list of b.features) for (const feature of list) heads[feature] = -1
  return table
}

/** The features of a run of sentences, with their weights. */
function union(side: WeighedSide, run: SentenceRun): ReadonlyMap<number, number> {
  const union = new Map<number, number>()
  for (let index = run.first; index <= run.last; index++) {
    side.features[index]?.forEach((feature, at) => union.set(feature, side.weights[index]?.[at] ?? 0))
  }
  return union
}

function dice(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let shared = 0
  let sum = 0
  for (const [feature, weight] of a) {
    sum += weight
    if (b.has(feature)) shared += weight
  }
  for (const weight of b.values()) sum += weight
  return sum === 0 ? 0 : (2 * shared) / sum
}
