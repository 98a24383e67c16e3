import { describe, expect, it } from 'vitest'
import { complete, completionAt } from '#core/search/completion'
import { sortConcordance, type ConcordanceOrder } from '#core/search/concordance'
import { filterValues, toggleFilter, writeValue } from '#core/search/query-edit'
import { parseQuery } from '#core/search/query-parser'

describe('filters put into a query', () => {
  it.each([
    ['ferry', 'ferry source:Post'],
    ['', 'source:Post'],
    ['ferry OR boat', '(ferry OR boat) source:Post'],
    ['ferry source:"The Wire" bridge', 'ferry bridge source:Post'],
    ['ferry -source:Wire', 'ferry -source:Wire source:Post'],
    ['(ferry source:Wire)', '(ferry source:Wire) source:Post'],
  ])('%j becomes %j', (before, after) => {
    expect(toggleFilter(before, 'source', 'Post')).toBe(after)
    expect(parseQuery(after).ok).toBe(true)
  })

  it('are taken out when they are asked for again, whatever their case', () => {
    expect(toggleFilter('ferry source:post bridge', 'source', 'Post')).toBe('ferry bridge')
    expect(toggleFilter(toggleFilter('ferry', 'date', '2022-02'), 'date', '2022-02')).toBe('ferry')
  })

  it('are read at the top level only', () => {
    expect(filterValues('a source:"The Post" (b source:Wire) NOT source:Sun', 'source')).toEqual(['The Post'])
    expect(filterValues('a "unfinished', 'source')).toEqual([])
  })

  it('have values that the parser reads back, quotation marks and asterisks too', () => {
    for (const value of ['Post', 'The Post', 'L’Écho "du" soir', 'a*b', 'x:y', '2022-01..2022-03', '-dash']) {
      const query = `source:${writeValue(value)}`
      expect(filterValues(query, 'source'), query).toEqual([value])
    }
  })
})

describe('completion', () => {
  it.each([
    ['so|', null, 'so'],
    ['ferry -ta|', null, 'ta'],
    ['source:|', 'source', ''],
    ['source:"Harbour P|', 'source', 'Harbour P'],
    ['(tag:nu|', 'tag', 'nu'],
  ] as const)('knows what is written at %j', (written, field, typed) => {
    const caret = written.indexOf('|')
    expect(completionAt(written.replace('|', ''), caret)).toMatchObject({ field, typed })
  })

  it.each(['"a phrase so|', 'so|urce', 'colour:re|'])('has nothing to say at %j', (written) => {
    const caret = written.indexOf('|')
    expect(completionAt(written.replace('|', ''), caret)).toBeNull()
  })

  it('writes the choice in place of what was begun, and the caret behind it', () => {
    const query = 'ferry source:"Har" bridge'
    const place = completionAt(query, query.indexOf('r" bridge') + 1)
    if (!place) throw new Error('no place')
    const done = complete(query, place, 'Harbour Post')
    expect(done.query).toBe('ferry source:"Harbour Post" bridge')
    expect(done.query.slice(done.caret)).toBe('bridge')
    const field = completionAt('sou', 3)
    expect(field && complete('sou', field, 'source')).toEqual({ query: 'source:', caret: 7 })
  })
})

describe('lines of a concordance', () => {
  const line = (left: string, right: string) => ({ article: 'a', start: 0, end: 1, left, hit: 'x', right })
  const rows = [line('one alpha zulu ', ' beta kilo'), line('two ZEBRA alpha ', ' alpha lima')]
  const first = (order: ConcordanceOrder) => sortConcordance(rows, order)[0]?.left

  it('are sorted by the nearest word or one farther away, on either side', () => {
    expect(first('left')).toContain('two')
    expect(first('left-2')).toContain('one')
    expect(first('left-3')).toContain('one')
    expect(first('right')).toContain('two')
    expect(first('right-2')).toContain('one')
    expect(first('article')).toContain('one')
  })
})
