import { blockKey, chunkKey, firstKey, type BlockSource } from '#core/search/block-cache'
import { ColumnBuilder, columnValues, type SegmentColumns } from '#core/search/columns'
import type { OpenSegment } from '#core/search/index-segments'
import { SEARCH_VERSION, type PackedPostings, type Segment } from '#core/search/segment'
import type { MergeInput } from '#core/search/segment-merge'
import type { CorpusDatabase } from './database'
import type { StoredColumns, StoredSearchState, StoredSegment } from './search-stored'

/** A segment as the indexer holds it: what a search needs, and how to tell whether an article has changed. */
export interface HeldSegment extends OpenSegment {
  readonly fingerprints: Uint32Array
  readonly blocks: number
  readonly chunks: number
}

/** The index of a corpus without its blocks. */
export interface HeldIndex {
  readonly state: StoredSearchState
  readonly segments: readonly HeldSegment[]
}

/** The state of an index that holds nothing yet. */
const EMPTY_STATE: StoredSearchState = {
  key: 'articles',
  version: SEARCH_VERSION,
  generation: 0,
  pack: 0,
  seq: 0,
  nextSegment: 1,
}

/** The index as it is stored; null when there is none, or none that this version can use: it has to be made. */
export async function readIndex(db: CorpusDatabase): Promise<HeldIndex | null> {
  return db.transaction('r', db.searchState, db.searchSegments, db.searchColumns, async () => {
    const [state, segments, columns] = await Promise.all([
      db.searchState.get('articles'),
      db.searchSegments.toArray(),
      db.searchColumns.toArray(),
    ])
    if (state?.version !== SEARCH_VERSION) return null
    const bySegment = new Map(columns.map((one) => [one.segment, one]))
    const held: HeldSegment[] = []
    for (const segment of segments) {
      const own = bySegment.get(segment.id)
      if (own?.gone.length !== segment.lengths.length) return null
      held.push(holdSegment(segment, own))
    }
    return { state, segments: held }
  })
}

/** Deletes the index, so that it is made anew. Ids of segments are not used again: blocks of old ones may be held. */
export async function clearIndex(db: CorpusDatabase): Promise<HeldIndex> {
  const tables = [db.searchState, db.searchSegments, db.searchColumns, db.searchBlocks]
  return db.transaction('rw', tables, async () => {
    const before = await db.searchState.get('articles')
    const state: StoredSearchState = {
      ...EMPTY_STATE,
      generation: (before?.generation ?? 0) + 1,
      nextSegment: before?.nextSegment ?? 1,
    }
    await Promise.all([db.searchSegments.clear(), db.searchColumns.clear(), db.searchBlocks.clear()])
    await db.searchState.put(state)
    return { state, segments: [] }
  })
}

/** A change of the index, made whole or not at all. */
export interface IndexChange {
  /** New segments with what their articles are filtered by. */
  readonly added?: readonly { readonly segment: Segment; readonly columns: SegmentColumns }[]
  /** Ids of segments that go. */
  readonly dropped?: readonly number[]
  /** New columns of segments that stay. */
  readonly columns?: ReadonlyMap<number, SegmentColumns>
  /** How far the index has come with it. */
  readonly marks?: Partial<Pick<StoredSearchState, 'pack' | 'seq'>>
}

/**
 * Writes a change of the index in one transaction.
 * @returns the index afterwards, or null when somebody else has written meanwhile: nothing was changed
 */
export async function changeIndex(
  db: CorpusDatabase,
  index: HeldIndex,
  { added = [], dropped = [], columns = new Map(), marks = {} }: IndexChange,
): Promise<HeldIndex | null> {
  const { generation, nextSegment } = index.state
  const state: StoredSearchState = {
    ...index.state,
    ...marks,
    generation: generation + 1,
    nextSegment: nextSegment + added.length,
  }
  const fresh = added.map((one, place) => storeSegment(nextSegment + place, one.segment))
  const tables = [db.searchState, db.searchSegments, db.searchColumns, db.searchBlocks]
  const written = await db.transaction('rw', tables, async () => {
    if ((await db.searchState.get('articles'))?.generation !== generation) return false
    const writes: PromiseLike<unknown>[] = [db.searchState.put(state)]
    for (const [place, one] of added.entries()) {
      const segment = fresh[place]
      if (!segment) continue
      writes.push(db.searchSegments.put(segment))
      writes.push(db.searchColumns.put({ ...one.columns, segment: segment.id }))
      writes.push(writeBlocks(db, segment.id, one.segment.postings))
    }
    for (const [segment, own] of columns) writes.push(db.searchColumns.put({ ...own, segment }))
    for (const segment of dropped) {
      writes.push(db.searchSegments.delete(segment), db.searchColumns.delete(segment))
      writes.push(
        db.searchBlocks
          .where(':id')
          .between(firstKey(segment), firstKey(segment + 1), true, false)
          .delete(),
      )
    }
    await Promise.all(writes)
    return true
  })
  if (!written) return null
  const kept = index.segments
    .filter(({ id }) => !dropped.includes(id))
    .map((segment) => ({ ...segment, columns: columns.get(segment.id) ?? segment.columns }))
  const held = fresh.map((segment, place) => {
    const own = added[place]?.columns ?? new ColumnBuilder().build()
    return holdSegment(segment, { ...own, segment: segment.id })
  })
  return { state, segments: [...kept, ...held] }
}

