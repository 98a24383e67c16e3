import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '#core/model/range'
import { toSuggestedAnnotations } from '#core/suggest/annotations'
import { suggestQuotations } from '#core/suggest/quotations'
import { bodyOf } from './suggesting'

const TEXT = 'Preface 😀. “The pier floats,” Ann Ode said. “It always did.”'

describe('toSuggestedAnnotations', () => {
  const suggestions = suggestQuotations(bodyOf(TEXT), 'en')
  const annotations = toSuggestedAnnotations('art_1', TEXT, suggestions)

  it('makes suggested annotations with exact spans and a reason, and no time', () => {
    expect(annotations).toMatchObject([
      {
        article: 'art_1',
        layer: 'quotation',
        status: 'suggested',
        creator: 'crossread',
        created: null,
        modified: null,
        exact: '“The pier floats,” Ann Ode said. “It always did.”',
        quotation: {
          type: 'direct',
          speaker: null,
          speakerSpan: { exact: 'Ann Ode' },
          cue: { exact: 'said' },
        },
        reason: { rule: 'direct.tail', score: 0.95 },
      },
    ])
  })

  it('makes the same ids again, and others for another article', () => {
    const again = toSuggestedAnnotations('art_1', TEXT, suggestQuotations(bodyOf(TEXT), 'en'))
    expect(again.map((one) => one.id)).toEqual(annotations.map((one) => one.id))
    expect(toSuggestedAnnotations('art_2', TEXT, suggestions)[0]?.id).not.toBe(annotations[0]?.id)
  })

  it('takes speaker records by index', () => {
    expect(toSuggestedAnnotations('art_1', TEXT, suggestions, ['spk_1'])[0]?.quotation?.speaker).toBe('spk_1')
  })

  it('refuses a range outside the text', () => {
    const [first] = suggestions
    if (!first) throw new Error('The text has a quotation.')
    expect(() => toSuggestedAnnotations('art_1', 'short', [first])).toThrow(RangeError)
  })
})

describe('suggestQuotations on any text', () => {
  const word = fc.constantFrom(
    'Ode',
    'said',
    '“',
    '”',
    '"',
    "'",
    '’',
    ',',
    '.',
    '—',
    ':',
    'that',
    'the',
    'pier',
    '\n',
    '\n\n',
    '😀',
    'he',
    'told',
    'and',
    'according',
    'to',
    '«',
    '»',
    '(',
    ')',
    'was',
    'asked',
    'saying',
    'in',
    'a',
    'poll',
    '‘',
    'Mr.',
    '%',
    "''",
  )
  it('ends a name at the end of the text, also within a bracket that never closes', () => {
    expect(suggestQuotations(bodyOf('Ode told Ode ('), 'en')).toEqual([])
  })

  it('never throws, and every range lies within the text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.constantFrom('en', 'fr', 'de', 'ru', null),
        (words, language) => {
          const text = words.join(' ')
          for (const one of suggestQuotations(bodyOf(text), language)) {
            expect(one.content.length).toBeGreaterThan(0)
            one.content.forEach((range, index) => {
              expect(isWithin(range, text.length)).toBe(true)
              const before = one.content[index - 1]
              if (before) expect(before.end).toBeLessThanOrEqual(range.start)
            })
            for (const range of [one.cue, one.speakerSpan])
              if (range) expect(isWithin(range, text.length)).toBe(true)
            expect(one.score).toBeGreaterThan(0)
            expect(one.score).toBeLessThan(1)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
