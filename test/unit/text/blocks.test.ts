import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank, splitBlocks } from '#core/text/blocks'

const PROSE =
  'The ministers met for three hours in the old customs house and left without a word to the waiting press, officials said.'

function shape(text: string, format: 'text' | 'markdown' = 'text'): [string, string][] {
  return splitBlocks(text, format).map(({ kind, start, end }) => [kind, text.slice(start, end)])
}

describe('splitBlocks, plain text', () => {
  it('takes paragraphs between blank lines and on a line each', () => {
    expect(shape(`${PROSE}\n\n${PROSE}\n${PROSE}\n`)).toEqual([
      ['paragraph', PROSE],
      ['paragraph', PROSE],
      ['paragraph', PROSE],
    ])
  })

  it('takes short lines before prose for headings, at the top and between paragraphs', () => {
    const text = `Ministers meet again\n\n${PROSE}\n\nA long night\n\n${PROSE}\n\nWhat comes next?\n\n${PROSE}\n\nThe end`
    expect(shape(text).map(([kind]) => kind)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('takes no speech, question or last line for a heading', () => {
    const text = `${PROSE}\n“Fine,” she said.\nWhat comes next?\n${PROSE}\n“Why now?”\n${PROSE}\n(kms)`
    expect(new Set(shape(text).map(([kind]) => kind))).toEqual(new Set(['paragraph']))
  })

  it('joins lines that were broken at a fixed width, and nothing else', () => {
    const wrapped = [
      'HARBOUR TALKS RESUME',
      'By Ines Kovar',
      '',
      'The ministers met for three hours in the old customs house and left',
      'without a word to the waiting press. Officials said that a second',
      'round was likely, though nobody would name a day for it, and that',
      'the ferries would run.',
      '',
      'Traders on the quay were less sure, and several had already put up',
      'their shutters by noon.',
    ].join('\n')
    const blocks = shape(wrapped)
    expect(blocks.map(([kind]) => kind)).toEqual(['heading', 'heading', 'paragraph', 'paragraph'])
    expect(blocks[2]?.[1]).toMatch(/^The ministers[^]*would run\.$/)
  })

  it('takes runs of bullets and numbers for list items, a single dash for speech', () => {
    expect(shape(`Points:\n• one\n• two\n${PROSE}`).map(([kind]) => kind)).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'paragraph',
    ])
    expect(shape(`${PROSE}\n- Yes, she said.\n${PROSE}`)[1]?.[0]).toBe('paragraph')
    expect(shape(`– Oui, dit-elle.\n– Non, dit-il.\n${PROSE}`)[1]?.[0]).toBe('paragraph')
    expect(shape(`${PROSE}\n> quoted line\n${PROSE}`)[1]?.[0]).toBe('quote')
  })
})

describe('splitBlocks, Markdown', () => {
  it('reads headings, lists, quotes, fences, rules and front matter', () => {
    const text = [
      '---',
      'title: Harbour talks',
      '---',
      '# Harbour talks',
      '',
      'One line',
      'and its second.',
      '',
      'Under a title',
      '---',
      '- first',
      '  goes on',
      '- second',
      '1. third',
      '> said she',
      '> and he',
      '***',
      '```',
      '# no heading',
      '',
      '- no item',
      '```',
      'Last.',
    ].join('\n')
    expect(shape(text, 'markdown')).toEqual([
      ['paragraph', '---\ntitle: Harbour talks\n---'],
      ['heading', '# Harbour talks'],
      ['paragraph', 'One line\nand its second.'],
      ['heading', 'Under a title\n---'],
      ['list-item', '- first\n  goes on'],
      ['list-item', '- second'],
      ['list-item', '1. third'],
      ['quote', '> said she\n> and he'],
      ['paragraph', '***'],
      ['paragraph', '```\n# no heading\n\n- no item\n```'],
      ['paragraph', 'Last.'],
    ])
  })

  it('takes a rule at the top for a rule where no front matter follows', () => {
    expect(shape('---\nThe ministers met.\n---\n', 'markdown')[0]).toEqual(['paragraph', '---'])
  })

  it('keeps whole-paragraph lines apart', () => {
    const line = PROSE.repeat(2)
    expect(shape(`${line}\n${line}`, 'markdown')).toHaveLength(2)
  })
})

describe('splitBlocks, any text', () => {
  it('covers everything but white space, in order, disjoint and trimmed', () => {
    const unit = fc.constantFrom(...'ab.?”-#>•1) \u00a0\t\n\n\n😀\ud83d`=*')
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 200 }),
        fc.constantFrom('text', 'markdown'),
        (text, format) => {
          let last = 0
          for (const { start, end } of splitBlocks(text, format as 'text' | 'markdown')) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(isBlank(text.slice(last, start))).toBe(true)
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(isBlank(text.slice(last))).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes a line of millions of characters in its stride', () => {
    const text = '- '.repeat(5_000_000)
    for (const format of ['text', 'markdown'] as const) expect(splitBlocks(text, format)).toHaveLength(1)
  })
})