/** So many blocks side by side are asked for as a range. */
const RANGE = 3

/**
 * Reads blocks from the corpus' database. A common word's places lie side by side, and one range is answered in a
 * fraction of the time of as many keys.
 */
export function blockSourceOf(db: CorpusDatabase): BlockSource {
  return {
    read: (keys) =>
      db.transaction('r', db.searchBlocks, async () => {
        const { ranges, single } = partKeys(keys)
        const found = new Map<number, Uint8Array>()
        const reading = ranges.map(async ({ first, last }) => {
          const blocks = await db.searchBlocks.where(':id').between(first, last, true, true).toArray()
          // Where one is missing, which is which cannot be told; all of them then count as missing.
          if (blocks.length === last - first + 1) {
            for (const [index, block] of blocks.entries()) found.set(first + index, block)
          }
        })
        const [blocks] = await Promise.all([db.searchBlocks.bulkGet(single), ...reading])
        for (const [index, key] of single.entries()) {
          const block = blocks[index]
          if (block) found.set(key, block)
        }
        return keys.map((key) => found.get(key))
      }),
  }
}

/** Keys that lie side by side as ranges, and the others. */
function partKeys(keys: readonly number[]) {
  const sorted = [...keys].sort((a, b) => a - b)
  const ranges: { first: number; last: number }[] = []
  const single: number[] = []
  for (let from = 0, to = 1; from < sorted.length; from = to, to = from + 1) {
    const first = sorted[from] ?? 0
    while (to < sorted.length && sorted[to] === first + to - from) to++
    if (to - from >= RANGE) ranges.push({ first, last: first + to - from - 1 })
    else single.push(...sorted.slice(from, to))
  }
  return { ranges, single }
}

/** Everything of a segment, to be merged with others; null when blocks of it are missing. */
export async function readForMerge(db: CorpusDatabase, segment: HeldSegment): Promise<MergeInput | null> {
  const { id, columns, directory, lengths, fieldEnds, fingerprints } = segment
  const keys = [
    ...Array.from({ length: segment.blocks }, (_, block) => blockKey(id, block)),
    ...Array.from({ length: segment.chunks }, (_, chunk) => chunkKey(id, chunk)),
  ]
  const read = (await db.searchBlocks.bulkGet(keys)).filter((bytes) => bytes !== undefined)
  if (read.length !== keys.length) return null
  const ids = segment.ids === '' ? [] : segment.ids.split('\n')
  return {
    postings: { blocks: read.slice(0, segment.blocks), chunks: read.slice(segment.blocks), directory },
    documents: { ids, lengths, fieldEnds, fingerprints },
    isGone: (document) => columns.gone[document] === 1,
  }
}

/** The columns of merged segments, without the documents that are gone. */
export function mergedColumns(segments: readonly HeldSegment[]): SegmentColumns {
  const builder = new ColumnBuilder()
  for (const { columns } of segments) {
    for (const [document, gone] of columns.gone.entries()) {
      if (gone === 0) builder.add(columnValues(columns, document))
    }
  }
  return builder.build()
}

function storeSegment(id: number, { postings, documents }: Segment): StoredSegment {
  return {
    id,
    ids: documents.ids.join('\n'),
    lengths: documents.lengths,
    fieldEnds: documents.fieldEnds,
    fingerprints: documents.fingerprints,
    firstTerms: postings.directory.firstTerms.join('\n'),
    placeStarts: postings.directory.placeStarts,
    blocks: postings.blocks.length,
    chunks: postings.chunks.length,
  }
}

function holdSegment(stored: StoredSegment, columns: StoredColumns): HeldSegment {
  const { id, ids, lengths, fieldEnds, fingerprints, firstTerms, placeStarts, blocks, chunks } = stored
  const directory = { firstTerms: firstTerms === '' ? [] : firstTerms.split('\n'), placeStarts }
  return { id, ids, lengths, fieldEnds, fingerprints, directory, columns, blocks, chunks }
}

function writeBlocks(db: CorpusDatabase, segment: number, { blocks, chunks }: PackedPostings) {
  const keys = [
    ...blocks.map((_, block) => blockKey(segment, block)),
    ...chunks.map((_, chunk) => chunkKey(segment, chunk)),
  ]
  return keys.length > 0 ? db.searchBlocks.bulkAdd([...blocks, ...chunks], keys) : Promise.resolve()
}
