import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchoredMatches, anchoredSearch, DIGIT, matchingPatterns } from '#core/suggest/anchored-patterns'
import * as claimPatterns from '#core/suggest/claim-patterns'
import { DATE_PATTERNS } from '#core/suggest/date-patterns'
import { NUMBER, numbersAndShares } from '#core/suggest/quantity-patterns'

const WORDS = (
  'a an the one two three third half quarter dozen hundred million twenty-three of and in at on by to from since until ' +
  'last next this past coming over during early mid late end beginning start spring summer quarter ' +
  'Monday Mon Tuesday Sept Sept. September May March Feb. August today Today tonight yesterday tomorrow week weekend month year years days ago ' +
  'noon midnight morning night p.m. GMT 16 2031 1990s 2014-2016 14:30 15/2/2022 (15/2) 1.2 100,000 40% $2bn US$ Rp -5 70k 0930 ' +
  'has have to must not should let us times as good because due rose fell all no longer record most only first for ever than ’s ’ll , . ; \n'
).split(/ +/u)
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' '))

function found(matches: Iterable<RegExpExecArray>): string[] {
  return [...matches].map((match) => `${match.index} ${match[0]}`)
}

describe('a search by anchors', () => {
  it('finds what each pattern of dates finds alone', () => {
    const search = anchoredSearch(DATE_PATTERNS)
    fc.assert(
      fc.property(texts, (text) => {
        expect(anchoredMatches(text, search).map(found)).toEqual(
          DATE_PATTERNS.map(({ pattern }) => found(text.matchAll(pattern))),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('finds every number', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(numbersAndShares(text).numbers)).toEqual(found(text.matchAll(NUMBER)))
      }),
      { numRuns: 500 },
    )
  })

  it('knows which signs of a claim a statement has', () => {
    const patterns = Object.values(claimPatterns)
    const search = anchoredSearch(patterns)
    fc.assert(
      fc.property(texts, (text) => {
        const words = ` ${text.toLowerCase()} `
        expect([...matchingPatterns(words, search)].sort()).toEqual(
          patterns
            .flatMap(({ pattern }, index) => ([...words.matchAll(pattern)].length > 0 ? [index] : []))
            .sort(),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('begins every sign of a claim with a plain word, or a clitic', () => {
    for (const { begins } of Object.values(claimPatterns))
      for (const anchor of begins) expect(anchor).toMatch(/^(?:[a-z]+|['’])$/u)
  })

  it('goes on after a match, as any search does', () => {
    const search = anchoredSearch([{ pattern: /\d+ and \d+/gu, begins: [DIGIT] }])
    expect(anchoredMatches('1 and 2 and 3 and 4', search).map(found)).toEqual([['0 1 and 2', '12 3 and 4']])
  })
})
