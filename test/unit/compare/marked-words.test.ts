import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markWords } from '#core/compare/marked-words'

it('shows what is only here, only there and changed, each with its sign', () => {
  const { parts, signs, rephrased, equal } = markWords(
    'I would suggest continuing the talks',
    'I would not suggest continuing the talks now',
    'en',
  )
  expect(parts.filter(({ mark }) => mark !== 'same').map(({ text, sign }) => [text.trim(), sign])).toEqual([
    ['not', 'negation'],
    ['now', null],
  ])
  expect({ signs, rephrased, equal }).toEqual({ signs: ['negation'], rephrased: false, equal: false })
})

it('takes other quotation marks and case for no difference', () => {
  expect(markWords('“Fine,”', '"fine"', 'en').equal).toBe(true)
})

it('does not take a part of the words for other words, but other words for them', () => {
  expect(markWords('We will not leave before Monday morning', 'We will not leave', 'en').rephrased).toBe(
    false,
  )
  expect(markWords('Fine with me, said the old man', 'Good', 'en').rephrased).toBe(true)
})

it('holds all words of its side, whatever they are', () => {
  const words = fc.array(fc.constantFrom('We', 'may', 'not', 'go', '40', '—', '😀', 'قال', '\u202e'))
  fc.assert(
    fc.property(words, words, (a, b) => {
      const { parts } = markWords(a.join(' '), b.join(' '), null)
      const own = parts.filter(({ mark }) => mark !== 'removed')
      expect(own.map(({ text }) => text).join('')).toBe(b.join(' '))
    }),
  )
})

it('takes another article or preposition for little, another number of things for more', () => {
  const light = (base: string, words: string) =>
    markWords(base, words, 'en')
      .parts.filter(({ mark }) => mark !== 'same')
      .map((part) => part.light)
  expect(light('We talked on a plan for hours', 'We talked over the plan for hours')).toEqual([true, true])
  expect(light('We talked with all farmers here', 'We talked with some farmers here')).toEqual([false])
  expect(light('We talked of plans for hours', 'We talked of money for hours')).toEqual([false])
})
