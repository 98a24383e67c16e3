import { BLOCK_BYTES, CHUNK_BYTES, GROUP, type PackedPostings } from './segment'
import { ByteWriter } from './varints'

/** Packs postings that come in order: term by term, for each its documents, for each of these its places. */
export class SegmentWriter {
  readonly #block = new ByteWriter(BLOCK_BYTES * 2)
  readonly #blocks: Uint8Array<ArrayBuffer>[] = []
  readonly #firstTerms: string[] = []
  readonly #placeStarts: number[] = []
  readonly #chunks: Uint8Array<ArrayBuffer>[] = []
  #chunk = new Uint8Array(CHUNK_BYTES)
  #chunkLength = 0
  /** Bytes of the place stream so far. */
  #placed = 0

  readonly #documents = new ByteWriter(1 << 16)
  readonly #places = new ByteWriter(1 << 18)
  readonly #skips: number[] = []
  #count = 0
  #lastDocument = -1
  #groupStart = 0
  #previousTerm = ''

  /** Begins a document of the term that `endTerm` will name; `frequency` places have to follow. */
  document(document: number, frequency: number): void {
    if (this.#count > 0 && this.#count % GROUP === 0) {
      this.#skips.push(this.#places.length - this.#groupStart)
      this.#groupStart = this.#places.length
    }
    const once = frequency === 1
    this.#documents.varint(((document - this.#lastDocument - 1) << 1) | (once ? 1 : 0))
    if (!once) this.#documents.varint(frequency)
    this.#lastDocument = document
    this.#count++
  }

  /** A place of the document begun last, as the difference to the place before less one; the first as it is. */
  place(difference: number): void {
    this.#places.varint(difference)
  }

  /** Ends the term. Terms have to come in the order of their UTF-16 units; one without documents is left out. */
  endTerm(term: string): void {
    if (this.#count > 0) this.#write(term)
    this.#documents.length = 0
    this.#places.length = 0
    this.#skips.length = 0
    this.#count = 0
    this.#lastDocument = -1
    this.#groupStart = 0
  }

  /** Everything that was written. The writer must not be used afterwards. */
  finish(): PackedPostings {
    this.#endBlock()
    if (this.#chunkLength > 0) this.#chunks.push(this.#chunk.slice(0, this.#chunkLength))
    return {
      blocks: this.#blocks,
      chunks: this.#chunks,
      directory: { firstTerms: this.#firstTerms, placeStarts: Uint32Array.from(this.#placeStarts) },
    }
  }

  #write(term: string): void {
    const block = this.#block
    const skipBytes = this.#skips.length * 5
    if (block.length > 0 && block.length + term.length + skipBytes + this.#documents.length > BLOCK_BYTES) {
      this.#endBlock()
    }
    const first = block.length === 0
    if (first) {
      this.#firstTerms.push(term)
      this.#placeStarts.push(this.#placed)
    }
    const shared = first ? 0 : sharedLength(this.#previousTerm, term)
    block.varint(shared)
    block.varint(term.length - shared)
    for (let at = shared; at < term.length; at++) block.varint(term.charCodeAt(at))
    block.varint(this.#count)
    const skips = new ByteWriter(skipBytes)
    for (const skip of this.#skips) skips.varint(skip)
    block.varint(skips.length + this.#documents.length)
    block.varint(this.#places.length)
    block.append(skips.bytes, skips.length)
    block.append(this.#documents.bytes, this.#documents.length)
    this.#previousTerm = term
    this.#appendPlaces()
  }

  #endBlock(): void {
    if (this.#block.length > 0) this.#blocks.push(this.#block.take())
  }

  #appendPlaces(): void {
    const { bytes, length } = this.#places
    for (let from = 0; from < length;) {
      const size = Math.min(length - from, CHUNK_BYTES - this.#chunkLength)
      this.#chunk.set(bytes.subarray(from, from + size), this.#chunkLength)
      this.#chunkLength += size
      from += size
      if (this.#chunkLength === CHUNK_BYTES) {
        this.#chunks.push(this.#chunk)
        this.#chunk = new Uint8Array(CHUNK_BYTES)
        this.#chunkLength = 0
      }
    }
    this.#placed += length
  }
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}
