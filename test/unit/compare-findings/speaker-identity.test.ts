import { describe, expect, it } from 'vitest'
import { nameIdentity, speakerIdentity } from '#core/compare/speaker-identity'
import { storyOf, told } from './told'

describe('names', () => {
  it.each([
    ['Lavrov', 'Sergei Lavrov', 'same'],
    ['Foreign Minister Sergey Lavrov', 'Sergei Lavrov', 'same'],
    ['J. Feldmark', 'Joana Feldmark', 'same'],
    ['Ilze Quorin', 'Vey Ilse Quorrin', 'same'],
    ['Maresh Tolvane', 'Andrey Kolvenik', 'different'],
    ['Putin', 'Lavrov', 'different'],
    ['Bill Ode', 'Hilda Ode', 'different'],
    ['the Kremlin', 'Kremlin spokesman Dmitry Peskov', 'unknown'],
    ['White House', 'Joe Biden', 'unknown'],
    ['Russia', 'Vladimir Putin', 'unknown'],
    ['Three', 'Maresh Tolvane', 'unknown'],
    ['Ostmere Minister', 'Maresh Tolvane', 'unknown'],
    ['Kolvenik', 'Kolvenek', 'unknown'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(nameIdentity(a, b)).toBe(expected)
    expect(nameIdentity(b, a)).toBe(expected)
  })
})

describe('speakers of two quotations', () => {
  const identity = (a: string, b: string, text = '') => {
    const articles = [a, b].map((speaker, place) =>
      told(`article${place}`, `${speaker} said it would rain. ${text}`, [
        { words: 'it would rain', speaker },
      ]),
    )
    const [first, second] = articles.flatMap(({ annotations }) => annotations)
    if (!first || !second) throw new Error('Two articles have two quotations.')
    return speakerIdentity(storyOf(...articles), first, second)
  }

  it.each(['He', 'She', 'They', 'The official', 'A spokesman', 'The two ministers', 'Kolvenik and Tolvane'])(
    'are unknown where one is “%s”',
    (nominal) => {
      expect(identity('Andrey Kolvenik', nominal)).toBe('unknown')
    },
  )

  it('are read from the words where no record is linked', () => {
    expect(identity('Foreign Minister Andrey Kolvenik', 'Kolvenik')).toBe('same')
    expect(identity('Foreign Minister Andrey Kolvenik', 'President Maresh Tolvane')).toBe('different')
  })

  it('are unknown where a single name is a place in the story', () => {
    expect(identity('Ostmere', 'Andrey Kolvenik')).toBe('different')
    expect(identity('Ostmere', 'Andrey Kolvenik', 'Rain is rare in Ostmere.')).toBe('unknown')
  })

  it('go by the record first', () => {
    const [a, b] = [
      told('a', 'He said it would rain.', [{ words: 'it would rain', speaker: 'He' }]),
      told('b', 'Kolvenik said it would rain.', [{ words: 'it would rain', speaker: 'Kolvenik' }]),
    ]
    const linked = [a, b].map((article) => ({
      ...article,
      annotations: article.annotations.map((one) => ({
        ...one,
        ...(one.quotation && { quotation: { ...one.quotation, speaker: 'spk' } }),
      })),
    }))
    const [first, second] = linked.flatMap(({ annotations }) => annotations)
    if (!first || !second) throw new Error('Two articles have two quotations.')
    expect(speakerIdentity(storyOf(...linked), first, second)).toBe('same')
  })
})
