import { describe, expect, it } from 'vitest'
import { matrixRows } from '#core/compare/matrix'
import { csvOf, tsvOf } from '#core/exchange/csv'
import { columnNames, matrixCsv, matrixForClipboard } from '#core/exchange/matrix-table'
import { claim, cluster, input, judged, quotation } from '../compare/matrix-samples'

/** Reads CSV as RFC 4180 defines it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const NAMES = { a: 'Northwind', b: 'Selatraya' }
const said = quotation('a1', 'a', '“Fine,” he\nsaid', { speaker: 's1', cue: 'said' })
const other = quotation('b1', 'b', '=HYPERLINK("http://evil";"x")', { start: 3 })
const story = input(
  NAMES,
  [said, other, quotation('a2', 'a', 'No')],
  [cluster('one', ['a1', 'b1'], 'utterance', 'accepted'), cluster('two', ['a2'])],
  { findings: [judged('wording', 'one', [said, other])] },
)

describe('CSV of a matrix', () => {
  it('has words, speaker, cue and type of each source, and is empty where one does not report', () => {
    const [head, first, second] = parse(matrixCsv(story, 'utterance', matrixRows(story, 'utterance')))
    expect(head).toEqual([
      ...['utterance', 'status', 'sources', 'findings'],
      ...['words', 'speaker', 'cue', 'type'].map((part) => `Northwind: ${part}`),
      ...['words', 'speaker', 'cue', 'type'].map((part) => `Selatraya: ${part}`),
    ])
    expect(first).toEqual([
      ...['1', 'edited', '2', 'Other wording', '“Fine,” he said', 'Ode Marrin', 'said', 'direct'],
      ...[`'=HYPERLINK("http://evil";"x")`, '', '', 'direct'],
    ])
    expect(second?.slice(0, 5)).toEqual(['2', 'suggested', '1', '', 'No'])
    expect(second?.slice(8)).toEqual(['', '', '', ''])
  })

  it('has the values of claims', () => {
    const one = claim('a1', 'a', 'over 40 boats', {
      quantities: [{ start: 5, end: 7, exact: '40', value: 40, unit: 'boats', qualifier: 'more-than' }],
      dates: [{ start: 9, end: 12, exact: 'May', value: '2025-05' }],
    })
    const claims = input(NAMES, [one], [cluster('one', ['a1'], 'assertion')])
    const [head, row] = parse(matrixCsv(claims, 'assertion', matrixRows(claims, 'assertion')))
    expect(head?.slice(4, 7)).toEqual(['Northwind: words', 'Northwind: claimant', 'Northwind: values'])
    expect(row?.slice(4, 7)).toEqual(['over 40 boats', '', '> 40 boats; 2025-05'])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x'])(
    'lets no cell be a formula: %j',
    (cell) => {
      expect(parse(csvOf([[cell]]))).toEqual([[`'${cell}`]])
      expect(tsvOf([[cell]])).toMatch(/^'/u)
    },
  )

  it('keeps quotes, commas and line ends inside a cell', () => {
    const cells = ['a "b"', 'c,d', 'e\r\nf', '']
    expect(parse(csvOf([cells, cells]))).toEqual([cells, cells])
  })
})

describe('table for the clipboard', () => {
  const hostile = input(
    { a: '<img src=x onerror=alert(1)>', b: 'B\tC\nD' },
    [quotation('a1', 'a', '</td></table><script>alert(1)</script>')],
    [cluster('one', ['a1'])],
  )
  const { text, html } = matrixForClipboard(hostile, 'utterance', matrixRows(hostile, 'utterance'))

  it('has a line a row and a tab between cells, whatever the words are', () => {
    const lines = text.split('\n').map((line) => line.split('\t'))
    expect(lines.map((cells) => cells.length)).toEqual([4, 4])
    expect(lines[0]?.[2]).toBe('B C D')
    expect(lines[1]?.[2]).toBe('—')
  })

  it('has no markup but its own', () => {
    expect(html.match(/<[a-z]+/giu)?.every((tag) => /^<(?:table|thead|tbody|tr|th|td)$/u.test(tag))).toBe(
      true,
    )
    expect(html).toContain('&lt;script&gt;')
  })
})

it('tells outlets with several articles apart by title, then by number', () => {
  const { sources } = input({ a: 'N', b: 'N', c: 'M' }, [], [])
  expect(columnNames(sources)).toEqual(['N: Title of a', 'N: Title of b', 'M'])
  const same = sources.map((source) => ({ ...source, article: { ...source.article, title: 'T' } }))
  expect(columnNames(same)).toEqual(['N: T (1)', 'N: T (2)', 'M'])
})
