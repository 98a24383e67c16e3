import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countWords,
  nextSentenceStart,
  nextWordEnd,
  nextWordStart,
  previousSentenceStart,
  previousWordStart,
  sentenceAt,
  sentences,
  snapToWords,
  wordAt,
} from '#core/text/segmentation'

const text = 'He said: “We won’t go.”\n\nSen. Susan Collins met J. D. Vance. Then she left.'

function cut(range: { start: number; end: number } | null, of = text): string | null {
  return range && of.slice(range.start, range.end)
}

describe('words', () => {
  it('finds the word at an offset, inside, at its start and at its end', () => {
    const at = text.indexOf('won’t')
    for (const offset of [at, at + 2, at + 5]) expect(cut(wordAt(text, offset))).toBe('won’t')
    expect(wordAt(text, text.indexOf('“'))).toBeNull()
    expect(wordAt(text, text.indexOf('\n') + 1)).toBeNull()
  })

  it('walks over words forwards and backwards, across lines, to the ends of the text', () => {
    const starts: number[] = []
    for (let at = nextWordStart(text, -1); at < text.length; at = nextWordStart(text, at)) starts.push(at)
    const back: number[] = []
    for (let at = previousWordStart(text, text.length); ; at = previousWordStart(text, at)) {
      back.push(at)
      if (at === 0) break
    }
    expect(starts.map((start) => cut(wordAt(text, start)))).toEqual(
      'He said We won’t go Sen Susan Collins met J D Vance Then she left'.split(' '),
    )
    expect(back.reverse()).toEqual(starts)
    expect(nextWordEnd(text, 0)).toBe(2)
    expect(nextWordEnd(text, 2)).toBe(7)
    expect(nextWordEnd(text, text.length - 1)).toBe(text.length)
    expect(nextWordStart('  ', 0)).toBe(2)
    expect(previousWordStart('  ', 2)).toBe(0)
  })

  it('snaps a selection to whole words and leaves edges outside words', () => {
    const at = text.indexOf('Susan')
    expect(cut(snapToWords(text, { start: at + 2, end: at + 7 }))).toBe('Susan Collins')
    expect(cut(snapToWords(text, { start: at, end: at + 5 }))).toBe('Susan')
    expect(cut(snapToWords(text, { start: at + 5, end: at + 6 }))).toBe(' ')
    expect(cut(snapToWords(text, { start: at + 1, end: at + 1 }))).toBe('Susan')
    const chinese = '俄罗斯总统说'
    expect(cut(snapToWords(chinese, { start: 4, end: 5 }), chinese)).toBe('总统')
  })

  it('takes a malformed language tag for none', () => {
    expect(cut(wordAt(text, 0, 'not a tag'))).toBe('He')
  })

  it('answers at once inside a very long line', () => {
    const long = 'word '.repeat(1_000_000)
    expect(wordAt(long, 2_500_001)).toEqual({ start: 2_500_000, end: 2_500_004 })
    expect(nextWordStart(long, 2_500_001)).toBe(2_500_005)
    expect(nextWordStart(' '.repeat(100_000) + 'x', 0)).toBe(100_000)
    expect(previousWordStart('x' + ' '.repeat(100_000), 100_001)).toBe(0)
  })

  it('moves forward strictly and stays inside, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (any, at) => {
        const offset = Math.min(at, any.length)
        for (const move of [nextWordStart, nextWordEnd, nextSentenceStart]) {
          const next = move(any, offset)
          expect(next).toBeLessThanOrEqual(any.length)
          if (offset < any.length) expect(next).toBeGreaterThan(offset)
        }
        for (const move of [previousWordStart, previousSentenceStart]) {
          const previous = move(any, offset)
          expect(previous).toBeGreaterThanOrEqual(0)
          if (offset > 0) expect(previous).toBeLessThan(offset)
        }
      }),
    )
  })
})

describe('sentences', () => {
  it('keeps titles and initials inside their sentence', () => {
    expect(sentences(text).map((sentence) => cut(sentence))).toEqual([
      'He said: “We won’t go.”',
      'Sen. Susan Collins met J. D. Vance.',
      'Then she left.',
    ])
  })

  it('finds the sentence at an offset and steps from one to the next', () => {
    const second = text.indexOf('Sen.')
    const third = text.indexOf('Then')
    expect(cut(sentenceAt(text, second + 6))).toBe('Sen. Susan Collins met J. D. Vance.')
    expect(cut(sentenceAt(text, third - 1))).toBe('Sen. Susan Collins met J. D. Vance.')
    expect(sentenceAt(text, text.indexOf('\n') + 1)).toBeNull()
    expect(nextSentenceStart(text, 0)).toBe(second)
    expect(nextSentenceStart(text, second)).toBe(third)
    expect(nextSentenceStart(text, third)).toBe(text.length)
    expect(previousSentenceStart(text, third)).toBe(second)
    expect(previousSentenceStart(text, second)).toBe(0)
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ["Don't stop the co-operation: 3.5 million, 1,000 men.", 8],
    ['“It’s time,” he said—twice', 5],
    ['Россия заявила', 2],
    ['قال الرئيس', 2],
    ['俄罗斯总统说 ok', 7],
    ['ロシア', 3],
    ['러시아 대통령', 2],
    ['😀 wow 😀', 1],
    ['𝒜𝒷 c', 2],
    ['re\u0301sume\u0301 done', 2],
  ])('counts %j as %i', (sample, count) => {
    expect(countWords(sample)).toBe(count)
  })

  it('segments Thai by dictionary', () => {
    expect(countWords('ประธานาธิบดีรัสเซีย')).toBe(2)
  })
})
