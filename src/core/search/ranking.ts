import type { ResultOrder } from '../model/saved-search'
import type { Documents } from './document-sets'
import { MOST_DOCUMENTS, type IndexSegments } from './index-segments'

export type { ResultOrder }

/** Up to this many the first are picked out; beyond, everything is sorted once. */
const PICKED = 1_000

const HIGHEST = 0xffffffff

/** Found documents in order, a page at a time. Equal ones keep the order of the index. */
export class Ranking {
  /** Rank in the upper 32 bits, document in the lower 21: sorting numbers sorts both, without a comparison function. */
  readonly #keys: Float64Array
  #sorted = false

  constructor(index: IndexSegments, documents: Documents, scores: Float32Array, order: ResultOrder) {
    this.#keys = new Float64Array(documents.length)
    const ranks =
      order === 'relevance' ? ranksByScore(scores) : ranksByDate(index, documents, order === 'newest')
    for (let at = 0; at < documents.length; at++) {
      this.#keys[at] = (ranks[at] ?? 0) * MOST_DOCUMENTS + (documents[at] ?? 0)
    }
  }

  /** The documents from the `from`-th on, at most `count`. */
  page(from: number, count: number): number[] {
    const end = Math.min(from + count, this.#keys.length)
    if (!this.#sorted && end <= PICKED && this.#keys.length > end * 4) {
      return [...lowest(this.#keys, end).subarray(from)].map(documentOf)
    }
    if (!this.#sorted) this.#keys.sort()
    this.#sorted = true
    return [...this.#keys.subarray(from, end)].map(documentOf)
  }
}

function documentOf(key: number): number {
  return key % MOST_DOCUMENTS
}

/** Bits of positive floats sort as the floats do. */
function ranksByScore(scores: Float32Array): Float64Array {
  const bits = new Uint32Array(scores.slice().buffer)
  const ranks = new Float64Array(bits.length)
  for (let at = 0; at < bits.length; at++) ranks[at] = HIGHEST - (bits[at] ?? 0)
  return ranks
}

function ranksByDate(index: IndexSegments, documents: Documents, newest: boolean): Float64Array {
  const ranks = new Float64Array(documents.length)
  let at = 0
  for (const { base, documents: size, columns } of index.segments) {
    for (; at < documents.length && (documents[at] ?? 0) < base + size; at++) {
      const date = columns.dates[(documents[at] ?? 0) - base] ?? 0
      ranks[at] = date === 0 ? HIGHEST : newest ? HIGHEST - date : date
    }
  }
  return ranks
}

/** The `count` lowest, in order, by a heap whose root is the highest kept so far. */
function lowest(keys: Float64Array, count: number): Float64Array {
  const heap = keys.slice(0, count)
  for (let root = (count >> 1) - 1; root >= 0; root--) sift(heap, root)
  for (let at = count; at < keys.length; at++) {
    const key = keys[at] ?? 0
    if (key >= (heap[0] ?? -1)) continue
    heap[0] = key
    sift(heap, 0)
  }
  return heap.sort()
}

function sift(heap: Float64Array, from: number): void {
  let root = from
  const moved = heap[root] ?? 0
  for (;;) {
    let child = 2 * root + 1
    if (child >= heap.length) break
    if ((heap[child + 1] ?? -1) > (heap[child] ?? 0)) child++
    if ((heap[child] ?? 0) <= moved) break
    heap[root] = heap[child] ?? 0
    root = child
  }
  if (heap.length > 0) heap[root] = moved
}
