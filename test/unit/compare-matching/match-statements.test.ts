import { describe, expect, it } from 'vitest'
import { matchStatements } from '#core/compare/match-statements'
import { mutualOdds } from '#core/compare/mutual-odds'
import { retoldStatements } from '../../fixtures/compare/retold-story'

describe('matching two lists of statements', () => {
  it('ranks the other wording first, and tells one without counterpart', () => {
    const retold = retoldStatements('held-back')
    const matches = matchStatements(
      [
        ...retold.map(({ statement }) => statement),
        'The lighthouse keeper paints herons in his spare hours.',
      ],
      [...retold.map(({ second }) => second), ...retold.map(({ distractor }) => distractor)],
    )
    const hits = retold.filter((_, index) => matches[index]?.[0]?.b === index)
    expect(hits.length / retold.length).toBeGreaterThanOrEqual(0.95)
    expect(matches.at(-1)?.[0]?.score).toBeLessThan(0.5)
  })

  it('takes empty lists and texts without words', () => {
    expect(matchStatements([], ['A word.'])).toEqual([])
    expect(matchStatements(['A word.'], [])).toEqual([[]])
    expect(matchStatements(['…'], ['…', 'The mill burned down.'])[0]).toHaveLength(2)
  })
})

describe('odds of pairs with rivals', () => {
  it('are those of the pair where it has none', () => {
    const [odds = NaN] = mutualOdds([{ a: 0, b: 0, score: 1.5 }])
    expect(odds).toBeCloseTo(1.5, 6)
  })

  it('fall with every rival of either side, and stay finite for sure pairs', () => {
    const alone = mutualOdds([{ a: 0, b: 0, score: 3 }])[0] ?? NaN
    const rivalled = mutualOdds([
      { a: 0, b: 0, score: 3 },
      { a: 0, b: 1, score: 2 },
    ])[0]
    const both = mutualOdds([
      { a: 0, b: 0, score: 3 },
      { a: 0, b: 1, score: 2 },
      { a: 1, b: 0, score: 2 },
    ])[0]
    expect(rivalled).toBeLessThan(alone)
    expect(both).toBeLessThan(rivalled ?? NaN)
    expect(mutualOdds([{ a: 0, b: 0, score: 900 }])[0]).toBeGreaterThan(20)
    expect(mutualOdds([{ a: 0, b: 0, score: -900 }])[0]).toBeLessThan(-20)
  })
})
