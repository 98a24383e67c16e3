import { describe, expect, it } from 'vitest'
import { csvOf, withoutFormula } from '#core/exchange/csv'

const code = (character: string) => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`
const UNSEEN = [
  ...['\u200b', '\u200d', '\u200e', '\u200f', '\u00ad', '\u202a', '\u202e', '\u2060', '\u2064'],
  ...['\u2066', '\u2069', '\ufeff', '\u0001', '\u001b', '\u007f', '\u00a0', '\t', '\n', ' '],
].map((character): [string, string] => [code(character), character])

describe('a cell of a table', () => {
  it.each(UNSEEN)('is no formula behind %s', (_, character) => {
    for (const sign of ['=', '+', '-', '@']) {
      expect(withoutFormula(`${character}${sign}1`)).toBe(`'${character}${sign}1`)
    }
  })

  it('loses NUL, behind which a program may find a formula', () => {
    expect(withoutFormula('\0=1')).toBe("'=1")
    expect(csvOf([['a\0b', '\0']])).toBe('ab,\r\n')
  })

  it('stays as it is where its first visible character starts no formula', () => {
    for (const plain of ['1-2', '\u200b“Yes”', 'a=b', '👩‍🔬', '']) expect(withoutFormula(plain)).toBe(plain)
  })
})
