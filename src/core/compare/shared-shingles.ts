import { openShingle, SHINGLE_BASE, SHINGLE_OLDEST, SHINGLE_WORDS, type WordStore } from './word-store'

/** Shingles looked at together: bounds the memory of the search, whatever the size of the corpus. */
const PARTITION = 10_000_000
/** Up to this many documents, every two that share the shingle are counted. */
const RARE = 8
/** Up to this many, for one shingle in four: the text that these documents share has others. */
const SHARED = 32
/** In more documents than that, a shingle is a common phrase or a story printed everywhere: for one in sixteen … */
const COMMON_SAMPLE = 15
const SHARED_SAMPLE = 3
/** … each document is counted with the next few that have it; who belongs together is found by way of the others. */
const NEIGHBOURS = 3

/** Takes a pair of documents (`a` before `b`) that share a shingle, once for each shingle looked at. */
export type PairSink = (a: number, b: number) => void

/**
 * Finds documents that share word 5-grams. Shingles are taken a part at a time, chosen by their lowest bits. A table of
 * two bits a place lets through those that come again, a tenth in news; these are sorted together with their documents
 * by radix, so that equal ones lie together: sequential memory, no object. Of the shingles of long texts, and of those
 * that many documents have, a sample is looked at, chosen by hash, so that it is the same everywhere.
 * Yields the share done (0..1) now and then.
 */
export function* sharedShingles(store: WordStore, sink: PairSink): Generator<number> {
  let partitions = 1
  while (store.words / partitions > PARTITION) partitions *= 2
  const filter = new RepetitionFilter(store.words / partitions)
  const sorter = new EntrySorter()
  const steps = partitions * store.size * 2
  let step = 0
  for (let partition = 0; partition < partitions; partition++) {
    filter.clear()
    sorter.clear()
    for (const collect of [false, true]) {
      for (let document = 0; document < store.size; document++) {
        const words = store.wordsOf(document)
        const mask = (partitions - 1) | sampleOf(words.length)
        if (collect) sorter.add(filter.repeated(words, partition, mask), document)
        else filter.note(words, partition, mask)
        if (++step % PAUSE === 0) yield (0.9 * step) / steps
      }
    }
    sorter.sort()
    pairsOf(sorter, sink)
    yield (0.9 * step) / steps
  }
}

/** Of texts with more words than this half of the shingles are looked at, and of those with many more a quarter. */
const LONG = 512
const VERY_LONG = 2_048

/** Share (0..1) of the shingles of a text of so many words that the search looks at. */
export function sampledShare(words: number): number {
  return words < LONG ? 1 : words < VERY_LONG ? 1 / 2 : 1 / 4
}

/** Bits that have to be 0 in the shingles looked at, so that the same are taken from every text. */
function sampleOf(words: number): number {
  return words < LONG ? 0 : words < VERY_LONG ? 1 << 31 : 3 << 30
}

/** Documents read between two reports of progress. */
const PAUSE = 2_000
/** Golden ratio: takes the place in the table from all bits. */
const SPREAD = 0x9e3779b1

/** Tells shingles that came once from those that came again, with some of the first among the second. */
class RepetitionFilter {
  /** Two bits a place: never, once, again. Four places a shingle keep false repetitions under a quarter. */
  private readonly places: Uint8Array
  private readonly shift: number
  private found = new Uint32Array(1 << 12)

  constructor(shingles: number) {
    let bits = 10
    while (2 ** bits < shingles * 4) bits++
    this.places = new Uint8Array(2 ** (bits - 2))
    this.shift = 32 - bits
  }

  clear(): void {
    this.places.fill(0)
  }

  /** Notes the shingles of a text whose bits under `mask` are `partition`. */
  note(words: Uint32Array, partition: number, mask: number): void {
    const { places, shift } = this
    const { length } = words
    if (length < SHINGLE_WORDS) return
    let hash = openShingle(words)
    for (let at = SHINGLE_WORDS - 1; at < length; at++) {
      hash = (Math.imul(hash, SHINGLE_BASE) + (words[at] ?? 0)) | 0
      if ((hash & mask) === partition) {
        const place = Math.imul(hash, SPREAD) >>> shift
        const value = places[place >>> 2] ?? 0
        const bits = (place & 3) << 1
        if (((value >>> bits) & 2) === 0) places[place >>> 2] = value + (1 << bits)
      }
      hash = (hash - Math.imul(words[at - SHINGLE_WORDS + 1] ?? 0, SHINGLE_OLDEST)) | 0
    }
  }

