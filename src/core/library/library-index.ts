import type { Article } from '../model/article'
import { STATUS_ORDER } from '../search/columns'
import { dateCode, datePeriod } from '../search/dates'
import { ArticleColumns, NameTable } from './columns'
import { flagBits, OWN_FLAGS } from './flags'
import { filterArticles, type FilteredColumns } from './filter'
import { foldText } from './folding'
import type { CopyRelation } from './copies'
import {
  NO_FILTER,
  type LibraryAnswer,
  type LibraryFilter,
  type LibrarySummary,
  type NearAnswer,
  type NearQuery,
  type SortOrder,
} from './library-query'
import { mergeSliced, sortByKeys, sortSliced, type CompareNumbers } from './orders'
import { sortKeys } from './sort-keys'

/** Counts of an article's annotations. */
export interface AnnotationCounts {
  readonly accepted: number
  readonly suggested: number
  /** Tag id -> annotations that carry it. */
  readonly tags: Readonly<Record<string, number>>
}

const NO_COUNTS: AnnotationCounts = { accepted: 0, suggested: 0, tags: {} }
/** The last minute of a day and one more, as `dateCode` counts. */
const DAY = 24 * 60

/**
 * The articles of a corpus as the library's list needs them: kept small enough for 100,000, filtered and sorted in
 * milliseconds, and changed article by article. Two orders that need comparisons of texts, by path and by title, are kept;
 * `settle` brings them up to date.
 */
export class LibraryIndex implements FilteredColumns {
  /** Ids by number. A number is never given to another article. */
  readonly ids: string[] = []
  readonly columns = new ArticleColumns()
  readonly sources = new NameTable()
  readonly languages = new NameTable()
  readonly tagCounts: Readonly<Record<string, number>>[] = [NO_COUNTS.tags]
  /** Folded title and paths, by number. */
  readonly texts: string[] = []
  sourceNames: ReadonlyMap<string, string> = new Map()
  readonly #numbers = new Map<string, number>()
  readonly #tagPlaces = new Map<string, number>([['{}', 0]])
  readonly #titles: string[] = []
  readonly #paths: string[] = []
  /** Counts of articles that are not here yet. */
  readonly #early = new Map<string, AnnotationCounts>()
  readonly #collator: Intl.Collator
  #byPath = new Uint32Array(0)
  #byTitle = new Uint32Array(0)
  #movedByPath = new Set<number>()
  #movedByTitle = new Set<number>()

