import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll, type FindOptions } from '#core/text/find'
import { foldText } from '#core/text/fold'

const loose: FindOptions = { wholeWord: false, matchCase: false, foldDiacritics: true }

function hits(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  return findAll(text, query, { ...loose, ...options }).map(({ start, end }) => text.slice(start, end))
}

describe('findAll', () => {
  it('maps hits back where folding changes the length', () => {
    expect(hits('Die Straße, STRASSE, strasse', 'strasse')).toEqual(['Straße', 'STRASSE', 'strasse'])
    expect(hits('Die Straße', 'ß')).toEqual(['ß'])
    expect(hits('İstanbul ve istanbul', 'istanbul')).toEqual(['İstanbul', 'istanbul'])
    expect(hits('İstanbul x', 'x', { foldDiacritics: false })).toEqual(['x'])
    expect(hits('the ﬁnal oﬃce', 'fi')).toEqual(['ﬁ', 'ﬃ'])
    expect(hits('the ﬁnal word', 'final word')).toEqual(['ﬁnal word'])
    expect(hits('Łódź, Ærø, Đoković', 'aero')).toEqual(['Ærø'])
    expect(hits('Łódź, Ærø, Đoković', 'lodz')).toEqual(['Łódź'])
  })

  it('covers decomposed accents whole and tells them from plain letters when asked', () => {
    const decomposed = 'Zelensky\u0301 spoke'
    expect(hits(decomposed, 'zelensky')).toEqual(['Zelensky\u0301'])
    expect(hits(decomposed, 'Zelensk\u00fd', { foldDiacritics: false })).toEqual(['Zelensky\u0301'])
    expect(hits(decomposed, 'Zelensky', { foldDiacritics: false })).toEqual([])
    expect(hits('Zelenský', 'zelensky\u0301', { foldDiacritics: false })).toEqual(['Zelenský'])
  })

  it('obeys case', () => {
    expect(hits('Us and US', 'US', { matchCase: true })).toEqual(['US'])
    expect(hits('Us and US', 'US')).toEqual(['Us', 'US'])
    expect(hits('ΛΟΓΟΣ λόγος', 'λογος')).toEqual(['ΛΟΓΟΣ', 'λόγος'])
  })

  it('folds typographic quotes and spaces as people type them', () => {
    expect(hits('they don’t talk\u00a0with\u00a0us', "don't talk with")).toEqual(['don’t talk\u00a0with'])
    expect(hits('co\u00adoperate', 'cooperate')).toEqual(['co\u00adoperate'])
  })

  it('covers a character once, however many units it folds to, and no invisible one beside it', () => {
    expect(hits('Straße', 's')).toEqual(['S', 'ß'])
    expect(hits('a\u00adx\u00ad', 'x')).toEqual(['x'])
  })

  it('finds whole words in any script', () => {
    const whole = { wholeWord: true }
    expect(hits('Putin, Putin’s and Putinism', 'putin', whole)).toEqual(['Putin', 'Putin'])
    expect(hits('Путин и Путина', 'путин', whole)).toEqual(['Путин'])
    expect(hits('قال وقال قال', 'قال', whole)).toEqual(['قال', 'قال'])
    expect(hits('שלום ושלום', 'שלום', whole)).toEqual(['שלום'])
    expect(hits('俄罗斯总统说', '总统', whole)).toEqual(['总统'])
    expect(hits('俄罗斯总统说', '罗斯', whole)).toEqual([])
    expect(hits('𝒜𝒷 𝒷', '𝒷', { ...whole, foldDiacritics: false })).toEqual(['𝒷'])
  })

  it('keeps marks that tell words apart in Hindi and Japanese', () => {
    expect(hits('कि की', 'की')).toEqual(['की'])
    expect(hits('かき がき', 'がき')).toEqual(['がき'])
  })

  it('finds nothing for a query of nothing', () => {
    expect(hits('abc', '')).toEqual([])
    expect(hits('abc', '\u0301')).toEqual([])
  })

  it('answers ordered, disjoint ranges that never cut a surrogate pair, for any text and query', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...'aAßİıﬁéſΣσ\u0301\u0307\u00ad’ \n😀\ud83d\ude00가'),
    })
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), fc.boolean(), fc.boolean(), (text, query, w, m, f) => {
        let last = 0
        for (const range of findAll(text, query, { wholeWord: w, matchCase: m, foldDiacritics: f })) {
          expect(range.start).toBeGreaterThanOrEqual(last)
          expect(range.end).toBeGreaterThan(range.start)
          expect(range.end).toBeLessThanOrEqual(text.length)
          for (const edge of [range.start, range.end]) {
            expect(
              /[\ud800-\udbff]$/.test(text.slice(0, edge)) && /^[\udc00-\udfff]/.test(text.slice(edge)),
            ).toBe(false)
          }
          last = range.end
        }
      }),
    )
  })

  it('finds a planted word at its place, whatever stands around it', () => {
    const around = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => !/[xX]/.test(text.normalize('NFKD')))
    fc.assert(
      fc.property(around, around, fc.boolean(), fc.boolean(), (before, after, matchCase, foldDiacritics) => {
        const planted = ` xXßx `
        const text = before + planted + after
        const found = findAll(text, 'xXßx', { wholeWord: true, matchCase, foldDiacritics })
        expect(found).toEqual([{ start: before.length + 1, end: before.length + 5 }])
      }),
    )
  })

  it('stays linear where one character carries very many marks', () => {
    const text = 'e' + '\u0301'.repeat(300_000) + ' end'
    expect(hits(text, 'end')).toEqual(['end'])
    const crowded = `e${'\u0301'.repeat(40)}f`
    expect(hits(crowded, 'ef')).toEqual([crowded])
  })
})

describe('foldText', () => {
  it('folds character by character and maps each unit back to its character', () => {
    const units = [
      ...'aAßİıﬁéſΣ’ \n가',
      '\u0301',
      '\u0307',
      '\u00ad',
      '\u1161',
      '\u11a8',
      '😀',
      '\ud83d',
      '\u{1d165}',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...units), { maxLength: 30 }),
        fc.boolean(),
        fc.boolean(),
        (pieces, matchCase, foldDiacritics) => {
          const options = { matchCase, foldDiacritics }
          const text = pieces.join('')
          const whole = foldText(text, options)
          let folded = ''
          for (const { 0: character, index } of text.matchAll(/[^][\p{M}\u1160-\u11ff]{0,32}/gu)) {
            const alone = foldText(character, options).folded
            for (let at = folded.length; at < folded.length + alone.length; at++) {
              expect(whole.startOf(at)).toBe(index)
              expect(whole.endOf(at)).toBe(index + character.length)
            }
            folded += alone
          }
          expect(whole.folded).toBe(folded)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
