import { describe, expect, it, test } from 'vitest'
import {
  createRowSorter,
  filterRows,
  isFilterEmpty,
  type LibraryRow,
} from '../../../src/renderer/src/features/library/rows'
import { firstDayOf, lastDayOf } from '../../../src/renderer/src/features/library/periods'
import type { Copy } from '../../../src/renderer/src/features/library/reuse/copies'
import { NO_FILTER, type LibraryFilter } from '../../../src/renderer/src/store/library'

interface Particulars {
  readonly title: string
  readonly source?: string
  readonly date?: string
  readonly language?: string
  readonly words?: number
  readonly status?: LibraryRow['article']['status']
  readonly tags?: Readonly<Record<string, number>>
}

function row(id: string, particulars: Particulars): LibraryRow {
  const {
    title,
    source = null,
    date = null,
    language = null,
    words = 100,
    status = 'todo',
    tags = {},
  } = particulars
  return {
    article: {
      id,
      textSha256: id,
      originalSha256: id,
      paths: [`${id}.txt`],
      format: 'text',
      encoding: { name: 'utf-8', certain: true, confidence: 1 },
      length: 1,
      words,
      guessed: [],
      status,
      sameText: false,
      removed: false,
      importedAt: '2026-01-01T00:00:00Z',
      title,
      source,
      byline: null,
      publishedAt: date,
      language,
      url: null,
      dateline: null,
    },
    sourceName: source,
    accepted: 0,
    suggested: 0,
    tags,
  }
}

function copy(relation: Copy['relation']): Copy {
  return { article: 'other', relation, ownInOther: 0.5, otherInOwn: 0.5, isOtherEarlier: null }
}

const rows = [
  row('1', {
    title: 'Éclair talks',
    source: 'Courier',
    date: '2022-02-15',
    language: 'en',
    tags: { peace: 2 },
  }),
  row('2', { title: 'article 10', source: 'Herald', date: '2022-03-01', language: 'fr', status: 'done' }),
  row('3', { title: 'article 9', source: 'Courier', date: '2022-02', language: 'en', status: 'done' }),
  row('4', { title: 'Zebra' }),
]
const ids = (list: readonly LibraryRow[]) => list.map(({ article }) => article.id).join('')
const filtered = (patch: Partial<LibraryFilter>) => ids(filterRows(rows, { ...NO_FILTER, ...patch }).rows)

describe('filtering', () => {
  it('finds words in title, path and source, case and marks aside', () => {
    expect(filtered({ query: 'ECLAIR' })).toBe('1')
    expect(filtered({ query: '4.txt' })).toBe('4')
    expect(filtered({ query: 'courier article' })).toBe('3')
  })

  it('takes values of one facet as alternatives and narrows by each facet', () => {
    expect(filtered({ sources: ['Courier', 'Herald'] })).toBe('123')
    expect(filtered({ sources: ['Courier', null] })).toBe('134')
    expect(filtered({ sources: ['Courier'], statuses: ['done'] })).toBe('3')
    expect(filtered({ tags: ['peace'] })).toBe('1')
    expect(filtered({ languages: [null] })).toBe('4')
  })

  it('includes both ends of a range of dates and what is dated less precisely', () => {
    expect(filtered({ from: '2022-02-15', to: '2022-03-01' })).toBe('123')
    expect(filtered({ from: '2022-02-16' })).toBe('23')
    expect(filtered({ to: '2022-02-28' })).toBe('13')
  })

  it('counts a facet as if its own choice were open', () => {
    const { facets } = filterRows(rows, { ...NO_FILTER, sources: ['Courier'], statuses: ['done'] })
    expect(facets.sources.get('Herald')).toEqual({ name: 'Herald', count: 1 })
    expect(facets.statuses.get('todo')).toBe(1)
    expect(facets.languages.get('fr')).toBeUndefined()
    expect(facets.tags.size).toBe(0)
  })

  it('narrows by flags, and counts those that articles have', () => {
    const flagged: LibraryRow[] = rows.map((one, index) => ({
      ...one,
      article: { ...one.article, sameText: index === 0, guessed: index < 2 ? ['title'] : [] },
      ...(index === 2 && { copies: [copy('inside'), copy('inside'), copy('shares')] }),
    }))
    const { rows: found, facets } = filterRows(flagged, { ...NO_FILTER, flags: ['guessed', 'inside'] })
    expect(ids(found)).toBe('123')
    expect([...facets.flags]).toEqual([
      ['guessed', 2],
      ['same-text', 1],
      ['inside', 1],
      ['shares', 1],
    ])
  })

  it('counts years and months as if no dates were chosen, under the other filters', () => {
    const range = { from: '2022-02-15', to: '2022-02-15' }
    expect([...filterRows(rows, { ...NO_FILTER, ...range }).facets.dates]).toEqual([
      ['2022', 3],
      ['2022-02', 2],
      ['2022-03', 1],
    ])
    const done = filterRows(rows, { ...NO_FILTER, ...range, statuses: ['done'] })
    expect([...done.facets.dates]).toEqual([
      ['2022', 2],
      ['2022-03', 1],
      ['2022-02', 1],
    ])
  })

  it('knows when it lets everything through', () => {
    expect(isFilterEmpty({ ...NO_FILTER, flags: ['same'] })).toBe(false)
    expect(isFilterEmpty({ ...NO_FILTER, query: '  ' })).toBe(true)
    expect(isFilterEmpty({ ...NO_FILTER, to: '2022-01-01' })).toBe(false)
  })
})

test('a year and a month end on their last day, leap years included', () => {
  expect([firstDayOf('2022'), lastDayOf('2022')]).toEqual(['2022-01-01', '2022-12-31'])
  expect([firstDayOf('2024-02'), lastDayOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
  expect(lastDayOf('2021-12')).toBe('2021-12-31')
})

describe('sorting', () => {
  const sorted = (column: 'title' | 'date' | 'status' | 'source', descending = false) =>
    ids(createRowSorter('en')(rows, { column, descending }))

  it('follows the language: numbers by value, marks and case aside', () => {
    expect(sorted('title')).toBe('3214')
    expect(sorted('title', true)).toBe('4123')
  })

  it('puts unknown values last in both directions', () => {
    expect(sorted('date')).toBe('3124')
    expect(sorted('date', true)).toBe('2134')
  })

  it('keeps the given order among equals', () => {
    expect(sorted('status')).toBe('1423')
    expect(sorted('source')).toBe('1324')
  })

  it('gives the same order whatever it sorted before', () => {
    const sorter = createRowSorter('en')
    sorter(rows, { column: 'title', descending: true })
    sorter(rows.slice(1), { column: 'date', descending: false })
    expect(ids(sorter(rows, { column: 'status', descending: false }))).toBe('1423')
  })

  it('leaves the order alone when none is asked for', () => {
    expect(createRowSorter()(rows, null)).toBe(rows)
  })
})
