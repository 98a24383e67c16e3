import { describe, expect, it } from 'vitest'
import type { ReusePair } from '#core/model/comparison'
import { publicationOrder } from '#core/compare/publication-order'
import { ReuseSearch } from '#core/compare/reuse'
import type { ComparedArticle } from '#core/compare/types'
import { compared, sampleCorpus } from './compared'

function reuseOf(...articles: ComparedArticle[]): readonly ReusePair[] {
  const search = new ReuseSearch()
  for (const article of articles) search.add(article)
  const steps = search.search()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const TEXT =
  'The harbour board of Lowick closed the northern quay on Tuesday after divers found cracks in its wall. Engineers will inspect the remaining piers.'

describe('ReuseSearch', () => {
  it('points from the earlier article to the later one', () => {
    const early = compared('early', `${TEXT} The council met.`, { publishedAt: '2025-03-04' })
    const late = compared('late', TEXT, { publishedAt: '2025-03-05T10:00Z' })
    const [pair] = reuseOf(late, early)
    expect(pair).toMatchObject({ earlier: 'early', later: 'late', dated: true, laterInEarlier: 1 })
    expect(pair?.earlierInLater).toBeLessThan(1)
  })

  it('takes the longer one for the later where dates do not tell, and says so', () => {
    const long = compared('long', `${TEXT} The council met on Friday evening.`, { publishedAt: '2025-03-04' })
    const short = compared('short', TEXT)
    expect(reuseOf(long, short)).toMatchObject([{ earlier: 'short', later: 'long', dated: false }])
  })

  it('leaves furniture out', () => {
    const footer = 'Share this story with your friends and sign up for our evening letter today'
    const article = (id: string, text: string): ComparedArticle => {
      const whole = compared(id, `${text}\n\n${footer}`)
      return {
        ...whole,
        body: { ...whole.body, furniture: [{ start: text.length + 2, end: whole.body.text.length }] },
      }
    }
    const pair = [
      article('a', 'A choir from Selbridge won the prize.'),
      article('b', 'Two ferries were late on Monday.'),
    ]
    expect(reuseOf(...pair)).toEqual([])
    expect(reuseOf(...pair.map((one) => ({ ...one, body: { ...one.body, furniture: [] } })))).toHaveLength(1)
  })

  it('finds no copy in the sample corpus but the spun one', () => {
    expect(reuseOf(...sampleCorpus().values()).map(({ earlier, later }) => [earlier, later])).toEqual([
      ['northwind', 'dailyglimpse'],
    ])
  })
})

describe('publicationOrder', () => {
  it.each([
    ['2025-03-04', '2025-03-05', -1],
    ['2025-03-05', '2025-03-04T23:00', 1],
    ['2025-03-04', '2025-03-04T23:00Z', 0],
    ['2025-03-04T10:00', '2025-03-04T23:00Z', 0],
    ['2025-03-04T23:00+02:00', '2025-03-04T22:00Z', -1],
    ['2025-03', '2025-03-04', 0],
    ['2024', '2025-03-04', -1],
    [null, '2025-03-04', 0],
  ])('of %s and %s is %i', (a, b, order) => {
    expect(publicationOrder(a, b)).toBe(order)
    expect(publicationOrder(b, a)).toBe(order === 0 ? 0 : -order)
  })
})
