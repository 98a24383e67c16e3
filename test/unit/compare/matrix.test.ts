import { describe, expect, it } from 'vitest'
import {
  cellSigns,
  matrixRows,
  orderRows,
  speakerOf,
  valueKey,
  valueSigns,
  valuesOf,
  wordsOf,
} from '#core/compare/matrix'
import { claim, cluster, input, judged, quotation } from './matrix-samples'

const NAMES = { a: 'Northwind', b: 'Selatraya', c: 'Glimpse' }

describe('rows', () => {
  const all = [
    quotation('a1', 'a', 'Fine', { start: 50 }),
    quotation('b1', 'b', 'Good', { start: 10 }),
    quotation('a2', 'a', 'No', { start: 5 }),
    quotation('c1', 'c', 'Never', { start: 1 }),
    quotation('b2', 'b', 'Never', { start: 90 }),
    quotation('c2', 'c', 'Never ever', { start: 30 }),
  ]
  const clusters = [
    cluster('one', ['a2']),
    cluster('two', ['a1', 'b1']),
    cluster('three', ['b2', 'c1', 'c2']),
    cluster('claims', ['a1'], 'assertion'),
  ]
  const conflict = judged('attribution-conflict', 'two', all.slice(0, 2))
  const story = input(NAMES, all, clusters, {
    findings: [conflict, judged('only-in', 'one', [all[2] ?? all[0] ?? quotation('x', 'a', 'x')])],
  })
  const ids = (rows: ReturnType<typeof matrixRows>) => rows.map((row) => row.cluster.id)

  it('has a cell a source, several renderings of one source in one cell, and counts the sources', () => {
    const rows = matrixRows(story, 'utterance')
    expect(ids(rows)).toEqual(['one', 'two', 'three'])
    expect(rows[2]?.cells.map((cell) => cell.map(({ id }) => id))).toEqual([[], ['b2'], ['c1', 'c2']])
    expect(rows[2]?.spread).toBe(2)
  })

  it('leaves out members that are gone, and rows without any', () => {
    const gone = input(NAMES, all.slice(0, 1), clusters)
    expect(ids(matrixRows(gone, 'utterance'))).toEqual(['two'])
  })

  it('orders by spread, by conflict, and as the base article has it', () => {
    const rows = matrixRows(story, 'utterance')
    expect(ids(orderRows(rows, 'spread', 0))).toEqual(['two', 'three', 'one'])
    expect(ids(orderRows(rows, 'conflict', 2))).toEqual(['two', 'three', 'one'])
    expect(ids(orderRows(rows, 'base', 0))).toEqual(['one', 'two', 'three'])
    expect(ids(orderRows(rows, 'base', 1))).toEqual(['two', 'three', 'one'])
  })

  it('shows the signs of findings that nobody dismissed', () => {
    const [, two] = matrixRows(story, 'utterance')
    expect(two && cellSigns(two, 'a1', new Map())).toEqual([{ kind: 'attribution-conflict', isQuiet: false }])
    const dismissed = input(NAMES, all, clusters, { findings: [{ ...conflict, status: 'dismissed' }] })
    expect(matrixRows(dismissed, 'utterance')[1]?.findings).toEqual([])
  })
})

it('joins the pieces of a quotation and tidies blank space', () => {
  const one = quotation('a1', 'a', '“We agree', { start: 0 })
  const further = { start: 30, end: 40, exact: 'in\n principle”' }
  const pieces = one.quotation && { ...one.quotation, content: [...one.quotation.content, further] }
  expect(wordsOf({ ...one, ...(pieces ? { quotation: pieces } : {}) })).toBe('“We agree … in principle”')
})

it('names the speaker by record, else by the words of the article, else not', () => {
  const speakers = new Map([['s1', 'Ode Marrin']])
  expect(speakerOf(quotation('a', 'a', 'x', { speaker: 's1' }), speakers)).toBe('Ode Marrin')
  const spoken = quotation('a', 'a', 'x')
  const by = { start: 5, end: 14, exact: 'the\nmayor' }
  expect(
    speakerOf({ ...spoken, quotation: { ...required(spoken.quotation), speakerSpan: by } }, speakers),
  ).toBe('the mayor')
  expect(speakerOf(spoken, speakers)).toBeNull()
})

describe('values', () => {
  const troops = (value: number, qualifier: 'more-than' | 'about' | 'exactly' = 'exactly') => ({
    quantities: [{ start: 0, end: 7, exact: '100,000', value, unit: 'troops', qualifier }],
  })

  it('show value, unit and qualifier, by sign and in words', () => {
    const [value] = valuesOf(required(claim('a1', 'a', 'x', troops(100_000, 'more-than')).claim))
    expect(value).toMatchObject({ short: '> 100,000 troops', spoken: 'more than 100,000 troops' })
    const [date] = valuesOf(
      required(
        claim('a1', 'a', 'x', { dates: [{ start: 0, end: 9, exact: 'Wednesday', value: '-W-3' }] }).claim,
      ),
    )
    expect(date?.short).toBe('Wednesday')
  })

  it('agree across sources, conflict where a finding says so, and have no sign on their own', () => {
    const a = claim('a1', 'a', '100,000 troops', troops(100_000, 'more-than'))
    const b = claim('b1', 'b', '100,000 troops', troops(100_000, 'about'))
    const c = claim('c1', 'c', '70,000 troops', troops(70_000))
    const story = input(NAMES, [a, b, c], [cluster('one', ['a1', 'b1', 'c1'], 'assertion')], {
      findings: [judged('number-conflict', 'one', [c])],
    })
    const signs = valueSigns(required(matrixRows(story, 'assertion')[0]))
    expect(signs.get(valueKey('a1', { start: 0, end: 7 }))).toBe('agrees')
    expect(signs.get(valueKey('b1', { start: 0, end: 7 }))).toBe('agrees')
    expect(signs.get(valueKey('c1', { start: 0, end: 7 }))).toBe('conflicts')
    const alone = input(NAMES, [a], [cluster('one', ['a1'], 'assertion')])
    expect(valueSigns(required(matrixRows(alone, 'assertion')[0])).size).toBe(0)
  })
})

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is there')
  return value
}

describe('signs of a cell', () => {
  const all = ['a', 'b', 'c'].map((article) =>
    quotation(`${article}1`, article, 'Fine', { speaker: article === 'a' ? 's1' : 's2' }),
  )
  const speakers = new Map([
    ['s1', 'Ode Marrin'],
    ['s2', 'Ben Carr'],
  ])
  const rowWith = (kind: 'attribution-conflict' | 'truncation', members: typeof all) =>
    matrixRows(
      input({ a: 'A', b: 'B', c: 'C' }, all, [cluster('one', ['a1', 'b1', 'c1'])], {
        findings: [judged(kind, 'one', members)],
      }),
      'utterance',
    )[0]

  it('are strong for the speaker that fewest name, quiet for the others', () => {
    const row = rowWith('attribution-conflict', all)
    expect(row && all.map(({ id }) => cellSigns(row, id, speakers)[0]?.isQuiet)).toEqual([false, true, true])
  })

  it('say cut short of the shorter alone, which is named first', () => {
    const row = rowWith('truncation', all)
    expect(row && all.map(({ id }) => cellSigns(row, id, speakers).length)).toEqual([1, 1, 0])
  })
})
