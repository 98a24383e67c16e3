import { describe, expect, it } from 'vitest'
import { relativesOf } from '../../../src/core/compare/relatedness'
import { englishStem } from '../../../src/core/compare/stems'
import { termsOf } from '../../../src/core/compare/terms'

function keys(text: string, language = 'en'): readonly string[] {
  return termsOf(text, language).keys
}

describe('terms', () => {
  it.each([
    ['negotiate', 'negotiations'],
    ['organise', 'organization'],
    ['neighbour', 'neighbors'],
    ['said', 'say'],
    ['fell', 'fallen'],
    ['crises', 'crisis'],
    ['defence', 'defenses'],
  ])('gives %s and %s one stem', (one, two) => {
    expect(englishStem(one)).toBe(englishStem(two))
  })

  it.each([
    ['70,000', '70 thousand', 70_000],
    ['seventy thousand', '70k', 70_000],
    ['two hundred and five', '205', 205],
    ['1.4 billion', '$1.4bn', 1.4e9],
    ['forty-five', '45', 45],
  ])('reads %s and %s as one number', (one, two, value) => {
    expect(termsOf(`It took ${one} soldiers.`, 'en').numbers).toEqual([value])
    expect(termsOf(`It took ${two} soldiers.`, 'en').numbers).toEqual([value])
  })

  it.each([
    ['Kiev', 'Kyiv'],
    ['Zelensky', 'Zelenskyy'],
    ['Sergey', 'Sergei'],
    ['Russia', 'Russian'],
    ['the United States', 'the U.S.'],
    ['the US', 'Americans'],
  ])('names %s and %s alike', (one, two) => {
    expect(termsOf(`They met ${one} today.`, 'en').names).toEqual(
      termsOf(`They met ${two} today.`, 'en').names,
    )
    expect(termsOf(`They met ${one} today.`, 'en').names).toHaveLength(1)
  })

  it('takes "us" for no country and a capital at the start for no name', () => {
    expect(termsOf('They asked us. Us too. Talks continue.', 'en').names).toEqual([])
  })

  it('spells contractions out', () => {
    expect(keys("They won't come.")).toEqual(keys('They will not come.'))
  })

  it('keeps offsets of the text', () => {
    const text = 'More than 70 thousand people left the United States.'
    const found = termsOf(text, 'en').list.map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(['More', 'than', '70 thousand', 'people', 'left', 'the', 'United States'])
  })

  it('does not stem other languages as English', () => {
    expect(keys('Verhandlungen werden fortgesetzt', 'de')).toEqual(['verhandlungen', 'werden', 'fortgesetzt'])
  })

  it('knows near words, both ways, verbs with a particle too', () => {
    const near = (a: string, b: string) => relativesOf(a).get(b) ?? 0
    expect(near(englishStem('suggest'), englishStem('propose'))).toBeGreaterThan(0.6)
    expect(near(englishStem('propose'), englishStem('suggest'))).toBeGreaterThan(0.6)
    expect(near('put_off', englishStem('postpone'))).toBeGreaterThan(0.5)
    expect(near(englishStem('monday'), englishStem('tuesday'))).toBe(0)
  })
})
