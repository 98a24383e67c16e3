/**
 * What a segment is. An index is made of segments that never change: each holds up to 10,000 documents, as blocks of
 * terms in order, with for each term its documents and how often it stands in each, and apart from them, in one stream
 * cut into chunks, the places where it stands. To answer a query only the directory of blocks is in memory; ranking
 * never reads a place. The layout follows the postings of Lucene and of the survey by Zobel and Moffat (2006).
 *
 * Block: entries one after the other, each of varints: units shared with the term before, units that follow, these
 * units, number of documents, bytes of the document stream, bytes of the place stream; then the document stream.
 * Document stream: where there are more than `GROUP` documents, the bytes of the places of each group but the last; then
 * for each document twice the difference to the one before less one, plus one when the term stands there once, and
 * otherwise how often. Place stream: for each document the differences between places, less one, the first as it is.
 */

/** Version of the layout below and of how texts are parted into words: an index of another one is made anew. */
export const SEARCH_VERSION = 1

/** Documents a segment may hold. */
export const SEGMENT_DOCUMENTS = 10_000

/** Bytes at which a block of terms is full. Chromium keeps values above 64 KB as files, which are slow to read. */
export const BLOCK_BYTES = 32_768

/** Bytes of a chunk of the place stream; the last of a segment is shorter. */
export const CHUNK_BYTES = 32_768

/** Documents whose places can be passed over at once. */
export const GROUP = 128

/** Words between two fields of a document, or two pieces of one field: more than any NEAR reaches over. */
export const FIELD_GAP = 128

/** The postings of a segment, packed. */
export interface PackedPostings {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[]
  readonly chunks: readonly Uint8Array<ArrayBuffer>[]
  readonly directory: Directory
}

/** Where the blocks of a segment begin. */
export interface Directory {
  /** First term of each block, in order. */
  readonly firstTerms: readonly string[]
  /** Where in the place stream the first entry of each block begins. */
  readonly placeStarts: Uint32Array
}

/** What is known of each document of a segment besides its postings. Lists by document number. */
export interface SegmentDocuments {
  /** Ids of the articles. */
  readonly ids: readonly string[]
  /** Words in all fields. */
  readonly lengths: Uint32Array
  /** Place at which each field of each document ends, field after field within a document. */
  readonly fieldEnds: Uint32Array
  /** Fingerprint of what was indexed and can change, so that a change can be told. */
  readonly fingerprints: Uint32Array
}

/** A segment as it comes from the builder or from a merge. */
export interface Segment {
  readonly postings: PackedPostings
  readonly documents: SegmentDocuments
}

/** FNV-1a over UTF-16 units, 32 bits: tells with good odds that a short text changed. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
