import { groupBytesOf } from './block'
import type { BlockCache } from './block-cache'
import type { Documents } from './document-sets'
import type { PlacedSegment } from './index-segments'
import { chunkKeys, lowerBound, stretch, type PlacedEntry, type WordPostings } from './postings'
import { GROUP } from './segment'
import { bytesOf, longNumber } from './varints'

/** Documents in which a phrase stands, ascending, and how often in each. */
export interface PhraseMatches {
  readonly documents: Documents
  readonly frequencies: Uint32Array
}

/**
 * Finds a phrase in documents that have all its words. Of the most common words the places in every article are read;
 * they are compared as they are read, document by document, and never held: doing so took four times as long.
 * @param words postings of the words in the phrase's order, none of a prefix
 * @param within ascending, each with all of the words
 */
export async function scanPhrase(
  cache: BlockCache,
  words: readonly WordPostings[],
  within: Documents,
): Promise<PhraseMatches> {
  const plans = planSegments(words, within)
  const keys = plans.flatMap(({ segment, streams }) =>
    streams.flatMap(({ runs }) => runs.flatMap(({ start, bytes }) => chunkKeys(segment.id, start, bytes))),
  )
  const chunks = await cache.read(keys)
  const documents = new Uint32Array(within.length)
  const frequencies = new Uint32Array(within.length)
  let length = 0
  for (const { segment, streams, from, to } of plans) {
    reserve(segment, words.length)
    const readers = streams.map((stream) => new PlaceReader(words.length, stream, segment, chunks))
    for (let at = from; at < to; at++) {
      const document = within[at] ?? 0
      const frequency = countIn(readers, document)
      if (frequency === 0) continue
      documents[length] = document
      frequencies[length++] = frequency
    }
  }
  return { documents: documents.subarray(0, length), frequencies: frequencies.subarray(0, length) }
}

/** Documents of a segment to look in, from the `from`-th up to the `to`-th, and where their places are, word by word. */
interface SegmentPlan {
  readonly segment: PlacedSegment
  readonly from: number
  readonly to: number
  /** The rarest word first: where it has no place that fits, those of the others are passed over. */
  readonly streams: readonly PlaceStream[]
}

/** The places of one word of the phrase. */
interface PlaceStream {
  /** How many words of the phrase stand before it. */
  readonly offset: number
  readonly postings: WordPostings
  readonly runs: readonly Run[]
}

/** Documents of a word from one index of its postings up to another, whose places lie one after the other. */
interface Run {
  readonly first: number
  readonly end: number
  /** Of the places, in the segment's place stream. */
  readonly start: number
  readonly bytes: number
}

function planSegments(words: readonly WordPostings[], within: Documents): SegmentPlan[] {
  const order = words
    .map((postings, offset) => ({ postings, offset, entries: entriesBySegment(postings) }))
    .sort((a, b) => a.postings.documents.length - b.postings.documents.length)
  const [rarest] = order
  const plans: SegmentPlan[] = []
  for (const segment of rarest?.entries.keys() ?? []) {
    const from = lowerBound(within, segment.base)
    const to = lowerBound(within, segment.base + segment.documents)
    if (from === to) continue
    const streams = order.flatMap(({ postings, offset, entries }) => {
      const own = entries.get(segment)
      return own ? [{ offset, postings, runs: planRuns(postings, own, within, from, to) }] : []
    })
    if (streams.length === words.length) plans.push({ segment, from, to, streams })
  }
  return plans
}

interface PlacedIndex extends PlacedEntry {
  /** Index of the entry's first document in the postings. */
  readonly first: number
}

function entriesBySegment(postings: WordPostings): Map<PlacedSegment, PlacedIndex> {
  let first = 0
  return new Map(
    postings.entries().map((placed) => {
      const own = { ...placed, first }
      first += placed.entry.count
      return [placed.segment, own]
    }),
  )
}

/** The groups of documents in which any is wanted, those side by side as one. */
function planRuns(
  { documents }: WordPostings,
  { entry, first }: PlacedIndex,
  within: Documents,
  from: number,
  to: number,
): Run[] {
  const groupBytes = groupBytesOf(entry)
  const runs: Run[] = []
  let at = from
  let start = entry.placeStart
  const last = first + entry.count
  for (let group = 0; at < to && group < groupBytes.length; group++) {
    const begin = first + group * GROUP
    const end = Math.min(begin + GROUP, last)
    const bytes = groupBytes[group] ?? 0
    const greatest = documents[end - 1] ?? 0
    if ((within[at] ?? 0) <= greatest) {
      while (at < to && (within[at] ?? 0) <= greatest) at++
      const before = runs.at(-1)
      if (before?.end === begin) runs[runs.length - 1] = { ...before, end, bytes: before.bytes + bytes }
      else runs.push({ first: begin, end, start, bytes })
    }
    start += bytes
  }
  return runs
}

