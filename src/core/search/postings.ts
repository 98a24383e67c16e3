import { BlockCursor, blockOf, DocumentCursor, readDocuments, type Entry } from './block'
import { blockKey, chunkKey, type BlockCache } from './block-cache'
import type { IndexSegments, PlacedSegment } from './index-segments'
import type { WordPart } from './query'
import { CHUNK_BYTES, GROUP } from './segment'
import { ByteReader } from './varints'

/** Where a word stands: documents of the whole index in order, and how often in each. */
export interface Postings {
  readonly documents: Uint32Array
  readonly frequencies: Uint32Array
}

/** A word's postings with the way to its places. */
export interface WordPostings extends Postings {
  /** In the order of segments; of a word that is no prefix one a segment at most. */
  readonly entries: () => readonly PlacedEntry[]
}

/** An entry with the segment that it is in. */
export interface PlacedEntry {
  readonly segment: PlacedSegment
  readonly entry: Entry
}

/** Places of a word in documents: those of the n-th lie from `offsets[n]` up to `offsets[n + 1]`. */
export interface PlaceLists {
  readonly offsets: Uint32Array
  readonly places: Uint32Array
}

/** Key by which equal parts of a query share their postings. */
export function partKey({ term, prefix }: WordPart): string {
  return prefix ? `${term}*` : term
}

/** Reads the postings of words, all blocks of all of them in one go. The answer follows `parts`. */
export async function readPostings(
  { segments, total }: IndexSegments,
  cache: BlockCache,
  parts: readonly WordPart[],
): Promise<WordPostings[]> {
  const wanted = parts.map((part) =>
    segments.map((segment) => {
      const { firstTerms } = segment.directory
      if (firstTerms.length === 0) return { segment, first: 0, last: -1 }
      const first = blockOf(firstTerms, part.term)
      let last = first
      if (part.prefix) while (firstTerms[last + 1]?.startsWith(part.term)) last++
      return { segment, first, last }
    }),
  )
  const keys: number[] = []
  for (const { segment, first, last } of wanted.flat()) {
    for (let block = first; block <= last; block++) keys.push(blockKey(segment.id, block))
  }
  const blocks = await cache.read(keys)
  return parts.map((part, index) => {
    const found = (wanted[index] ?? []).flatMap(({ segment, first, last }) => {
      const own: PlacedBlock[] = []
      for (let block = first; block <= last; block++) {
        const bytes = blocks.get(blockKey(segment.id, block))
        if (bytes) own.push({ segment, bytes, placeStart: segment.directory.placeStarts[block] ?? 0 })
      }
      return own
    })
    return part.prefix ? joinedPostings(found, part, total) : plainPostings(entriesOf(found, part))
  })
}

/** A block in which a word may stand. */
interface PlacedBlock {
  readonly segment: PlacedSegment
  readonly bytes: Uint8Array
  readonly placeStart: number
}

/** Calls back at each entry of the blocks that is a part of a query. */
function eachEntry(
  blocks: readonly PlacedBlock[],
  { term, prefix }: WordPart,
  take: (segment: PlacedSegment, cursor: BlockCursor) => void,
): void {
  for (const { segment, bytes, placeStart } of blocks) {
    const cursor = new BlockCursor(bytes, placeStart)
    while (cursor.next()) {
      const order = cursor.compare(term)
      if (order < 0) continue
      if (order === 0 || (prefix && cursor.startsWith(term))) take(segment, cursor)
      else break
      if (!prefix) break
    }
  }
}

function entriesOf(blocks: readonly PlacedBlock[], part: WordPart): PlacedEntry[] {
  const entries: PlacedEntry[] = []
  eachEntry(blocks, part, (segment, cursor) => entries.push({ segment, entry: cursor.entry() }))
  return entries
}

/** One entry a segment: its documents as they are. */
function plainPostings(entries: readonly PlacedEntry[]): WordPostings {
  const count = entries.reduce((sum, { entry }) => sum + entry.count, 0)
  const documents = new Uint32Array(count)
  const frequencies = new Uint32Array(count)
  let to = 0
  for (const { segment, entry } of entries) {
    readDocuments(entry, segment.base, documents, frequencies, to)
    to += entry.count
  }
  return { documents, frequencies, entries: () => entries }
}

/**
 * Many entries a segment: their frequencies added up, document by document. A short prefix has thousands of entries, so
 * nothing is made of one unless its places are asked for.
 */
function joinedPostings(blocks: readonly PlacedBlock[], part: WordPart, total: number): WordPostings {
  const sums = new Uint32Array(total)
  eachEntry(blocks, part, ({ base, documents }, cursor) =>
    cursor.addFrequencies(sums.subarray(base, base + documents)),
  )
  const documents = new Uint32Array(total)
  const frequencies = new Uint32Array(total)
  let length = 0
  for (let document = 0; document < total; document++) {
    const sum = sums[document] ?? 0
    if (sum === 0) continue
    documents[length] = document
    frequencies[length++] = sum
  }
  let entries: readonly PlacedEntry[] | null = null
  return {
    documents: documents.subarray(0, length),
    frequencies: frequencies.subarray(0, length),
    entries: () => (entries ??= entriesOf(blocks, part)),
  }
}

/** A word and the documents in which its places are wanted, ascending. */
export interface PlaceRequest {
  readonly postings: WordPostings
  readonly documents: Uint32Array
}

