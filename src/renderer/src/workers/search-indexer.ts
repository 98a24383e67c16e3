import { ColumnBuilder, type SegmentColumns } from '#core/search/columns'
import { fingerprint, SEGMENT_DOCUMENTS, type Segment } from '#core/search/segment'
import { SegmentBuilder } from '#core/search/segment-builder'
import { mergeSegments, segmentsToMerge, type MergeInput } from '#core/search/segment-merge'
import type { CorpusDatabase } from '#data/database'
import {
  changedArticles,
  columnsOf,
  packsAfter,
  readArticles,
  readMarks,
  readPacks,
  type ArticleToIndex,
  type CorpusMarks,
} from '#data/search-changes'
import {
  changeIndex,
  clearIndex,
  mergedColumns,
  readForMerge,
  readIndex,
  type HeldIndex,
  type HeldSegment,
  type IndexChange,
} from '#data/search-store'
import { turn } from './turn'

/** Milliseconds of work after which a query is heard. */
const SLICE = 15

/** Packs of texts read at a time: some 150 articles. */
const PACKS_A_READ = 8

/** Articles whose changes are taken in by one write. */
const CHANGES_A_WRITE = 2_000

/** How the index stands. */
export interface IndexProgress {
  /** `waiting`: files are being imported; `building`: articles are missing in the index; `current`: none is. */
  readonly state: 'waiting' | 'building' | 'current'
  /** Articles that are found, and those there are. */
  readonly indexed: number
  readonly total: number
}

/** Somebody else has written the index: what is held has to be read again. */
class OutrunError extends Error {
  override readonly name = 'OutrunError'
}

/** Keeps the index of a corpus in line with its articles. */
export class SearchIndexer {
  readonly #db: CorpusDatabase
  readonly #changed: (index: HeldIndex) => void
  readonly #report: (progress: IndexProgress) => void
  #index: HeldIndex
  #sliceEnd = 0
  /** Numbers of articles, of the index and of the corpus, that a comparison of both could not bring together. */
  #unequal = ''

  private constructor(
    db: CorpusDatabase,
    index: HeldIndex,
    changed: (index: HeldIndex) => void,
    report: (progress: IndexProgress) => void,
  ) {
    this.#db = db
    this.#index = index
    this.#changed = changed
    this.#report = report
  }

  /**
   * Opens the index, empty where there is none that can be used.
   * @param changed called with the index at first and after each change
   */
  static async open(
    db: CorpusDatabase,
    changed: (index: HeldIndex) => void,
    report: (progress: IndexProgress) => void,
  ): Promise<SearchIndexer> {
    const index = (await readIndex(db)) ?? (await clearIndex(db))
    changed(index)
    return new SearchIndexer(db, index, changed, report)
  }

  /** Forgets the index; the next `catchUp` makes it anew. */
  async rebuild(): Promise<void> {
    this.#hold(await clearIndex(this.#db))
  }

