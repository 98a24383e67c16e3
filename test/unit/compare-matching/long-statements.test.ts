import { describe, expect, it } from 'vitest'
import { isEnclosed } from '#core/compare/enclosing-range'
import { likenessOf } from '#core/compare/similarity'
import { termsOf } from '#core/compare/terms'
import { createVectors, type Vector } from '#core/compare/vectors'
import { finish } from './finish'

const vectorsOf = (...texts: readonly string[]): readonly Vector[] =>
  finish(createVectors(texts.map((text) => ({ terms: termsOf(text, 'en'), quoted: [] })))).all

describe('statements beyond any measure', () => {
  it('are weighed by their beginning and end, so that comparing two stays bounded', () => {
    const long = `Harbour ${'word '.repeat(5_000)}bridge`
    const [a, b] = vectorsOf(long, long)
    if (!a || !b) throw new Error('Two texts give two vectors.')
    expect(a.terms).toHaveLength(800)
    expect([a.terms[0]?.term.word, a.terms.at(-1)?.term.word]).toEqual(['harbour', 'bridge'])
    const { pairs, verbatim, order } = likenessOf(a, b)
    expect(pairs).toHaveLength(800)
    expect([verbatim, order]).toEqual([1, 1])
  })

  it('leaves every term of a long statement that a person may have made', () => {
    const [a] = vectorsOf(`${'word '.repeat(400)}middle ${'word '.repeat(399)}`)
    expect(a?.terms).toHaveLength(800)
    expect(a?.terms[400]?.term.word).toBe('middle')
  })
})

describe('likenessOf', () => {
  it('weighs the heaviest run in the order of both texts', () => {
    const [a, same, turned] = vectorsOf(
      'harbour bridge ferry quay',
      'harbour bridge ferry quay',
      'quay ferry bridge harbour',
    )
    if (!a || !same || !turned) throw new Error('Three texts give three vectors.')
    expect(likenessOf(a, same).order).toBe(1)
    // Only one of four words of equal weight is left in order.
    expect(likenessOf(a, turned).order).toBeCloseTo(1 / 4, 1)
  })
})

describe('isEnclosed', () => {
  it('finds the range that holds a part, and none for what reaches over its edge', () => {
    const ranges = [
      { start: 2, end: 5 },
      { start: 8, end: 12 },
    ]
    expect(isEnclosed({ start: 2, end: 5 }, ranges)).toBe(true)
    expect(isEnclosed({ start: 9, end: 10 }, ranges)).toBe(true)
    expect(isEnclosed({ start: 4, end: 9 }, ranges)).toBe(false)
    expect(isEnclosed({ start: 0, end: 1 }, ranges)).toBe(false)
    expect(isEnclosed({ start: 13, end: 14 }, ranges)).toBe(false)
    expect(isEnclosed({ start: 0, end: 1 }, [])).toBe(false)
  })
})
