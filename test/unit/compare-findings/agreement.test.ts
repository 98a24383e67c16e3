import { describe, expect, it } from 'vitest'
import { dateAgreement } from '#core/compare/date-agreement'
import { quantityAgreement } from '#core/compare/quantity-agreement'
import { findDates } from '#core/suggest/dates'
import { findQuantities } from '#core/suggest/quantities'

/** The one quantity (or date) that a text states. */
function only<T>(found: readonly T[], text: string): T {
  const [first] = found
  if (first === undefined || found.length !== 1) throw new Error(`“${text}” states ${found.length}.`)
  return first
}

describe('quantities', () => {
  const agreement = (a: string, b: string) => {
    const there = quantityAgreement(only(findQuantities(a), a), only(findQuantities(b), b))
    expect(quantityAgreement(only(findQuantities(b), b), only(findQuantities(a), a))).toBe(there)
    return there
  }

  it.each([
    ['70,000 soldiers', '70 thousand troops'],
    ['twelve ships', '12 vessels'],
    ['40% of it', '40 per cent of it'],
    ['$5 million', '5 million US dollars'],
    ['120 people', '120 persons'],
    ['two dozen boats', '24 boats'],
    ['$1 tln', 'one trillion dollars'],
    ['4 mln people', 'four million people'],
    ['2 1/2 million crowns', '2.5 million crowns'],
    ['3½ hours', '3.5 hours'],
    ['+28 degrees', '28 degrees'],
  ])('%s and %s are the same', (a, b) => {
    expect(agreement(a, b)).toBe('same')
  })

  it.each([
    ['more than 100,000 troops', 'some 100,000 troops'],
    ['more than 100,000 troops', 'about 105,000 troops'],
    ['more than 100,000 troops', '130,000 troops'],
    ['up to 50 boats', '40 boats'],
    ['up to 70 boats', 'more than 60 boats'],
    ['nearly 100,000 people', 'more than 100,000 people'],
    ['1.2 million tonnes', '1,234,000 tonnes'],
    ['at least 31 people', '31 wounded'],
    ['80 km of road', '50 miles of road'],
    ['48 hours', 'two days'],
    ['39.6 percent', '40 percent'],
    ['41 °F', '5 °C'],
    ['30 degrees', '86 degrees'],
    ['22 degrees', '22 degrees Celsius'],
    ['36 km/h', '10 metres per second'],
  ])('%s and %s are compatible', (a, b) => {
    expect(['same', 'compatible']).toContain(agreement(a, b))
  })

  it.each([
    ['12 people', '14 people'],
    ['30 people', '31 people'],
    ['more than 60 boats', 'more than 90 boats'],
    ['more than 100,000 troops', '180,000 troops'],
    ['at least 31 people', 'no fewer than 13 individuals'],
    ['23 signatories', '32 signatories'],
    ['40% of it', '46 per cent of it'],
    ['up to 50 boats', '70 boats'],
    ['about 40 ships', 'about 60 ships'],
    ['80 km of road', '80 miles of road'],
    ['$5 million', '$8 million'],
    ['22 degrees', '33 degrees Celsius'],
  ])('%s and %s conflict', (a, b) => {
    expect(agreement(a, b)).toBe('conflict')
  })

  it.each([
    ['12 people', '14 km'],
    ['$5 million', '€5 million'],
    ['48 hours', '48 ships'],
    ['12 goats', '14 letters'],
  ])('%s and %s cannot be compared', (a, b) => {
    expect(agreement(a, b)).toBe('not-comparable')
  })
})

describe('dates', () => {
  const agreement = (
    a: string,
    b: string,
    printed: readonly [string | null, string | null] = ['2025-03-04', '2025-03-05'],
  ) => {
    const first = only(findDates(a, printed[0]), a)
    const second = only(findDates(b, printed[1]), b)
    expect(dateAgreement(second, first)).toBe(dateAgreement(first, second))
    return dateAgreement(first, second)
  }

  it.each([
    ['on 16 February', 'on Feb. 16', 'same'],
    ['at 3 p.m.', 'at 15:00', 'same'],
    ['in February 2022', 'on 15 February 2022', 'compatible'],
    ['in 2022', 'on 15 February 2022', 'compatible'],
    ['on Monday', 'on 3 March', 'same'],
    ['on Monday at 10:15', 'on Monday', 'compatible'],
    ['in the 1990s', 'in 1994', 'compatible'],
    ['on 8 March 2025', 'this week', 'compatible'],
    ['on 16 February', 'on 18 February', 'conflict'],
    ['on Monday', 'on Tuesday', 'conflict'],
    ['at 3 p.m.', 'at 16:00', 'conflict'],
    ['in 2014', 'in 2015', 'conflict'],
    ['in May 2022', 'in June 2022', 'conflict'],
    ['on Monday', 'on 2 March', 'conflict'],
    ['at 15:00 GMT', 'at 15:00', 'not-comparable'],
    ['in 2014', 'on Monday', 'not-comparable'],
    ['on Monday', 'at 15:00', 'not-comparable'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(agreement(a, b)).toBe(expected)
  })

  it('that have no year agree by what they state', () => {
    const unknown = [null, null] as const
    expect(agreement('on 16 February', 'on February 16', unknown)).toBe('same')
    expect(agreement('on 16 February', 'on February 18', unknown)).toBe('conflict')
    expect(agreement('on 16 February', 'in February', unknown)).toBe('compatible')
    expect(agreement('on 16 February', 'on 16 February 2022', unknown)).toBe('compatible')
    expect(agreement('on Monday 25 May', 'on 25 May')).toBe('same')
    expect(agreement('on Monday, 25 May', 'on Tuesday, 25 May')).toBe('conflict')
    expect(agreement('Saturday, July 25', 'on Saturday')).toBe('compatible')
  })

  it('whose year is a guess agree by day and month, whatever tells past from future', () => {
    expect(agreement('will begin on July 27', 'began on July 27')).toBe('same')
    expect(agreement('will begin on July 27', 'began on July 27, 2020')).toBe('compatible')
    expect(agreement('will begin on July 27', 'began on July 26')).toBe('conflict')
  })

  it('relative to the day of printing may be a day apart, as outlets print in other zones', () => {
    expect(agreement('yesterday', 'yesterday')).toBe('compatible')
    expect(agreement('today', 'on 1 March')).toBe('conflict')
  })

  it('stated by weekday alone agree by its name, whenever they were printed', () => {
    expect(agreement('on Monday', 'on Monday', ['2025-03-04', '2025-03-12'])).toBe('same')
  })
})
