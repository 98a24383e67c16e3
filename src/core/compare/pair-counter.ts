import { mix } from './word-scanner'

/** Two documents, `a` before `b`, and how often they were counted. */
export interface CountedPair {
  readonly a: number
  readonly b: number
  readonly count: number
}

const FILTER_BITS = 27
const MOST = 255

/**
 * Counts pairs of documents. Of the many pairs that share a single phrase only one bit is kept: a pair gets a counter
 * when it comes the second time, unless it must be counted from the first.
 */
export class PairCounter {
  private readonly seen = new Uint32Array(1 << (FILTER_BITS - 5))
  private keysA = new Uint32Array(1 << 12)
  private keysB = new Uint32Array(1 << 12)
  private counts = new Uint8Array(1 << 12)
  private used = 0

  /** Counts a pair once more. With `eager` it has a counter from the first time. */
  add(a: number, b: number, eager: boolean): void {
    const hash = mix(Math.imul(a, 0x9e3779b1) ^ mix(b + 0x7f4a7c15))
    const bit = hash >>> (32 - FILTER_BITS)
    const word = this.seen[bit >>> 5] ?? 0
    const mask = 1 << (bit & 31)
    const again = (word & mask) !== 0
    if (!again) {
      this.seen[bit >>> 5] = word | mask
      if (!eager) return
    }
    const slot = this.slotOf(a, b, hash)
    const count = this.counts[slot] ?? 0
    if (count > 0) {
      if (count < MOST) this.counts[slot] = count + 1
      return
    }
    this.keysA[slot] = a
    this.keysB[slot] = b
    // The time before went by in the filter.
    this.counts[slot] = eager ? 1 : 2
    this.used++
    if (this.used * 2 > this.counts.length) this.grow()
  }

  /**
   * The pairs that were counted at least as often as `least` says, by `a`, then `b`. A count of 255 is that or more, and
   * a few counts are one too high.
   */
  sorted(least: (a: number, b: number) => number): CountedPair[] {
    const pairs: CountedPair[] = []
    for (const [slot, count] of this.counts.entries()) {
      if (count === 0) continue
      const a = this.keysA[slot] ?? 0
      const b = this.keysB[slot] ?? 0
      if (count >= least(a, b)) pairs.push({ a, b, count })
    }
    return pairs.sort((one, other) => one.a - other.a || one.b - other.b)
  }

  private slotOf(a: number, b: number, hash: number): number {
    const last = this.counts.length - 1
    let slot = hash & last
    while ((this.counts[slot] ?? 0) > 0 && (this.keysA[slot] !== a || this.keysB[slot] !== b))
      slot = (slot + 1) & last
    return slot
  }

  private grow(): void {
    const { keysA, keysB, counts } = this
    this.keysA = new Uint32Array(counts.length * 2)
    this.keysB = new Uint32Array(counts.length * 2)
    this.counts = new Uint8Array(counts.length * 2)
    counts.forEach((count, from) => {
      if (count === 0) return
      const a = keysA[from] ?? 0
      const b = keysB[from] ?? 0
      const slot = this.slotOf(a, b, mix(Math.imul(a, 0x9e3779b1) ^ mix(b + 0x7f4a7c15)))
      this.keysA[slot] = a
      this.keysB[slot] = b
      this.counts[slot] = count
    })
  }
}
