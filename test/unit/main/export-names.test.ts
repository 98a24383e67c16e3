import { expect, it } from 'vitest'
import { suggestFileName } from '../../../src/main/export-names'

it.each([
  ['Press conference', 'Press conference.json'],
  ['news.json', 'news.json'],
  ['a/b\\c: d?', 'a b c d.json'],
  ['../../etc/passwd', 'etc passwd.json'],
  ['...', 'crossread.json'],
  ['', 'crossread.json'],
  ['con', 'crossread.json'],
  ['line\nbreak\u0000', 'line break.json'],
  ['ends with dots. . .', 'ends with dots.json'],
  ['Ümläute 😀', 'Ümläute 😀.json'],
  ['x'.repeat(300), `${'x'.repeat(60)}.json`],
])('makes of the name %j the file name %j', (name, expected) => {
  expect(suggestFileName(name, 'dataset')).toBe(expected)
})

it('gives a matrix the extension of a table and a story that of a page', () => {
  expect(suggestFileName('Talks: day 1 utterances.csv', 'table')).toBe('Talks day 1 utterances.csv')
  expect(suggestFileName('Talks.html', 'page')).toBe('Talks.html')
})

it('gives a report the extension of a table', () =>
  expect(suggestFileName('Import', 'report')).toBe('Import.csv'))
