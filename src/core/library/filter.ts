import { STATUS_ORDER } from '../search/columns'
import { datePeriod, monthName, monthOf } from '../search/dates'
import type { ArticleColumns, NameTable } from './columns'
import { FLAGS, flagBits } from './flags'
import { foldText } from './folding'
import type { FacetCounts, LibraryFilter } from './library-query'

/** What a filter looks at, by number of the article. */
export interface FilteredColumns {
  readonly columns: ArticleColumns
  readonly sources: NameTable
  readonly languages: NameTable
  /** Tag id -> annotations, by place in the column of tags. */
  readonly tagCounts: readonly Readonly<Record<string, number>>[]
  /** Folded title and paths. */
  readonly texts: readonly string[]
  /** By id of source. */
  readonly sourceNames: ReadonlyMap<string, string>
}

const FOREVER = 2 ** 32
/** Bits of what an article misses. */
const [SOURCE, STATUS, TAG, LANGUAGE, FLAG, DATE] = [1, 2, 4, 8, 16, 32]

/** Applies a filter to articles in an order, and counts the facets in the same pass. */
export function filterArticles(
  from: FilteredColumns,
  order: Uint32Array,
  filter: LibraryFilter,
): { readonly passed: Uint32Array<ArrayBuffer>; readonly facets: FacetCounts } {
  const { columns } = from
  const hasWords = textMatcher(from, filter.query)
  const inSource = chosen(from.sources, filter.sources)
  const inLanguage = chosen(from.languages, filter.languages)
  const inStatus = STATUS_ORDER.map(
    (status) => filter.statuses.length === 0 || filter.statuses.includes(status),
  )
  const inTag = from.tagCounts.map(
    (counts) => filter.tags.length === 0 || filter.tags.some((tag) => (counts[tag] ?? 0) > 0),
  )
  const wantedFlags = flagBits(filter.flags)
  const isDated = filter.from !== null || filter.to !== null
  const first = filter.from === null ? 1 : (datePeriod(filter.from)?.from ?? 1)
  const end = filter.to === null ? FOREVER : (datePeriod(filter.to)?.to ?? FOREVER)
  const tally = new Tally(from)
  const passed = new Uint32Array(order.length)
  let count = 0
  for (const number of order) {
    if (!hasWords(number)) continue
    const date = columns.dates[number] ?? 0
    const flags = columns.flags[number] ?? 0
    const isInTime = !isDated || (date > 0 && date < end && (columns.dateEnds[number] ?? 0) > first)
    const misses =
      (inSource[columns.sources[number] ?? 0] ? 0 : SOURCE) |
      (inStatus[columns.statuses[number] ?? 0] ? 0 : STATUS) |
      (inTag[columns.tags[number] ?? 0] ? 0 : TAG) |
      (inLanguage[columns.languages[number] ?? 0] ? 0 : LANGUAGE) |
      (wantedFlags === 0 || (flags & wantedFlags) !== 0 ? 0 : FLAG) |
      (isInTime ? 0 : DATE)
    if (misses === 0) passed[count++] = number
    // More than one facet lets it not through: it counts for none.
    if ((misses & (misses - 1)) === 0) tally.add(number, misses)
  }
  return { passed: passed.slice(0, count), facets: tally.facets() }
}

/** By place in the table: whether the choice, if there is one, has the name. */
function chosen(table: NameTable, names: readonly (string | null)[]): readonly boolean[] {
  return table.names.map((name) => names.length === 0 || names.includes(name))
}

/** Tells whether all words stand in title, paths or the name of the source. */
function textMatcher(from: FilteredColumns, query: string): (number: number) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  const names = from.sources.names.map((id) => foldText((id !== null && from.sourceNames.get(id)) || ''))
  const inNames = words.map((word) => names.map((name) => name.includes(word)))
  return (number) => {
    const source = from.columns.sources[number] ?? 0
    const text = from.texts[number] ?? ''
    return words.every((word, at) => inNames[at]?.[source] === true || text.includes(word))
  }
}

/** Counts by place; a facet's own choice does not narrow its own counts, so that alternatives can be added. */
class Tally {
  readonly #from: FilteredColumns
  readonly #sources: Uint32Array
  readonly #languages: Uint32Array
  readonly #statuses = new Uint32Array(STATUS_ORDER.length)
  readonly #tags: Uint32Array
  readonly #flags = new Uint32Array(1 << FLAGS.length)
  readonly #months = new Map<number, number>()
  readonly #years = new Map<number, number>()

  constructor(from: FilteredColumns) {
    this.#from = from
    this.#sources = new Uint32Array(from.sources.names.length)
    this.#languages = new Uint32Array(from.languages.names.length)
    this.#tags = new Uint32Array(from.tagCounts.length)
  }

  /** @param misses the one facet that does not let the article through, 0 when all do */
  add(number: number, misses: number): void {
    const { columns } = this.#from
    if (misses === 0 || misses === SOURCE) count(this.#sources, columns.sources[number])
    if (misses === 0 || misses === STATUS) count(this.#statuses, columns.statuses[number])
    if (misses === 0 || misses === LANGUAGE) count(this.#languages, columns.languages[number])
    if (misses === 0 || misses === TAG) count(this.#tags, columns.tags[number])
    if (misses === 0 || misses === FLAG) count(this.#flags, columns.flags[number])
    const exactness = columns.exactness[number] ?? 0
    if (exactness === 0 || (misses !== 0 && misses !== DATE)) return
    const month = monthOf(columns.dates[number] ?? 0)
    const year = Math.floor(month / 12)
    this.#years.set(year, (this.#years.get(year) ?? 0) + 1)
    if (exactness > 4) this.#months.set(month, (this.#months.get(month) ?? 0) + 1)
  }

  facets(): FacetCounts {
    const { sources, languages, tagCounts, sourceNames } = this.#from
    const tags = new Map<string, number>()
    for (const [place, counts] of tagCounts.entries()) {
      const articles = this.#tags[place] ?? 0
      if (articles === 0) continue
      for (const [tag, uses] of Object.entries(counts)) {
        if (uses > 0) tags.set(tag, (tags.get(tag) ?? 0) + articles)
      }
    }
    const dates = new Map<string, number>()
    for (const [year, articles] of this.#years) dates.set(String(year).padStart(4, '0'), articles)
    for (const [month, articles] of this.#months) dates.set(monthName(month), articles)
    return {
      sources: new Map(
        named(sources.names, this.#sources).map(([id, articles]) => {
          const name = id === null ? null : (sourceNames.get(id) ?? null)
          return [id, { name, count: articles }]
        }),
      ),
      statuses: new Map(named(STATUS_ORDER, this.#statuses)),
      languages: new Map(named(languages.names, this.#languages)),
      tags,
      flags: new Map(FLAGS.map((flag, bit) => [flag, this.#flagged(bit)] as const).filter(([, n]) => n > 0)),
      dates,
    }
  }

  #flagged(bit: number): number {
    let articles = 0
    for (const [bits, counted] of this.#flags.entries()) if ((bits >> bit) & 1) articles += counted
    return articles
  }
}

function count(counts: Uint32Array, place = 0): void {
  counts[place] = (counts[place] ?? 0) + 1
}

/** Names with how many articles have them, those that have any. */
function named<T>(names: readonly T[], counts: Uint32Array): [T, number][] {
  return names.flatMap((name, place): [T, number][] => {
    const articles = counts[place] ?? 0
    return articles > 0 ? [[name, articles]] : []
  })
}
