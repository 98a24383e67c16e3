import { PairCounter, type PairNeed } from './pair-counter'
import { sampledShare, sharedShingles } from './shared-shingles'
import { ExactComparison, wordsInOrder, type SharedText } from './shared-words'
import { WordStore } from './word-store'

/** Two texts that share wording. */
export interface TextPair {
  /** Ids as given to `add`; `a` came before `b`. */
  readonly a: string
  readonly b: string
  /** 0..1: share of the distinct word 5-grams of `a` that `b` has, and the other way round. */
  readonly aInB: number
  readonly bInA: number
}

/** Containment (of the one that has more of itself in the other) from which two texts are a pair, whatever they share. */
const CONTAINED = 0.5
/** … from here, where they share more than a quotation or a footer: three stretches, or one of a few sentences; */
const PARTLY = 0.2
const PARTLY_STRETCHES = 3
const PARTLY_SHARED = 60
/** … and from here, where what they share lies in several stretches in one order. */
const PASSAGES = 0.08
const PASSAGE_STRETCHES = 5
/** A pair shares at least so many 5-grams, or half of what a short text has. */
const LEAST_SHARED = 8
/**
 * A copy in which every second word was replaced keeps 3 % of its 5-grams, in stretches over the whole text. Texts of
 * comparable length with so many stretches (for each 5-gram) are the same where this share of their words stands in one
 * order: such copies have .35 and more, other news .25 at most.
 */
const REWORDED_STRETCHES = 0.003
const REWORDED_LENGTH = 0.6
const REWORDED_ORDER = 0.32
/** Shared shingles found by the search below which a pair is not looked at: one for each so many it looked at … */
const SHINGLES_A_FOUND = 200
/** … but never more than this; */
const MOST_NEEDED = 8
/** and segments of 32 words that they lie in: one for each so many words of the shorter, up to three. A quotation or a footer lies in two. */
const WORDS_A_SEGMENT = 200
const SEGMENTS_NEEDED = 3
/** Pairs with more than this bind documents into groups, in which all are compared with all. */
const BOUND = 0.5
/** Larger groups are left as they are found: all pairs of 2,000 documents are two million. */
const LARGEST_GROUP = 2_000
/** Comparisons between two reports of progress. */
const PAUSE = 4_096

/**
 * Near-duplicates and copied passages over a whole corpus. Texts are added one by one and not kept: their words are, as
 * hashes. Memory is four bytes a word, plus about 150 MB while pairs are sought in a large corpus.
 */
export class ReuseIndex {
  private readonly ids: string[] = []
  private readonly store = new WordStore()

  /** Number of texts. */
  get size(): number {
    return this.ids.length
  }

  /** Adds a text under an id that was not used yet. */
  add(id: string, text: string): void {
    this.ids.push(id)
    this.store.add(text)
  }

  /** All pairs, in the order the texts were added. Blocks until done; `search` does not. */
  pairs(): readonly TextPair[] {
    const search = this.search()
    for (;;) {
      const step = search.next()
      if (step.done) return step.value
    }
  }

