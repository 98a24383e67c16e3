import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDateOf,
  dayNumber,
  isCivilDate,
  isoDate,
  isoMonth,
  isoWeek,
  weekdayOf,
} from '#core/suggest/civil-date'

const anyDay = fc
  .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('3000-12-31') })
  .map((date) => date.toISOString().slice(0, 10))

function dateOf(iso: string) {
  const date = civilDateOf(iso)
  if (!date) throw new Error(`${iso} is no date`)
  return date
}

describe('civil dates', () => {
  it('keep what ISO 8601 says, and count days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (iso, days) => {
        const date = dateOf(iso)
        expect(isoDate(date)).toBe(iso)
        expect(dayNumber(addDays(date, days)) - dayNumber(date)).toBe(days)
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
      }),
    )
  })

  it('know weekdays and ISO weeks', () => {
    expect(['2031-03-05', '1969-12-28', '2000-02-29'].map((iso) => weekdayOf(dateOf(iso)))).toEqual([3, 7, 2])
    // Examples of ISO 8601 weeks around the turn of years that do not begin on a Monday.
    expect(
      ['2005-01-01', '2007-12-31', '2009-12-31', '2010-01-03'].map((iso) => isoWeek(dateOf(iso))),
    ).toEqual(['2004-W53', '2008-W01', '2009-W53', '2009-W53'])
  })

  it('count months across years', () => {
    expect([-3, -2, 0, 9, 10].map((months) => isoMonth({ year: 2031, month: 3 }, months))).toEqual([
      '2030-12',
      '2031-01',
      '2031-03',
      '2031-12',
      '2032-01',
    ])
  })

  it('refuse days the calendar does not have', () => {
    expect(civilDateOf('2031-02-29')).toBeNull()
    expect(civilDateOf('2031-2-2')).toBeNull()
    expect(civilDateOf('2031-02-28T10:00:00Z')).toEqual({ year: 2031, month: 2, day: 28 })
    expect(isCivilDate({ year: 2032, month: 2, day: 29 })).toBe(true)
  })
})
