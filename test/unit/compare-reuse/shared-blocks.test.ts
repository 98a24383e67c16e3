import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedBlocks } from '#core/compare/shared-blocks'

describe('sharedBlocks', () => {
  it('gives the words that both have, longest runs whole, in the order of the first', () => {
    const a =
      'Before it all, the northern quay was closed on Tuesday. Nobody knows why the divers were late again.'
    const b = 'Nobody knows why the divers were late; the Northern Quay was closed on Tuesday!'
    expect(sharedBlocks(a, b).map((block) => [block.a.exact, block.b.exact, block.words])).toEqual([
      ['the northern quay was closed on Tuesday', 'the Northern Quay was closed on Tuesday', 7],
      ['Nobody knows why the divers were late', 'Nobody knows why the divers were late', 7],
    ])
  })

  it('finds nothing shorter than five words', () => {
    expect(sharedBlocks('one two three four', 'one two three four')).toEqual([])
    expect(sharedBlocks('one two three four five', 'one two three four five')).toHaveLength(1)
  })

  it('gives ranges of the texts that do not overlap on either side', () => {
    const text = fc
      .array(fc.constantFrom('ab', 'cd', 'ef'), { maxLength: 40 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const blocks = sharedBlocks(a, b)
        for (const side of ['a', 'b'] as const) {
          const spans = blocks.map((block) => block[side]).sort((one, other) => one.start - other.start)
          spans.forEach((span, index) => {
            expect(span.exact).toBe((side === 'a' ? a : b).slice(span.start, span.end))
            expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          })
        }
        for (const block of blocks) expect(block.a.exact).toBe(block.b.exact)
      }),
    )
  })
})
