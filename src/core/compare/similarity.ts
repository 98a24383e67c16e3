import type { Terms } from './terms'
import { isDenial, type Vector } from './vectors'

/** What two texts share, each 0..1 unless said otherwise. */
export interface Likeness {
  /** Cosine of the weighed words, near words counted by their nearness. */
  readonly words: number
  /** Cosine of the words that are the same. */
  readonly same: number
  /** Cosine of the character n-grams. */
  readonly letters: number
  /** Share of the pairs of neighbouring words that are neighbours in both. */
  readonly neighbours: number
  /** 1 where all of the shorter one stands in the longer one, word for word in a row. */
  readonly verbatim: number
  /** Share of what they have in common that stands in the same order. */
  readonly order: number
  /** Share of the shorter one's weight that the other has. */
  readonly cover: number
  /** Share of the longer one's weight that the other has. */
  readonly backCover: number
  /** Logarithm of the weight they have in common (nats). Not limited: it tells a long match from a short one. */
  readonly information: number
  /** The same weight (nats). */
  readonly common: number
  /** How little it is where one says much more besides: a word of a short answer is in many long statements. */
  readonly lost: number
  /** Share of the names, and of the numbers, that only one of them has. */
  readonly otherNames: number
  readonly otherNumbers: number
  /** 1 when one denies more often than the other. */
  readonly negation: number
  /** How little the shorter one says, and not in the same words: 0 from a short clause on. A near word is soon found for a scrap. */
  readonly scant: number
  /** How much longer one is: the difference of the logarithms of their words. A translator keeps to about as many. */
  readonly length: number
  /** Index pairs of the terms that were taken for the same. */
  readonly pairs: readonly TermPair[]
}

/** Two terms taken for the same. */
export interface TermPair {
  readonly a: number
  readonly b: number
  readonly nearness: number
}

/** Words that must stand in a row to be somebody's words and no accident. */
const LEAST_VERBATIM = 4
/** Weight (nats) of what a short clause says. */
const FULL = 7
const SHORT_CLAUSE = 10

/** Compares two weighed texts. */
export function likenessOf(a: Vector, b: Vector): Likeness {
  const pairs = alignTerms(a, b)
  let product = 0
  let sameProduct = 0
  let ofA = 0
  let ofB = 0
  let common = 0
  const shared = { name: 0, number: 0, word: 0 }
  for (const { a: i, b: j, nearness } of pairs) {
    const first = a.terms[i]
    const second = b.terms[j]
    if (!first || !second) continue
    product += nearness * first.weight * second.weight
    if (nearness === 1) sameProduct += first.weight * second.weight
    ofA += nearness * first.weight
    ofB += nearness * second.weight
    common += nearness * Math.min(first.weight, second.weight)
    if (nearness === 1) shared[first.term.kind]++
  }
  const shorter = Math.min(a.terms.length, b.terms.length)
  const neighbours = neighboursOf(pairs, shorter)
  const scale = Math.max(1e-9, a.norm * b.norm)
  const coverA = ofA / Math.max(1e-9, a.mass)
  const coverB = ofB / Math.max(1e-9, b.mass)
  const names = a.names + b.names
  const numbers = a.numbers + b.numbers
  return {
    words: Math.min(1, product / scale),
    same: Math.min(1, sameProduct / scale),
    letters: gramCosine(a, b),
    neighbours,
    verbatim: shorter >= LEAST_VERBATIM && neighbours > 0.99 ? 1 : 0,
    order: orderOf(pairs, a),
    cover: a.mass < b.mass ? coverA : coverB,
    backCover: a.mass < b.mass ? coverB : coverA,
    information: Math.log1p(common),
    common,
    lost: Math.max(0, 1 - common / (2 * FULL)) * (1 - Math.min(coverA, coverB)),
    otherNames: names === 0 ? 0 : 1 - (2 * shared.name) / names,
    otherNumbers: numbers === 0 ? 0 : 1 - (2 * shared.number) / numbers,
    negation: a.denials === b.denials ? 0 : 1,
    scant: Math.max(0, 1 - Math.min(a.mass, b.mass) / SHORT_CLAUSE) * (1 - Math.min(1, sameProduct / scale)),
    length: Math.abs(Math.log((a.terms.length + 1) / (b.terms.length + 1))),
    pairs,
  }
}

