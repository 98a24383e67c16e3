import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '#core/model/range'
import { CLAIM_THRESHOLD, CLAIM_WEIGHTS } from '#core/suggest/claim-weights'
import { suggestClaims, toSuggestedClaims, type ClaimSuggestion } from '#core/suggest/claims'
import { suggestQuotations } from '#core/suggest/quotations'
import { GOLD } from './gold'
import { PRINTED } from './gold-types'
import { bodyOf, scoreGold } from './scoring'

function suggest(text: string, language: string | null = 'en'): ClaimSuggestion[] {
  return suggestClaims(bodyOf(text), language, PRINTED)
}

function shown(text: string, language: string | null = 'en'): string[] {
  return suggest(text, language).map(({ range }) => text.slice(range.start, range.end))
}

function kinds(text: string): string[] {
  return suggest(text).flatMap(({ reasons }) => reasons.map(({ kind }) => kind))
}

describe('suggestClaims on the gold set', () => {
  it('is held by a gold set of some size', () => {
    expect(GOLD.flatMap(({ claims }) => claims).length).toBeGreaterThanOrEqual(60)
    expect(GOLD.flatMap(({ nonClaims }) => nonClaims).length).toBeGreaterThanOrEqual(60)
  })

  it.each(['shaping', 'held-back'] as const)('agrees with a person on the %s texts', (part) => {
    const score = scoreGold(GOLD.filter((text) => text.part === part))
    expect(score.precision, score.falseOnes.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(score.recall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.92)
    expect(score.exact, score.inexact.join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(score.claimants, score.wrongClaimants.join('\n')).toBeGreaterThanOrEqual(0.93)
    expect(score.reasons, score.wrongReasons.join('\n')).toBeGreaterThanOrEqual(0.93)
  })
})

describe('suggestClaims on single traps', () => {
  it('splits main clauses that have a subject each, and not verbs that share one', () => {
    expect(shown('Vey closed its port on Monday, but Darrow opened two piers.')).toEqual([
      'Vey closed its port on Monday',
      'Darrow opened two piers',
    ])
    expect(shown('Vey closed its port on Monday and opened two piers.')).toEqual([
      'Vey closed its port on Monday and opened two piers',
    ])
    expect(shown('If Vey closed its port on Monday, and Darrow did too, 40 boats waited.')).toHaveLength(1)
  })

  it('takes a pair of dashes for an aside, one dash for a joint', () => {
    expect(shown('The board sold the pier — it was built in 1920 — and 40 cranes went to Vey.')).toHaveLength(
      1,
    )
    expect(shown('The pier was built in 1920 — it cost 40 million crowns.')).toHaveLength(2)
  })

  it('gives what is said to who says it, sentence by sentence', () => {
    const text = '“We lost 11 boats. I am sad. The harbour closed on Monday,” Joana Feldmark said.'
    expect(shown(text)).toEqual(['We lost 11 boats', 'The harbour closed on Monday'])
    expect(suggest(text).map(({ claimantName }) => claimantName)).toEqual([
      'Joana Feldmark',
      'Joana Feldmark',
    ])
    expect(suggest(text).map(({ quotation }) => quotation)).toEqual([0, 0])
  })

  it('takes the quotations given and finds no others', () => {
    const text = 'The mayor said that 40 houses had burned down.'
    const body = bodyOf(text)
    const [own] = suggestClaims(body, 'en', PRINTED, [])
    expect(own).toMatchObject({ claimantName: null, claimantSpan: null, quotation: null })
    const [reported] = suggestClaims(body, 'en', PRINTED, suggestQuotations(body, 'en'))
    expect(reported).toMatchObject({ claimantSpan: { start: 0, end: 9 }, quotation: 0 })
  })

  it('keeps a denial whole: its content alone says the contrary', () => {
    expect(shown('Ostmere denied that 40 boats were searched.')).toEqual([
      'Ostmere denied that 40 boats were searched',
    ])
    expect(kinds('The shipowner denied the charge.')).toEqual(['denial', 'reported'])
  })

  it('keeps both marks of a quotation inside a claim, and none around it', () => {
    expect(shown('Feldmark said that 40 ships were “opened and emptied.”')).toEqual([
      '40 ships were “opened and emptied.”',
    ])
    expect(shown('“40 ships were opened,” Feldmark said.')).toEqual(['40 ships were opened'])
  })

  it('hears no number in what is only called for', () => {
    expect(shown('The mayor called for a fine of $40.')).toEqual([])
    expect(shown('The mayor paid a fine of $40.')).toHaveLength(1)
  })

  it.each([
    ['Did Vey close 40 ports in 2019?', 'a question'],
    ['“Did Vey close 40 ports in 2019?” Ode asked.', 'a question in marks'],
    ['Ode asked whether Vey had closed 40 ports.', 'a question reported'],
    ['Read the 40 letters here.', 'an order'],
    ['Vey Closes 40 Ports After Storm', 'a headline'],
    ['A total of 40 letters.', 'no verb'],
  ])('suggests nothing for %j: %s', (text) => {
    expect(shown(text)).toEqual([])
  })

  it('skips headings and furniture', () => {
    const text = 'Vey closed 40 ports in 2019.'
    const block = { start: 0, end: text.length }
    const body = (kind: 'heading' | 'paragraph', furniture: readonly (typeof block)[]) => ({
      text,
      blocks: [{ kind, ...block }],
      furniture,
    })
    expect(suggestClaims(body('paragraph', []), 'en', null)).toHaveLength(1)
    expect(suggestClaims(body('heading', []), 'en', null)).toEqual([])
    expect(suggestClaims(body('paragraph', [block]), 'en', null)).toEqual([])
  })

  it('leaves out the dateline, the transcript’s label and the writer’s credit', () => {
    expect(shown('PORT HALLEN (Northwind Wire) — The pier sank on Monday.')).toEqual([
      'The pier sank on Monday',
    ])
    expect(shown('ODE: The pier sank on Monday.')).toEqual(['The pier sank on Monday'])
    expect(shown('Pia Reuss reported from Brann in March.')).toEqual([])
  })

  it('tells "more than 60 boats" from a comparison, and a rise from a fall over', () => {
    expect(kinds('More than 60 boats sank.')).not.toContain('comparison')
    expect(kinds('The pier is older than the church.')).toContain('comparison')
    expect(kinds('Silence fell over 40 boats.')).not.toContain('change')
    expect(kinds('Prices fell by 4 per cent.')).toContain('change')
  })

  it('holds a small count for less than a number, a measure never', () => {
    expect(kinds('Two goats and a nurse were killed.')).toContain('small-count')
    expect(kinds('They sat for two hours.')).toContain('quantity')
  })

  it('lets an opinion outweigh an extreme, and not a number too', () => {
    expect(shown('It was the most beautiful pier.')).toEqual([])
    expect(shown('It was the longest pier.')).toHaveLength(1)
    expect(shown('It was the most beautiful pier, and its 40 lamps are the oldest in Vey.')).toHaveLength(1)
  })

  it('forgives a prediction that names a day', () => {
    expect(shown('The port will close.')).toEqual([])
    expect(kinds('The port of Brann will close on 8 March.')).not.toContain('prediction')
    expect(shown('The port of Brann will close on 8 March.')).toHaveLength(1)
  })

  it('carries the numbers and dates of the claim, with offsets in the article', () => {
    const text = 'Preface 😀. The pier cost €2.4 billion in 2019. Two gulls sat there.'
    expect(suggest(text)).toMatchObject([
      {
        quantities: [{ exact: '€2.4 billion', value: 2.4e9, unit: 'EUR' }],
        dates: [{ exact: '2019', value: '2019' }],
      },
    ])
    for (const one of suggest(text).flatMap(({ quantities, dates }) => [...quantities, ...dates]))
      expect(text.slice(one.start, one.end)).toBe(one.exact)
  })

  it('dates "yesterday" by the day of printing, and not without one', () => {
    const body = bodyOf('Vey closed the port of Brann yesterday.')
    expect(suggestClaims(body, 'en', PRINTED)[0]?.dates).toMatchObject([{ value: '2031-03-04' }])
    expect(suggestClaims(body, 'en', null)[0]?.dates).toEqual([])
  })

  it.each([
    ['ja', '台風で31人が負傷した。'],
    ['fi', 'Satamassa loukkaantui 31 ihmistä.'],
    ['ru', 'Порт закрыли в 2019 году, пострадали 31 человек.'],
    ['ar', 'أصيب 31 شخصا في الميناء.'],
  ])('judges %s by its numbers', (language, text) => {
    expect(shown(text, language)).toHaveLength(1)
  })

  it('scores by the sum of the stated weights, at or above the threshold', () => {
    for (const text of GOLD)
      for (const { score, reasons } of suggest(text.text, text.language)) {
        const sum = reasons.reduce((total, { kind, weight }) => {
          expect(weight).toBe(CLAIM_WEIGHTS[kind])
          return total + weight
        }, 0)
        expect(score).toBeCloseTo(Math.min(0.95, sum), 2)
        expect(score).toBeGreaterThanOrEqual(CLAIM_THRESHOLD)
      }
  })
})

describe('toSuggestedClaims', () => {
  const text = 'Preface 😀. Vey closed 40 ports on Monday. “We lost 11 boats,” Ode said.'
  const claims = suggest(text)
  const annotations = toSuggestedClaims('art_1', text, claims)

  it('makes suggested annotations with exact spans and a reason, and no time', () => {
    expect(annotations).toMatchObject([
      {
        article: 'art_1',
        layer: 'claim',
        status: 'suggested',
        creator: 'crossread',
        created: null,
        modified: null,
        exact: 'Vey closed 40 ports on Monday',
        claim: { claimant: null, quantities: [{ value: 40 }], dates: [{ value: '2031-03-03' }] },
        reason: { rule: 'claim.quantity+date+event+named-actor', score: 0.95 },
      },
      { exact: 'We lost 11 boats', reason: { rule: 'claim.quantity+event+reported', score: 0.7 } },
    ])
  })

  it('makes the same ids again, others for another article, and takes claimants by index', () => {
    expect(toSuggestedClaims('art_1', text, suggest(text)).map(({ id }) => id)).toEqual(
      annotations.map(({ id }) => id),
    )
    expect(toSuggestedClaims('art_2', text, claims)[0]?.id).not.toBe(annotations[0]?.id)
    expect(toSuggestedClaims('art_1', text, claims, [null, 'spk_1'])[1]?.claim?.claimant).toBe('spk_1')
  })

  it('refuses a range outside the text', () => {
    expect(() => toSuggestedClaims('art_1', 'short', claims)).toThrow(RangeError)
  })
})

describe('suggestClaims on any text', () => {
  const word = fc.constantFrom(
    ...[
      'Ode',
      'said',
      '“',
      '”',
      '"',
      ',',
      '.',
      '—',
      ':',
      ';',
      'that',
      'the',
      'pier',
      'sank',
      '\n',
      '\n\n',
      '😀',
      '40',
      '%',
    ],
    ...[
      'in',
      '2019',
      'than',
      'older',
      'and',
      'but',
      'because',
      '(',
      ')',
      '?',
      'denied',
      'according',
      'to',
      'I',
      'never',
    ],
  )

  it('never throws, and ranges lie in the text, in order, apart', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 50 }),
        fc.constantFrom('en', 'fr', 'de', 'ru', null),
        (words, language) => {
          const text = words.join(' ')
          let end = 0
          for (const { range, quantities, dates } of suggest(text, language)) {
            expect(isWithin(range, text.length)).toBe(true)
            expect(range.start).toBeGreaterThanOrEqual(end)
            end = range.end
            for (const one of [...quantities, ...dates]) {
              expect(one.start).toBeGreaterThanOrEqual(range.start)
              expect(one.end).toBeLessThanOrEqual(range.end)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