/**
 * Where the phrase may begin in the document at hand: 1 at the place, moved by the length of the phrase so that a word that
 * stands too early finds 0 rather than nothing. All 0 between two documents.
 *
 * Places are compared by these flags rather than by walking two lists, and those of the last word while they are read:
 * they are millions where all the words are common.
 */
let flags = new Uint8Array(1 << 10)

/** Makes room for every place in a segment. */
function reserve({ fieldEnds }: PlacedSegment, phrase: number): void {
  let most = 0
  for (const end of fieldEnds) if (end > most) most = end
  if (most + phrase >= flags.length) flags = new Uint8Array(2 * (most + phrase))
}

const NO_BYTES = new Uint8Array(0)

/** Reads the places of a word in one document after the other. */
class PlaceReader {
  /** Where the phrase may begin, as in `flags`, after `begin` or `keep`: the first `length`. */
  starts = new Uint32Array(64)
  length = 0
  /** What is added to the word's own places. */
  readonly #shift: number
  readonly #stream: PlaceStream
  readonly #segment: PlacedSegment
  readonly #chunks: ReadonlyMap<number, Uint8Array>
  #run = -1
  #bytes: Uint8Array = NO_BYTES
  /** The same bytes. */
  #view: DataView = new DataView(NO_BYTES.buffer)
  #at = 0
  #index = 0
  #end = 0

  /** @param phrase words of the phrase */
  constructor(
    phrase: number,
    stream: PlaceStream,
    segment: PlacedSegment,
    chunks: ReadonlyMap<number, Uint8Array>,
  ) {
    this.#shift = phrase - stream.offset
    this.#stream = stream
    this.#segment = segment
    this.#chunks = chunks
  }

  /** Takes all the places in a document, which must not come before the one read last. */
  begin(document: number): void {
    const frequency = this.#turnTo(document)
    const starts = this.#room(frequency)
    const bytes = this.#bytes
    let at = this.#at
    let place = this.#shift - 1
    for (let to = 0; to < frequency; to++) {
      let value = bytes[at++] ?? 0
      if (value > 127) {
        value = longNumber(bytes, at - 1)
        at += bytesOf(value) - 1
      }
      place += value + 1
      starts[to] = place
    }
    this.length = frequency
    this.#at = at
  }

  /** Takes those of the places in a document whose flag is set. */
  keep(document: number): void {
    const frequency = this.#turnTo(document)
    const starts = this.#room(frequency + 1)
    const bytes = this.#bytes
    const set = flags
    let at = this.#at
    let place = this.#shift - 1
    let kept = 0
    for (let left = frequency; left > 0; left--) {
      let value = bytes[at++] ?? 0
      if (value > 127) {
        value = longNumber(bytes, at - 1)
        at += bytesOf(value) - 1
      }
      place += value + 1
      starts[kept] = place
      kept += set[place] ?? 0
    }
    this.length = kept
    this.#at = at
  }

  #room(places: number): Uint32Array {
    if (places > this.starts.length) this.starts = new Uint32Array(places * 2)
    return this.starts
  }

  /** Goes to the places in a document; answers how many there are. */
  #turnTo(document: number): number {
    const { documents, frequencies } = this.#stream.postings
    let index = this.#index
    let passed = 0
    while (index === this.#end || (documents[index] ?? 0) < document) {
      if (index < this.#end) {
        passed += frequencies[index++] ?? 0
        continue
      }
      if (!this.#nextRun()) return 0
      index = this.#index
      passed = 0
    }
    if (passed > 0) this.#at = passAt(this.#view, this.#at, passed)
    this.#index = index + 1
    return frequencies[index] ?? 0
  }

  #nextRun(): boolean {
    const run = this.#stream.runs[++this.#run]
    if (!run) return false
    this.#bytes = stretch(this.#chunks, this.#segment.id, run.start, run.bytes)
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length)
    this.#at = 0
    this.#index = run.first
    this.#end = run.end
    return true
  }
}

/** The high bits of four bytes: set where a number goes on. */
const GO_ON = 0x80808080

/** Where in the bytes so many numbers are passed: four at a time where all of them take one byte, as nearly all do. */
function passAt(bytes: DataView, from: number, numbers: number): number {
  let at = from
  let left = numbers
  for (const last = bytes.byteLength - 4; left >= 4 && at <= last;) {
    if ((bytes.getUint32(at) & GO_ON) === 0) {
      at += 4
      left -= 4
    } else if (bytes.getUint8(at++) < 128) left--
  }
  for (; left > 0 && at < bytes.byteLength; at++) if (bytes.getUint8(at) < 128) left--
  return at
}

/** How often the phrase stands in a document. */
function countIn(readers: readonly PlaceReader[], document: number): number {
  let before: PlaceReader | null = null
  for (const reader of readers) {
    if (before) {
      const { starts, length } = before
      for (let at = 0; at < length; at++) flags[starts[at] ?? 0] = 1
      reader.keep(document)
      for (let at = 0; at < length; at++) flags[starts[at] ?? 0] = 0
    } else reader.begin(document)
    if (reader.length === 0) return 0
    before = reader
  }
  return before?.length ?? 0
}