/** True when the text says no, not, never or the like. */
export function deniesAny({ list }: Terms): boolean {
  return list.some(isDenial)
}

/** Longest list of options: two long texts of one topic stay far below. */
const MOST_OPTIONS = 8_192
/** Options of the pair in hand, kept between calls: a story has tens of thousands of pairs. */
const optionA = new Uint16Array(MOST_OPTIONS)
const optionB = new Uint16Array(MOST_OPTIONS)
const optionNearness = new Float64Array(MOST_OPTIONS)
const optionGain = new Float64Array(MOST_OPTIONS)
const optionOrder = new Uint16Array(MOST_OPTIONS)

/**
 * Pairs each term with one of the other text at most: the same words first, each with the one nearest by place, then near
 * words, the nearest and heaviest first.
 */
function alignTerms(a: Vector, b: Vector): readonly TermPair[] {
  const usedA = new Uint8Array(a.terms.length)
  const usedB = new Uint8Array(b.terms.length)
  const pairs: TermPair[] = []
  let size = 0
  for (let j = 0; j < b.terms.length; j++) {
    const term = b.terms[j]
    if (!term) continue
    let same = -1
    for (const key of term.keys) {
      const meetings = a.reach.get(key)
      if (!meetings) continue
      for (const { at, nearness } of meetings) {
        if (usedA[at] === 1) continue
        if (nearness === 1) {
          if (same < 0 || Math.abs(at - j) < Math.abs(same - j)) same = at
        } else if (size < MOST_OPTIONS) {
          optionA[size] = at
          optionB[size] = j
          optionNearness[size] = nearness
          optionGain[size] = nearness * (term.weight + (a.terms[at]?.weight ?? 0)) - 1e-6 * Math.abs(at - j)
          optionOrder[size] = size
          size++
        }
      }
    }
    if (same < 0) continue
    usedA[same] = 1
    usedB[j] = 1
    pairs.push({ a: same, b: j, nearness: 1 })
  }
  const order = optionOrder
    .subarray(0, size)
    .sort((x, y) => (optionGain[y] ?? 0) - (optionGain[x] ?? 0) || x - y)
  for (const option of order) {
    const i = optionA[option] ?? 0
    const j = optionB[option] ?? 0
    if (usedA[i] === 1 || usedB[j] === 1) continue
    usedA[i] = 1
    usedB[j] = 1
    pairs.push({ a: i, b: j, nearness: optionNearness[option] ?? 0 })
  }
  return pairs.sort((x, y) => x.a - y.a)
}

function gramCosine(a: Vector, b: Vector): number {
  let product = 0
  for (let i = 0, j = 0; i < a.grams.length && j < b.grams.length;) {
    const first = a.grams[i] ?? 0
    const second = b.grams[j] ?? 0
    if (first === second) product += (a.gramWeights[i++] ?? 0) * (b.gramWeights[j++] ?? 0)
    else if (first < second) i++
    else j++
  }
  return product / Math.max(1e-9, a.gramNorm * b.gramNorm)
}

function neighboursOf(pairs: readonly TermPair[], shorter: number): number {
  let count = 0
  for (const [index, pair] of pairs.entries()) {
    const before = pairs[index - 1]
    if (before && before.a === pair.a - 1 && before.b === pair.b - 1) count++
  }
  return count / Math.max(1, shorter - 1)
}

/**
 * Weight of the heaviest run of pairs in the order of both texts, over the weight of all pairs. The pairs come in the
 * order of `a`; a Fenwick tree holds the heaviest run that ends before each place of `b`.
 */
function orderOf(pairs: readonly TermPair[], a: Vector): number {
  const size = pairs.reduce((most, { b }) => Math.max(most, b), 0) + 2
  const heaviestUpTo = new Float64Array(size + 1)
  let total = 0
  let heaviest = 0
  for (const pair of pairs) {
    const weight = pair.nearness * (a.terms[pair.a]?.weight ?? 0)
    total += weight
    let run = 0
    for (let at = pair.b; at > 0; at -= at & -at) run = Math.max(run, heaviestUpTo[at] ?? 0)
    run += weight
    heaviest = Math.max(heaviest, run)
    for (let at = pair.b + 1; at <= size; at += at & -at) {
      heaviestUpTo[at] = Math.max(heaviestUpTo[at] ?? 0, run)
    }
  }
  return total === 0 ? 0 : heaviest / total
}
