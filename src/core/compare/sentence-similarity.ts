import { FEATURES, type SentenceFeatures } from './sentence-features'

/** How alike the sentences of two articles are, each feature weighing by how few sentences have it. */
export interface SentenceSimilarity {
  /** `cells[a]` maps sentences b that are at least `least` alike (0..1) to how alike they are, in order of b. Never more than a few dozen. */
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

/** Scratch tables, all 0 between comparisons: in how many sentences of both sides a feature is, and of one. */
const frequencies = new Uint32Array(FEATURES)
const holders = new Uint32Array(FEATURES)
/** 1 for the features of the sentence in hand, all 0 between comparisons. */
const marked = new Uint8Array(FEATURES)

/** Up to this many sentences a side is compared whole: a news report is far below. */
const WHOLE = 256
/** In a longer one, features that more sentences than this have bring no two together: the rare ones do. */
const MOST_HOLDERS = 48
/** Sentences that a sentence is paired with at most, in a side compared whole and in a longer one: the most alike. */
const MOST_CELLS = 64
const MOST_CELLS_LONG = 12
/** Equal sentences looked at on either side of a sentence's own place, however often they are said. */
const EQUAL_REACH = 2
/** Features added up between two yields: some milliseconds. */
const SLICE = 400_000

/** How much comparing two sides costs, to be counted where time would be no sure measure. */
export interface SimilarityWork {
  /** Features of one sentence met in another. */
  meetings: number
}

/**
 * Compares the sentences of `a` with those of `b`: the mean of two weighted Dice coefficients, over stems and over
 * character n-grams. Features weigh by their inverse sentence frequency over both articles, so that what the whole
 * report is about says little and what only these two sentences share says much. In a long article only sentences are
 * compared that share something rare, or are equal and stand near: time grows with its length and not with the square.
 * Yields now and then.
 */
export function* compareSentences(
  a: Side,
  b: Side,
  least: number,
  work: SimilarityWork = { meetings: 0 },
): Generator<void, SentenceSimilarity> {
  const stems = weigh(a, b, 'stems')
  const grams = weigh(a, b, 'grams')
  yield
  const isLong = a.length > WHOLE || b.length > WHOLE
  const most = isLong ? MOST_HOLDERS : WHOLE
  const indexes = [createIndex(stems.b.features, most), createIndex(grams.b.features, most)] as const
  const equal = isLong ? placesOfEqual(b) : null
  yield
  const byStems = new Float32Array(b.length)
  const byGrams = new Float32Array(b.length)
  const seen = new Uint8Array(b.length)
  const touched: number[] = []
  const cells: Map<number, number>[] = []
  let paused = work.meetings
  for (const [index, sentence] of a.entries()) {
    touched.length = 0
    work.meetings += addUp(stems.a, index, indexes[0], byStems, seen, touched)
    work.meetings += addUp(grams.a, index, indexes[1], byGrams, seen, touched)
    const found: Cell[] = []
    for (const other of touched) {
      const value =
        (ratio(byStems[other], stems.a.sums[index], stems.b.sums[other]) +
          ratio(byGrams[other], grams.a.sums[index], grams.b.sums[other])) /
        2
      byStems[other] = 0
      byGrams[other] = 0
      seen[other] = 0
      // What is not counted of a long article's features only adds to this.
      if (value >= (isLong ? least / 4 : least)) found.push({ other, value })
    }
    if (equal) {
      const chosen = heaviest(found, MOST_CELLS_LONG, index).map(({ other }) => other)
      for (const other of nearest(equal.get(keyOf(sentence)) ?? [], index)) chosen.push(other)
      const row = new Map<number, number>()
      for (const other of chosen) {
        const value = (shareOf(stems, index, other) + shareOf(grams, index, other)) / 2
        work.meetings += sentence.grams.length + sentence.stems.length
        if (value >= least) row.set(other, value)
      }
      cells.push(inOrder(row))
    } else {
      cells.push(
        inOrder(new Map(heaviest(found, MOST_CELLS, index).map(({ other, value }) => [other, value]))),
      )
    }
    if (work.meetings - paused > SLICE) {
      paused = work.meetings
      yield
    }
  }
  function between(left: SentenceRun, right: SentenceRun): number {
    return (
      (dice(union(stems.a, left), union(stems.b, right)) +
        dice(union(grams.a, left), union(grams.b, right))) /
      2
    )
  }
  return { cells, between }
}

/** The run of one sentence. */
export function single(index: number): SentenceRun {
  return { first: index, last: index }
}

/** A sentence of the other side and how alike it is. */
interface Cell {
  readonly other: number
  readonly value: number
}

/** The most alike; of equals those nearest to the sentence's own place. */
function heaviest(found: Cell[], most: number, place: number): readonly Cell[] {
  if (found.length <= most) return found
  return found
    .sort(
      (x, y) =>
        y.value - x.value || Math.abs(x.other - place) - Math.abs(y.other - place) || x.other - y.other,
    )
    .slice(0, most)
}

function inOrder(row: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...row].sort(([one], [other]) => one - other))
}