  /** Of these shingles, those that came again. The view is good until the next call. */
  repeated(words: Uint32Array, partition: number, mask: number): Uint32Array {
    const { places, shift } = this
    const { length } = words
    if (length > this.found.length) this.found = new Uint32Array(length * 2)
    const { found } = this
    if (length < SHINGLE_WORDS) return found.subarray(0, 0)
    let count = 0
    let hash = openShingle(words)
    for (let at = SHINGLE_WORDS - 1; at < length; at++) {
      hash = (Math.imul(hash, SHINGLE_BASE) + (words[at] ?? 0)) | 0
      if ((hash & mask) === partition) {
        const place = Math.imul(hash, SPREAD) >>> shift
        if ((((places[place >>> 2] ?? 0) >>> ((place & 3) << 1)) & 2) !== 0) found[count++] = hash
      }
      hash = (hash - Math.imul(words[at - SHINGLE_WORDS + 1] ?? 0, SHINGLE_OLDEST)) | 0
    }
    return found.subarray(0, count)
  }
}

function pairsOf(sorter: EntrySorter, sink: PairSink): void {
  const { hashes, documents, count } = sorter
  let group = new Uint32Array(64)
  for (let at = 0; at < count;) {
    const hash = hashes[at] ?? 0
    let end = at + 1
    while (end < count && hashes[end] === hash) end++
    if (end > at + 1) {
      if (end - at > group.length) group = new Uint32Array((end - at) * 2)
      let size = 0
      // Documents come in order, so one that repeats itself stands beside itself.
      for (let entry = at; entry < end; entry++) {
        const document = documents[entry] ?? 0
        if (size === 0 || group[size - 1] !== document) group[size++] = document
      }
      if (size > 1) pairsOfGroup(group, size, hash, sink)
    }
    at = end
  }
}

function pairsOfGroup(group: Uint32Array, size: number, hash: number, sink: PairSink): void {
  // Other bits than those that name the partition.
  if (size > RARE && ((hash >>> 20) & (size > SHARED ? COMMON_SAMPLE : SHARED_SAMPLE)) !== 0) return
  const reach = size > SHARED ? NEIGHBOURS : size
  for (let first = 0; first < size; first++) {
    const last = Math.min(size, first + 1 + reach)
    for (let second = first + 1; second < last; second++) sink(group[first] ?? 0, group[second] ?? 0)
  }
}

const DIGIT_BITS = 8
const DIGITS = 1 << DIGIT_BITS

/** Entries of hash and document, sorted by hash; entries of one hash keep the order they came in. */
class EntrySorter {
  hashes = new Uint32Array(1 << 16)
  documents = new Uint32Array(1 << 16)
  count = 0
  private otherHashes = new Uint32Array(1 << 16)
  private otherDocuments = new Uint32Array(1 << 16)
  private readonly offsets = new Uint32Array(DIGITS)

  clear(): void {
    this.count = 0
  }

  /** Adds shingles of a document. */
  add(shingles: Uint32Array, document: number): void {
    const end = this.count + shingles.length
    if (end > this.hashes.length) this.grow(end)
    this.hashes.set(shingles, this.count)
    this.documents.fill(document, this.count, end)
    this.count = end
  }

  /** Least significant digit first. */
  sort(): void {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) this.sortBy(shift)
  }

  private sortBy(shift: number): void {
    const { hashes, documents, otherHashes, otherDocuments, offsets, count } = this
    offsets.fill(0)
    for (let at = 0; at < count; at++) {
      const digit = ((hashes[at] ?? 0) >>> shift) & (DIGITS - 1)
      offsets[digit] = (offsets[digit] ?? 0) + 1
    }
    let sum = 0
    for (let digit = 0; digit < DIGITS; digit++) {
      const size = offsets[digit] ?? 0
      offsets[digit] = sum
      sum += size
    }
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] ?? 0
      const digit = (hash >>> shift) & (DIGITS - 1)
      const to = offsets[digit] ?? 0
      offsets[digit] = to + 1
      otherHashes[to] = hash
      otherDocuments[to] = documents[at] ?? 0
    }
    this.hashes = otherHashes
    this.documents = otherDocuments
    this.otherHashes = hashes
    this.otherDocuments = documents
  }

  private grow(least: number): void {
    const grown = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const array = new Uint32Array(least + (least >> 1))
      array.set(old)
      return array
    }
    this.hashes = grown(this.hashes)
    this.documents = grown(this.documents)
    this.otherHashes = new Uint32Array(this.hashes.length)
    this.otherDocuments = new Uint32Array(this.hashes.length)
  }
}
