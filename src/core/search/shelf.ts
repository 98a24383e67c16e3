import type { BlockCache } from './block-cache'
import type { IndexSegments } from './index-segments'
import type { Scope } from './query'

/**
 * A part of an index with documents and fields of its own: titles and texts, or what was annotated. Documents of another
 * shelf than the articles' name the article's document.
 */
export interface Shelf {
  readonly index: IndexSegments
  readonly cache: BlockCache
  /** In the order in which documents have them. */
  readonly fields: readonly Scope[]
  /** By document: the article's document, or `NOWHERE`. Null on the articles' own shelf. */
  readonly articleDocuments: Uint32Array | null
}

/** In `Shelf.articleDocuments`: the article is not in the index. */
export const NOWHERE = 0xffffffff
