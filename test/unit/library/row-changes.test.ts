import { expect, it } from 'vitest'
import { RowChanges } from '#core/library/row-changes'

it('names the rows that changed since it was asked, and not those of new articles', () => {
  const changes = new RowChanges(new Set(['a', 'b', 'c']))
  for (const id of ['a', 'new', 'c', 'a']) changes.note(id)
  expect(changes.take()).toEqual(['a', 'c'])
  expect(changes.take()).toEqual([])
})

it('says that any may have changed when it is told so, or when they are more than a list keeps', () => {
  const many = Array.from({ length: 1_200 }, (_, at) => String(at))
  const changes = new RowChanges(new Set(many))
  changes.noteAll()
  changes.note('1')
  expect(changes.take()).toBeNull()
  for (const id of many) changes.note(id)
  expect(changes.take()).toBeNull()
  changes.note('1')
  expect(changes.take()).toEqual(['1'])
})
