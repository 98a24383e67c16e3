import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPassages } from '#core/compare/passages'
import { compared, sample } from './compared'

const REPORT = [
  'The harbour board of Lowick closed the northern quay on Tuesday after divers found cracks in its wall.',
  'Engineers will inspect the remaining piers during the coming fortnight, said the board’s chairman, Piet Oduya.',
  'Two ferries to Selbridge were diverted to the fishing port.',
  '“We would rather lose a season than a ship,” Oduya told reporters.',
  'The town council offered the operators free berths until the autumn.',
  'Shopkeepers near the quay fear for their summer trade.',
]

describe('alignPassages', () => {
  it('pairs the sentences of a reworded copy, one with one and in order', () => {
    const copy = [
      'Lowick’s harbour board shut its northern quay on Tuesday when divers discovered cracks in the wall.',
      'The rest of the piers will be inspected by engineers in the next two weeks, Chairman Piet Oduya stated.',
      'A pair of ferries bound for Selbridge were rerouted to the fishing port.',
      '"We would sooner lose a season than a ship," Oduya informed reporters.',
      'Until autumn, operators were offered free berths by the town council.',
      'Shop owners by the quay are afraid for their summer trade.',
    ]
    const { pairs, coverA, coverB } = alignPassages(
      compared('a', REPORT.join(' ')),
      compared('b', copy.join(' ')),
    )
    expect(pairs.map((pair) => [pair.a.exact, pair.b.exact])).toEqual(
      REPORT.map((sentence, index) => [sentence, copy[index]]),
    )
    expect(pairs.some((pair) => pair.moved)).toBe(false)
    expect([coverA, coverB]).toEqual([1, 1])
  })

  it('pairs one sentence with the two that it was split into', () => {
    const split = [
      ...REPORT.slice(0, 1),
      'Engineers will inspect the remaining piers.',
      'This will take the coming fortnight, said the board’s chairman, Piet Oduya.',
      ...REPORT.slice(2),
    ]
    const { pairs, coverB } = alignPassages(compared('a', REPORT.join(' ')), compared('b', split.join(' ')))
    expect(pairs.find((pair) => pair.a.exact === REPORT[1])?.b.exact).toBe(`${split[1]} ${split[2]}`)
    expect(coverB).toBe(1)
  })

  it('marks what stands elsewhere as moved', () => {
    const [first = '', second = '', ...rest] = REPORT
    const { pairs } = alignPassages(
      compared('a', REPORT.join('\n\n')),
      compared('b', [...rest, first, second].join('\n\n')),
    )
    expect(pairs.filter((pair) => pair.moved).map((pair) => pair.a.exact)).toEqual([first, second])
    expect(pairs).toHaveLength(REPORT.length)
  })

  it('finds nothing in two reports of one town that tell different things', () => {
    const other = compared(
      'b',
      'A choir from Selbridge won the county prize. The town hall of Lowick was full, and Piet Oduya sang along. Tickets for the next concert are on sale at the library.',
    )
    expect(alignPassages(compared('a', REPORT.join(' ')), other).pairs).toEqual([])
  })

  it('leaves furniture out', () => {
    const text = `${REPORT.join('\n\n')}\n\nShare this article with your friends.`
    const start = text.lastIndexOf('Share')
    const article = compared('a', text)
    const withFurniture = {
      ...article,
      body: { ...article.body, furniture: [{ start, end: text.length }] },
    }
    const { pairs, coverA } = alignPassages(withFurniture, compared('b', text))
    expect(pairs.map((pair) => pair.a.exact)).not.toContain('Share this article with your friends.')
    expect(coverA).toBe(1)
  })

  it('covers nearly all of a machine-spun copy, and little of a related piece', () => {
    const spun = alignPassages(sample('dailyglimpse'), sample('northwind'))
    expect(spun.coverA).toBeGreaterThan(0.9)
    expect(spun.coverB).toBeGreaterThan(0.85)
    const related = alignPassages(sample('an'), sample('northwind'))
    expect(Math.max(related.coverA, related.coverB)).toBeLessThan(0.1)
  })

  it('gives ranges of the texts, in the order of a, no sentence twice', () => {
    const sentence = fc.constantFrom(...REPORT)
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 8 }),
        fc.array(sentence, { maxLength: 8 }),
        (one, other) => {
          const a = compared('a', one.join(' '))
          const b = compared('b', other.join('\n'))
          const { pairs, coverA, coverB } = alignPassages(a, b)
          let end = 0
          for (const pair of pairs) {
            expect(pair.a.exact).toBe(a.body.text.slice(pair.a.start, pair.a.end))
            expect(pair.b.exact).toBe(b.body.text.slice(pair.b.start, pair.b.end))
            expect(pair.a.start).toBeGreaterThanOrEqual(end)
            end = pair.a.end
          }
          const byB = pairs.map((pair) => pair.b).sort((x, y) => x.start - y.start)
          byB.slice(1).forEach((span, index) => {
            expect(span.start).toBeGreaterThanOrEqual(byB[index]?.end ?? 0)
          })
          for (const cover of [coverA, coverB]) expect(cover).toBeGreaterThanOrEqual(0)
          for (const cover of [coverA, coverB]) expect(cover).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
