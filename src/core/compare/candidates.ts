import type { Vector, Vectors } from './vectors'

/** What statements are compared closely. */
export interface CandidateOptions {
  /** Group of each statement, from 0: its article. Candidates are sought in other groups, and in its own where `own` is given. */
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
const ALWAYS_ALLOWED = 400
/**
 * Keys and n-grams of a statement that are looked up: the heaviest. Among many statements fewer do, as each of them is
 * shared by more; all would take four times as long and find no more.
 */
const FEW = { keys: 40, grams: 80 } as const
const MANY = { keys: 16, grams: 24 } as const
const MANY_STATEMENTS = 4_000
/** Statements looked at between two yields. */
const SLICE = 40
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
  const features: Features[] = []
  for (const [index, vector] of all.entries()) {
    if (index % SLICE === SLICE - 1) yield
    features.push(featuresOf(vector, keyCount, all.length < MANY_STATEMENTS ? FEW : MANY))
  }
  const postings = createPostings(features, Math.max(ALWAYS_ALLOWED, MOST_FREQUENT * all.length))
  yield
  const scores = new Float32Array(all.length)
  const touched = new Int32Array(all.length)
  const found = new Map<number, Candidate>()
  for (let query = 0; query < all.length; query++) {
    if (query % SLICE === SLICE - 1) yield
    const own = features[query]
    if (!own) continue
    let size = 0
    for (let at = 0; at < own.ids.length; at++) {
      const id = own.ids[at] ?? 0
      const weight = own.weights[at] ?? 0
      const end = postings.starts[id + 1] ?? 0
      for (let entry = postings.starts[id] ?? 0; entry < end; entry++) {
        const other = postings.owners[entry] ?? 0
        if (scores[other] === 0) touched[size++] = other
        scores[other] = (scores[other] ?? 0) + weight * (postings.weights[entry] ?? 0)
      }
    }
    keepBest(query, touched.subarray(0, size), scores, options, found)
    scores.fill(0)
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

function keepBest(
  query: number,
  touched: Int32Array,
  scores: Float32Array,
  { groups, perGroup, least, own }: CandidateOptions,
  found: Map<number, Candidate>,
): void {
  const total = scores.length
  const byGroup: (number[] | undefined)[] = []
  const home = groups[query] ?? 0
  for (const other of touched) {
    const score = scores[other] ?? 0
    const group = groups[other] ?? 0
    if (score < (group === home ? own : least) || other === query) continue
    const best = (byGroup[group] ??= [])
    if (best.length === perGroup && score <= (scores[best[perGroup - 1] ?? 0] ?? 0)) continue
    // The list is short and sorted: insertion is the cheapest way to keep it so.
    let at = best.length
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--
    best.splice(at, 0, other)
    if (best.length > perGroup) best.pop()
  }
  for (const best of byGroup) {
    for (const other of best ?? []) {
      const a = Math.min(query, other)
      const b = Math.max(query, other)
      const score = scores[other] ?? 0
      const before = found.get(a * total + b)
      if (!before || before.score < score) found.set(a * total + b, { a, b, score })
    }
  }
}

/** Words with their near ones, and n-grams, each of unit length and then mixed. N-gram numbers follow key numbers. */
function featuresOf(vector: Vector, keyCount: number, most: typeof FEW | typeof MANY): Features {
  const keys = Int32Array.from(vector.reach.keys())
  const words = new Float32Array(keys.length)
  for (let index = 0; index < keys.length; index++) {
    for (const { at, nearness } of vector.reach.get(keys[index] ?? 0) ?? []) {
      const weight = nearness * (vector.terms[at]?.weight ?? 0)
      if (weight > (words[index] ?? 0)) words[index] = weight
    }
  }
  const ids = new Int32Array(most.keys + most.grams)
  const weights = new Float32Array(ids.length)
  const size = addHeaviest(
    { keys, weights: words, most: most.keys, from: 0, length: 1 - GRAM_SHARE, shift: 0 },
    ids,
    weights,
  )
  const end = addHeaviest(
    {
      keys: vector.grams,
      weights: vector.gramWeights,
      most: most.grams,
      from: size,
      length: GRAM_SHARE,
      shift: keyCount,
    },
    ids,
    weights,
  )
  return { ids: ids.slice(0, end), weights: weights.slice(0, end) }
}

/** Writes the heaviest features from place `from` on, scaled to the square root of `length`; gives the place after them. */
function addHeaviest(
  {
    keys,
    weights,
    most,
    from,
    length,
    shift,
  }: {
    readonly keys: Int32Array
    readonly weights: Float32Array
    readonly most: number
    readonly from: number
    readonly length: number
    readonly shift: number
  },
  ids: Int32Array,
  into: Float32Array,
): number {
  const least = keys.length <= most ? 0 : (weights.slice().sort()[keys.length - most] ?? 0)
  let at = from
  let square = 0
  for (let index = 0; index < keys.length && at < from + most; index++) {
    const weight = weights[index] ?? 0
    if (weight < least) continue
    ids[at] = (keys[index] ?? 0) + shift
    into[at++] = weight
    square += weight * weight
  }
  const scale = square === 0 ? 0 : Math.sqrt(length / square)
  for (let index = from; index < at; index++) into[index] = (into[index] ?? 0) * scale
  return at
}

function createPostings(features: readonly Features[], most: number): Postings {
  const starts = new Int32Array(renumber(features) + 1)
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

/** Numbers the features from 0, as hashes lie far apart and postings would be mostly holes; gives how many there are. */
function renumber(features: readonly Features[]): number {
  const numbers = new Map<number, number>()
  for (const { ids } of features) {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0
      const known = numbers.get(id)
      if (known === undefined) numbers.set(id, numbers.size)
      ids[at] = known ?? numbers.size - 1
    }
  }
  return numbers.size
}
