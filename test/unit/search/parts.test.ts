import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockCache, DamagedIndexError } from '#core/search/block-cache'
import { BlockCursor, DocumentCursor } from '#core/search/block'
import { ColumnBuilder, columnValues } from '#core/search/columns'
import { concordanceRows, sortConcordance } from '#core/search/concordance'
import { dateCode, monthName, monthOf } from '#core/search/dates'
import { evaluate } from '#core/search/evaluate'
import { countDocuments } from '#core/search/filters'
import { hitsIn } from '#core/search/hits'
import { parseQuery } from '#core/search/query-parser'
import { Ranking } from '#core/search/ranking'
import { segmentsToMerge } from '#core/search/segment-merge'
import { SegmentWriter } from '#core/search/segment-writer'
import { snippetOf } from '#core/search/snippets'
import { LONGEST_WORD, wordsOf } from '#core/search/words'
import { PLAIN_NAMES, shelfOf, type TestArticle } from './memory-index'

function queryOf(text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(query.error.message)
  return query.value
}

describe('words', () => {
  it.each([
    ["Putin's 3.5 %", 'putin s 3 5'],
    ['Zelenskýj ÉCOLE Straße Ærø', 'zelenskyj ecole strasse aero'],
    ['e\u0301cole na\u0308he', 'ecole nahe'],
    ['co\u00adoperate zero\u200bwidth', 'cooperate zero width'],
    ['ﬁnal ①② ｆｕｌｌ', 'final 12 full'],
    ['東京でiPhoneを', '東 京 て\u3099 iphone を'],
    ['ภาษาไทย', 'ภ า ษ า ไ ท ย'],
    ['किताब', 'किताब'],
    ['Tokyo2020 snake_case', 'tokyo2020 snake_case'],
    ['𝐁old 🙂 x', 'bold x'],
    ['\u0301 - \u0301a', 'a'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(wordsOf(text).terms.join(' ').normalize('NFD')).toBe(words.normalize('NFD'))
  })

  it('stand where they are said to stand', () => {
    const text = 'Ünïted “Näh” e\u0301cole 東京 co\u00adop'
    const { starts, ends } = wordsOf(text)
    const exact = starts.map((start, index) => text.slice(start, ends[index]))
    expect(exact).toEqual(['Ünïted', 'Näh', 'e\u0301cole', '東', '京', 'co\u00adop'])
  })

  it('are the same in any company: what a person copies from a text is found', () => {
    const piece = fc.constantFrom(...'aéß東กि\u0301\u00ad\u200d -.’ﬁ🙂𝐁ıİ가ᄀ\u1161'.split(''))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { terms, starts, ends } = wordsOf(text)
        for (const [index, term] of terms.entries()) {
          expect(wordsOf(text.slice(starts[index], ends[index])).terms).toEqual([term])
        }
      }),
    )
  })

  it('that are no words are cut, in a text as in a query', () => {
    expect(wordsOf('x'.repeat(5_000)).terms[0]).toHaveLength(LONGEST_WORD)
  })
})

