import { describe, expect, it } from 'vitest'
import { matrixRows } from '#core/compare/matrix'
import { withoutFormula } from '#core/exchange/csv'
import { matrixCsv, matrixForClipboard } from '#core/exchange/matrix-table'
import { storyReport } from '#core/exchange/story-report'
import { cluster, input, judged, quotation } from '../compare/matrix-samples'

const FORMULAS = [
  '=cmd|"/c calc"!A0',
  '+1',
  '-1',
  '@SUM(A1)',
  '\u202e=1',
  '\u200b\t=1',
  '＝1+1',
  '＠A1',
  '－1',
  '＋1',
]
const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</td></table><svg onload=alert(1)>',
]

const storyOf = (words: string) => {
  const one = quotation('a1', 'a', words, { speaker: 's1', cue: words })
  const other = quotation('b1', 'b', words, { start: 3 })
  return input({ a: words, b: `${words} 2` }, [one, other], [cluster('one', ['a1', 'b1'])], {
    findings: [judged('wording', 'one', [one, other])],
  })
}

describe('a story whose every word is hostile', () => {
  it.each(FORMULAS)('puts no formula into a table: %j', (words) => {
    const story = storyOf(words)
    const rows = matrixRows(story, 'utterance')
    const csv = matrixCsv(story, 'utterance', rows)
    const { text, html } = matrixForClipboard(story, 'utterance', rows)
    const cells = [
      ...csv.split(/,|\r\n/).map((cell) => cell.replace(/^"/, '')),
      ...text.split(/[\t\n]/),
      ...[...html.matchAll(/<t[hd]>([^<]*)/gu)].map(([, cell = '']) => cell),
    ]
    expect(cells.filter((cell) => withoutFormula(cell) !== cell)).toEqual([])
    expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(3)
  })

  it.each(MARKUP)('puts no markup into a report or a table: %j', (words) => {
    const story = storyOf(words)
    const report = storyReport(story, { base: 0, madeOn: words })
    const { html } = matrixForClipboard(story, 'utterance', matrixRows(story, 'utterance'))
    for (const page of [report, html]) {
      expect(page).not.toMatch(/<(?:img|script|svg)/iu)
      expect(page).toContain('&lt;')
    }
  })

  it('lets no direction mark turn what stands around it', () => {
    const report = storyReport(storyOf('\u202eturned'), { base: 0, madeOn: null })
    const open = [...report.matchAll(/<(\w+)([^>]*)>[^<]*\u202e/gu)]
    expect(open.length).toBeGreaterThan(3)
    // A block of its own ends what a mark began; within a line it takes an isolating element.
    const ends = new Set(['bdi', 'q', 'th', 'td', 'h1', 'title', 'p', 'dt'])
    expect(open.map(([, element = '']) => element).filter((element) => !ends.has(element))).toEqual([])
    expect(report).toMatch(/<p dir="auto"><bdi>/u)
  })
})
