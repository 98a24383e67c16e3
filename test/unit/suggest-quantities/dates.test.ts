import { describe, expect, it } from 'vitest'
import { findDates } from '#core/suggest/dates'
import { GOLD, REFERENCE } from './gold'

describe('findDates', () => {
  it.each(GOLD.map((sentence) => [sentence.text, sentence.dates] as const))('reads %j', (text, dates) => {
    const found = findDates(text, REFERENCE)
    expect(found.map(({ exact, value }) => ({ exact, value }))).toEqual(dates)
    for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact)
  })
})
