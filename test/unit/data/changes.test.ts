import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invert, type Change } from '#core/model/journal'
import { applyChange, pruneChange, sameValue } from '#data/changes'

function update(before: object | null, after: object | null): Change {
  return { table: 'tags', id: 't', before, after }
}

describe('pruning', () => {
  it('keeps only the fields that differ', () => {
    expect(pruneChange(update({ name: 'A', parent: null }, { name: 'B', parent: null }))).toEqual(
      update({ name: 'A' }, { name: 'B' }),
    )
  })

  it('keeps a field that comes or goes on its one side', () => {
    expect(pruneChange(update({ name: 'A' }, { name: 'A', color: '#000000' }))).toEqual(
      update({}, { color: '#000000' }),
    )
  })

  it('drops a change of nothing, and leaves creations whole', () => {
    expect(pruneChange(update({ name: 'A' }, { name: 'A' }))).toBeNull()
    expect(pruneChange(update(null, { name: 'A' }))).toEqual(update(null, { name: 'A' }))
  })
})

describe('applying', () => {
  it('refuses to change a field that somebody else has changed', () => {
    expect(applyChange({ name: 'C' }, update({ name: 'A' }, { name: 'B' }))).toEqual({ fits: false })
  })

  it('refuses to delete or to make a row that is otherwise than it says', () => {
    expect(applyChange({ name: 'C' }, update({ name: 'A' }, null))).toEqual({ fits: false })
    expect(applyChange({ name: 'C' }, update(null, { name: 'A' }))).toEqual({ fits: false })
    expect(applyChange(undefined, update({ name: 'A' }, { name: 'B' }))).toEqual({ fits: false })
  })

  it('passes over what is already so', () => {
    expect(applyChange({ name: 'B' }, update({ name: 'A' }, { name: 'B' }))).toEqual({
      fits: true,
      row: { name: 'B' },
    })
    expect(applyChange(undefined, update({ name: 'A' }, null))).toEqual({ fits: true, row: undefined })
  })
})

const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue(), { noNullPrototype: true })
const rowOrNone = fc.option(row)

describe('any change', () => {
  it('makes the row after of the row before, pruned or not, and its inverse takes it back', () => {
    fc.assert(
      fc.property(rowOrNone, rowOrNone, (before, after) => {
        const change = update(before, after)
        for (const one of [change, pruneChange(change)]) {
          if (!one) continue
          expect(applyChange(before ?? undefined, one)).toEqual({ fits: true, row: after ?? undefined })
          expect(applyChange(after ?? undefined, invert(one))).toEqual({
            fits: true,
            row: before ?? undefined,
          })
        }
      }),
    )
  })

  it('leaves fields alone that it does not name', () => {
    fc.assert(
      fc.property(row, row, fc.jsonValue(), (before, after, other) => {
        const change = pruneChange(update(before, after))
        if (!change) return
        const moved = { ...before, elsewhere: other }
        expect(applyChange(moved, change)).toEqual({ fits: true, row: { ...after, elsewhere: other } })
      }),
    )
  })
})

it('compares values by their fields, not by their order', () => {
  expect(sameValue({ a: [1, { b: 2 }], c: null }, { c: null, a: [1, { b: 2 }] })).toBe(true)
  expect(sameValue([1, 2], [2, 1])).toBe(false)
  expect(sameValue({ a: undefined }, {})).toBe(true)
  expect(sameValue([], {})).toBe(false)
})