/** Reads places, all chunks for all requests in one go. The answer follows the requests. */
export async function readPlaces(
  cache: BlockCache,
  requests: readonly PlaceRequest[],
): Promise<PlaceLists[]> {
  const plans = requests.map(({ postings, documents }) =>
    postings.entries().flatMap((placed) => planGroups(placed, documents)),
  )
  const keys = plans.flat().flatMap(({ placed, start, bytes }) => chunkKeys(placed.segment.id, start, bytes))
  const chunks = await cache.read(keys)
  return requests.map(({ documents }, index) => collectPlaces(plans[index] ?? [], documents.length, chunks))
}

/** A group of documents of an entry of which places are wanted. */
interface GroupPlan {
  readonly placed: PlacedEntry
  /** Of the group's places in the segment's place stream. */
  readonly start: number
  readonly bytes: number
  /** For each document of the group in turn: place among the wanted documents, -1 for unwanted; then its frequency. */
  readonly steps: Int32Array
}

/** The groups of an entry that hold wanted documents. */
function planGroups(placed: PlacedEntry, wanted: Uint32Array): GroupPlan[] {
  const { segment, entry } = placed
  const plans: GroupPlan[] = []
  const cursor = new DocumentCursor(entry)
  let at = lowerBound(wanted, segment.base)
  const end = lowerBound(wanted, segment.base + segment.documents)
  let start = entry.placeStart
  for (let group = 0; at < end; group++) {
    const left = entry.placeStart + entry.placeBytes - start
    const bytes = group < cursor.groupBytes.length ? (cursor.groupBytes[group] ?? 0) : left
    const steps = new Int32Array(2 * GROUP)
    let length = 0
    let lastWanted = 0
    const upTo = (group + 1) * GROUP
    while (cursor.read < upTo && cursor.next()) {
      const document = segment.base + cursor.document
      while (at < end && (wanted[at] ?? 0) < document) at++
      const hit = at < end && wanted[at] === document
      steps[length++] = hit ? at : -1
      steps[length++] = cursor.frequency
      if (hit) lastWanted = length
    }
    if (length === 0) break
    if (lastWanted > 0) plans.push({ placed, start, bytes, steps: steps.subarray(0, lastWanted) })
    start += bytes
  }
  return plans
}

function collectPlaces(
  plans: readonly GroupPlan[],
  wanted: number,
  chunks: ReadonlyMap<number, Uint8Array>,
): PlaceLists {
  const offsets = new Uint32Array(wanted + 1)
  for (const { steps } of plans) {
    for (let step = 0; step < steps.length; step += 2) {
      const document = steps[step] ?? -1
      if (document >= 0) offsets[document + 1] = (offsets[document + 1] ?? 0) + (steps[step + 1] ?? 0)
    }
  }
  for (let index = 0; index < wanted; index++) {
    offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0)
  }
  const places = new Uint32Array(offsets[wanted] ?? 0)
  const next = offsets.slice()
  let mixed = false
  for (const { placed, start, bytes, steps } of plans) {
    const reader = new ByteReader(stretch(chunks, placed.segment.id, start, bytes))
    for (let step = 0; step < steps.length; step += 2) {
      const document = steps[step] ?? -1
      const frequency = steps[step + 1] ?? 0
      if (document < 0) {
        reader.skip(frequency)
        continue
      }
      let to = next[document] ?? 0
      mixed ||= to > (offsets[document] ?? 0)
      let place = -1
      for (let left = frequency; left > 0; left--) {
        place += reader.varint() + 1
        places[to++] = place
      }
      next[document] = to
    }
  }
  if (mixed) {
    for (let document = 0; document < wanted; document++) {
      places.subarray(offsets[document], offsets[document + 1]).sort()
    }
  }
  return { offsets, places }
}

/** Keys of the chunks that a stretch of a segment's place stream lies in. */
export function chunkKeys(segment: number, start: number, bytes: number): number[] {
  const first = Math.floor(start / CHUNK_BYTES)
  const last = Math.floor((start + Math.max(0, bytes - 1)) / CHUNK_BYTES)
  return Array.from({ length: last - first + 1 }, (_, index) => chunkKey(segment, first + index))
}

/** A stretch of a segment's place stream, copied only where it crosses chunks. */
export function stretch(
  chunks: ReadonlyMap<number, Uint8Array>,
  segment: number,
  start: number,
  bytes: number,
): Uint8Array {
  const first = Math.floor(start / CHUNK_BYTES)
  const last = Math.floor((start + Math.max(0, bytes - 1)) / CHUNK_BYTES)
  const from = start - first * CHUNK_BYTES
  const head = chunks.get(chunkKey(segment, first)) ?? new Uint8Array(0)
  if (first === last) return head.subarray(from, from + bytes)
  const copy = new Uint8Array(bytes)
  let to = 0
  for (let chunk = first; chunk <= last; chunk++) {
    const held = chunks.get(chunkKey(segment, chunk)) ?? new Uint8Array(0)
    const part = held.subarray(chunk === first ? from : 0, chunk === first ? undefined : bytes - to)
    copy.set(part.subarray(0, bytes - to), to)
    to += part.length
  }
  return copy
}

/** Index of the first value that is not below `value`. */
export function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