  /** The same as `pairs`, yielding the share done (0..1) now and then, so that a worker can hear a cancel. */
  *search(): Generator<number, readonly TextPair[]> {
    const counter = new PairCounter()
    const { store } = this
    for (const done of sharedShingles(store, (a, b, segment) => counter.add(a, b, segment))) {
      yield done * 0.7
    }
    const exact = new ExactComparison(store)
    const found = new Map<number, TextPair & { readonly first: number; readonly second: number }>()
    const keyOf = (first: number, second: number): number => first * store.size + second
    const check = (first: number, second: number): void => {
      const shared = exact.compare(first, second)
      if (!this.mayBePair(first, second, shared)) return
      const aInB = shared.shared / exact.distinctOf(first)
      const bInA = shared.shared / exact.distinctOf(second)
      if (!this.isPair(first, second, shared, Math.max(aInB, bInA))) return
      found.set(keyOf(first, second), {
        a: this.ids[first] ?? '',
        b: this.ids[second] ?? '',
        aInB,
        bInA,
        first,
        second,
      })
    }
    const candidates = counter.sorted((a, b) => this.need(a, b))
    let compared = 0
    for (const { a, b } of candidates) {
      check(a, b)
      if (++compared % PAUSE === 0) yield 0.7 + (0.25 * compared) / candidates.length
    }
    const known = new Set(candidates.map(({ a, b }) => keyOf(a, b)))
    for (const [first, second] of pairsOfGroups([...found.values()].filter(isBinding), store.size)) {
      if (known.has(keyOf(first, second))) continue
      check(first, second)
      if (++compared % PAUSE === 0) yield 0.97
    }
    return [...found.values()]
      .sort((one, other) => one.first - other.first || one.second - other.second)
      .map(({ a, b, aInB, bInA }) => ({ a, b, aInB, bInA }))
  }

  /** What the search must have found of a pair for it to be looked at. */
  private need(a: number, b: number): PairNeed {
    const words = this.shorter(a, b)
    const looked = words * sampledShare(Math.max(this.store.countOf(a), this.store.countOf(b)))
    return {
      count: Math.min(MOST_NEEDED, looked / SHINGLES_A_FOUND),
      segments: Math.min(SEGMENTS_NEEDED, words / WORDS_A_SEGMENT),
    }
  }

  private shorter(a: number, b: number): number {
    return Math.min(this.store.countOf(a), this.store.countOf(b))
  }

  /** False for what shares too little, before distinct 5-grams are counted; a text that repeats itself has half as many. */
  private mayBePair(first: number, second: number, { shared, stretches }: SharedText): boolean {
    const shorter = this.shorter(first, second)
    return shared > 0 && (shared >= (shorter * PASSAGES) / 4 || stretches >= shorter * REWORDED_STRETCHES)
  }

  private isPair(first: number, second: number, { shared, stretches }: SharedText, most: number): boolean {
    const fewer = shared / most
    if (shared >= Math.min(LEAST_SHARED, fewer / 2)) {
      if (most >= CONTAINED) return true
      if (most >= PARTLY && (stretches >= PARTLY_STRETCHES || shared >= PARTLY_SHARED)) return true
      if (most >= PASSAGES && stretches >= PASSAGE_STRETCHES) return true
    }
    const shorter = this.shorter(first, second)
    const longer = Math.max(this.store.countOf(first), this.store.countOf(second))
    return (
      stretches >= shorter * REWORDED_STRETCHES &&
      shorter >= longer * REWORDED_LENGTH &&
      wordsInOrder(this.store.wordsOf(first), this.store.wordsOf(second)) >= REWORDED_ORDER
    )
  }
}

function isBinding(pair: TextPair): boolean {
  return Math.max(pair.aInB, pair.bInA) >= BOUND
}

/** Every two documents that pairs bind together, directly or by way of others. */
function* pairsOfGroups(
  pairs: readonly { readonly first: number; readonly second: number }[],
  size: number,
): Generator<readonly [number, number]> {
  const parent = Int32Array.from({ length: size }, (_, index) => index)
  const rootOf = (document: number): number => {
    let root = document
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0
      root = parent[root] ?? 0
    }
    return root
  }
  for (const { first, second } of pairs) parent[rootOf(first)] = rootOf(second)
  const groups = new Map<number, number[]>()
  for (const document of new Set(pairs.flatMap(({ first, second }) => [first, second]))) {
    const root = rootOf(document)
    const group = groups.get(root)
    if (group) group.push(document)
    else groups.set(root, [document])
  }
  for (const group of groups.values()) {
    if (group.length < 3 || group.length > LARGEST_GROUP) continue
    group.sort((one, other) => one - other)
    for (const [index, first] of group.entries()) {
      for (const second of group.slice(index + 1)) yield [first, second]
    }
  }
}
