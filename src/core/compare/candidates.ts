import type { Vector, Vectors } from './vectors'

/** What statements are compared closely. */
export interface CandidateOptions {
  /** Group of each statement: its article. Candidates are sought in other groups, and in its own where `own` is given. */
  readonly groups: ArrayLike<number>
  /** How many candidates of each other group a statement proposes at most. */
  readonly perGroup: number
  /** Cheap score (0..1) below which a pair is left out. */
  readonly least: number
  /** Cheap score from which a pair of one group is proposed: an article may say a thing twice. */
  readonly own: number
}

/** Two statements by index, `a` before `b`, and the cheap score that brought them together. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Share of statements beyond which a key says too little to bring two together. */
const MOST_FREQUENT = 0.05
/** With few statements, a key may be in this many all the same. */
const ALWAYS_ALLOWED = 40
/** Keys and n-grams of a statement that are looked up: the rarest. */
const MOST_KEYS = 28
const MOST_GRAMS = 48
/** Share of the n-grams in the cheap score; the rest is that of the words. */
const GRAM_SHARE = 0.5

/** Postings: for each feature, the statements that have it and how much it weighs there. */
interface Postings {
  readonly starts: Int32Array
  readonly owners: Int32Array
  readonly weights: Float32Array
}

/** Feature numbers and weights of one statement, of unit length. */
interface Features {
  readonly ids: Int32Array
  readonly weights: Float32Array
}

/**
 * Pairs worth comparing closely, from an inverted index of stems, near stems and character n-grams. Yields now and then.
 * The cost grows with the number of pairs that share a rare feature, and not with that of all pairs.
 */
export function* findCandidates(vectors: Vectors, options: CandidateOptions): Generator<void, Candidate[]> {
  const { all, keyCount } = vectors
  const features = all.map((vector) => featuresOf(vector, keyCount))
  const postings = createPostings(features, Math.max(ALWAYS_ALLOWED, MOST_FREQUENT * all.length))
  const scores = new Float32Array(all.length)
  const found = new Map<number, Candidate>()
  for (let query = 0; query < all.length; query++) {
    if (query % 25 === 24) yield
    const own = features[query]
    if (!own) continue
    const touched: number[] = []
    for (let at = 0; at < own.ids.length; at++) {
      const id = own.ids[at] ?? 0
      const weight = own.weights[at] ?? 0
      const end = postings.starts[id + 1] ?? 0
      for (let entry = postings.starts[id] ?? 0; entry < end; entry++) {
        const other = postings.owners[entry] ?? 0
        if (scores[other] === 0) touched.push(other)
        scores[other] = (scores[other] ?? 0) + weight * (postings.weights[entry] ?? 0)
      }
    }
    keepBest(query, touched, scores, options, found)
    for (const other of touched) scores[other] = 0
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

function keepBest(
  query: number,
  touched: readonly number[],
  scores: Float32Array,
  { groups, perGroup, least, own }: CandidateOptions,
  found: Map<number, Candidate>,
): void {
  const total = scores.length
  const byGroup = new Map<number, number[]>()
  for (const other of touched) {
    const score = scores[other] ?? 0
    if (other === query || score < (groups[other] === groups[query] ? own : least)) continue
    const group = groups[other] ?? 0
    const best = byGroup.get(group)
    if (!best) byGroup.set(group, [other])
    else {
      // The list is short and sorted: insertion is the cheapest way to keep it so.
      let at = best.length
      while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--
      if (at < perGroup) best.splice(at, 0, other)
      if (best.length > perGroup) best.pop()
    }
  }
  for (const best of byGroup.values()) {
    for (const other of best) {
      const a = Math.min(query, other)
      const b = Math.max(query, other)
      const score = scores[other] ?? 0
      const before = found.get(a * total + b)
      if (!before || before.score < score) found.set(a * total + b, { a, b, score })
    }
  }
}

/** Words with their near ones, and n-grams, each of unit length and then mixed. N-gram numbers follow key numbers. */
function featuresOf(vector: Vector, keyCount: number): Features {
  const words = new Map<number, number>()
  for (const [key, meetings] of vector.reach) {
    for (const { at, nearness } of meetings) {
      const weight = nearness * (vector.terms[at]?.weight ?? 0)
      if (weight > (words.get(key) ?? 0)) words.set(key, weight)
    }
  }
  const bestWords = heaviest([...words], MOST_KEYS)
  const grams = heaviest(
    Array.from(vector.grams, (gram, at) => [gram + keyCount, vector.gramWeights[at] ?? 0] as const),
    MOST_GRAMS,
  )
  const parts = [...scaled(bestWords, Math.sqrt(1 - GRAM_SHARE)), ...scaled(grams, Math.sqrt(GRAM_SHARE))]
  return {
    ids: Int32Array.from(parts, ([id]) => id),
    weights: Float32Array.from(parts, ([, weight]) => weight),
  }
}

function heaviest(
  features: readonly (readonly [number, number])[],
  most: number,
): readonly (readonly [number, number])[] {
  return features.length <= most
    ? features
    : [...features].sort(([a, x], [b, y]) => y - x || a - b).slice(0, most)
}

function scaled(
  features: readonly (readonly [number, number])[],
  length: number,
): (readonly [number, number])[] {
  const norm = Math.sqrt(features.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return norm === 0 ? [] : features.map(([id, weight]) => [id, (length * weight) / norm] as const)
}

function createPostings(features: readonly Features[], most: number): Postings {
  let largest = 0
  for (const { ids } of features) for (const id of ids) if (id > largest) largest = id
  const starts = new Int32Array(largest + 2)
  for (const { ids } of features) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 1; id < starts.length; id++) {
    const count = starts[id] ?? 0
    // Too frequent a feature has no postings.
    starts[id] = (starts[id - 1] ?? 0) + (count > most ? 0 : count)
  }
  const owners = new Int32Array(starts.at(-1) ?? 0)
  const weights = new Float32Array(owners.length)
  const next = starts.slice()
  for (const [owner, { ids, weights: own }] of features.entries()) {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0
      if (starts[id] === starts[id + 1]) continue
      const entry = next[id] ?? 0
      owners[entry] = owner
      weights[entry] = own[at] ?? 0
      next[id] = entry + 1
    }
  }
  return { starts, owners, weights }
}
