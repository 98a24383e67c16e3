import { beforeAll, describe, expect, it } from 'vitest'
import type { Comparison } from '#core/compare/types'
import type { FindingKind } from '#core/model/comparison'
import { sampleCorpus } from '../compare-reuse/compared'
import { comparisonOf, suggestedStory } from './suggested-story'

/** What docs/sample-corpus.md says the sample has, found without anybody's help. */
describe('the sample corpus', () => {
  let comparison: Comparison
  beforeAll(() => {
    comparison = comparisonOf(suggestedStory([...sampleCorpus().values()]))
  })
  const explained = (kind: FindingKind) =>
    comparison.findings.filter((finding) => finding.kind === kind).map(({ explanation }) => explanation)

  it('has the minister’s words in the president’s mouth, and no other conflict of speakers', () => {
    const conflicts = explained('attribution-conflict')
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatch(
      /Daily Glimpse has “There is still water beneath the keel” in the mouth of Maresh Tolvane;/u,
    )
    // Two sources that have it in the minister's mouth, though they quote it in other company: one finding.
    expect(conflicts[0]).toMatch(
      /; Meridian Today and northwind have “[^”]*water under the keel.*” in Andrey Kolvenik’s\.$/u,
    )
  })

  it('has 32 signatories for 23 and 13 hurt for 31, and no conflict about 100,000 passengers or the boats', () => {
    const conflicts = explained('number-conflict')
    expect(conflicts).toHaveLength(2)
    expect(
      conflicts.some((one) => one.includes('“23 signatories”') && one.includes('“32 signatories”')),
    ).toBe(true)
    expect(
      conflicts.some((one) => one.includes('“No fewer than 13 individuals”') && one.includes('31 people')),
    ).toBe(true)
    expect(explained('date-conflict')).toEqual([])
  })

  it('has “propose” for “suggest” and “Good” for “Fine”', () => {
    const wordings = explained('wording')
    expect(wordings.some((one) => one.includes('(strength: suggest / propose)'))).toBe(true)
    expect(wordings.some((one) => one.includes('“Fine”') && one.includes('“Good”'))).toBe(true)
  })

  it('is told with words that stand in the articles', () => {
    const texts = new Map([...sampleCorpus()].map(([id, { body }]) => [id, body.text]))
    for (const { evidence } of comparison.findings) {
      for (const { article, start, end, exact } of evidence) {
        expect(texts.get(article)?.slice(start, end)).toBe(exact)
      }
    }
  })
})