/** Sentences of one side by what they are compared by. */
function placesOfEqual(side: Side): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [index, sentence] of side.entries()) {
    const key = keyOf(sentence)
    const own = places.get(key)
    if (own) own.push(index)
    else places.set(key, [index])
  }
  return places
}

/** A hash of the features of a sentence in order; that two others share it costs one comparison and no more. */
function keyOf({ stems, grams }: SentenceFeatures): number {
  let hash = 0x811c9dc5
  for (const feature of stems) hash = Math.imul(hash ^ feature, 0x01000193)
  for (const feature of grams) hash = Math.imul(hash ^ feature, 0x01000193)
  return hash
}

/** Those of the ascending places that lie nearest before and after a place, which itself may be one. */
function nearest(places: readonly number[], place: number): readonly number[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return places.slice(Math.max(0, low - EQUAL_REACH), low + EQUAL_REACH + 1)
}

function weigh(a: Side, b: Side, channel: Channel): { readonly a: WeighedSide; readonly b: WeighedSide } {
  const left = a.map((sentence) => sentence[channel])
  const right = b.map((sentence) => sentence[channel])
  const sides = [left, right]
  for (const side of sides) {
    for (const list of side)
      for (const feature of list) frequencies[feature] = (frequencies[feature] ?? 0) + 1
  }
  const total = a.length + b.length + 1
  const logarithms = Float32Array.from({ length: total }, (_, frequency) =>
    Math.log(total / Math.max(1, frequency)),
  )
  const weighed = (features: readonly Int32Array[]): WeighedSide => {
    const weights = features.map((list) =>
      Float32Array.from(list, (feature) => logarithms[frequencies[feature] ?? 0] ?? 0),
    )
    return {
      features,
      weights,
      sums: Float32Array.from(weights, (list) => list.reduce((sum, weight) => sum + weight, 0)),
    }
  }
  const result = { a: weighed(left), b: weighed(right) }
  for (const side of sides) for (const list of side) for (const feature of list) frequencies[feature] = 0
  return result
}

/** Which sentences have a feature: those in `owners` from `starts.get(feature)` on, up to the next -1. */
interface FeatureIndex {
  readonly starts: ReadonlyMap<number, number>
  readonly owners: Int32Array
}

/** Lists of the sentences that have a feature, each ended by -1, without those that more than `most` have. */
function createIndex(features: readonly Int32Array[], most: number): FeatureIndex {
  for (const list of features) for (const feature of list) holders[feature] = (holders[feature] ?? 0) + 1
  const starts = new Map<number, number>()
  let size = 0
  for (const list of features) {
    for (const feature of list) {
      const count = holders[feature] ?? 0
      if (count > most || starts.has(feature)) continue
      starts.set(feature, size)
      size += count + 1
    }
  }
  const owners = new Int32Array(size).fill(-1)
  const next = new Map(starts)
  for (const [owner, list] of features.entries()) {
    for (const feature of list) {
      const at = next.get(feature)
      if (at === undefined) continue
      owners[at] = owner
      next.set(feature, at + 1)
    }
  }
  for (const list of features) for (const feature of list) holders[feature] = 0
  return { starts, owners }
}

/** Adds the weight of each feature of a sentence to the sentences that have it too; how many additions that took. */
function addUp(
  { features, weights }: WeighedSide,
  index: number,
  { starts, owners }: FeatureIndex,
  into: Float32Array,
  seen: Uint8Array,
  touched: number[],
): number {
  const list = features[index] ?? new Int32Array()
  const own = weights[index]
  let count = list.length
  for (let at = 0; at < list.length; at++) {
    const start = starts.get(list[at] ?? 0)
    if (start === undefined) continue
    const weight = own?.[at] ?? 0
    for (let holder = start; ; holder++) {
      const owner = owners[holder] ?? -1
      if (owner < 0) break
      if (seen[owner] === 0) {
        seen[owner] = 1
        touched.push(owner)
      }
      into[owner] = (into[owner] ?? 0) + weight
      count++
    }
  }
  return count
}

/** The Dice coefficient of two sentences with all their features. */
function shareOf(
  { a, b }: { readonly a: WeighedSide; readonly b: WeighedSide },
  index: number,
  other: number,
): number {
  const own = a.features[index] ?? new Int32Array()
  const theirs = b.features[other] ?? new Int32Array()
  for (const feature of own) marked[feature] = 1
  let shared = 0
  for (let at = 0; at < theirs.length; at++) {
    if (marked[theirs[at] ?? 0] === 1) shared += b.weights[other]?.[at] ?? 0
  }
  for (const feature of own) marked[feature] = 0
  return ratio(shared, a.sums[index], b.sums[other])
}

/** The Dice coefficient of what is shared. */
function ratio(shared: number | undefined, a: number | undefined, b: number | undefined): number {
  const both = (a ?? 0) + (b ?? 0)
  return both === 0 ? 0 : Math.fround((2 * (shared ?? 0)) / both)
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
