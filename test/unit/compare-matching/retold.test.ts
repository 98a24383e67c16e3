import { describe, expect, it } from 'vitest'
import { compareStory } from '../../../src/core/compare/compare-story'
import {
  articleOf,
  retoldStatements,
  shuffled,
  storyOf,
  type RetoldHalf,
} from '../../fixtures/compare/retold-story'
import { finish } from './finish'

/** What was linked right, linked at all, and to be linked, with half of the distractors in each article. */
function linkRetold(half: RetoldHalf, wordsAtMost = Infinity) {
  const retold = retoldStatements(half)
  const others = retold.map(({ distractor }) => distractor)
  const a = [...retold.map(({ statement }) => statement), ...others.filter((_, index) => index % 2 === 1)]
  const inOrder = [...retold.map(({ second }) => second), ...others.filter((_, index) => index % 2 === 0)]
  const order = shuffled(inOrder.length)
  const b = order.map((index) => inOrder[index] ?? '')
  const { clusters } = finish(compareStory(storyOf(articleOf('a', a), articleOf('b', b))))
  const placeOf = (id: string) => Number(id.split('-')[1])
  const isShort = (index: number) =>
    [a[index], inOrder[index]].every((text) => (text ?? '').split(' ').length <= wordsAtMost)
  const wanted = retold.map((_, index) => index).filter(isShort)
  const linked = clusters
    .filter(({ members }) => members.length > 1)
    .map(({ members: [one = '', two = ''] }) => ({ one: placeOf(one), two: order[placeOf(two)] ?? -1 }))
    .filter(({ one }) => isShort(one) || one >= retold.length)
  const right = linked.filter(({ one, two }) => one === two && one < retold.length)
  return { precision: right.length / linked.length, recall: right.length / wanted.length }
}

describe('statements in another wording', () => {
  it.each(['shaping', 'held-back'] as const)('finds what belongs together and nothing else (%s)', (half) => {
    const { precision, recall } = linkRetold(half)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  it('finds short ones too', () => {
    const { recall } = linkRetold('shaping', 8)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})
