import { describe, expect, it } from 'vitest'
import { reuseFindings as search } from '#core/compare/reuse-findings'
import type { ComparedStory } from '#core/compare/types'
import type { Finding } from '#core/model/comparison'
import { finish } from '../compare-matching/finish'
import { compared, sampleCorpus, storyOf } from './compared'

const STORY =
  'The harbour board of Lowick closed the northern quay on Tuesday after divers found cracks in its wall. ' +
  'Engineers will inspect the remaining piers during the coming fortnight, said the chairman, Piet Oduya. ' +
  'Two ferries to Selbridge were diverted to the fishing port. The town council offered free berths until the autumn.'

const reuseFindings = (story: ComparedStory): Finding[] => finish(search(story))

describe('reuseFindings', () => {
  it('finds in the sample corpus the spun copy and the article that repeats itself, and nothing else', () => {
    const findings = reuseFindings(storyOf(...sampleCorpus().values()))
    expect(findings.map(({ kind, articles, signs }) => ({ kind, articles, signs }))).toEqual([
      { kind: 'reuse', articles: ['dailyglimpse', 'northwind'], signs: ['spun'] },
      { kind: 'repeats-itself', articles: ['meridian'], signs: ['same-text'] },
    ])
    const [spun, repeated] = findings
    expect(spun?.explanation).toBe(
      '96 % of Daily Glimpse, sentence by sentence, stands in northwind too, mostly in other words (7 % word for word); the dates do not tell which came first.',
    )
    expect(repeated?.evidence[0]?.exact).toBe(repeated?.evidence[1]?.exact)
  })

  it('names the earlier of two that print the same text, and shows the passage of each', () => {
    const later = compared('later', STORY, { publishedAt: '2025-03-05', sourceName: 'City Herald' })
    const earlier = compared('earlier', STORY, { publishedAt: '2025-03-04T09:00Z', sourceName: 'North Wire' })
    const [finding] = reuseFindings(storyOf(earlier, later))
    expect(finding?.articles).toEqual(['later', 'earlier'])
    expect(finding?.evidence.map(({ article, exact }) => [article, exact])).toEqual([
      ['later', STORY],
      ['earlier', STORY],
    ])
    expect(finding?.signs).toEqual(['same-text', 'dated'])
    expect(finding?.explanation).toBe(
      'City Herald and North Wire print the same text (100 % word for word); by date, North Wire came first.',
    )
  })

  it('says which article stands inside the other when no date tells', () => {
    const long = `${STORY} The mayor, Ada Quist, called a meeting for Friday evening in the old customs house. Residents may bring written questions. A second survey by the university will follow in May, and its report will be public.`
    const [finding] = reuseFindings(storyOf(compared('short', STORY), compared('long', long)))
    expect(finding?.articles).toEqual(['long', 'short'])
    expect(finding?.signs).toEqual(['contained'])
    expect(finding?.explanation).toBe(
      '100 % of the wording of short stands in long; the dates do not tell which came first.',
    )
  })

  it('does not call it reworded when most sentences are as they were', () => {
    const text =
      'The quay closed on Tuesday. Divers had found deep cracks. Ferries went to Selbridge instead. The council met that night. Nobody was hurt.'
    const changed = text
      .replace('quay closed', 'quay shut')
      .replace('deep', 'wide')
      .replace('to Selbridge', 'via Selbridge')
    const [finding] = reuseFindings(storyOf(compared('one', text), compared('other', changed)))
    expect(finding?.signs).toEqual(['contained'])
    expect(finding?.explanation).toMatch(
      /^100 % of other, sentence by sentence, stands in one too, mostly in the same words;/u,
    )
  })

  it('does not call it reuse when two reports of one event quote the same words', () => {
    const quoting = (before: string, after: string): string =>
      `${before} “We would rather lose a season than a ship, and we will not reopen before the last pier is safe,” Oduya told reporters. ${after}`
    const one = quoting(
      'Cracks in its wall have shut the northern quay of Lowick since Tuesday. Divers discovered them during a routine check. Ferry passengers now have to board at the fishing port.',
      'Operators have been promised berths without fees. Shop owners close by expect a poor summer.',
    )
    const other = quoting(
      'Lowick’s harbour chairman defended a decision that angers traders. Piet Oduya faced a full hall on Wednesday night, and some walked out. It is the first closure in forty years.',
      'The council meets again next week. Insurance will not pay, according to a letter seen by this newspaper.',
    )
    expect(reuseFindings(storyOf(compared('one', one), compared('other', other)))).toEqual([])
  })

  it('sees two long texts of one short sentence as the same, in many short steps', () => {
    const text = '“Yes,” he said. '.repeat(600)
    const finding = search(storyOf(compared('one', text), compared('other', `${text}End.`)))
    let steps = 0
    for (let step = finding.next(); ; step = finding.next(), steps++) {
      if (!step.done) continue
      expect(step.value.map(({ kind, signs }) => ({ kind, signs }))).toEqual([
        { kind: 'reuse', signs: ['contained'] },
      ])
      break
    }
    expect(steps).toBeGreaterThan(10)
  })

  it('gives the same ids whatever the order of the articles', () => {
    const articles = [...sampleCorpus().values()]
    const ids = (list: typeof articles): string[] =>
      reuseFindings(storyOf(...list))
        .map(({ id }) => id)
        .sort()
    expect(ids([...articles].reverse())).toEqual(ids(articles))
  })
})
