import { describe, expect, it } from 'vitest'
import { findQuantities } from '#core/suggest/quantities'
import { GOLD } from './gold'

describe('findQuantities', () => {
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
})
