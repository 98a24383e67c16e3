import { describe, expect, it } from 'vitest'
import { repeatsItself as search, type SelfRepetition } from '#core/compare/self-repetition'
import type { ComparedArticle } from '#core/compare/types'
import { finish } from '../compare-matching/finish'
import { compared, sample, sampleCorpus } from './compared'

const REPORT = [
  'The harbour board of Lowick closed the northern quay on Tuesday after divers found cracks in its wall.',
  'Engineers will inspect the remaining piers during the coming fortnight, said the chairman, Piet Oduya.',
  'Two ferries to Selbridge were diverted to the fishing port, and one was cancelled.',
  'The town council offered the operators free berths until the autumn.',
]

const repeatsItself = (article: ComparedArticle): SelfRepetition | null => finish(search(article))

describe('repeatsItself', () => {
  it('sees the whole text said twice', () => {
    const text = [...REPORT, ...REPORT].join('\n\n')
    const repetition = repeatsItself(compared('a', text))
    expect(repetition?.first.exact).toBe(REPORT.join('\n\n'))
    expect(repetition?.second.exact).toBe(REPORT.join('\n\n'))
    expect(repetition?.share).toBe(1)
    expect(repetition?.similarity).toBe(1)
  })

  it('sees it said again in other words', () => {
    const again = [
      'On Tuesday Lowick’s harbour board shut the northern quay when divers discovered cracks in the wall.',
      'The remaining piers are to be inspected by engineers in the next fortnight, Chairman Piet Oduya stated.',
      'One ferry was cancelled and two ferries to Selbridge were rerouted to the fishing port.',
      'Free berths were offered to operators by the town council until autumn.',
    ]
    const repetition = repeatsItself(compared('a', [...REPORT, ...again].join('\n\n')))
    expect(repetition?.first.exact).toBe(REPORT.join('\n\n'))
    expect(repetition?.second.exact).toBe(again.join('\n\n'))
    expect(repetition?.similarity).toBeLessThan(0.99)
  })

  it('takes the first two of three times the same', () => {
    const repetition = repeatsItself(compared('a', [...REPORT, ...REPORT, ...REPORT].join('\n\n')))
    expect(repetition?.second.start).toBeGreaterThanOrEqual(repetition?.first.end ?? Infinity)
  })

  it('does not mind a headline and a lead that say the same, nor a short text', () => {
    expect(
      repeatsItself(
        compared('a', ['Lowick closes northern quay after divers find cracks', ...REPORT].join('\n\n')),
      ),
    ).toBeNull()
    expect(repeatsItself(compared('a', 'Fine. Fine. Fine. Fine.'))).toBeNull()
    expect(repeatsItself(compared('a', ''))).toBeNull()
  })

  it('knows the one of the sample corpus', () => {
    expect(repeatsItself(sample('meridian'))?.share).toBeGreaterThan(0.99)
    for (const [name, article] of sampleCorpus()) {
      if (name !== 'meridian') expect(repeatsItself(article), name).toBeNull()
    }
  })

  it('takes time with the length of an article, not with its square, and finds a long one said twice', () => {
    const once = Array.from({ length: 500 }, (_, index) => randomSentence(index)).join(' ')
    const longer = `${once} ${Array.from({ length: 500 }, (_, index) => randomSentence(500 + index)).join(' ')}`
    const workOf = (text: string): number => {
      const work = { meetings: 0 }
      expect(finish(search(compared('a', text), work))).toBeNull()
      return work.meetings
    }
    expect(workOf(longer)).toBeLessThan(3 * workOf(once))
    const repetition = repeatsItself(compared('a', `${once}\n\n${once}`))
    expect(repetition?.first.exact).toBe(once)
    expect(repetition?.similarity).toBeCloseTo(1)
  })

  it('is not held up by one sentence said a thousand times, nor by a text without a stop', () => {
    for (const text of ['“Yes,” he said. '.repeat(2_000), 'word '.repeat(60_000)]) {
      const work = { meetings: 0 }
      expect(finish(search(compared('a', text), work))).toBeNull()
      expect(work.meetings).toBeLessThan(400_000)
    }
  })
})

/** A sentence of common words and of some that few others have, the same for the same number. */
function randomSentence(number: number): string {
  const words = Array.from({ length: 14 }, (_, place) => {
    let pick = Math.imul(number * 14 + place + 1, 0x85ebca6b)
    pick = Math.imul(pick ^ (pick >>> 15), 0xc2b2ae35)
    pick = (pick ^ (pick >>> 13)) >>> 4
    return place % 2 === 0
      ? (['the', 'of', 'and', 'to', 'in', 'said'][pick % 6] ?? '')
      : `w${(pick % 900).toString(36)}`
  })
  return `On ${words.join(' ')}.`
}
