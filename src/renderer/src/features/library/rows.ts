import type { Article, ArticleStatus } from '#core/model/article'
import type { LibraryFilter, LibraryFlag, SortColumn, SortOrder } from '#store/library'
import type { Copy } from './reuse/copies'

/** What the list needs of an article; the services' rows are of this shape. */
export interface LibraryRow {
  readonly article: Article
  readonly sourceName: string | null
  /** Accepted and suggested annotations. */
  readonly accepted: number
  readonly suggested: number
  /** Annotations by id of tag. */
  readonly tags: Readonly<Record<string, number>>
  /** Other articles that share its text, as far as they were looked for; absent: none. */
  readonly copies?: readonly Copy[]
}

/** How many articles each value of a facet would show, the other facets being as they are. */
export interface FacetCounts {
  /** By id of source, with its name; null for none. */
  readonly sources: ReadonlyMap<string | null, { readonly name: string | null; readonly count: number }>
  readonly statuses: ReadonlyMap<ArticleStatus, number>
  readonly tags: ReadonlyMap<string, number>
  readonly languages: ReadonlyMap<string | null, number>
  readonly flags: ReadonlyMap<LibraryFlag, number>
  /** By year (`2022`) and, for articles that state it, by month (`2022-02`). */
  readonly dates: ReadonlyMap<string, number>
}

/** Rows that pass the filter, with the counts for the facets. */
export interface FilteredRows {
  readonly rows: readonly LibraryRow[]
  readonly facets: FacetCounts
}

/** Lengths of the year and of the month in an ISO date. */
const YEAR = 4
const MONTH = 7

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** Folded title, paths and source, kept as long as the row lives: folding 10,000 rows at each key is felt. */
const searchKeys = new WeakMap<LibraryRow, string>()

function searchKey(row: LibraryRow): string {
  let key = searchKeys.get(row)
  if (key === undefined) {
    key = fold([row.article.title, ...row.article.paths, row.sourceName ?? ''].join('\n'))
    searchKeys.set(row, key)
  }
  return key
}

/** True when the filter lets everything through. */
export function isFilterEmpty(filter: LibraryFilter): boolean {
  const { query, sources, statuses, tags, languages, flags, from, to } = filter
  const lists = [sources, statuses, tags, languages, flags]
  return query.trim() === '' && lists.every((list) => list.length === 0) && from === null && to === null
}

