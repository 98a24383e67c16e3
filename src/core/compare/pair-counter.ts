import { mix } from './word-scanner'

/** Two documents, `a` before `b`, that were counted often enough. */
export interface CountedPair {
  readonly a: number
  readonly b: number
}

/** What a pair must have been counted to be of interest. */
export interface PairNeed {
  /** Times. */
  readonly count: number
  /** Different segments of `a` that they were counted for. */
  readonly segments: number
}

const FILTER_BITS = 25
const MOST = 255

/**
 * Counts pairs of documents, and for which segments of the first. Of the many pairs that share a single phrase only its
 * segment is kept, in a byte: a pair gets a counter when it comes the second time. Pairs whose bytes meet may be counted
 * once too often.
 */
export class PairCounter {
  /** 0, or one more than the segment that a pair was first counted for. */
  private readonly first = new Uint8Array(1 << FILTER_BITS)
  private keysA = new Uint32Array(1 << 12)
  private keysB = new Uint32Array(1 << 12)
  private counts = new Uint8Array(1 << 12)
  /** One bit for each of 32 segments. */
  private segments = new Uint32Array(1 << 12)
  private used = 0

  /** Counts a pair once more, for a segment (0 to 31) of `a`. */
  add(a: number, b: number, segment: number): void {
    const hash = hashOf(a, b)
    const place = hash >>> (32 - FILTER_BITS)
    const before = this.first[place] ?? 0
    if (before === 0) {
      this.first[place] = segment + 1
      return
    }
    const slot = this.slotOf(a, b, hash)
    const count = this.counts[slot] ?? 0
    if (count > 0) {
      if (count < MOST) this.counts[slot] = count + 1
      this.segments[slot] = (this.segments[slot] ?? 0) | (1 << segment)
      return
    }
    this.set(slot, a, b, 2, (1 << segment) | (1 << (before - 1)))
    this.used++
    if (this.used * 2 > this.counts.length) this.grow()
  }

  /** The pairs that were counted at least as `need` says, by `a`, then `b`; a pair counted once is not among them. */
  sorted(need: (a: number, b: number) => PairNeed): CountedPair[] {
    const pairs: CountedPair[] = []
    for (const [slot, count] of this.counts.entries()) {
      if (count === 0) continue
      const a = this.keysA[slot] ?? 0
      const b = this.keysB[slot] ?? 0
      const least = need(a, b)
      if (count >= least.count && bitsIn(this.segments[slot] ?? 0) >= least.segments) pairs.push({ a, b })
    }
    return pairs.sort((one, other) => one.a - other.a || one.b - other.b)
  }

  private slotOf(a: number, b: number, hash: number): number {
    const last = this.counts.length - 1
    let slot = hash & last
    while ((this.counts[slot] ?? 0) > 0 && (this.keysA[slot] !== a || this.keysB[slot] !== b)) {
      slot = (slot + 1) & last
    }
    return slot
  }

  private set(slot: number, a: number, b: number, count: number, segments: number): void {
    this.keysA[slot] = a
    this.keysB[slot] = b
    this.counts[slot] = count
    this.segments[slot] = segments
  }

  private grow(): void {
    const { keysA, keysB, counts, segments } = this
    const size = counts.length * 2
    this.keysA = new Uint32Array(size)
    this.keysB = new Uint32Array(size)
    this.counts = new Uint8Array(size)
    this.segments = new Uint32Array(size)
    for (const [from, count] of counts.entries()) {
      if (count === 0) continue
      const a = keysA[from] ?? 0
      const b = keysB[from] ?? 0
      this.set(this.slotOf(a, b, hashOf(a, b)), a, b, count, segments[from] ?? 0)
    }
  }
}

function hashOf(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ mix(b + 0x7f4a7c15))
}

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
