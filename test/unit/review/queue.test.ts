import { describe, expect, it } from 'vitest'
import { itemAfter, itemAt, stepFrom } from '../../../src/renderer/src/features/review/queue'
import { itemOf, suggestionOf } from './items'

const items = ['a', 'b', 'c', 'd'].map((id) => itemOf(suggestionOf('Words.', { content: ['Words'], id })))
const none = new Set<string>()
const idOf = (item: { readonly annotation: { readonly id: string } } | null) => item?.annotation.id ?? null

describe('the active item', () => {
  it('is the one that was active, wherever it moved', () => {
    expect(idOf(itemAt(items, 'c', 0, none))).toBe('c')
  })

  it('is what moved to the place of one that is gone', () => {
    expect(idOf(itemAt(items, 'gone', 1, none))).toBe('b')
    expect(idOf(itemAt(items, 'gone', 9, none))).toBe('d')
    expect(idOf(itemAt([], 'gone', 0, none))).toBeNull()
  })

  it('is never one that is being decided', () => {
    expect(idOf(itemAt(items, 'a', 0, new Set(['a'])))).toBe('b')
    expect(idOf(itemAt(items, 'a', 0, new Set(['a', 'b', 'c', 'd'])))).toBeNull()
  })
})

describe('moving', () => {
  it('stops at both ends and passes over what is being decided', () => {
    expect(idOf(stepFrom(items, 'd', 1, none))).toBe('d')
    expect(idOf(stepFrom(items, 'b', -9, none))).toBe('a')
    expect(idOf(stepFrom(items, 'a', 1, new Set(['b'])))).toBe('c')
  })

  it('goes on after a decision, at the end back, and nowhere after the last', () => {
    expect(idOf(itemAfter(items, 'b', none))).toBe('c')
    expect(idOf(itemAfter(items, 'd', none))).toBe('c')
    expect(itemAfter(items.slice(0, 1), 'a', none)).toBeNull()
  })
})
