import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '#core/suggest/dates'
import { GOLD, REFERENCE } from './gold'

const values = (text: string, reference: string | null) =>
  findDates(text, reference).map(({ value }) => value)

describe('findDates', () => {
  it.each(GOLD.map((sentence) => [sentence.text, sentence.dates] as const))('reads %j', (text, dates) => {
    const found = findDates(text, REFERENCE)
    expect(found.map(({ exact, value }) => ({ exact, value }))).toEqual(dates)
    for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact)
  })

  it.each([
    ['It opens on Feb. 16.', ['--02-16']],
    ['A vote is due in May.', ['--05']],
    ['It closed on 28 February 2031 at 10:15.', ['2031-02-28T10:15']],
    ['They met on Monday at 10:15.', ['T10:15']],
    ['Dated 15/2/2022.', ['2022-02-15']],
    ['Dated 3/4/2031.', ['2031-04-03']],
    ['It began in 2014.', ['2014']],
    ['On Monday, yesterday, last week, three days ago.', []],
    ['It was lost on Feb. 30.', []],
  ])('says what can be said without a reference: %j', (text, expected) => {
    expect(values(text, null)).toEqual(expected)
  })

  it.each([
    ['2031-01-03T22:30:00-05:00', 'A storm hit on Dec. 30.', ['2030-12-30']],
    ['2030-12-30', 'The fair opens on Jan. 2.', ['2031-01-02']],
    ['2031-09-27', 'It was thrown out on Feb. 9.', ['2031-02-09']],
    ['2031-09-27', 'It will be heard on Feb. 9.', ['2032-02-09']],
    ['2031-11-27', 'The vote is on Feb. 9.', ['2032-02-09']],
    [
      '2031-09-27',
      'Harbour Today wrote of it. Today it sank. “Today it sank,” she said.',
      ['2031-09-27', '2031-09-27'],
    ],
    ['2031-09-27', 'It fell 32 percent below 2005 levels.', ['2005']],
    ['2031-01-01', 'It sank last month, and rose last week.', ['2030-12', '2030-W52']],
    ['2031-12-31', 'It ends this week.', ['2032-W01']],
    ['2032-03-01', 'It sank the day before yesterday, on Feb. 29.', ['2032-02-28', '2032-02-29']],
    ['2031-03-08', 'They met over the weekend.', ['2031-03-08/2031-03-09']],
    ['2031-08-01', 'It is due in January and was due in March.', ['2032-01', '2031-03']],
    ['2031-03', 'They met on Monday, Feb. 3.', ['--02-03']],
    ['no date', 'They met yesterday in 2014.', ['2014']],
  ])('counts from %s in %j', (reference, text, expected) => {
    expect(values(text, reference)).toEqual(expected)
  })

  it('has spans in order that carry their text, in any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom(
        'Monday',
        ' (',
        ')',
        ' 3',
        '/',
        '14:30',
        ' Feb. ',
        '2031',
        '-',
        'May ',
        ' at ',
        ',',
        '\n',
        ' ago',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const date of findDates(text, REFERENCE)) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.end).toBeGreaterThan(date.start)
          expect(text.slice(date.start, date.end)).toBe(date.exact)
          end = date.end
        }
      }),
      { numRuns: 500 },
    )
  })
})
