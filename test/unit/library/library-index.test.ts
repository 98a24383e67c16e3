import { describe, expect, it, test } from 'vitest'
import { LibraryIndex } from '#core/library/library-index'
import type { FacetCounts, LibraryFilter, SortColumn } from '#core/library/library-query'
import { isFilterEmpty, type LibraryRow } from '../../../src/renderer/src/features/library/rows'
import { firstDayOf, lastDayOf } from '../../../src/renderer/src/features/library/periods'
import { NO_FILTER } from '../../../src/renderer/src/store/library'

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
/** The index of the rows, with both orders settled. */
function indexOf(list: readonly LibraryRow[]): LibraryIndex {
  const index = new LibraryIndex('en')
  for (const one of list) {
    index.put(one.article)
    index.setCounts(one.article.id, one)
  }
  index.sourceNames = new Map(list.flatMap(({ sourceName: name }) => (name === null ? [] : [[name, name]])))
  settle(index)
  return index
}

function settle(index: LibraryIndex): void {
  for (const steps = index.settle(true); !steps.next().done;);
}

const ids = (index: LibraryIndex, order: Uint32Array) =>
  Array.from(order, (number) => index.ids[number] ?? '').join('')
const ask = (index: LibraryIndex, patch: Partial<LibraryFilter>): { found: string; facets: FacetCounts } => {
  const { order, facets } = index.query({ ...NO_FILTER, ...patch }, null)
  return { found: ids(index, order), facets }
}
const filtered = (patch: Partial<LibraryFilter>) => ask(indexOf(rows), patch).found

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
    const { facets } = ask(indexOf(rows), { sources: ['Courier'], statuses: ['done'] })
    expect(facets.sources.get('Herald')).toEqual({ name: 'Herald', count: 1 })
    expect(facets.statuses.get('todo')).toBe(1)
    expect(facets.languages.get('fr')).toBeUndefined()
    expect(facets.tags.size).toBe(0)
  })

  it('narrows by flags, and counts those that articles have', () => {
    const flagged: LibraryRow[] = rows.map((one, at) => ({
      ...one,
      article: { ...one.article, sameText: at === 0, guessed: at < 2 ? ['title'] : [] },
    }))
    const index = indexOf(flagged)
    index.setCopies(new Map([['3', new Set(['inside', 'shares'] as const)]]))
    const { found, facets } = ask(index, { flags: ['guessed', 'inside'] })
    expect(found).toBe('123')
    expect([...facets.flags]).toEqual([
      ['guessed', 2],
      ['same-text', 1],
      ['inside', 1],
      ['shares', 1],
    ])
  })

  it('counts years and months as if no dates were chosen, under the other filters', () => {
    const range = { from: '2022-02-15', to: '2022-02-15' }
    expect([...ask(indexOf(rows), range).facets.dates]).toEqual([
      ['2022', 3],
      ['2022-02', 2],
      ['2022-03', 1],
    ])
    const done = ask(indexOf(rows), { ...range, statuses: ['done'] })
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
  const sortedIn = (index: LibraryIndex, column: SortColumn, descending = false) =>
    ids(index, index.query(NO_FILTER, { column, descending }).order)
  const sorted = (column: SortColumn, descending = false) => sortedIn(indexOf(rows), column, descending)

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

  it('gives the same order after changes as an index made at once', () => {
    const made = Array.from({ length: 3_000 }, (_, at) =>
      row(String(at).padStart(4, '0'), {
        title: `Talks ${String((at * 7_919) % 1_000)}`,
        words: (at * 31) % 97,
        ...(at % 3 > 0 && { date: `202${String(at % 4)}-0${String((at % 9) + 1)}` }),
      }),
    )
    const changed = made.map((one, at) => {
      const { article } = one
      if (at % 500 === 0) return { ...one, article: { ...article, removed: true } }
      if (at % 300 === 0) return { ...one, article: { ...article, title: 'A new title', paths: ['zz.txt'] } }
      return one
    })
    const index = indexOf(made.slice(1_000))
    for (const one of [...made, ...changed]) index.put(one.article)
    settle(index)
    const fresh = indexOf(changed)
    for (const column of ['title', 'date', 'words'] as const) {
      for (const descending of [false, true]) {
        expect(sortedIn(index, column, descending)).toBe(sortedIn(fresh, column, descending))
      }
    }
    expect(ask(index, {}).found).toBe(ask(fresh, {}).found)
    expect(index.summary()).toEqual(fresh.summary())
    expect(index.summary().articles).toBe(2_994)
  })
})

test('sums what holds for the whole corpus, also of annotations that came before their article', () => {
  const index = new LibraryIndex('en')
  const [first, second] = rows
  if (!first || !second) throw new Error('There are four')
  index.setCounts('1', { accepted: 2, suggested: 1, tags: { peace: 2 } })
  index.put(first.article)
  index.put(second.article)
  index.setCounts('2', { accepted: 1, suggested: 0, tags: { peace: 1 } })
  expect(index.summary()).toEqual({ articles: 2, accepted: 3, suggested: 1, tags: { peace: 3 } })
  index.setCounts('2', null)
  index.drop('1')
  expect(index.summary()).toEqual({ articles: 1, accepted: 0, suggested: 0, tags: {} })
})

describe('articles near a stretch of time', () => {
  const index = new LibraryIndex('en')
  const dates = [
    '2022-03-01',
    '2022-02-20',
    undefined,
    '2022-02-10T23:00',
    '2022-02-12',
    '2021',
    '2022-02-11',
  ]
  for (const [at, date] of dates.entries()) {
    index.put(row(`a${String(at)}`, { title: at === 1 ? 'Other' : 'Talks', ...(date && { date }) }).article)
  }
  for (const steps = index.settle(false); !steps.next().done;);
  const near = (query: string, from: string | null, first: readonly string[] = [], most = 9) => {
    const { order, count } = index.nearest({ query, from, to: from, first, most })
    return { ids: Array.from(order, (number) => index.ids[number]), count }
  }

  it('are those of the stretch, then the nearest by days, then those without a date', () => {
    const ids = ['a3', 'a6', 'a4', 'a1', 'a0', 'a5', 'a2']
    expect(near('', '2022-02-10')).toEqual({ ids, count: 7 })
  })

  it('come after those named, as many as wanted, and only where the words stand', () => {
    expect(near('talks', '2022-02-11', ['a2', 'gone'], 3)).toEqual({ ids: ['a2', 'a6', 'a3'], count: 6 })
  })

  it('are in the order of their paths where no time is known', () => {
    expect(near('', null).ids).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
  })
})
