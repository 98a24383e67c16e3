import { expect, it, test } from 'vitest'
import { matrixRows } from '#core/compare/matrix'
import { isIn, toggleIn } from '#store/matrix'
import {
  cellAfterKey,
  chosenIn,
  foundCell,
  keptCell,
  keptMember,
} from '../../../src/renderer/src/features/story/matrix/cells'
import { surroundingsOf } from '../../../src/renderer/src/features/story/matrix/use-surroundings'
import { cluster, input, quotation } from '../compare/matrix-samples'

const press = (key: string, row: number, column: number, mod = false) =>
  cellAfterKey({ key, mod }, { row, column }, 10, 3, 4)

it.each([
  ['ArrowUp', 0, 1, false, { row: -1, column: 1 }],
  ['ArrowUp', -1, 1, false, { row: -1, column: 1 }],
  ['ArrowDown', -1, 2, false, { row: 0, column: 2 }],
  ['ArrowDown', 9, 0, false, { row: 9, column: 0 }],
  ['ArrowLeft', 3, 0, false, { row: 3, column: -1 }],
  ['ArrowRight', -1, 2, false, { row: -1, column: 2 }],
  ['Home', 5, 2, false, { row: 5, column: -1 }],
  ['End', 5, -1, false, { row: 5, column: 2 }],
  ['Home', 5, 2, true, { row: 0, column: -1 }],
  ['End', 0, 0, true, { row: 9, column: 2 }],
  ['PageDown', 8, 1, false, { row: 9, column: 1 }],
  ['PageUp', 2, 1, false, { row: 0, column: 1 }],
] as const)('%s from row %i, column %i (mod %s)', (key, row, column, mod, expected) => {
  expect(press(key, row, column, mod)).toEqual(expected)
})

it('leaves other keys alone', () => expect(press('a', 1, 1)).toBeNull())

test('a place is found again though a re-run gave its row another id and place', () => {
  const all = ['a1', 'a2', 'a3'].map((id) => quotation(id, 'a', id))
  const rowsOf = (...clusters: readonly (readonly string[])[]) =>
    matrixRows(
      input(
        { a: 'A' },
        all,
        clusters.map((members) => cluster(members.join(), members)),
      ),
      'utterance',
    )
  const kept = keptCell(rowsOf(['a1'], ['a2'], ['a3']), { row: 1, column: 0 })
  expect(foundCell(kept, rowsOf(['a3'], ['a1', 'a2']), 1)).toEqual({ row: 1, column: 0 })
  expect(foundCell(kept, rowsOf(['a1'], ['a3']), 1)).toEqual({ row: 1, column: 0 })
  expect(foundCell(kept, rowsOf(['a1']), 1)).toEqual({ row: 0, column: 0 })
  expect(foundCell(keptCell([], { row: -1, column: 0 }), rowsOf(['a1']), 1)).toEqual({ row: -1, column: 0 })
  expect(foundCell(null, rowsOf(['a1']), 1)).toEqual({ row: 0, column: 0 })
})

test('a place goes with the words chosen in a cell, and falls back to its first', () => {
  const all = [quotation('a1', 'a', 'One'), quotation('a2', 'a', 'Two', { start: 9 })]
  const rows = matrixRows(input({ a: 'A' }, all, [cluster('one', ['a1', 'a2'])]), 'utterance')
  const kept = keptCell(rows, { row: 0, column: 0 }, 'a2')
  const parted = matrixRows(input({ a: 'A' }, all, [cluster('x', ['a1']), cluster('y', ['a2'])]), 'utterance')
  expect(foundCell(kept, parted, 1)).toEqual({ row: 1, column: 0 })
  expect(chosenIn(all, keptMember(kept))?.id).toBe('a2')
  expect(chosenIn(all, 'gone')?.id).toBe('a1')
  expect(chosenIn([], 'a1')).toBeNull()
})

test('a row is in a set by any of its annotations, and leaves it whole', () => {
  const set = toggleIn(new Set(), ['a1', 'b1'])
  expect(isIn(set, ['b1', 'a1'])).toBe(true)
  expect(toggleIn(set, ['b1', 'a1']).size).toBe(0)
})

test('the surroundings are the rest of the sentence and one on each side', () => {
  const text = 'First one. Second one. He said “Fine” then. Fourth one. Fifth one.'
  const start = text.indexOf('“Fine”')
  expect(surroundingsOf(text, { start, end: start + 6 })).toEqual({
    before: 'Second one. He said',
    after: 'then. Fourth one.',
  })
  expect(surroundingsOf('Fine', { start: 0, end: 4 })).toEqual({ before: '', after: '' })
})
