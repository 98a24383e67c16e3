import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattenRanges } from '#core/text/flatten'

const ranges = fc.array(
  fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
)

describe('flattenRanges', () => {
  it('covers exactly the union, in disjoint ordered segments, each with exactly the items over it', () => {
    fc.assert(
      fc.property(ranges, (items) => {
        const segments = flattenRanges(items)
        let last = 0
        for (const segment of segments) {
          expect(segment.start).toBeGreaterThanOrEqual(last)
          expect(segment.end).toBeGreaterThan(segment.start)
          expect(segment.items.length).toBeGreaterThan(0)
          last = segment.end
        }
        for (let offset = 0; offset < 45; offset++) {
          const over = items.filter((item) => item.start <= offset && offset < item.end)
          const segment = segments.find(({ start, end }) => start <= offset && offset < end)
          expect(new Set(segment?.items ?? [])).toEqual(new Set(over))
          expect(segment?.items.length ?? 0).toBe(over.length)
        }
      }),
    )
  })

  it('cuts only where an item starts or ends', () => {
    fc.assert(
      fc.property(ranges, (items) => {
        const edges = new Set(items.flatMap(({ start, end }) => [start, end]))
        for (const { start, end } of flattenRanges(items)) {
          expect(edges.has(start) && edges.has(end)).toBe(true)
        }
      }),
    )
  })

  it('puts the outer item first, and equal ones in the order given', () => {
    const outer = { start: 0, end: 10, name: 'outer' }
    const first = { start: 2, end: 5, name: 'first' }
    const second = { start: 2, end: 5, name: 'second' }
    const names = flattenRanges([first, second, outer]).map(({ items }) => items.map(({ name }) => name))
    expect(names).toEqual([['outer'], ['outer', 'first', 'second'], ['outer']])
  })
})