  /** @param locale whose rules titles and names are sorted by; the system's where left out */
  constructor(locale?: string) {
    this.#collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  }

  /** Takes an article in, or what has changed of it; one that was removed goes. */
  put(article: Article): void {
    const { id, title, paths } = article
    let number = this.#numbers.get(id)
    if (number === undefined) {
      if (article.removed) return
      number = this.ids.push(id) - 1
      this.#numbers.set(id, number)
      this.columns.reserve(this.ids.length)
      this.#setCounts(number, this.#early.get(id) ?? NO_COUNTS)
      this.#early.delete(id)
    }
    const { columns } = this
    const live = article.removed ? 0 : 1
    const path = paths[0] ?? ''
    const hasMoved = columns.live[number] !== live
    if (hasMoved || this.#paths[number] !== path) this.#movedByPath.add(number)
    if (hasMoved || this.#titles[number] !== title) this.#movedByTitle.add(number)
    columns.live[number] = live
    this.#paths[number] = path
    this.#titles[number] = title
    this.texts[number] = foldText([title, ...paths].join('\n'))
    this.#setDate(number, article.publishedAt)
    columns.sources[number] = this.sources.place(article.source)
    columns.languages[number] = this.languages.place(article.language)
    columns.statuses[number] = Math.max(0, STATUS_ORDER.indexOf(article.status))
    columns.words[number] = article.words
    columns.flags[number] = ((columns.flags[number] ?? 0) & ~OWN_FLAGS) | flagBits(article)
  }

  /** Takes an article out that is no longer stored. */
  drop(id: string): void {
    const number = this.#numbers.get(id)
    if (number === undefined || this.columns.live[number] === 0) return
    this.columns.live[number] = 0
    this.#movedByPath.add(number)
    this.#movedByTitle.add(number)
  }

  /** Sets the counts of an article's annotations; null for none. */
  setCounts(id: string, counts: AnnotationCounts | null): void {
    const number = this.#numbers.get(id)
    if (number !== undefined) this.#setCounts(number, counts ?? NO_COUNTS)
    else if (counts) this.#early.set(id, counts)
    else this.#early.delete(id)
  }

  /** Forgets the counts of all articles, before all of them are set anew. */
  clearCounts(): void {
    this.columns.accepted.fill(0)
    this.columns.suggested.fill(0)
    this.columns.tags.fill(0)
    this.#early.clear()
  }

  /** Sets how articles stand to others that share their text; articles not named share with none. */
  setCopies(relations: ReadonlyMap<string, ReadonlySet<CopyRelation>>): void {
    const { flags } = this.columns
    for (let number = 0; number < this.ids.length; number++) flags[number] = (flags[number] ?? 0) & OWN_FLAGS
    for (const [id, own] of relations) {
      const number = this.#numbers.get(id)
      if (number !== undefined) flags[number] = (flags[number] ?? 0) | flagBits(own)
    }
  }

  /** Ids of all articles, those that are gone included. */
  has(id: string): boolean {
    return this.#numbers.has(id)
  }

  summary(): LibrarySummary {
    const { live, accepted, suggested, tags } = this.columns
    const sum = { articles: 0, accepted: 0, suggested: 0 }
    const uses = new Uint32Array(this.tagCounts.length)
    for (let number = 0; number < this.ids.length; number++) {
      if (live[number] === 0) continue
      sum.articles += 1
      sum.accepted += accepted[number] ?? 0
      sum.suggested += suggested[number] ?? 0
      const place = tags[number] ?? 0
      uses[place] = (uses[place] ?? 0) + 1
    }
    const byTag: Record<string, number> = {}
    for (const [place, counts] of this.tagCounts.entries()) {
      if ((uses[place] ?? 0) === 0) continue
      for (const [tag, count] of Object.entries(counts)) {
        byTag[tag] = (byTag[tag] ?? 0) + count * (uses[place] ?? 0)
      }
    }
    return { ...sum, tags: byTag }
  }

  /** Brings the kept orders up to date, pausing (yielding) now and then; by title only where asked for. */
  *settle(withTitles: boolean): Generator<undefined, void> {
    if (this.#movedByPath.size > 0) {
      const moved = this.#movedByPath
      this.#movedByPath = new Set()
      const compare = (a: number, b: number) =>
        compareTexts(this.#paths[a] ?? '', this.#paths[b] ?? '') ||
        compareTexts(this.ids[a] ?? '', this.ids[b] ?? '')
      this.#byPath = yield* this.#replace(this.#byPath, moved, compare)
    }
    if (!withTitles || this.#movedByTitle.size === 0) return
    const moved = this.#movedByTitle
    this.#movedByTitle = new Set()
    const compare = (a: number, b: number) =>
      this.#collator.compare(this.#titles[a] ?? '', this.#titles[b] ?? '')
    this.#byTitle = yield* this.#replace(this.#byTitle, moved, compare)
    yield* this.#rankTitles(compare)
  }

  /** Articles that pass the filter, in order, by the orders as they were settled last. */
  query(filter: LibraryFilter, sort: SortOrder | null): LibraryAnswer {
    const { passed, facets } = filterArticles(this, this.#byPath, filter)
    if (sort === null) return { order: passed, facets }
    return { order: sortByKeys(passed, sortKeys(this, sort, this.#collator)), facets }
  }

  /** Articles near a stretch of time, undated ones last, equally near ones by path. */
  nearest({ query, from, to, first, most }: NearQuery): NearAnswer {
    const { passed } = filterArticles(this, this.#byPath, { ...NO_FILTER, query })
    const leading = new Set(first.map((id) => this.#numbers.get(id)))
    const [start, end] = [dayOf(dateCode(from)), dayOf(dateCode(to))]
    const isKnown = start > 0 && end > 0
    const keys = new Uint32Array(this.ids.length)
    for (const number of passed) {
      const day = dayOf(this.columns.dates[number] ?? 0)
      if (leading.has(number)) continue
      keys[number] = day > 0 && isKnown ? 1 + Math.max(0, start - day, day - end) : 0xffffffff
    }
    return { order: sortByKeys(passed, keys).slice(0, most), count: passed.length }
  }

  *#replace(
    order: Uint32Array<ArrayBuffer>,
    moved: ReadonlySet<number>,
    compare: CompareNumbers,
  ): Generator<undefined, Uint32Array<ArrayBuffer>> {
    const { live } = this.columns
    const kept = order.filter((number) => !moved.has(number))
    const fresh = Uint32Array.from([...moved].filter((number) => live[number] === 1))
    return yield* mergeSliced(kept, yield* sortSliced(fresh, compare), compare)
  }

  *#rankTitles(compare: CompareNumbers): Generator<undefined, void> {
    let rank = 1
    let before = -1
    for (const [at, number] of this.#byTitle.entries()) {
      if (before !== -1 && compare(before, number) !== 0) rank += 1
      this.columns.titles[number] = rank
      before = number
      if (at % 4_096 === 4_095) yield
    }
  }

  #setDate(number: number, publishedAt: string | null): void {
    const { dates, dateEnds, exactness } = this.columns
    const code = dateCode(publishedAt)
    const day = publishedAt?.slice(0, 10) ?? ''
    dates[number] = code
    dateEnds[number] = code === 0 ? 0 : (datePeriod(day)?.to ?? code + DAY)
    exactness[number] = code === 0 ? 0 : day.length
  }

  #setCounts(number: number, { accepted, suggested, tags }: AnnotationCounts): void {
    const key = JSON.stringify(tags)
    let place = this.#tagPlaces.get(key)
    if (place === undefined) {
      place = this.tagCounts.push(tags) - 1
      this.#tagPlaces.set(key, place)
    }
    this.columns.accepted[number] = accepted
    this.columns.suggested[number] = suggested
    this.columns.tags[number] = place
  }
}

/** Days of a number that `dateCode` gave. */
function dayOf(code: number): number {
  return Math.floor(code / DAY)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
