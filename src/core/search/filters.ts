import { STATUS_ORDER, type SegmentColumns } from './columns'
import { monthOf, MOST_MONTHS } from './dates'
import { complement, members, type Documents } from './document-sets'
import type { IndexSegments } from './index-segments'
import type { Filter } from './query'
import { NONE } from './query-filters'

/** Tells what names in filters stand for; the corpus knows. */
export interface FilterNames {
  /** Ids of the outlets that a name stands for; empty when none does. */
  sources(name: string): Promise<ReadonlySet<string>>
  /**
   * Ids of the articles that carry a tag, or in which a speaker speaks. Null for `name`: any tag.
   * The answer is null when nothing is called so.
   */
  articles(field: 'tag' | 'speaker', name: string | null): Promise<ReadonlySet<string> | null>
}

/** What a filter lets through, and what a person should know of it. */
export interface Filtered {
  readonly documents: Documents
  /** One sentence: nothing is called so. Null when all is well. */
  readonly note: string | null
}

/** The documents that a filter lets through. */
export async function filterDocuments(
  index: IndexSegments,
  filter: Filter,
  names: FilterNames,
): Promise<Filtered> {
  switch (filter.field) {
    case 'date': {
      const { from, to, none } = filter
      return plain(index, ({ dates }) => (document) => {
        const date = dates[document] ?? 0
        if (none || date === 0) return none && date === 0
        return (from === null || date >= from) && (to === null || date < to)
      })
    }
    case 'status': {
      const status = STATUS_ORDER.findIndex((one) => one === filter.value)
      return plain(
        index,
        ({ statuses }) =>
          (document) =>
            statuses[document] === status,
      )
    }
    case 'lang':
      return language(index, filter.value.toLowerCase())
    case 'source':
      return source(index, filter.value, names)
    case 'tag':
    case 'speaker':
      return articles(index, filter.field, filter.value, names)
  }
}

function plain(
  index: IndexSegments,
  test: (columns: SegmentColumns) => (document: number) => boolean,
): Filtered {
  const flags = new Uint8Array(index.total)
  for (const { base, documents, columns } of index.segments) {
    const passes = test(columns)
    for (let document = 0; document < documents; document++) if (passes(document)) flags[base + document] = 1
  }
  return { documents: members(flags), note: null }
}

function language(index: IndexSegments, value: string): Filtered {
  const filtered = plain(index, ({ languages, languageTags }) => {
    const wanted = languageTags.map((tag, place) =>
      value === NONE
        ? place === 0
        : place > 0 && (tag.toLowerCase() === value || tag.toLowerCase().startsWith(`${value}-`)),
    )
    return (document) => wanted[languages[document] ?? 0] ?? false
  })
  if (filtered.documents.length > 0 || value === NONE) return filtered
  const known = new Set(index.segments.flatMap(({ columns }) => columns.languageTags.slice(1)))
  const have = known.size > 0 ? ` Languages here: ${[...known].sort().slice(0, 12).join(', ')}.` : ''
  return { ...filtered, note: `No article is in the language “${value}”.${have}` }
}

async function source(index: IndexSegments, value: string, names: FilterNames): Promise<Filtered> {
  const none = value.toLowerCase() === NONE
  const ids = none ? new Set<string>() : await names.sources(value)
  const filtered = plain(index, ({ sources, sourceIds }) => {
    const wanted = sourceIds.map((id, place) => (none ? place === 0 : ids.has(id)))
    return (document) => wanted[sources[document] ?? 0] ?? false
  })
  return none || ids.size > 0 ? filtered : { ...filtered, note: `No source is called “${value}”.` }
}

async function articles(
  index: IndexSegments,
  field: 'tag' | 'speaker',
  value: string,
  names: FilterNames,
): Promise<Filtered> {
  // Nobody asks for articles in which nobody speaks, and the answer would read every annotation there is.
  const none = field === 'tag' && value.toLowerCase() === NONE
  const ids = await names.articles(field, none ? null : value)
  if (!ids) return { documents: new Uint32Array(0), note: `No ${field} is called “${value}”.` }
  const flags = new Uint8Array(index.total)
  for (const segment of index.segments) {
    for (const [document, id] of index.articlesOf(segment).entries()) {
      if (ids.has(id)) flags[segment.base + document] = 1
    }
  }
  const found = members(flags)
  return { documents: none ? complement(found, index.total) : found, note: null }
}

/** Counts by month, all 0 between two calls: a map would be asked once a document. */
const monthCounts = new Uint32Array(MOST_MONTHS)

/** How many of the documents came from each outlet and in each month. */
export interface Counts {
  /** By id of the outlet, the empty string for none; most first. */
  readonly sources: readonly { readonly source: string; readonly count: number }[]
  /** By month since the year 0 as `monthOf` gives it, in order; articles without a date are not among them. */
  readonly months: readonly { readonly month: number; readonly count: number }[]
  /** Articles without a date. */
  readonly undated: number
}

/** Counts documents, ascending, by outlet and by month. */
export function countDocuments(index: IndexSegments, documents: Documents): Counts {
  const sources = new Map<string, number>()
  const byMonth = monthCounts
  const months: number[] = []
  let undated = 0
  let at = 0
  for (const { base, documents: size, columns } of index.segments) {
    const bySource = new Uint32Array(columns.sourceIds.length)
    for (; at < documents.length && (documents[at] ?? 0) < base + size; at++) {
      const document = (documents[at] ?? 0) - base
      const place = columns.sources[document] ?? 0
      bySource[place] = (bySource[place] ?? 0) + 1
      const date = columns.dates[document] ?? 0
      if (date === 0) {
        undated++
        continue
      }
      const month = monthOf(date)
      const before = byMonth[month] ?? 0
      if (before === 0) months.push(month)
      byMonth[month] = before + 1
    }
    for (const [place, count] of bySource.entries()) {
      const id = columns.sourceIds[place] ?? ''
      if (count > 0) sources.set(id, (sources.get(id) ?? 0) + count)
    }
  }
  const counted = months.sort((a, b) => a - b).map((month) => ({ month, count: byMonth[month] ?? 0 }))
  for (const month of months) byMonth[month] = 0
  return {
    sources: [...sources]
      .map(([id, count]) => ({ source: id, count }))
      .sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1)),
    months: counted,
    undated,
  }
}
