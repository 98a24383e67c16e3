import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clickRow,
  keepShown,
  moveTo,
  selectAll,
  targetOfKey,
  toggleRow,
} from '../../../src/renderer/src/store/selection'
import { NO_SELECTION, type Selection } from '../../../src/renderer/src/store/library'

const ids = ['a', 'b', 'c', 'd', 'e']
const plain = { toggle: false, extend: false }
const shift = { toggle: false, extend: true }
const ctrl = { toggle: true, extend: false }
const chosen = (selection: Selection) => [...selection.selected].sort().join('')

describe('clicking', () => {
  it('selects one row and forgets the others', () => {
    const first = clickRow(NO_SELECTION, ids, 'b', plain)
    expect(chosen(clickRow(first, ids, 'd', plain))).toBe('d')
  })

  it('adds and removes single rows with Ctrl', () => {
    const two = clickRow(clickRow(NO_SELECTION, ids, 'b', plain), ids, 'd', ctrl)
    expect(chosen(two)).toBe('bd')
    expect(chosen(clickRow(two, ids, 'b', ctrl))).toBe('d')
  })

  it('extends from the anchor with Shift, in both directions, without moving the anchor', () => {
    const start = clickRow(NO_SELECTION, ids, 'c', plain)
    const down = clickRow(start, ids, 'e', shift)
    expect(chosen(down)).toBe('cde')
    expect(chosen(clickRow(down, ids, 'a', shift))).toBe('abc')
  })

  it('adds a range to what is selected with Ctrl and Shift', () => {
    const picked = clickRow(clickRow(NO_SELECTION, ids, 'a', plain), ids, 'c', ctrl)
    expect(chosen(clickRow(picked, ids, 'e', { toggle: true, extend: true }))).toBe('acde')
  })

  it('falls back to the row itself when the anchor is no longer shown', () => {
    const start = clickRow(NO_SELECTION, ['z', ...ids], 'z', plain)
    expect(chosen(clickRow(start, ids, 'c', shift))).toBe('c')
  })
})

describe('moving with the keyboard', () => {
  it('stops at both ends', () => {
    expect(moveTo(NO_SELECTION, ids, 99, plain).active).toBe('e')
    expect(moveTo(NO_SELECTION, ids, -3, plain).active).toBe('a')
    expect(moveTo(NO_SELECTION, [], 0, plain)).toBe(NO_SELECTION)
  })

  it('moves without selecting with Ctrl, so that Space can pick rows', () => {
    const start = clickRow(NO_SELECTION, ids, 'a', plain)
    const moved = moveTo(start, ids, 2, ctrl)
    expect(chosen(moved)).toBe('a')
    expect(chosen(toggleRow(moved, 'c'))).toBe('ac')
  })

  it('shrinks the range when Shift moves back', () => {
    const start = clickRow(NO_SELECTION, ids, 'b', plain)
    const grown = moveTo(start, ids, 4, shift)
    expect(chosen(moveTo(grown, ids, 2, shift))).toBe('bc')
  })

  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowUp', -1, 4],
    ['ArrowDown', 4, 4],
    ['PageDown', 1, 4],
    ['PageUp', 1, 0],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['x', 0, null],
  ])('%s from row %i goes to %s', (key, from, to) => {
    expect(targetOfKey(key, from, 5, 3)).toBe(to)
  })
})

describe('what stays selected', () => {
  it('lets go of rows that are no longer shown', () => {
    const all = selectAll(NO_SELECTION, ids)
    const kept = keepShown(all, ['b', 'c'])
    expect(chosen(kept)).toBe('bc')
    expect(kept.active).toBeNull()
  })

  it('is the same object when nothing is gone', () => {
    const some = clickRow(NO_SELECTION, ids, 'b', plain)
    expect(keepShown(some, ids)).toBe(some)
  })

  it('never contains a row that is not shown, whatever was clicked', () => {
    const click = fc.record({
      id: fc.constantFrom(...ids),
      toggle: fc.boolean(),
      extend: fc.boolean(),
      shown: fc.subarray(ids, { minLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(click), (clicks) => {
        let selection = NO_SELECTION
        for (const { id, toggle, extend, shown } of clicks) {
          selection = keepShown(selection, shown)
          const target = shown.includes(id) ? id : shown[0]
          if (target !== undefined) selection = clickRow(selection, shown, target, { toggle, extend })
          expect([...selection.selected].every((one) => shown.includes(one))).toBe(true)
          expect(selection.active).toBe(target)
        }
      }),
    )
  })
})