describe('packed postings', () => {
  it('are read as they were written, over groups, chunks and blocks', () => {
    const writer = new SegmentWriter()
    const terms = Array.from({ length: 4_000 }, (_, index) => `term${String(index).padStart(4, '0')}`)
    const written = terms.map((term, index) => {
      const count = index % 50 === 0 ? 1_000 : 1 + (index % 7)
      const documents = Array.from({ length: count }, (_, at) => ({
        document: at * 3 + index,
        frequency: 1 + ((at * index) % 5),
      }))
      for (const { document, frequency } of documents) {
        writer.document(document, frequency)
        for (let place = 0; place < frequency; place++) writer.place(place * 200)
      }
      writer.endTerm(term)
      return { term, documents }
    })
    const { blocks, chunks, directory } = writer.finish()
    expect(blocks.length).toBeGreaterThan(1)
    expect(chunks.length).toBeGreaterThan(1)
    let places = 0
    const read = blocks.flatMap((block, number) => {
      const cursor = new BlockCursor(block, directory.placeStarts[number] ?? 0)
      const own: typeof written = []
      while (cursor.next()) {
        const term = String.fromCharCode(...cursor.units.subarray(0, cursor.length))
        const entry = cursor.entry()
        expect(entry.placeStart).toBe(places)
        places += entry.placeBytes
        const documents = new DocumentCursor(entry)
        const list: { document: number; frequency: number }[] = []
        while (documents.next()) list.push({ document: documents.document, frequency: documents.frequency })
        own.push({ term, documents: list })
      }
      return own
    })
    expect(read).toEqual(written)
    expect(places).toBe(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  })
})

describe('the block cache', () => {
  it('holds no more than its limit, forgets segments, and says what is missing', async () => {
    let reads = 0
    const read = (keys: readonly number[]) => {
      reads += keys.length
      return Promise.resolve(keys.map((key) => (key === 13 ? undefined : new Uint8Array(100))))
    }
    const cache = new BlockCache({ read }, 250)
    await cache.read([1, 2])
    await cache.read([2, 1])
    expect(reads).toBe(2)
    expect([...(await cache.read([3, 4, 5])).keys()]).toEqual([3, 4, 5])
    expect(cache.bytes).toBeLessThanOrEqual(250)
    await cache.read([5])
    expect(reads).toBe(5)
    await expect(cache.read([13])).rejects.toThrow(DamagedIndexError)
    cache.forget(0)
    expect(cache.bytes).toBe(0)
  })
})

describe('merging', () => {
  it('is due for eight segments of about one size, and for one that is half gone', () => {
    const of = (...sizes: number[]) => sizes.map((size) => ({ live: size, all: size }))
    expect(segmentsToMerge(of(10_000, 10_000, 1, 1, 1), 10_000)).toBeNull()
    expect(segmentsToMerge(of(10_000, 1, 2, 3, 4, 5, 6, 7, 1), 10_000)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(segmentsToMerge([{ live: 4_999, all: 10_000 }], 10_000)).toEqual([0])
    expect(segmentsToMerge(of(...Array.from({ length: 8 }, () => 4_100)), 10_000)).toEqual([0, 1])
  })
})

describe('dates and columns', () => {
  it('keep what is written, to the minute, and the month', () => {
    const dates = ['2022-02-15', '2022-02-15T23:59:00-05:00', '2022-02', '1999', null, 'soon']
    const builder = new ColumnBuilder()
    for (const publishedAt of dates) {
      builder.add({ source: 'src', publishedAt, language: 'en-GB', status: 'done', gone: false })
    }
    const columns = builder.build()
    const kept = dates.map((_, document) => columnValues(columns, document).publishedAt)
    expect(kept).toEqual([
      '2022-02-15T00:00',
      '2022-02-15T23:59',
      '2022-02-01T00:00',
      '1999-01-01T00:00',
      null,
      null,
    ])
    expect(monthName(monthOf(dateCode('2022-12-31T12:00')))).toBe('2022-12')
    const again = new ColumnBuilder(columns)
    expect(again.build()).toEqual(columns)
    expect(again.set(0, { ...columnValues(columns, 0), status: 'todo' })).toBe(true)
    expect(again.set(1, columnValues(columns, 1))).toBe(false)
  })
})

describe('results', () => {
  const article = (id: string, text: string, more: Partial<TestArticle> = {}): TestArticle => ({
    id,
    title: '',
    text,
    source: null,
    publishedAt: null,
    language: null,
    status: 'todo',
    gone: false,
    ...more,
  })
  const filler = ' word'.repeat(40)
  const articles = [
    article('once', `peace${filler}`, { publishedAt: '2022-01-05', source: 'a' }),
    article('short', 'peace now', { publishedAt: '2022-03-05', source: 'a' }),
    article('often', `peace peace peace${filler}`, { publishedAt: '2022-01-20', source: 'b' }),
    article('rare', `peace talks${filler}`),
  ]

  async function ranked(text: string, order: 'relevance' | 'newest' | 'oldest') {
    const shelf = shelfOf(articles, 2)
    const { documents, scores } = await evaluate(queryOf(text), shelf, [], PLAIN_NAMES)
    const ids = new Ranking(shelf.index, documents, scores, order).page(0, 10)
    return { ids: ids.map((id) => shelf.index.articleOf(id)), counts: countDocuments(shelf.index, documents) }
  }

  it('come best first: what stands often, in a short text, and is rare', async () => {
    expect((await ranked('peace', 'relevance')).ids).toEqual(['short', 'often', 'once', 'rare'])
    expect((await ranked('any(talks peace)', 'relevance')).ids[0]).toBe('rare')
  })

  it('come by date, those without one last, and are counted', async () => {
    const { ids, counts } = await ranked('peace', 'newest')
    expect(ids).toEqual(['short', 'often', 'once', 'rare'])
    expect((await ranked('peace', 'oldest')).ids).toEqual(['once', 'often', 'short', 'rare'])
    expect(counts.sources).toEqual([
      { source: 'a', count: 2 },
      { source: '', count: 1 },
      { source: 'b', count: 1 },
    ])
    expect(counts.months.map(({ month, count }) => [monthName(month), count])).toEqual([
      ['2022-01', 2],
      ['2022-03', 1],
    ])
    expect(counts.undated).toBe(1)
  })

  it('are the same by page as in one piece, picked out or sorted', () => {
    const shelf = shelfOf(
      Array.from({ length: 600 }, (_, index) => article(String(index), 'x')),
      250,
    )
    const documents = Uint32Array.from({ length: 600 }, (_, index) => index)
    const scores = Float32Array.from(documents, (document) => (document * 7_919) % 101)
    const all = new Ranking(shelf.index, documents, scores, 'relevance').page(0, 600)
    const best = [...documents].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    expect(all).toEqual(best)
    const paged = new Ranking(shelf.index, documents, scores, 'relevance')
    expect([0, 10, 20, 590].map((from) => paged.page(from, 10))).toEqual(
      [0, 10, 20, 590].map((from) => best.slice(from, from + 10)),
    )
  })
})

describe('a snippet', () => {
  const text = `${'Nothing of note. '.repeat(30)}The peace talks began. ${'More of the same. '.repeat(30)}Peace.`

  it('shows where most of what was asked for stands, whole words, with its hits', () => {
    const snippet = snippetOf(text, hitsIn(text, queryOf('peace talks'), 'text'))
    expect(snippet.text).toContain('The peace talks began.')
    expect(text.slice(snippet.start, snippet.end)).toBe(snippet.text)
    expect(snippet.hits.map(({ start, end }) => text.slice(start, end))).toEqual(['peace', 'talks'])
    expect(text.charAt(snippet.start - 1)).toMatch(/\s/)
    expect(snippet.text.length).toBeLessThan(280)
  })

  it('is the beginning where there is no hit, and whole where the text is short', () => {
    expect(snippetOf(text, [])).toMatchObject({ start: 0, hits: [] })
    expect(snippetOf('Peace.', hitsIn('Peace.', queryOf('peace'), 'text'))).toEqual({
      start: 0,
      end: 6,
      text: 'Peace.',
      hits: [{ start: 0, end: 5 }],
    })
  })

  it('parts no character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('🙂', '東', 'peace ', 'x'), { maxLength: 400 }), (pieces) => {
        const own = pieces.join('')
        expect(snippetOf(own, hitsIn(own, queryOf('peace'), 'text')).text.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('a concordance', () => {
  const text = 'A bad peace came.\nA good peace came. No peace lasts.'
  const rows = concordanceRows('art', text, hitsIn(text, queryOf('peace'), 'text'))

  it('has a line for each hit, with what stands around it', () => {
    expect(rows[1]).toMatchObject({
      article: 'art',
      left: 'A bad peace came. A good ',
      hit: 'peace',
      right: ' came. No peace lasts.',
    })
    expect(rows.map(({ start, end }) => text.slice(start, end))).toEqual(['peace', 'peace', 'peace'])
  })

  it('is sorted by the nearest word before, or what follows', () => {
    const lefts = sortConcordance(rows, 'left').map(({ left }) => left.trim().split(' ').at(-1))
    expect(lefts).toEqual(['bad', 'good', 'No'])
    const rights = sortConcordance(rows, 'right').map(({ right }) => right.trim())
    expect(rights).toEqual(['came. A good peace came. No peace lasts.', 'came. No peace lasts.', 'lasts.'])
    expect(sortConcordance(rows, 'article')).toEqual(rows)
  })
})
