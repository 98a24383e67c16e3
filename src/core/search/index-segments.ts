import type { SegmentColumns } from './columns'
import { complement, members, type Documents } from './document-sets'
import type { Directory } from './segment'

/** A segment as far as it is in memory: all but its postings. */
export interface OpenSegment {
  readonly id: number
  readonly directory: Directory
  /** Ids of the articles, separated by line feeds: parted only when a hit is shown. */
  readonly ids: string
  readonly lengths: Uint32Array
  readonly fieldEnds: Uint32Array
  readonly columns: SegmentColumns
}

/** A segment in its place in the index. */
export interface PlacedSegment extends OpenSegment {
  /** Number of its first document in the whole index. */
  readonly base: number
  readonly documents: number
}

const LINE_FEED = 10

/** Most documents of an index: a rank and a document's number share 53 bits. */
export const MOST_DOCUMENTS = 2 ** 21

/** The segments of an index in order. Documents are numbered through. */
export class IndexSegments {
  readonly segments: readonly PlacedSegment[]
  /** Documents in all, those that are gone too. */
  readonly total: number
  /** Mean number of words, of all documents. */
  readonly averageLength: number
  #live: { readonly documents: Documents | null } | null = null
  readonly #lengths = new Map<PlacedSegment, number>()
  readonly #ids = new Map<PlacedSegment, readonly string[]>()

  constructor(segments: readonly OpenSegment[]) {
    let base = 0
    let words = 0
    this.segments = segments.map((segment) => {
      const documents = segment.lengths.length
      const placed: PlacedSegment = { ...segment, base, documents }
      base += documents
      for (const length of segment.lengths) words += length
      return placed
    })
    this.total = base
    this.averageLength = base > 0 ? words / base : 0
    if (base > MOST_DOCUMENTS) throw new Error(`The search index holds ${String(base)} documents, too many.`)
  }

  /** The segment that a document is in. */
  segmentOf(document: number): PlacedSegment | undefined {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.segments[middle]?.base ?? 0) <= document) low = middle
      else high = middle - 1
    }
    return this.segments[low]
  }

  /** The article of a document. */
  articleOf(document: number): string {
    const segment = this.segmentOf(document)
    if (!segment) return ''
    const length = this.#idLength(segment)
    const number = document - segment.base
    if (length === 0) return this.articlesOf(segment)[number] ?? ''
    return segment.ids.slice(number * (length + 1), number * (length + 1) + length)
  }

  /** How long each id of a segment is; 0 when they differ. Of ids as the program makes them one is found without the others. */
  #idLength(segment: PlacedSegment): number {
    const known = this.#lengths.get(segment)
    if (known !== undefined) return known
    const { ids, documents } = segment
    const first = documents === 1 ? ids.length : ids.indexOf('\n')
    let length = ids.length === documents * (first + 1) - 1 ? first : 0
    for (let number = 1; number < documents && length > 0; number++) {
      if (ids.charCodeAt(number * (first + 1) - 1) !== LINE_FEED) length = 0
    }
    this.#lengths.set(segment, length)
    return length
  }

  /** The articles of a segment's documents. */
  articlesOf(segment: PlacedSegment): readonly string[] {
    let ids = this.#ids.get(segment)
    if (!ids) {
      ids = segment.ids === '' ? [] : segment.ids.split('\n')
      this.#ids.set(segment, ids)
    }
    return ids
  }

  /** Documents that are not gone; null when none is, which saves going over all of them with each query. */
  get live(): Documents | null {
    return (this.#live ??= liveDocuments(this.segments, this.total)).documents
  }
}

function liveDocuments(segments: readonly PlacedSegment[], total: number) {
  const gone = new Uint8Array(total)
  for (const { base, columns } of segments) gone.set(columns.gone, base)
  const documents = gone.includes(1) ? complement(members(gone), total) : null
  return { documents }
}
