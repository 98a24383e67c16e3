import { describe, expect, it } from 'vitest'
import { repeatsItself } from '#core/compare/self-repetition'
import { compared, sample, sampleCorpus } from './compared'

const REPORT = [
  'The harbour board of Lowick closed the northern quay on Tuesday after divers found cracks in its wall.',
  'Engineers will inspect the remaining piers during the coming fortnight, said the chairman, Piet Oduya.',
  'Two ferries to Selbridge were diverted to the fishing port, and one was cancelled.',
  'The town council offered the operators free berths until the autumn.',
]

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
})
