import { describe, expect, it } from 'vitest'
import type { ReusePair, StoryProposal } from '#core/model/comparison'
import { ProposalSearch, type ProposedArticle } from '#core/compare/story-proposals'
import { splitBlocks } from '#core/text/blocks'
import { describeProposalReason } from '../../../src/renderer/src/features/stories/proposal-reasons'
import { sampleCorpus } from './compared'

/** Events that different outlets report in their own words; names and figures are what they share. */
const EVENTS: readonly (readonly string[])[] = [
  [
    'Cracks close Lowick quay. The harbour board of Lowick has shut its northern quay after divers found cracks. Chairman Piet Oduya said 340 berths are lost. Ferries to Selbridge sail from the fishing port.',
    'Ferry passengers stranded as Lowick quay shuts. Hundreds waited at Lowick on Tuesday when Piet Oduya of the harbour board gave the order. Without the northern quay 340 berths are missing; Selbridge sailings go on elsewhere.',
    'Traders fear for the season. Shop owners in Lowick blame Piet Oduya and his harbour board. The quay with its 340 berths will stay closed for weeks, and visitors from Selbridge stay away.',
  ],
  [
    'Comet seen over Mount Harrow. Astronomer Livia Brandt photographed the comet from the observatory of Mount Harrow. It will return in 412 years.',
    'A visitor every 412 years. Livia Brandt, who works at the Harrow observatory, was the first to see the comet, using a lens of her grandfather’s.',
  ],
  [
    'Carrow bakers strike. The bakers’ union of Carrow stopped work over night shifts. Its leader Tomas Elling asks for 14 crowns an hour.',
    'No bread in Carrow as union walks out. Tomas Elling led bakers through the rain. Owners offer 12 crowns an hour, he wants 14 crowns.',
  ],
]
const NOISE = [
  'Garden show opens in Aster. Roses and dahlias compete for a silver cup until Sunday evening.',
  'School orchestra tours the coast. Forty pupils play Dvorak in three village churches.',
  'Bridge repair delayed again. Contractor Welby Stone needs steel from abroad, the county said.',
  'New dictionary of the dialect. Editor Maud Tarrant collected nine thousand entries from fishermen.',
  'Chess champion beaten by pupil. Ivo Lark, aged eleven, needed thirty moves.',
  'Museum finds lost map. It lay behind a wardrobe in Pennant House for eighty years.',
  'Library extends hours. From May it opens on Saturdays too.',
  'Rowing club elects first woman. Greta Holm succeeds Anton Pell as president.',
]

function article(id: string, text: string, publishedAt: string | null): ProposedArticle {
  return {
    id,
    title: text.slice(0, text.indexOf('.')),
    publishedAt,
    body: { text, blocks: splitBlocks(text, 'text'), furniture: [] },
  }
}

