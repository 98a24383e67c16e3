import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '#core/suggest/quantities'
import { GOLD, REFERENCE } from './gold'
import { findDates } from '#core/suggest/dates'

describe('findQuantities', () => {
  it('is held by a gold set of some size', () => {
    const items = GOLD.flatMap(({ quantities, dates }) => [...quantities, ...dates])
    expect(items.length).toBeGreaterThanOrEqual(120)
  })

  it.each(GOLD.map((sentence) => [sentence.text, sentence.quantities] as const))(
    'reads %j',
    (text, quantities) => {
      const found = findQuantities(text)
      expect(found.map(({ exact, value, unit, qualifier }) => ({ exact, value, unit, qualifier }))).toEqual(
        quantities,
      )
      for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact)
    },
  )

  it('reads all sentences of the gold set as one text', () => {
    const text = GOLD.map((sentence) => sentence.text).join('\n\n')
    expect(findQuantities(text).map(({ exact }) => exact)).toEqual(
      GOLD.flatMap(({ quantities }) => quantities.map(({ exact }) => exact)),
    )
    expect(findDates(text, REFERENCE).map(({ exact }) => exact)).toEqual(
      GOLD.flatMap(({ dates }) => dates.map(({ exact }) => exact)),
    )
  })

  it('has spans in order that carry their text, apart from dates, in any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom(
        'between ',
        ' and ',
        '10',
        ' to ',
        '-',
        '$',
        '2bn',
        ' people',
        'a hundred',
        ' million',
        'some ',
        '%',
        'in 2014 ',
        ',',
        '.',
        '000',
        ' or more',
        '+',
        '\n',
        'no more than ',
        'one',
        ' and a half',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const quantity of findQuantities(text)) {
          expect(quantity.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(quantity.start, quantity.end)).toBe(quantity.exact)
          expect(Number.isFinite(quantity.value)).toBe(true)
          end = quantity.end
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['one hundred and ', '1 000 ', '1,000,', 'a ', 'between 10 and ', '- ', 'no more than ', '9'])(
    'reads %j a hundred thousand times without going back and forth',
    (piece) => {
      expect(() => findQuantities(piece.repeat(100_000))).not.toThrow()
    },
    30_000,
  )
})
