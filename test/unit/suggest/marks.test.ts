import { describe, expect, it } from 'vitest'
import { findQuotedSegments } from '#core/suggest/marks'
import { readingBlocks } from '#core/suggest/tokens'
import { bodyOf } from './suggesting'

function quoted(text: string, depth = 0): string[] {
  return findQuotedSegments(text, readingBlocks(bodyOf(text)))
    .filter((segment) => segment.depth === depth)
    .map((segment) => text.slice(segment.start, segment.end))
}

describe('findQuotedSegments', () => {
  it.each([
    ['He said “go on” twice.', '“go on”'],
    ['He said "go on" twice.', '"go on"'],
    ["He said ''go on'' twice.", "''go on''"],
    ['Il dit « allez » deux fois.', '« allez »'],
    ['Er sagt „los“ zweimal.', '„los“'],
    ['Han siger »kom nu« to gange.', '»kom nu«'],
    ['彼は「行け」と言った。', '「行け」'],
    ['Hon sa ”kom nu” två gånger.', '”kom nu”'],
    ["The board's chair said ‘go on’ twice.", '‘go on’'],
  ])('finds the marks of %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected])
  })

  it('leaves apostrophes, decades and plural possessives alone', () => {
    expect(quoted("The owners' plan from the '90s isn't the mayors' plan, 'tis said.")).toEqual([])
  })

  it('finds a quotation within a quotation', () => {
    const text = 'Ode said, “They told me ‘never again’ and left.”'
    expect(quoted(text)).toEqual(['“They told me ‘never again’ and left.”'])
    expect(quoted(text, 1)).toEqual(['‘never again’'])
  })

  it('forgives a mark doubled in the middle with its space missing', () => {
    expect(quoted('“I must say there is a chance”to find a way,” Ode told Ash.')).toEqual([
      '“I must say there is a chance”to find a way,”',
    ])
  })

  it('forgives a missing space before the opening mark', () => {
    expect(quoted('Ode said,“Look, it floats.”')).toEqual(['“Look, it floats.”'])
  })

  it('ends an unclosed quotation where the next one opens', () => {
    expect(quoted('“It floats, Ode said. “It always did,” she added.')).toEqual([
      '“It floats, Ode said.',
      '“It always did,”',
    ])
  })

  it('ends an unclosed quotation with its paragraph', () => {
    expect(quoted('Ode said: “It floats.\nThe pier closed at noon.')).toEqual(['“It floats.'])
  })

  it('joins paragraphs that each open a mark and close once', () => {
    const text = '“First point.\n“Second point.\n“Third point,” Ode said.'
    const segments = findQuotedSegments(text, readingBlocks(bodyOf(text)))
    expect(segments.map((segment) => [text.slice(segment.start, segment.end), segment.continues])).toEqual([
      ['“First point.', false],
      ['“Second point.', true],
      ['“Third point,”', true],
    ])
  })

  it('closes straight marks by their place, whatever came before', () => {
    expect(quoted('"One," Ode said. "Two," Ash said. "Three."')).toEqual(['"One,"', '"Two,"', '"Three."'])
  })
})
