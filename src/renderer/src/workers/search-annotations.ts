import { BlockCache, blockKey, chunkKey } from '#core/search/block-cache'
import { ColumnBuilder } from '#core/search/columns'
import { IndexSegments, type OpenSegment } from '#core/search/index-segments'
import type { Segment } from '#core/search/segment'
import { SegmentBuilder } from '#core/search/segment-builder'
import { NOWHERE, type Shelf } from '#core/search/shelf'
import type { CorpusDatabase } from '#data/database'
import { ANNOTATION_FIELDS, annotatedFields, eachAnnotatedArticle } from '#data/search-annotations'

/** What was quoted, claimed and noted, indexed in memory. */
interface AnnotationIndex {
  readonly index: IndexSegments
  readonly cache: BlockCache
}

/**
 * The shelf of annotations. Unlike texts, annotations change all day, and few questions are about them: their index is
 * made in memory when one is, and forgotten with the next change.
 */
export class AnnotationShelf {
  readonly #db: CorpusDatabase
  #made: Promise<AnnotationIndex> | null = null

  constructor(db: CorpusDatabase) {
    this.#db = db
  }

  /** Makes the next question read the annotations again. */
  forget(): void {
    this.#made = null
  }

  /** The shelf beside these articles. */
  async shelf(articles: IndexSegments): Promise<Shelf> {
    const making = (this.#made ??= indexAnnotations(this.#db))
    making.catch(() => {
      if (this.#made === making) this.#made = null
    })
    const { index, cache } = await making
    return { index, cache, fields: ANNOTATION_FIELDS, articleDocuments: articleDocuments(index, articles) }
  }
}

async function indexAnnotations(db: CorpusDatabase): Promise<AnnotationIndex> {
  const blocks = new Map<number, Uint8Array>()
  const open: OpenSegment[] = []
  let builder = new SegmentBuilder()
  const close = () => {
    if (builder.size > 0) open.push(openSegment(open.length + 1, finished(builder), blocks))
    builder = new SegmentBuilder()
  }
  await eachAnnotatedArticle(db, (article, annotations) => {
    if (builder.full) close()
    builder.add({ id: article, fields: annotatedFields(annotations), fingerprint: 0 })
  })
  close()
  const read = (keys: readonly number[]) => Promise.resolve(keys.map((key) => blocks.get(key)))
  return { index: new IndexSegments(open), cache: new BlockCache({ read }, 0) }
}

function finished(builder: SegmentBuilder): Segment {
  const steps = builder.finish()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function openSegment(
  id: number,
  { postings, documents }: Segment,
  blocks: Map<number, Uint8Array>,
): OpenSegment {
  for (const [index, block] of postings.blocks.entries()) blocks.set(blockKey(id, index), block)
  for (const [index, chunk] of postings.chunks.entries()) blocks.set(chunkKey(id, index), chunk)
  const columns = new ColumnBuilder()
  for (let document = 0; document < documents.ids.length; document++) {
    columns.add({ source: null, publishedAt: null, language: null, status: 'todo', gone: false })
  }
  const { ids, lengths, fieldEnds } = documents
  const { directory } = postings
  return { id, directory, ids: ids.join('\n'), lengths, fieldEnds, columns: columns.build() }
}

/** For each annotated article its document among the articles. */
function articleDocuments(annotations: IndexSegments, articles: IndexSegments): Uint32Array {
  const numbers = new Map<string, number>()
  for (const segment of annotations.segments) {
    for (const [document, id] of annotations.articlesOf(segment).entries()) {
      numbers.set(id, segment.base + document)
    }
  }
  const found = new Uint32Array(annotations.total).fill(NOWHERE)
  for (const segment of articles.segments) {
    for (const [document, id] of articles.articlesOf(segment).entries()) {
      const number = numbers.get(id)
      // Of an article that was indexed twice, the one that is not gone counts.
      if (number !== undefined && segment.columns.gone[document] === 0) {
        found[number] = segment.base + document
      }
    }
  }
  return found
}
