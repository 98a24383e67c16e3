import { shingle, type WordStore } from './word-store'

/** Shingles sorted at a time: bounds the memory of the search, whatever the size of the corpus. */
const PARTITION = 5_000_000
/** Up to this many documents, every two that share the shingle are counted. */
const RARE = 8
/** Up to this many, for one shingle in four: the text that these documents share has others. */
const SHARED = 32
/** In more documents than that, a shingle is a common phrase or a story printed everywhere: for one in eight … */
const COMMON_SAMPLE = 7
const SHARED_SAMPLE = 3
/** … each document is counted with the next few that have it; who belongs together is found by way of the others. */
const NEIGHBOURS = 4

/** Takes a pair of documents (`a` before `b`) that share a shingle, once for each shingle looked at. */
export type PairSink = (a: number, b: number) => void

/**
 * Finds documents that share word 5-grams. Shingles are taken a range of hashes at a time. A table of two bits a shingle
 * lets through those that come again, a tenth in news; these are sorted together with their documents by radix, so that
 * equal ones lie together: sequential memory, no object. Every shingle that few documents have is looked at; of those that many have, a sample,
 * chosen by hash, so that it is the same everywhere. Yields the share done (0..1) after each range.
 */
export function* sharedShingles(store: WordStore, sink: PairSink): Generator<number> {
  let bits = 0
  while (store.words / 2 ** bits > PARTITION) bits++
  const partitions = 2 ** bits
  const filter = new RepetitionFilter(store.words / partitions)
  const sorter = new EntrySorter()
  let buffer = new Uint32Array(1 << 12)
  for (let partition = 0; partition < partitions; partition++) {
    filter.clear()
    sorter.clear()
    for (const collect of [false, true]) {
      for (let document = 0; document < store.size; document++) {
        const words = store.wordsOf(document)
        if (words.length > buffer.length) buffer = new Uint32Array(words.length * 2)
        let count = shingle(words, buffer)
        if (bits > 0) count = keepPartition(buffer, count, partition, 32 - bits)
        if (collect) sorter.add(buffer, filter.keepRepeated(buffer, count), document)
        else filter.note(buffer, count)
      }
    }
    sorter.sort()
    pairsOf(sorter, sink)
    yield (partition + 1) / partitions
  }
}

/** Moves the shingles that begin with the bits of `partition` to the front; how many they are. */
function keepPartition(shingles: Uint32Array, size: number, partition: number, shift: number): number {
  let kept = 0
  for (let at = 0; at < size; at++) {
    const hash = shingles[at] ?? 0
    if (hash >>> shift === partition) shingles[kept++] = hash
  }
  return kept
}

/** Tells shingles that came once from those that came again, with a few of the first among the second. */
class RepetitionFilter {
  /** One byte a place: 0 never, 1 once, 2 again. Four places a shingle keep false repetitions under a quarter. */
  private readonly places: Uint8Array
  private readonly shift: number

  constructor(shingles: number) {
    let bits = 10
    while (2 ** bits < shingles * 4) bits++
    this.places = new Uint8Array(2 ** bits)
    this.shift = 32 - bits
  }

  clear(): void {
    this.places.fill(0)
  }

  note(shingles: Uint32Array, size: number): void {
    const { places, shift } = this
    for (let at = 0; at < size; at++) {
      const place = Math.imul(shingles[at] ?? 0, SPREAD) >>> shift
      if ((places[place] ?? 0) < 2) places[place] = (places[place] ?? 0) + 1
    }
  }

  /** Moves those that came again to the front; how many they are. */
  keepRepeated(shingles: Uint32Array, size: number): number {
    const { places, shift } = this
    let kept = 0
    for (let at = 0; at < size; at++) {
      const hash = shingles[at] ?? 0
      if (places[Math.imul(hash, SPREAD) >>> shift] === 2) shingles[kept++] = hash
    }
    return kept
  }
}

/** Golden ratio: takes the place from other bits than those that name the partition. */
const SPREAD = 0x9e3779b1

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
  if (size > RARE && (hash & (size > SHARED ? COMMON_SAMPLE : SHARED_SAMPLE)) !== 0) return
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

  /** Adds the first `size` shingles, of a document. */
  add(shingles: Uint32Array, size: number, document: number): void {
    if (this.count + size > this.hashes.length) this.grow(this.count + size)
    this.hashes.set(shingles.subarray(0, size), this.count)
    this.documents.fill(document, this.count, this.count + size)
    this.count += size
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