function proposalsFor(
  articles: readonly ProposedArticle[],
  reuse: readonly ReusePair[] = [],
): readonly StoryProposal[] {
  const search = new ProposalSearch()
  for (const one of articles) search.add(one)
  const steps = search.search(reuse)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const noise = NOISE.map((text, index) => article(`noise-${index}`, text, `2025-03-0${(index % 8) + 1}`))
const events = EVENTS.flatMap((texts, event) =>
  texts.map((text, index) =>
    article(`event-${event}-${index}`, text, index === 1 ? null : `2025-03-0${event + 2}`),
  ),
)
const sorted = (proposals: readonly StoryProposal[]): string[][] =>
  proposals.map(({ articles }) => [...articles].sort()).sort()

describe('ProposalSearch', () => {
  it('proposes each of several stories in a corpus with other news, undated reports too', () => {
    expect(sorted(proposalsFor([...noise, ...events]))).toEqual([
      ['event-0-0', 'event-0-1', 'event-0-2'],
      ['event-1-0', 'event-1-1'],
      ['event-2-0', 'event-2-1'],
    ])
  })

  it('says by what: names, numbers and wording that the articles share', () => {
    const [bakers] = proposalsFor([...noise, ...events]).filter(({ articles }) =>
      articles.includes('event-2-0'),
    )
    const shared = (sign: string): string =>
      bakers?.reasons.find((reason) => reason.sign === sign)?.shared ?? ''
    expect(shared('names').split(', ')).toEqual(expect.arrayContaining(['Carrow', 'Elling', 'Tomas']))
    expect(shared('numbers')).toBe('14')
    expect(shared('wording').split(', ')).toContain('union')
    expect(bakers?.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  })

  it('prints a name as articles do, not as a headline in capitals does', () => {
    const texts = [
      'Police said LOWICK was quiet. The mayor of Lowick, Piet Oduya, has left NATO.',
      EVENTS[0]?.[1] ?? '',
    ]
    const [proposal] = proposalsFor([
      ...noise,
      article('loud', texts[0] ?? '', null),
      article('plain', `${texts[1] ?? ''} NATO saw it, and NATO left Lowick.`, null),
    ])
    const names = proposal?.reasons.find(({ sign }) => sign === 'names')?.shared.split(', ')
    expect(names).toEqual(expect.arrayContaining(['Lowick', 'Oduya', 'NATO']))
  })

  it('says when they were published, and how many of them that is known of', () => {
    const [text = '', second = '', third = ''] = EVENTS[0] ?? []
    const reasons = (date: string | null) =>
      proposalsFor([
        ...noise,
        article('one', text, '2025-03-02'),
        article('two', second, '2025-03-02'),
        article('three', third, date),
      ])[0]?.reasons.map(describeProposalReason)
    expect(reasons('2025-03-02')).toContain('Published on one day')
    expect(reasons(null)).toContain('Published: 2 of 3 dated, on one day')
  })

  it('names the story by a title of its own, and lists the oldest article first', () => {
    const late = article('late', EVENTS[2]?.[0] ?? '', '2025-03-06')
    const early = article('early', EVENTS[2]?.[1] ?? '', '2025-03-05')
    const [proposal] = proposalsFor([late, ...noise, early])
    expect(proposal?.articles).toEqual(['early', 'late'])
    expect(['Carrow bakers strike', 'No bread in Carrow as union walks out']).toContain(proposal?.name)
  })

  it('keeps apart what lies more than a week apart', () => {
    const [one = '', other = ''] = EVENTS[2] ?? []
    const near = [article('a', one, '2025-03-01'), article('b', other, '2025-03-04')]
    const far = [article('a', one, '2025-03-01'), article('b', other, '2025-03-20')]
    expect(proposalsFor([...noise, ...near])).toHaveLength(1)
    expect(proposalsFor([...noise, ...far])).toEqual([])
  })

  it('takes the sample corpus for one story', () => {
    const articles = [...sampleCorpus().values()]
    expect(sorted(proposalsFor([...noise, ...articles]))).toEqual([articles.map(({ id }) => id).sort()])
    expect(sorted(proposalsFor(articles))).toEqual([articles.map(({ id }) => id).sort()])
  })

  it('gives a proposal the same id whatever the order and the other articles', () => {
    const of = (articles: readonly ProposedArticle[]): string | undefined =>
      proposalsFor(articles).find((proposal) => proposal.articles.includes('event-1-0'))?.id
    expect(of([...noise, ...events])).toBeDefined()
    expect(of([...events].reverse())).toBe(of([...noise, ...events]))
  })

  it('draws together articles that are known to share text', () => {
    const [one, other] = noise
    if (!one || !other) throw new Error('There is too little noise.')
    const pair = { earlier: one.id, later: other.id, earlierInLater: 0.9, laterInEarlier: 0.4, dated: true }
    expect(sorted(proposalsFor(noise, [pair]))).toEqual([[one.id, other.id]])
  })

  it('proposes nothing from unrelated news, one article or none', () => {
    expect(proposalsFor(noise)).toEqual([])
    expect(proposalsFor(noise.slice(0, 1))).toEqual([])
    expect(proposalsFor([])).toEqual([])
  })
})
