import {
  openShingle,
  shingle,
  SHINGLE_BASE,
  SHINGLE_OLDEST,
  SHINGLE_WORDS,
  type WordStore,
} from './word-store'

/** What two documents share, counted exactly. */
export interface SharedText {
  /** Distinct word 5-grams that both have. */
  readonly shared: number
  /** Stretches of words that both have, in the order that both have them in. */
  readonly stretches: number
}

/** Bits of the mask that most shingles fail at: small enough to stay beside the processor, large enough for an article. */
const MASK_BITS = 15
const SPREAD = 0x9e3779b1

/**
 * Compares one document after another with a first one, exactly. The first one's shingles lie in a table that is filled
 * once; comparing is then one pass over the other's.
 */
export class ExactComparison {
  private a = -1
  private table = new Int32Array(0)
  private readonly mask = new Uint32Array(1 << (MASK_BITS - 5))
  private shingles = new Uint32Array(0)
  /** Which comparison a shingle of `a` was last found by, so that it counts once. */
  private foundBy = new Uint32Array(0)
  private comparison = 0
  private readonly distinct: Int32Array
  private tails = new Uint32Array(256)

  constructor(private readonly store: WordStore) {
    this.distinct = new Int32Array(store.size).fill(-1)
  }

  /** Distinct 5-grams of a document; counted once. */
  distinctOf(document: number): number {
    if ((this.distinct[document] ?? -1) < 0) this.setFirst(document)
    return this.distinct[document] ?? 0
  }

  /** What documents `a` and `b` share. Cheapest when asked for one `a` after another. */
  compare(a: number, b: number): SharedText {
    this.setFirst(a)
    const words = this.store.wordsOf(b)
    const { mask } = this
    const { length } = words
    this.comparison++
    let shared = 0
    let stretches = 0
    let last = -2
    if (length < SHINGLE_WORDS) return { shared, stretches }
    let hash = openShingle(words)
    for (let at = SHINGLE_WORDS - 1; at < length; at++) {
      hash = (Math.imul(hash, SHINGLE_BASE) + (words[at] ?? 0)) | 0
      const bit = Math.imul(hash, SPREAD) >>> (32 - MASK_BITS)
      const found = ((mask[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 ? -1 : this.find(hash >>> 0)
      if (found >= 0) {
        if (this.foundBy[found] !== this.comparison) {
          this.foundBy[found] = this.comparison
          shared++
        }
        if (found !== last + 1) stretches = this.lengthen(found, stretches)
        last = found
      } else last = -2
      hash = (hash - Math.imul(words[at - SHINGLE_WORDS + 1] ?? 0, SHINGLE_OLDEST)) | 0
    }
    return { shared, stretches }
  }

  /** Longest increasing subsequence of the places in `a` where stretches start, by patience sorting. */
  private lengthen(place: number, length: number): number {
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.tails[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    if (low === this.tails.length) {
      const longer = new Uint32Array(low * 2)
      longer.set(this.tails)
      this.tails = longer
    }
    this.tails[low] = place
    return Math.max(length, low + 1)
  }

  /** Place of a shingle in `a`, the first one of equals; -1 where `a` has it not. */
  private find(hash: number): number {
    const last = this.table.length - 1
    for (let slot = Math.imul(hash, SPREAD) & last; ; slot = (slot + 1) & last) {
      const place = this.table[slot] ?? -1
      if (place < 0 || this.shingles[place] === hash) return place
    }
  }

  private setFirst(document: number): void {
    if (this.a === document) return
    this.a = document
    const words = this.store.wordsOf(document)
    if (words.length > this.shingles.length) {
      this.shingles = new Uint32Array(words.length * 2)
      this.foundBy = new Uint32Array(words.length * 2)
    }
    let slots = 64
    while (slots < words.length * 2) slots *= 2
    // A table much too large for this document would cost more to clear than to make.
    if (this.table.length < slots || this.table.length > slots * 8) this.table = new Int32Array(slots)
    this.table.fill(-1)
    this.mask.fill(0)
    const size = shingle(words, this.shingles)
    this.foundBy.fill(0, 0, size)
    this.comparison = 0
    const last = this.table.length - 1
    let distinct = 0
    for (let at = 0; at < size; at++) {
      const hash = this.shingles[at] ?? 0
      const spread = Math.imul(hash, SPREAD)
      let slot = spread & last
      let place = this.table[slot] ?? -1
      while (place >= 0 && this.shingles[place] !== hash) {
        slot = (slot + 1) & last
        place = this.table[slot] ?? -1
      }
      if (place >= 0) continue
      this.table[slot] = at
      const bit = spread >>> (32 - MASK_BITS)
      this.mask[bit >>> 5] = (this.mask[bit >>> 5] ?? 0) | (1 << (bit & 31))
      distinct++
    }
    this.distinct[document] = distinct
  }
}

/** A word that one text uses more often than this, and than one time in 64, is grammar or the topic and tells no order. */
const OFTEN = 4
const OFTEN_SHARE = 1 / 64

/**
 * 0..1: how many of the words of the shorter text stand in the longer one in the same order (longest common subsequence
 * of words, J. W. Hunt and T. G. Szymanski, "A fast algorithm for computing longest common subsequences", CACM 20(5),
 * 1977). Frequent words are left out on both sides.
 */
export function wordsInOrder(a: Uint32Array, b: Uint32Array): number {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b]
  const last = new Map<number, number>()
  const count = new Map<number, number>()
  const before = new Int32Array(longer.length)
  longer.forEach((word, place) => {
    before[place] = last.get(word) ?? -1
    last.set(word, place)
    count.set(word, (count.get(word) ?? 0) + 1)
  })
  const often = Math.max(OFTEN, longer.length * OFTEN_SHARE)
  const tails: number[] = []
  let words = 0
  for (const word of shorter) {
    if ((count.get(word) ?? 0) > often) continue
    words++
    // From the last place to the first, so that one word lengthens the sequence once.
    for (let place = last.get(word) ?? -1; place >= 0; place = before[place] ?? -1) {
      let low = 0
      let high = tails.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((tails[middle] ?? 0) < place) low = middle + 1
        else high = middle
      }
      tails[low] = place
    }
  }
  return words === 0 ? 0 : tails.length / words
}
