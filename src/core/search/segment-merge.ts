import { BlockCursor, DocumentCursor } from './block'
import { CHUNK_BYTES, type PackedPostings, type Segment, type SegmentDocuments } from './segment'
import { SegmentWriter } from './segment-writer'
import { ByteReader } from './varints'

/** A segment to be merged. */
export interface MergeInput {
  readonly postings: PackedPostings
  readonly documents: SegmentDocuments
  /** By document: true for those that are left out. */
  readonly isGone: (document: number) => boolean
}

/** Terms written between two steps: a few milliseconds. */
const TERMS_A_STEP = 1_024

/**
 * One segment of the documents of several, in their order, without those that are gone. Works in steps so that a worker
 * can listen meanwhile. The caller sees to it that there are not more documents than a segment may hold.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<undefined, Segment, undefined> {
  let base = 0
  const scans = inputs.map((input) => {
    const scan = new SegmentScan(input, base)
    base += scan.kept
    return scan
  })
  const writer = new SegmentWriter()
  let open = scans.filter((scan) => scan.next())
  for (let terms = 0; open.length > 0; terms++) {
    if (terms % TERMS_A_STEP === 0) yield
    let [first] = open
    for (const scan of open) if (first && scan.term < first.term) first = scan
    if (!first) break
    const { term } = first
    let ended = false
    for (const scan of open) {
      if (scan.term !== term) continue
      scan.copy(writer)
      ended = !scan.next() || ended
    }
    writer.endTerm(term)
    if (ended) open = open.filter((scan) => !scan.done)
  }
  return { postings: writer.finish(), documents: mergeDocuments(inputs) }
}

/** Goes over a segment's terms in order and copies their postings. */
class SegmentScan {
  term = ''
  done = false
  /** Documents that are not gone. */
  readonly kept: number
  readonly #input: MergeInput
  readonly #places: Uint8Array
  /** New number of each document, -1 for those left out. */
  readonly #numbers: Int32Array
  #block = -1
  #cursor: BlockCursor | null = null

  constructor(input: MergeInput, base: number) {
    this.#input = input
    this.#places = joined(input.postings.chunks)
    let next = base
    this.#numbers = Int32Array.from(input.documents.ids, (_, document) =>
      input.isGone(document) ? -1 : next++,
    )
    this.kept = next - base
  }

  /** Goes to the next term; false at the end. */
  next(): boolean {
    while (!this.#cursor?.next()) {
      const { blocks, directory } = this.#input.postings
      const block = blocks[++this.#block]
      if (!block) {
        this.done = true
        return false
      }
      this.#cursor = new BlockCursor(block, directory.placeStarts[this.#block] ?? 0)
    }
    const { units, length } = this.#cursor
    this.term = Reflect.apply(String.fromCharCode, null, units.subarray(0, length)) as string
    return true
  }

  /** Copies the documents and places of the term. */
  copy(writer: SegmentWriter): void {
    if (!this.#cursor) return
    const entry = this.#cursor.entry()
    const places = new ByteReader(this.#places, entry.placeStart)
    const documents = new DocumentCursor(entry)
    while (documents.next()) {
      const number = this.#numbers[documents.document] ?? -1
      if (number < 0) {
        places.skip(documents.frequency)
        continue
      }
      writer.document(number, documents.frequency)
      for (let left = documents.frequency; left > 0; left--) writer.place(places.varint())
    }
  }
}

/** The chunks as one stream. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  for (const [index, chunk] of chunks.entries()) all.set(chunk, index * CHUNK_BYTES)
  return all
}

function mergeDocuments(inputs: readonly MergeInput[]): SegmentDocuments {
  const ids: string[] = []
  const lengths: number[] = []
  const fieldEnds: number[] = []
  const fingerprints: number[] = []
  for (const { documents, isGone } of inputs) {
    const fields = documents.fieldEnds.length / Math.max(1, documents.ids.length)
    for (const [document, id] of documents.ids.entries()) {
      if (isGone(document)) continue
      ids.push(id)
      lengths.push(documents.lengths[document] ?? 0)
      fingerprints.push(documents.fingerprints[document] ?? 0)
      for (let field = 0; field < fields; field++) {
        fieldEnds.push(documents.fieldEnds[document * fields + field] ?? 0)
      }
    }
  }
  return {
    ids,
    lengths: Uint32Array.from(lengths),
    fieldEnds: Uint32Array.from(fieldEnds),
    fingerprints: Uint32Array.from(fingerprints),
  }
}

/** How many segments of about one size there may be before they are merged. */
const SEGMENTS_A_TIER = 8

/**
 * Which segments should become one: the smallest, once there are eight of about one size, or any of which most documents
 * are gone. Every document is so merged a handful of times on its way into a full segment. Null when all is well.
 * @param sizes documents of each segment that are not gone, and documents in all
 * @param most documents a segment may hold
 */
export function segmentsToMerge(
  sizes: readonly { readonly live: number; readonly all: number }[],
  most: number,
): readonly number[] | null {
  const tiers = new Map<number, number[]>()
  for (const [index, { live, all }] of sizes.entries()) {
    if (all > 0 && live * 2 < all) return [index]
    if (live * 2 > most) continue
    const tier = Math.floor(Math.log(Math.max(1, live)) / Math.log(SEGMENTS_A_TIER))
    tiers.set(tier, [...(tiers.get(tier) ?? []), index])
  }
  for (const [, members] of [...tiers].sort(([a], [b]) => a - b)) {
    if (members.length < SEGMENTS_A_TIER) continue
    const chosen: number[] = []
    let documents = 0
    for (const index of members) {
      documents += sizes[index]?.live ?? 0
      if (documents > most) break
      chosen.push(index)
    }
    if (chosen.length > 1) return chosen
  }
  return null
}