/** Applies the filter and counts the facets in one pass over the rows. */
export function filterRows(rows: readonly LibraryRow[], filter: LibraryFilter): FilteredRows {
  const words = fold(filter.query).split(/\s+/).filter(Boolean)
  const sources = new Set(filter.sources)
  const statuses = new Set(filter.statuses)
  const languages = new Set(filter.languages)
  const passed: LibraryRow[] = []
  const counts = {
    sources: new Map<string | null, { name: string | null; count: number }>(),
    statuses: new Map<ArticleStatus, number>(),
    tags: new Map<string, number>(),
    languages: new Map<string | null, number>(),
    flags: new Map<LibraryFlag, number>(),
    dates: new Map<string, number>(),
  }

  for (const row of rows) {
    const { article } = row
    if (words.length > 0 && !words.every((word) => searchKey(row).includes(word))) continue
    const inSource = sources.size === 0 || sources.has(article.source)
    const inStatus = statuses.size === 0 || statuses.has(article.status)
    const inTag = filter.tags.length === 0 || filter.tags.some((tag) => (row.tags[tag] ?? 0) > 0)
    const inLanguage = languages.size === 0 || languages.has(article.language)
    const flags = flagsOf(row)
    const inFlag = filter.flags.length === 0 || filter.flags.some((flag) => flags.includes(flag))
    const inDate = isBetween(article.publishedAt, filter.from, filter.to)
    const misses =
      Number(!inSource) +
      Number(!inStatus) +
      Number(!inTag) +
      Number(!inLanguage) +
      Number(!inFlag) +
      Number(!inDate)
    if (misses === 0) passed.push(row)
    if (misses > 1) continue
    // A facet's own choice does not narrow its own counts, so that alternatives can be added.
    if (misses === 0 || !inSource) {
      const entry = counts.sources.get(article.source)
      if (entry) entry.count += 1
      else counts.sources.set(article.source, { name: row.sourceName, count: 1 })
    }
    if (misses === 0 || !inStatus) add(counts.statuses, article.status)
    if (misses === 0 || !inLanguage) add(counts.languages, article.language)
    if (misses === 0 || !inFlag) for (const flag of flags) add(counts.flags, flag)
    if ((misses === 0 || !inDate) && article.publishedAt !== null) {
      for (const length of [YEAR, MONTH]) {
        if (article.publishedAt.length >= length) add(counts.dates, article.publishedAt.slice(0, length))
      }
    }
    if (misses === 0 || !inTag) {
      for (const [tag, uses] of Object.entries(row.tags)) if (uses > 0) add(counts.tags, tag)
    }
  }
  return { rows: passed, facets: counts }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Compares as far as the shorter date goes, so that `2022-02` lies in a range that begins on 2022-02-15. */
function isBetween(date: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true
  if (date === null) return false
  const day = date.slice(0, 10)
  return (
    (from === null || day >= from.slice(0, day.length)) && (to === null || day <= to.slice(0, day.length))
  )
}

const STATUS_RANK: Readonly<Record<ArticleStatus, number>> = { todo: 0, 'in-progress': 1, done: 2 }

/** The flags of a row; several copies of one kind are one flag. */
export function flagsOf({
  article,
  copies = [],
}: Pick<LibraryRow, 'article' | 'copies'>): readonly LibraryFlag[] {
  const flags: LibraryFlag[] = []
  if (article.guessed.length > 0) flags.push('guessed')
  if (!article.encoding.certain) flags.push('encoding')
  if (article.sameText) flags.push('same-text')
  if ((article.furniture ?? 0) > 0) flags.push('furniture')
  for (const { relation } of copies) if (!flags.includes(relation)) flags.push(relation)
  return flags
}

/** How many flags a row carries: what sorting by flags goes by. Copies of any kind count once. */
export function flagCount({ article, copies }: Pick<LibraryRow, 'article' | 'copies'>): number {
  const { guessed, encoding, sameText, furniture = 0 } = article
  return (
    Number(guessed.length > 0) +
    Number(!encoding.certain) +
    Number(sameText) +
    Number(furniture > 0) +
    Number(copies !== undefined)
  )
}

type Compare = (a: LibraryRow, b: LibraryRow) => number

/** Unknown values last, whichever way the column is sorted. */
function byValue<T>(
  value: (row: LibraryRow) => T | null,
  compare: (a: T, b: T) => number,
  sign: number,
): Compare {
  return (a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * compare(x, y)
  }
}

function comparator({ column, descending }: SortOrder, collator: Intl.Collator): Compare {
  const sign = descending ? -1 : 1
  const text = (value: (row: LibraryRow) => string | null) =>
    byValue(value, (a, b) => collator.compare(a, b), sign)
  const number = (value: (row: LibraryRow) => number) => byValue(value, (a, b) => a - b, sign)
  const columns: Readonly<Record<SortColumn, () => Compare>> = {
    title: () => text((row) => row.article.title),
    source: () => text((row) => row.sourceName),
    language: () => text((row) => row.article.language),
    // ISO dates compare as strings.
    date: () =>
      byValue(
        (row) => row.article.publishedAt,
        (a, b) => (a < b ? -1 : a > b ? 1 : 0),
        sign,
      ),
    words: () => number((row) => row.article.words),
    annotations: () => number((row) => row.accepted + row.suggested),
    status: () => number((row) => STATUS_RANK[row.article.status]),
    flags: () => number(flagCount),
  }
  return columns[column]()
}

/** Sorts rows; see `createRowSorter`. */
export type RowSorter = (rows: readonly LibraryRow[], order: SortOrder | null) => readonly LibraryRow[]

/**
 * A sorter that remembers the order it gave last. Each annotation changes the rows by one, and a nearly sorted list
 * costs a tenth of the comparisons, which are slow because they follow the rules of a language. Ties keep the order of
 * `rows`, so the result depends on the arguments alone.
 */
export function createRowSorter(locale?: string): RowSorter {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  let lastOrder: readonly string[] = []
  return (rows, order) => {
    if (order === null) return rows
    const place = new Map(rows.map((row, index) => [row.article.id, index]))
    const rest = new Set(place.keys())
    const primed: LibraryRow[] = []
    for (const id of lastOrder) {
      const row = rows[place.get(id) ?? -1]
      if (row && rest.delete(id)) primed.push(row)
    }
    for (const id of rest) {
      const row = rows[place.get(id) ?? -1]
      if (row) primed.push(row)
    }
    const compare = comparator(order, collator)
    const sorted = primed.sort(
      (a, b) => compare(a, b) || (place.get(a.article.id) ?? 0) - (place.get(b.article.id) ?? 0),
    )
    lastOrder = sorted.map((row) => row.article.id)
    return sorted
  }
}