  /** Takes in everything that has come or changed. One call at a time. */
  async catchUp(): Promise<void> {
    for (;;) {
      try {
        await this.#catchUp()
        return
      } catch (error) {
        if (!(error instanceof OutrunError)) throw error
        this.#hold((await readIndex(this.#db)) ?? (await clearIndex(this.#db)))
      }
    }
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const marks = await readMarks(this.#db)
      const { state } = this.#index
      if (marks.seq > state.seq) await this.#takeJournal(marks)
      else if (marks.pack > state.pack && !marks.importing) await this.#takePacks(marks)
      else if (await this.#merge()) continue
      else if (!(await this.#compare(marks))) {
        this.#tell(marks.pack > state.pack ? 'waiting' : 'current', marks)
        return
      }
    }
  }

  #hold(index: HeldIndex): void {
    this.#index = index
    this.#changed(index)
  }

  async #write(change: IndexChange): Promise<void> {
    const index = await changeIndex(this.#db, this.#index, change)
    if (!index) throw new OutrunError()
    this.#hold(index)
  }

  #tell(state: IndexProgress['state'], marks: CorpusMarks, more = 0): void {
    const indexed = Math.min(liveOf(this.#index.segments) + more, marks.articles)
    this.#report({ state, indexed, total: marks.articles })
  }

  /** Lets a query be heard when it is time. */
  async #pause(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return
    await turn()
    this.#sliceEnd = performance.now() + SLICE
  }

  async #inSlices<T>(steps: Generator<undefined, T>): Promise<T> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await this.#pause()
    }
  }

  /** Indexes the packs that have come, one segment after the other. */
  async #takePacks(marks: CorpusMarks): Promise<void> {
    const packs = await packsAfter(this.#db, this.#index.state.pack)
    this.#tell('building', marks)
    const draft = new SegmentDraft()
    let reading = readPacks(this.#db, packs.slice(0, PACKS_A_READ))
    for (let from = 0; from < packs.length; from += PACKS_A_READ) {
      const articles = await reading
      const rest = packs.slice(from + PACKS_A_READ, from + 2 * PACKS_A_READ)
      reading = readPacks(this.#db, rest)
      // Awaited in the next round; a failure before that must not count as unhandled.
      reading.catch(() => undefined)
      if (draft.size + articles.length > SEGMENT_DOCUMENTS || draft.full) {
        await this.#writeDraft(draft, packs[from - 1] ?? 0)
      }
      for (const article of articles) {
        draft.add(article)
        await this.#pause()
      }
      if (rest.length > 0) this.#tell('building', marks, draft.size)
    }
    await this.#writeDraft(draft, packs.at(-1) ?? 0)
  }

  async #writeDraft(draft: SegmentDraft, pack: number): Promise<void> {
    const added = draft.size > 0 ? [await this.#inSlices(draft.finish())] : []
    await this.#write({ added, marks: { pack } })
  }

  async #takeJournal(marks: CorpusMarks): Promise<void> {
    const { state, segments } = this.#index
    // An empty index takes the articles as they are.
    const changed = segments.length > 0 ? await changedArticles(this.#db, state.seq, marks.seq) : []
    await this.#takeChanges(changed)
    await this.#write({ marks: { seq: marks.seq } })
  }

  /** Brings what is known of these articles up to date. Taking them in twice does no harm. */
  async #takeChanges(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += CHANGES_A_WRITE) {
      const chunk = ids.slice(from, from + CHANGES_A_WRITE)
      const { columns, again } = await this.#planChanges(chunk)
      const articles = await readArticles(this.#db, again)
      const draft = new SegmentDraft()
      for (const article of articles) {
        draft.add(article)
        await this.#pause()
      }
      const added = draft.size > 0 ? [await this.#inSlices(draft.finish())] : []
      if (added.length > 0 || columns.size > 0) await this.#write({ added, columns })
    }
  }

  /** New columns of segments, and the articles whose text has to be indexed again or at last. */
  async #planChanges(ids: readonly string[]) {
    const rows = await this.#db.articles.bulkGet([...ids])
    const spots = findArticles(this.#index.segments, ids)
    const builders = new Map<HeldSegment, ColumnBuilder>()
    const changed = new Set<HeldSegment>()
    const set = ({ segment, document }: Spot, values: ReturnType<typeof columnsOf>) => {
      const builder = builders.get(segment) ?? new ColumnBuilder(segment.columns)
      builders.set(segment, builder)
      if (builder.set(document, values)) changed.add(segment)
    }
    const again: string[] = []
    for (const [index, id] of ids.entries()) {
      const row = rows[index]
      const own = spots.get(id) ?? []
      if (!row) continue
      const values = columnsOf(row)
      const print = fingerprint(row.title)
      // Of several, the newest that is as the article is now stays, also when it was gone.
      const right = own.findLast(({ segment, document }) => segment.fingerprints[document] === print)
      for (const spot of own) set(spot, spot === right ? values : { ...values, gone: true })
      if (!right && !row.removed && row.pack <= this.#index.state.pack) again.push(id)
    }
    const columns = new Map<number, SegmentColumns>()
    for (const segment of changed) {
      const built = builders.get(segment)?.build()
      if (built) columns.set(segment.id, built)
    }
    return { columns, again }
  }

  /** Makes one segment of several small ones, or of one that is half empty; false when all is well. */
  async #merge(): Promise<boolean> {
    const { segments } = this.#index
    const sizes = segments.map((segment) => ({ live: liveOf([segment]), all: segment.lengths.length }))
    const chosen = segmentsToMerge(sizes, SEGMENT_DOCUMENTS)?.flatMap((index) => segments[index] ?? [])
    if (!chosen) return false
    const dropped = chosen.map(({ id }) => id)
    const inputs: MergeInput[] = []
    for (const segment of chosen) {
      const input = liveOf([segment]) > 0 ? await readForMerge(this.#db, segment) : null
      if (input) inputs.push(input)
      else if (liveOf([segment]) > 0) {
        await this.rebuild()
        return true
      }
    }
    const columns = mergedColumns(chosen)
    const added = inputs.length > 0 ? [{ segment: await this.#inSlices(mergeSegments(inputs)), columns }] : []
    await this.#write({ added, dropped })
    return true
  }

  /**
   * The import changes articles that are there already without a journal, such as bringing back a removed one. The number
   * of articles tells. True when something had to be changed.
   */
  async #compare(marks: CorpusMarks): Promise<boolean> {
    const indexed = liveOf(this.#index.segments)
    const numbers = `${String(indexed)} ${String(marks.articles)}`
    if (indexed === marks.articles || marks.importing || numbers === this.#unequal) return false
    this.#unequal = numbers
    const live = new Set(this.#index.segments.flatMap(liveIds))
    const different: string[] = []
    await this.#db.articles.each(({ id, removed }) => {
      if (live.has(id) === removed) different.push(id)
    })
    await this.#takeChanges(different)
    return different.length > 0
  }
}

/** A segment in the making; empty again once it is finished. */
class SegmentDraft {
  readonly #builder = new SegmentBuilder()
  #columns = new ColumnBuilder()

  get size(): number {
    return this.#builder.size
  }

  get full(): boolean {
    return this.#builder.full
  }

  add({ document, values }: ArticleToIndex): void {
    this.#builder.add(document)
    this.#columns.add(values)
  }

  *finish(): Generator<undefined, { readonly segment: Segment; readonly columns: SegmentColumns }> {
    const segment = yield* this.#builder.finish()
    const columns = this.#columns.build()
    this.#columns = new ColumnBuilder()
    return { segment, columns }
  }
}

/** A document of a segment. */
interface Spot {
  readonly segment: HeldSegment
  readonly document: number
}

/** Up to this many ids are looked up in a segment's list before it is parted. */
const FEW = 16

/** Where articles are in the index, gone or not, in the order of segments. */
function findArticles(segments: readonly HeldSegment[], ids: readonly string[]): Map<string, Spot[]> {
  const wanted = new Set(ids)
  const spots = new Map<string, Spot[]>()
  for (const segment of segments) {
    if (ids.length <= FEW && !ids.some((id) => segment.ids.includes(id))) continue
    for (const [document, id] of segment.ids.split('\n').entries()) {
      if (!wanted.has(id)) continue
      const own = spots.get(id)
      if (own) own.push({ segment, document })
      else spots.set(id, [{ segment, document }])
    }
  }
  return spots
}

function liveIds(segment: HeldSegment): string[] {
  return segment.ids.split('\n').filter((_, document) => segment.columns.gone[document] === 0)
}

/** How many documents of columns are not gone: asked for after every change, of columns that hardly ever change. */
const liveCounts = new WeakMap<SegmentColumns, number>()

function liveOf(segments: readonly HeldSegment[]): number {
  let live = 0
  for (const { columns } of segments) {
    let own = liveCounts.get(columns)
    if (own === undefined) {
      own = columns.gone.length
      for (const gone of columns.gone) own -= gone
      liveCounts.set(columns, own)
    }
    live += own
  }
  return live
}
