import { BlockCache, blockKey, chunkKey } from '#core/search/block-cache'
import { ColumnBuilder, type ColumnValues } from '#core/search/columns'
import type { FilterNames } from '#core/search/filters'
import { IndexSegments, type OpenSegment } from '#core/search/index-segments'
import { fingerprint, type Segment } from '#core/search/segment'
import { SegmentBuilder } from '#core/search/segment-builder'
import { mergeSegments } from '#core/search/segment-merge'
import type { Shelf } from '#core/search/shelf'

/** An article of a test. */
export interface TestArticle extends ColumnValues {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Runs a generator to its end. */
export function toEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A segment of articles. */
export function segmentOf(articles: readonly TestArticle[]): Segment {
  const builder = new SegmentBuilder(16)
  for (const { id, title, text } of articles) {
    builder.add({ id, fields: [[title], [text]], fingerprint: fingerprint(title) })
  }
  return toEnd(builder.finish())
}

/** The articles' shelf in memory, in segments of `size` articles; `merged` makes one of each four of these. */
export function shelfOf(articles: readonly TestArticle[], size: number, merged = false): Shelf {
  const blocks = new Map<number, Uint8Array>()
  const open: OpenSegment[] = []
  const add = (segment: Segment, own: readonly TestArticle[]) => {
    const id = open.length + 1
    for (const [index, block] of segment.postings.blocks.entries()) blocks.set(blockKey(id, index), block)
    for (const [index, chunk] of segment.postings.chunks.entries()) blocks.set(chunkKey(id, index), chunk)
    const columns = new ColumnBuilder()
    for (const article of own) columns.add(article)
    const { ids, lengths, fieldEnds } = segment.documents
    const { directory } = segment.postings
    open.push({ id, directory, ids: ids.join('\n'), lengths, fieldEnds, columns: columns.build() })
  }
  const groups = chunksOf(articles, size)
  if (!merged) for (const group of groups) add(segmentOf(group), group)
  else {
    for (const four of chunksOf(groups, 4)) {
      const inputs = four.map((group) => {
        const isGone = (document: number) => group[document]?.gone === true
        return { ...segmentOf(group), isGone }
      })
      add(
        toEnd(mergeSegments(inputs)),
        four.flat().filter(({ gone }) => !gone),
      )
    }
  }
  const read = (keys: readonly number[]) => Promise.resolve(keys.map((key) => blocks.get(key)))
  return {
    index: new IndexSegments(open),
    cache: new BlockCache({ read }, 200_000),
    fields: ['title', 'text'],
    articleDocuments: null,
  }
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < list.length; from += size) chunks.push(list.slice(from, from + size))
  return chunks
}

/** A corpus in which filters name things by their ids. */
export const PLAIN_NAMES: FilterNames = {
  sources: (name) => Promise.resolve(new Set([name])),
  articles: () => Promise.resolve(null),
}
