import { describe, expect, test } from 'vitest'
import {
  moveCaret,
  moveOfKey,
  type CaretText,
  type CaretUnit,
} from '../../../src/renderer/src/features/reader/caret-moves'
import { bodyOf } from '../dom/text'

function textOf(text: string): CaretText {
  return { text, blocks: bodyOf(text).blocks, locale: 'en' }
}

/** Reads `[one] two|`: brackets hold the selection, `|` marks the caret; answers text and selection. */
function parse(marked: string): { text: string; anchor: number; focus: number } {
  const caret = marked.replace(/[[\]]/g, '').indexOf('|')
  const plain = marked.replace('|', '')
  const start = plain.indexOf('[')
  const end = plain.indexOf(']') - 1
  const text = plain.replace(/[[\]]/g, '')
  if (start < 0) return { text, anchor: caret, focus: caret }
  return { text, anchor: caret === start ? end : start, focus: caret }
}

function selectedAfter(marked: string, unit: CaretUnit, forward: boolean, times = 1): string {
  const { text, ...selection } = parse(marked)
  let now = selection
  for (let index = 0; index < times; index++) {
    now = moveCaret(textOf(text), now, { unit, forward, extend: true })
  }
  return text.slice(Math.min(now.anchor, now.focus), Math.max(now.anchor, now.focus))
}

function restAfter(marked: string, unit: CaretUnit, forward: boolean): string {
  const { text, ...selection } = parse(marked)
  return text.slice(moveCaret(textOf(text), selection, { unit, forward, extend: false }).focus)
}

describe('moving', () => {
  test('by word, stopping before the mark that opens it', () => {
    expect(restAfter('|He said: “We agree,” then left.', 'word', true)).toBe('said: “We agree,” then left.')
    expect(restAfter('He |said: “We agree,” then left.', 'word', true)).toBe('“We agree,” then left.')
    expect(restAfter('He said: |“We agree,” then left.', 'word', true)).toBe('agree,” then left.')
    expect(restAfter('He said: “We |agree,”', 'word', false)).toBe('“We agree,”')
  })

  test('reaches the end of the text and stays there', () => {
    expect(restAfter('He said "no|"', 'word', true)).toBe('')
    expect(restAfter('He said "no"|', 'word', true)).toBe('')
  })

  test('by sentence, block and text, never into the gap between blocks', () => {
    expect(restAfter('One |two. Three four.\n\nFive.', 'sentence', true)).toBe('Three four.\n\nFive.')
    expect(restAfter('One two. Three |four.\n\nFive.', 'sentence', true)).toBe('Five.')
    expect(restAfter('One two. Three |four.\n\nFive.', 'block', true)).toBe('\n\nFive.')
    expect(restAfter('One.\n\nTwo |three.', 'block', false)).toBe('Two three.')
    expect(restAfter('One.|\n\nTwo.', 'character', true)).toBe('Two.')
    expect(restAfter('One.\n\n|Two.', 'character', false)).toBe('\n\nTwo.')
  })

  test('by whole characters, emoji with their modifiers as one', () => {
    expect(restAfter('a|👩‍👩‍👧b', 'character', true)).toBe('b')
    expect(restAfter('e\u0301|x', 'character', false)).toBe('e\u0301x')
  })
})

describe('extending', () => {
  test('covers whole words, then the marks that close them', () => {
    expect(selectedAfter('He said: |“We agree,” then.', 'word', true, 1)).toBe('“We')
    expect(selectedAfter('He said: |“We agree,” then.', 'word', true, 2)).toBe('“We agree')
    expect(selectedAfter('He said: |“We agree,” then.', 'word', true, 3)).toBe('“We agree,”')
    expect(selectedAfter('He said: |"We agree" then.', 'word', true, 3)).toBe('"We agree"')
  })

  test('goes through words joined by a hyphen or dash without stopping at it', () => {
    expect(selectedAfter('|well-known man', 'word', true, 2)).toBe('well-known')
  })

  test('backwards takes the words, then the marks that open them', () => {
    expect(selectedAfter('He said “We agree|”', 'word', false, 2)).toBe('We agree')
    expect(selectedAfter('He said “We agree|”', 'word', false, 3)).toBe('“We agree')
  })

  test('the other way gives back whole words, down to nothing, before it grows on the other side', () => {
    expect(selectedAfter('zero [one two three|] four', 'word', false, 1)).toBe('one two')
    expect(selectedAfter('zero [one two three|] four', 'word', false, 3)).toBe('')
    expect(selectedAfter('zero [one two three|] four', 'word', false, 4)).toBe('zero ')
    expect(selectedAfter('zero [|one two three] four', 'word', true, 2)).toBe('three')
  })

  test('by sentence covers whole sentences and gives them back', () => {
    expect(selectedAfter('|One two. Three four. Five.', 'sentence', true, 2)).toBe('One two. Three four.')
    expect(selectedAfter('[One two. Three four.|] Five.', 'sentence', false, 1)).toBe('One two.')
  })
})

test('left and right follow the page', () => {
  const left = { key: 'ArrowLeft', shiftKey: false, altKey: false, mod: false }
  expect(moveOfKey(left, false)).toEqual({ unit: 'word', forward: false, extend: false })
  expect(moveOfKey(left, true)).toEqual({ unit: 'word', forward: true, extend: false })
  expect(moveOfKey({ ...left, key: 'h' }, false)).toBeNull()
})
