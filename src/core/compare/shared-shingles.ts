import { RepeatedShingles, type SortedEntries } from './repeated-shingles'
import { BUCKETS, documentOf, segmentOf, ShingleBuckets } from './shingle-buckets'
import type { WordStore } from './word-store'

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
/** Of texts with more words than this half of the shingles are looked at, and of those with many more a quarter. */
const LONG = 512
const VERY_LONG = 2_048
/** Documents read between two reports of progress. */
const PAUSE = 2_000

/** Takes a pair of documents (`a` before `b`) once for each shingle that they share, with its segment in `a` (0 to 31). */
export type PairSink = (a: number, b: number, segment: number) => void

/**
 * Finds documents that share word 5-grams. Shingles are taken a part at a time, chosen by their lowest bits, and put
 * into buckets by hash; in each, those that come again are sorted together with their documents, so that equal ones lie
 * together: sequential memory, no object. Of the shingles of long texts, and of those that many documents have, a sample
 * is looked at, chosen by hash, so that it is the same everywhere. Yields the share done (0..1) now and then.
 */
export function* sharedShingles(store: WordStore, sink: PairSink): Generator<number> {
  let expected = 0
  for (let document = 0; document < store.size; document++) {
    const words = store.countOf(document)
    expected += words * sampledShare(words)
  }
  let partitions = 1
  while (expected / partitions > PARTITION) partitions *= 2
  const buckets = new ShingleBuckets(expected / partitions)
  const repeated = new RepeatedShingles()
  for (let partition = 0; partition < partitions; partition++) {
    buckets.clear()
    for (let document = 0; document < store.size; document++) {
      const words = store.wordsOf(document)
      buckets.add(words, document, partition, (partitions - 1) | sampleOf(words.length))
      if (document % PAUSE === 0) yield (partition + (0.5 * document) / store.size) / partitions
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      pairsOf(
        repeated.sort(() => buckets.entriesOf(bucket), buckets.sizeOf(bucket)),
        sink,
      )
      yield (partition + 0.5 + (0.5 * bucket) / BUCKETS) / partitions
    }
  }
}

/** Share (0..1) of the shingles of a text of so many words that the search looks at. */
export function sampledShare(words: number): number {
  return words < LONG ? 1 : words < VERY_LONG ? 1 / 2 : 1 / 4
}

/** Bits that have to be 0 in the shingles looked at, so that the same are taken from every text. */
function sampleOf(words: number): number {
  return words < LONG ? 0 : words < VERY_LONG ? 1 << 31 : 3 << 30
}

function pairsOf({ hashes, owners, count }: SortedEntries, sink: PairSink): void {
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
        const owner = owners[entry] ?? 0
        if (size === 0 || documentOf(group[size - 1] ?? 0) !== documentOf(owner)) group[size++] = owner
      }
      if (size > 1) pairsOfGroup(group, size, hash, sink)
    }
    at = end
  }
}

function pairsOfGroup(group: Uint32Array, size: number, hash: number, sink: PairSink): void {
  // Other bits than those that name partition and bucket.
  if (size > RARE && ((hash >>> 20) & (size > SHARED ? COMMON_SAMPLE : SHARED_SAMPLE)) !== 0) return
  const reach = size > SHARED ? NEIGHBOURS : size
  for (let first = 0; first < size; first++) {
    const owner = group[first] ?? 0
    const last = Math.min(size, first + 1 + reach)
    for (let second = first + 1; second < last; second++) {
      sink(documentOf(owner), documentOf(group[second] ?? 0), segmentOf(owner))
    }
  }
}
