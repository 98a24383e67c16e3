import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIntegerIn, isListOf, isMatching, isNullOr, isOneOf, isRecordOf, isText } from '#ipc/guards'

describe('guards', () => {
  it('hold a text to its length, and to being a text', () => {
    const guard = isText(3)
    expect(guard('abc')).toBe(true)
    expect(guard('abcd')).toBe(false)
    for (const hostile of [3, null, undefined, ['a'], new String('a'), { length: 1 }])
      expect(guard(hostile)).toBe(false)
  })

  it('hold an integer to its range', () => {
    const guard = isIntegerIn(1, 10)
    expect([1, 10].every(guard)).toBe(true)
    for (const hostile of [0, 11, 1.5, NaN, Infinity, '5', 5n, null]) expect(guard(hostile)).toBe(false)
  })

  it('take a pattern for the whole of a bounded text', () => {
    const guard = isMatching(/^a+$/, 4)
    expect(guard('aaaa')).toBe(true)
    expect(guard('aaaaa')).toBe(false)
    expect(guard('ab')).toBe(false)
  })

  it('know a choice by value, not by what an object inherits', () => {
    const guard = isOneOf('folder', 'files')
    expect(guard('files')).toBe(true)
    expect(guard('constructor')).toBe(false)
    expect(isNullOr(guard)(null)).toBe(true)
    expect(isNullOr(guard)(undefined)).toBe(false)
  })

  it('refuse a list that is too long, has holes, or only looks like one', () => {
    const guard = isListOf(isText(1), 2)
    expect(guard(['a', 'b'])).toBe(true)
    expect(guard(['a', 'b', 'c'])).toBe(false)
    expect(guard(new Array(1))).toBe(false)
    expect(guard({ 0: 'a', length: 1 })).toBe(false)
  })

  it('refuse a record with a property too many, too few, or inherited', () => {
    const guard = isRecordOf({ id: isText(5), group: isIntegerIn(0, 9) })
    expect(guard({ id: 'a', group: 1 })).toBe(true)
    expect(guard({ id: 'a' })).toBe(false)
    expect(guard({ id: 'a', group: 1, more: 1 })).toBe(false)
    expect(guard(Object.assign(Object.create({ id: 'a' }), { group: 1, other: 2 }))).toBe(false)
    expect(guard(JSON.parse('{"__proto__":{"id":"a"},"group":1}'))).toBe(false)
    expect(guard([])).toBe(false)
  })

  it('never throw, whatever arrives', () => {
    const guards = [isText(5), isIntegerIn(0, 5), isListOf(isText(5), 5), isRecordOf({ a: isText(5) })]
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
        (value) => guards.every((guard) => typeof guard(value) === 'boolean'),
      ),
    )
  })
})
