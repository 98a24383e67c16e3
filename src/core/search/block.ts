import { GROUP } from './segment'
import { ByteReader } from './varints'

/** A term's entry in a block: where its streams are. */
export interface Entry {
  /** Documents of the segment in which the term stands. */
  readonly count: number
  /** The document stream. */
  readonly documents: Uint8Array
  /** Where the places begin in the segment's place stream, in bytes, and how many bytes they take. */
  readonly placeStart: number
  readonly placeBytes: number
}

/** What bytes that no index wrote are met with: the index has to be made anew. */
function damaged(): RangeError {
  return new RangeError('A block of the search index is damaged.')
}

/**
 * Reads the entries of a block in order. After `next` answers true the fields are those of the entry. A block that is
 * damaged throws RangeError rather than be read without end (test/unit/fuzz/parsers.test.ts).
 */
export class BlockCursor {
  /** UTF-16 units of the term, in the first `length` places. */
  readonly units = new Uint16Array(128)
  length = 0
  count = 0
  placeStart = 0
  placeBytes = 0
  readonly #reader: ByteReader
  #documentStart = 0
  #documentBytes = 0

  /** @param placeStart where the places of the block's first entry begin */
  constructor(block: Uint8Array, placeStart: number) {
    this.#reader = new ByteReader(block)
    this.placeStart = placeStart
  }

  next(): boolean {
    const reader = this.#reader
    reader.at = this.#documentStart + this.#documentBytes
    this.placeStart += this.placeBytes
    if (reader.at >= reader.bytes.length) return false
    const shared = reader.varint()
    const more = reader.varint()
    this.length = shared + more
    if (this.length > this.units.length) throw damaged()
    for (let index = shared; index < this.length; index++) this.units[index] = reader.varint()
    this.count = reader.varint()
    this.#documentBytes = reader.varint()
    this.placeBytes = reader.varint()
    this.#documentStart = reader.at
    // Each document takes a byte at least, so that no count makes a reader go on for ever.
    if (this.count > this.#documentBytes) throw damaged()
    return true
  }

  /** How the entry's term stands to `term` in the order of UTF-16 units: below 0, 0 or above 0. */
  compare(term: string): number {
    const most = Math.min(this.length, term.length)
    for (let index = 0; index < most; index++) {
      const difference = (this.units[index] ?? 0) - term.charCodeAt(index)
      if (difference !== 0) return difference
    }
    return this.length - term.length
  }

  /** True when the entry's term begins with `prefix`. */
  startsWith(prefix: string): boolean {
    if (this.length < prefix.length) return false
    for (let index = 0; index < prefix.length; index++) {
      if (this.units[index] !== prefix.charCodeAt(index)) return false
    }
    return true
  }

  /** Adds to `sums`, by document of the segment, how often the entry's term stands in each. */
  addFrequencies(sums: Uint32Array): void {
    const documents = this.#reader
    const { at } = documents
    for (let group = 1; group * GROUP < this.count; group++) documents.varint()
    let document = -1
    for (let left = this.count; left > 0; left--) {
      const value = documents.varint()
      document += (value >>> 1) + 1
      const frequency = value & 1 ? 1 : documents.varint()
      sums[document] = (sums[document] ?? 0) + frequency
    }
    documents.at = at
  }

  /** The entry, which stays what it is when the cursor goes on. */
  entry(): Entry {
    const { count, placeStart, placeBytes } = this
    const end = this.#documentStart + this.#documentBytes
    return { count, documents: this.#reader.bytes.subarray(this.#documentStart, end), placeStart, placeBytes }
  }
}

/** The block that holds `term` if any does: the last whose first term is not after it. */
export function blockOf(firstTerms: readonly string[], term: string): number {
  let low = 0
  let high = firstTerms.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((firstTerms[middle] ?? '') <= term) low = middle
    else high = middle - 1
  }
  return low
}

/** Bytes of the places of each group of `GROUP` documents of an entry. */
export function groupBytesOf({ count, documents, placeBytes }: Entry): Uint32Array {
  const groups = new Uint32Array(Math.ceil(count / GROUP))
  reader.bytes = documents
  reader.at = 0
  let before = 0
  for (let group = 0; group < groups.length; group++) {
    const bytes = group < groups.length - 1 ? reader.varint() : placeBytes - before
    groups[group] = bytes
    before += bytes
  }
  return groups
}

/** Reads the documents of an entry in order. */
export class DocumentCursor {
  document = -1
  frequency = 0
  /** How many documents were read. */
  read = 0
  /** Bytes of the places of each group of `GROUP` documents but the last. */
  readonly groupBytes: Uint32Array
  readonly #count: number
  readonly #reader: ByteReader

  constructor({ count, documents }: Entry) {
    if (count > documents.length) throw damaged()
    this.#count = count
    this.#reader = new ByteReader(documents)
    this.groupBytes = new Uint32Array(Math.max(0, Math.ceil(count / GROUP) - 1))
    for (let group = 0; group < this.groupBytes.length; group++) {
      this.groupBytes[group] = this.#reader.varint()
    }
  }

  next(): boolean {
    if (this.read === this.#count) return false
    const value = this.#reader.varint()
    this.document += (value >>> 1) + 1
    this.frequency = value & 1 ? 1 : this.#reader.varint()
    this.read++
    return true
  }
}

/**
 * Writes the documents of an entry with `base` added, and how often the term stands in each, from index `to` on. The
 * loop every query spends most of its time in: numbers of one byte, which nearly all are, are read without a call.
 */
export function readDocuments(
  { count, documents: bytes }: Entry,
  base: number,
  documents: Uint32Array,
  frequencies: Uint32Array,
  to: number,
): void {
  let at = documentsStart(bytes, count)
  let document = base - 1
  for (let index = to, end = to + count; index < end; index++) {
    let value = bytes[at++] ?? 0
    if (value > 127) {
      reader.bytes = bytes
      reader.at = at - 1
      value = reader.varint()
      at = reader.at
    }
    document += (value >>> 1) + 1
    documents[index] = document
    let frequency = 1
    if ((value & 1) === 0) {
      frequency = bytes[at++] ?? 0
      if (frequency > 127) {
        reader.bytes = bytes
        reader.at = at - 1
        frequency = reader.varint()
        at = reader.at
      }
    }
    frequencies[index] = frequency
  }
}

/** Used by one loop at a time. */
const reader = new ByteReader(new Uint8Array(0))

/** Where the documents begin in their stream: behind the bytes of the groups. */
function documentsStart(bytes: Uint8Array, count: number): number {
  reader.bytes = bytes
  reader.at = 0
  for (let group = 1; group * GROUP < count; group++) reader.varint()
  return reader.at
}
