import type { SegmentColumns } from '#core/search/columns'

/**
 * How far the index has come. Two lists of the corpus only ever grow, packs of texts and the journal; what lies behind
 * these marks is in the index. Written in the transaction of each change, so that a break leaves an older index, never a
 * wrong one.
 */
export interface StoredSearchState {
  readonly key: 'articles'
  /** `SEARCH_VERSION` that wrote it. */
  readonly version: number
  /** Changes with each write: tells one who holds an older state that somebody else has written. */
  readonly generation: number
  /** Number of the last pack of texts indexed. */
  readonly pack: number
  /** Position in the journal up to which changes of articles are in. */
  readonly seq: number
  /** Id that the next segment gets. */
  readonly nextSegment: number
}

/** A segment without its blocks and columns. */
export interface StoredSegment {
  readonly id: number
  /** Article ids separated by line feeds: one string is read in a fraction of the time of ten thousand. */
  readonly ids: string
  readonly lengths: Uint32Array
  readonly fieldEnds: Uint32Array
  readonly fingerprints: Uint32Array
  /** First terms of the blocks, separated by line feeds. */
  readonly firstTerms: string
  readonly placeStarts: Uint32Array
  /** How many blocks and chunks there are. */
  readonly blocks: number
  readonly chunks: number
}

/** The columns of a segment, apart from it: they change with the articles' metadata. */
export interface StoredColumns extends SegmentColumns {
  readonly segment: number
}
