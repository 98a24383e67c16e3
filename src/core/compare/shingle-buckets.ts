import { openShingle, SHINGLE_BASE, SHINGLE_OLDEST, SHINGLE_WORDS } from './word-store'

/** A bucket holds a range of hashes small enough to be sorted in the processor's own memory. */
export const BUCKETS = 64
/** Entries of one block; a bucket is a list of blocks, so that none has to know how large it will be. */
const BLOCK = 4_096
/** Words of one segment of a text: a quotation or a footer touches one or two. */
const SEGMENT_SHIFT = 5
const SEGMENT_BITS = 5
const SEGMENTS = 1 << SEGMENT_BITS

/** Number of a document that an entry belongs to. */
export function documentOf(owner: number): number {
  return owner >>> SEGMENT_BITS
}

/** Segment (0 to 31, from the start again in long texts) that an entry's shingle begins in. */
export function segmentOf(owner: number): number {
  return owner & (SEGMENTS - 1)
}

/** Shingles of many texts with the document and segment they come from, put into buckets by their hash. */
export class ShingleBuckets {
  private hashes: Uint32Array<ArrayBuffer>
  private owners: Uint32Array<ArrayBuffer>
  /** Where each bucket's next entry goes; a multiple of a block's size where a new block is needed. */
  private readonly cursors = new Int32Array(BUCKETS)
  private readonly blocks: number[][] = Array.from({ length: BUCKETS }, () => [])
  private used = 0

  /** `entries` is how many are expected; more make the buckets grow. */
  constructor(entries: number) {
    const blocks = Math.ceil(entries / BLOCK) + BUCKETS
    this.hashes = new Uint32Array(blocks * BLOCK)
    this.owners = new Uint32Array(blocks * BLOCK)
  }

  /** Empties all buckets; their memory stays. */
  clear(): void {
    this.cursors.fill(0)
    this.used = 0
    for (const list of this.blocks) list.length = 0
  }

  /** Adds the shingles of a document whose bits under `mask` are `partition`. */
  add(words: Uint32Array, document: number, partition: number, mask: number): void {
    const { length } = words
    if (length < SHINGLE_WORDS) return
    this.reserve(length)
    const { hashes, owners, cursors } = this
    const owner = document << SEGMENT_BITS
    let hash = openShingle(words)
    for (let at = SHINGLE_WORDS - 1; at < length; at++) {
      hash = (Math.imul(hash, SHINGLE_BASE) + (words[at] ?? 0)) | 0
      if ((hash & mask) === partition) {
        const bucket = (hash >>> 8) & (BUCKETS - 1)
        let cursor = cursors[bucket] ?? 0
        if (cursor % BLOCK === 0) cursor = this.openBlock(bucket)
        hashes[cursor] = hash
        owners[cursor] = owner | ((at >>> SEGMENT_SHIFT) & (SEGMENTS - 1))
        cursors[bucket] = cursor + 1
      }
      hash = (hash - Math.imul(words[at - SHINGLE_WORDS + 1] ?? 0, SHINGLE_OLDEST)) | 0
    }
  }

  /** Number of entries of a bucket. */
  sizeOf(bucket: number): number {
    const blocks = this.blocks[bucket]?.length ?? 0
    return blocks === 0 ? 0 : (blocks - 1) * BLOCK + (((this.cursors[bucket] ?? 0) - 1) % BLOCK) + 1
  }

  /** The entries of a bucket in the order they came, as views of stretches. */
  *entriesOf(bucket: number): Generator<{ readonly hashes: Uint32Array; readonly owners: Uint32Array }> {
    let left = this.sizeOf(bucket)
    for (const block of this.blocks[bucket] ?? []) {
      const start = block * BLOCK
      const end = start + Math.min(BLOCK, left)
      left -= end - start
      yield { hashes: this.hashes.subarray(start, end), owners: this.owners.subarray(start, end) }
    }
  }

  private openBlock(bucket: number): number {
    const block = this.used++
    this.blocks[bucket]?.push(block)
    return block * BLOCK
  }

  /** Room for one more document, wherever its shingles go. */
  private reserve(shingles: number): void {
    const blocks = this.used + BUCKETS + Math.ceil(shingles / BLOCK)
    if (blocks * BLOCK <= this.hashes.length) return
    const grown = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const array = new Uint32Array(Math.ceil(blocks * 1.25) * BLOCK)
      array.set(old)
      return array
    }
    this.hashes = grown(this.hashes)
    this.owners = grown(this.owners)
  }
}
