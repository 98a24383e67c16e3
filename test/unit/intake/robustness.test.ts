import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '#core/intake/intake'
import { isBlank } from '#core/text/blocks'
import { only, readText } from './fixture'

/** Time for a long input in ms: linear work takes a tenth of it, anything quadratic would not end. */
const LONG = 30_000
const MEGABYTE = 1_000_000

describe('bad input', () => {
  it(
    'reads a line of 60 MB',
    () => {
      const draft = only(readText('word '.repeat(12 * MEGABYTE)))
      expect(draft.words).toBe(12 * MEGABYTE)
      expect(draft.body.blocks).toHaveLength(1)
      expect(draft.metadata.title.length).toBeLessThanOrEqual(121)
    },
    LONG,
  )

  it.each([
    ['spaces', ' '],
    ['spaces and dots', ' .'],
    ['dashes', '–'],
    ['capitals', 'A'],
    ['capitals with commas', 'AB, '],
    ['digits', '1'],
    ['dates', '15/02/2022 '],
    ['brackets', '('],
    ['names', 'By Jane '],
    ['shares', 'Facebook '],
    ['short lines', 'a\n'],
    ['blank lines', 'a\n\n'],
    ['bullets', '- a\n'],
    ['marks', 'e\u0301\u0301'],
    ['emoji', '👩‍👩‍👧 '],
    ['fences', '```\n'],
    ['quotes', '> '],
    ['links', '[a]('],
  ])(
    'takes linear time for %s without end',
    (_, piece) => {
      const text = `Start. ${piece.repeat(Math.ceil(MEGABYTE / piece.length))}x`
      for (const path of ['a.txt', 'a.md']) expect(readText(text, path).drafts).toHaveLength(1)
    },
    LONG,
  )

  it.each([
    ['open elements', '<div>'],
    ['open inline elements', '<b>'],
    ['open tags', '<a '],
    ['lone brackets', '<'],
    ['open comments', '<!--'],
    ['open attributes', '<p class="'],
    ['breaks', '<br>'],
    ['lists', '<ul><li>a'],
    ['tables', '<table><tr><td>a'],
    ['spaces between elements', '<i> </i>'],
    ['entities', '&amp;'],
  ])(
    'takes bounded time for HTML with %s without end',
    (_, piece) => {
      const text = `<html><body><p>Start of the page.</p>${piece.repeat(Math.ceil(400_000 / piece.length))}`
      expect(only(readText(text, 'a.html')).body.text).toContain('Start of the page.')
    },
    LONG,
  )

  it('gives consistent drafts for any text under any name', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'By Jane Doe\n',
        'LONDON (Reuters) - The',
        '\n\n',
        '# ',
        '---\n',
        'title: x\n',
        '<p>',
        '<div hidden>',
        '</p>',
        '{"text":"',
        '"}',
        '[',
        'Post a Comment\n',
        '15 February 2022\n',
        'Source: X\n',
        '\u200f',
        '😀',
        '&#55357;',
      ),
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    const path = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('.txt', '.md', '.html', '.json', '.jsonl', '', '/😀\n.txt'),
    )
    fc.assert(
      fc.property(text, path, fc.option(fc.string()), (content, [stem, extension], rootName) => {
        const file = { path: stem + extension, rootName, bytes: new TextEncoder().encode(content) }
        const { drafts, problems } = readFile(file)
        expect(drafts.length + problems.length).toBeGreaterThan(0)
        for (const { body, metadata, guessed } of drafts) {
          let last = 0
          for (const { start, end } of body.blocks) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(isBlank(body.text.slice(last, start))).toBe(true)
            last = end
          }
          expect(isBlank(body.text.slice(last))).toBe(true)
          const starts = new Set(body.blocks.map(({ start }) => start))
          for (const { start } of body.furniture) expect(starts.has(start)).toBe(true)
          expect(metadata.title).not.toBe('')
          for (const field of guessed) {
            expect(metadata[field === 'source' ? 'sourceName' : field]).not.toBeNull()
          }
          expect(body.text).not.toMatch(/\r/)
        }
        expect(readFile(file)).toEqual({ drafts, problems })
      }),
      { numRuns: 400 },
    )
  })
})
