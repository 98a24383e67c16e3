import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PassageAlignment } from '#core/model/comparison'
import type { ArticleBody } from '#core/model/article'
import { spanOf } from '#core/model/range'
import { planColumn } from '../../../src/renderer/src/features/story/parallel/plan-column'
import { linkedTop, placeMap } from '../../../src/renderer/src/features/story/parallel/scroll-map'
import { stepTie, tieDiffers, tiePassages } from '../../../src/renderer/src/features/story/parallel/ties'

const A = 'Ships wait. Nobody sails today. The port is shut.'
const B = 'The port is shut. Ships wait. No one sails today.'

function align(
  b: string,
  text: string,
  pairs: readonly (readonly [string, string, boolean?])[],
): PassageAlignment {
  const range = (whole: string, words: string) => {
    const start = whole.indexOf(words)
    return spanOf(whole, { start, end: start + words.length })
  }
  return {
    a: 'a',
    b,
    pairs: pairs.map(([x, y, moved = false]) => ({
      a: range(A, x),
      b: range(text, y),
      similarity: 1,
      moved,
    })),
    coverA: 1,
    coverB: 1,
  }
}

const toB = align('b', B, [
  ['Ships wait.', 'Ships wait.'],
  ['Nobody sails today.', 'No one sails today.'],
  ['The port is shut.', 'The port is shut.', true],
])
const texts = new Map([
  ['a', { text: A, language: 'en' }],
  ['b', { text: B, language: 'en' }],
])

describe('ties', () => {
  it('are numbered in the order of the first article and know what stands elsewhere', () => {
    const ties = tiePassages('a', [toB])
    expect(ties.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(ties.map(({ passages }) => passages.get('b')?.moved)).toEqual([false, false, true])
  })

  it('join what overlaps in the first article across several others', () => {
    const toC = align('c', A, [['Ships wait. Nobody sails today.', 'Ships wait. Nobody sails today.']])
    const ties = tiePassages('a', [toB, toC])
    expect(ties.map(({ passages }) => [...passages.keys()])).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
    ])
    expect(ties[0]?.passages.get('b')?.ranges).toEqual([{ start: 18, end: B.length }])
  })

  it('are walked, those with differences alone when asked', () => {
    const ties = tiePassages('a', [toB])
    const differs = (tie: (typeof ties)[number]) => tieDiffers(tie, 'a', ['a', 'b'], texts)
    expect(ties.map(differs)).toEqual([false, true, false])
    expect(stepTie(ties, null, 1, differs)?.number).toBe(2)
    expect(stepTie(ties, 2, 1, differs)).toBeNull()
    expect(stepTie(ties, 3, -1, () => true)?.number).toBe(2)
  })
})

it('a column shows every word once, cut where passages and furniture begin and end', () => {
  const body: ArticleBody = {
    text: A,
    blocks: [
      { kind: 'paragraph', start: 0, end: 31 },
      { kind: 'paragraph', start: 32, end: A.length },
    ],
    furniture: [{ start: 12, end: 18 }],
  }
  const ties = tiePassages('a', [toB])
  const blocks = planColumn('a', body, ties)
  expect(blocks.map(({ pieces }) => pieces.map(({ start, end }) => A.slice(start, end)).join(''))).toEqual([
    A.slice(0, 31),
    A.slice(32),
  ])
  const pieces = blocks.flatMap((block) => block.pieces)
  expect(pieces.filter(({ begins }) => begins).map(({ tie }) => tie?.number)).toEqual([1, 2, 3])
  expect(pieces.filter(({ furniture }) => furniture).map(({ start, end }) => A.slice(start, end))).toEqual([
    'Nobody',
  ])
  expect(pieces.filter(({ whole }) => whole).map(({ tie }) => tie?.number)).toEqual([1, 3])
})

describe('scrolling together', () => {
  const anchors = [
    { from: [100, 200], to: [400, 450] },
    { from: [300, 400], to: [500, 900] },
    // Crosses the one before: left out.
    { from: [420, 430], to: [100, 110] },
  ] as const

  it('maps edges of tied passages on each other, and the ends on the ends', () => {
    const map = placeMap(anchors, 1000, 2000)
    expect([0, 100, 150, 200, 300, 400, 1000].map(map)).toEqual([0, 400, 425, 450, 500, 900, 2000])
  })

  it('never turns back', () => {
    const edge = fc.integer({ min: 0, max: 2000 })
    const anchor = fc
      .tuple(edge, edge, edge, edge)
      .map(
        ([a, b, c, d]) =>
          ({ from: [Math.min(a, b), Math.max(a, b)], to: [Math.min(c, d), Math.max(c, d)] }) as const,
      )
    fc.assert(
      fc.property(fc.array(anchor, { maxLength: 8 }), edge, edge, (all, x, y) => {
        const map = placeMap(all, 2000, 3000)
        expect(map(Math.min(x, y))).toBeLessThanOrEqual(map(Math.max(x, y)) + 1e-6)
      }),
    )
  })

  it('holds a passage at the height where one reads, and both ends together', () => {
    const map = placeMap([{ from: [1000, 1100], to: [1500, 1700] }], 3000, 4000)
    const driver = { height: 500, content: 3000 }
    expect(linkedTop({ ...driver, top: 850 }, map)).toBe(1350)
    expect(linkedTop({ ...driver, top: 0 }, map)).toBe(0)
    expect(linkedTop({ ...driver, top: 2500 }, map)).toBe(3500)
  })
})
