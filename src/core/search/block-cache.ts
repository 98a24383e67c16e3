/** Reads blocks and chunks of segments from wherever they are kept. */
export interface BlockSource {
  /** The values of these keys in their order; one that is not there means that the index is damaged. */
  read(keys: readonly number[]): Promise<readonly (Uint8Array | undefined)[]>
}

/** A block that should be there is not: the index has to be made anew. */
export class DamagedIndexError extends Error {
  override readonly name = 'DamagedIndexError'
}

const CHUNK_FLAG = 2 ** 20
const SEGMENT_STEP = 2 ** 21

/** Key of a block of terms. Keys of a segment lie between `firstKey(segment)` and `firstKey(segment + 1)`. */
export function blockKey(segment: number, block: number): number {
  return segment * SEGMENT_STEP + block
}

/** Key of a chunk of the place stream. */
export function chunkKey(segment: number, chunk: number): number {
  return segment * SEGMENT_STEP + CHUNK_FLAG + chunk
}

/** The lowest key that a block of the segment can have. */
export function firstKey(segment: number): number {
  return segment * SEGMENT_STEP
}

/**
 * Keeps the blocks used last, up to a number of bytes, in front of a source. What one query needs may go beyond it for
 * as long as the query holds it.
 */
export class BlockCache {
  readonly #source: BlockSource
  readonly #limit: number
  /** Used last is last. */
  readonly #held = new Map<number, Uint8Array>()
  #bytes = 0

  /** @param limit in bytes */
  constructor(source: BlockSource, limit: number) {
    this.#source = source
    this.#limit = limit
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * The blocks of these keys, read in one go where they are not held.
   * @throws DamagedIndexError when one is missing
   */
  async read(keys: Iterable<number>): Promise<ReadonlyMap<number, Uint8Array>> {
    const answer = new Map<number, Uint8Array>()
    const missing: number[] = []
    for (const key of new Set(keys)) {
      const held = this.#held.get(key)
      if (held) {
        answer.set(key, held)
        this.#held.delete(key)
        this.#held.set(key, held)
      } else missing.push(key)
    }
    if (missing.length > 0) {
      const read = await this.#source.read(missing)
      for (const [index, key] of missing.entries()) {
        const bytes = read[index]
        if (!bytes) throw new DamagedIndexError(`Block ${String(key)} of the search index is missing.`)
        answer.set(key, bytes)
        this.#hold(key, bytes)
      }
    }
    return answer
  }

  /** Forgets the blocks of a segment that is gone. */
  forget(segment: number): void {
    for (const [key, bytes] of this.#held) {
      if (key < firstKey(segment) || key >= firstKey(segment + 1)) continue
      this.#held.delete(key)
      this.#bytes -= bytes.length
    }
  }

  #hold(key: number, bytes: Uint8Array): void {
    const before = this.#held.get(key)
    if (before) this.#bytes -= before.length
    this.#held.set(key, bytes)
    this.#bytes += bytes.length
    for (const [oldest, held] of this.#held) {
      if (this.#bytes <= this.#limit) break
      this.#held.delete(oldest)
      this.#bytes -= held.length
    }
  }
}
