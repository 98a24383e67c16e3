import { afterEach, expect, test } from 'vitest'
import type { ArticleBody } from '#core/model/article'
import { directionOf } from '#dom/direction'
import { createTextView, type TextView } from '#dom/text-view'
import { bodyOf, createScroller, rangeOf } from './text'

let cleanUp: (() => void)[] = []

function show(body: ArticleBody, dir: 'ltr' | 'rtl' = 'ltr'): TextView {
  const { scroller, remove } = createScroller()
  cleanUp.push(remove)
  return createTextView(scroller, body, { lang: 'en', dir })
}

afterEach(() => {
  for (const each of cleanUp) each()
  cleanUp = []
})

test('every offset survives the way to a DOM position and back, gaps going to an edge of a block', () => {
  const text = 'Headline\n\nFirst 😀 paragraph.\n\n\n  Second one, with a line\nbreak.'
  const view = show(bodyOf(text))
  for (let offset = 0; offset <= text.length; offset++) {
    for (const side of ['start', 'end'] as const) {
      const { node, offset: at } = view.positionOf(offset, side)
      const back = view.offsetOf(node, at)
      const inBlock = view.blocks.some(({ start, end }) => offset >= start && offset <= end)
      const edges = view.blocks.flatMap(({ start, end }) => [start, end])
      if (inBlock) expect(back).toBe(offset)
      else expect(edges).toContain(back)
    }
  }
})

test('text that no block covers is shown all the same', () => {
  const text = 'One.\n\nTwo, left out by the blocks.\n\nThree.'
  const three = rangeOf(text, 'Three.')
  const view = show({
    text,
    furniture: [],
    blocks: [
      { kind: 'heading', start: 0, end: 4 },
      { kind: 'list-item', ...three },
    ],
  })
  expect(view.root.querySelector('p')?.textContent).toBe('Two, left out by the blocks.')
  expect(view.root.querySelector('h2')?.textContent).toBe('One.')
  expect(view.root.querySelector('ul > li')?.textContent).toBe('Three.')
})

test('furniture is marked for eyes and for screen readers, and offsets run through it', () => {
  const text = 'He spoke. Post a Comment And then left.'
  const furniture = rangeOf(text, 'Post a Comment')
  const view = show(bodyOf(text, [furniture]))
  const note = view.root.querySelector('[role=note]')
  expect(note?.textContent).toBe('Post a Comment')
  expect(note?.getAttribute('aria-label')).not.toBe('')
  expect(view.root.textContent).toBe(text)
  const range = rangeOf(text, 'spoke. Post a Comment And')
  expect(view.domRange(range).toString()).toBe('spoke. Post a Comment And')
})

test('a paragraph as long as a book is cut into units, none within a surrogate pair', () => {
  const text = '😀'.repeat(20_000)
  const view = show(bodyOf(text))
  expect(view.units.length).toBeGreaterThan(3)
  expect(view.units.map(({ element }) => element.textContent).join('')).toBe(text)
  for (const { start } of view.units) expect(start % 2).toBe(0)
})

test('a selection made in the browser is read as offsets, backwards too, across blocks', () => {
  const text = 'One two three.\n\nFour five six.'
  const view = show(bodyOf(text))
  const anchor = text.indexOf('five')
  const focus = text.indexOf('two')
  view.select({ anchor, focus })
  expect(view.readSelection()).toEqual({ anchor, focus })
  expect(document.getSelection()?.toString().replace(/\s+/g, ' ')).toBe('two three. Four ')
})

test('a position in the root itself means the block behind it', () => {
  const text = 'One.\n\nTwo.'
  const view = show(bodyOf(text))
  expect(view.offsetOf(view.root, 0)).toBe(0)
  expect(view.offsetOf(view.root, 1)).toBe(text.indexOf('Two'))
  expect(view.offsetOf(view.root, 2)).toBe(text.length)
  expect(view.offsetOf(document.body, 0)).toBeNull()
})

test('a point over a character answers its offset', () => {
  const text = 'One two three.\n\nFour five six.'
  const view = show(bodyOf(text))
  const at = text.indexOf('five')
  const box = view.domRange({ start: at, end: at + 1 }).getBoundingClientRect()
  expect(view.offsetAtPoint(box.left + 1, box.top + box.height / 2)).toBe(at)
  expect(view.caretBox(at).left).toBeCloseTo(box.left, 0)
})

test('the caret behind a mark at the end of a line is one line high, and stands there', () => {
  const text = 'One two three four five six seven eight nine ten. '.repeat(12)
  const view = show(bodyOf(text))
  const boxOf = (at: number) => view.domRange({ start: at, end: at + 1 }).getBoundingClientRect()
  // The first space at which a line breaks: it is drawn nowhere.
  const end = [...text.matchAll(/ /g)]
    .map(({ index }) => index)
    .find((at) => boxOf(at + 1).top > boxOf(at - 1).top)
  if (end === undefined) throw new Error('The paragraph has one line only.')
  const { node, offset } = view.positionOf(end, 'start')
  // What a mark does to the text around it.
  if (node instanceof Text) node.splitText(offset)
  const box = view.caretBox(end)
  expect(box.height).toBeCloseTo(boxOf(end - 1).height, 0)
  expect(box.left).toBeCloseTo(boxOf(end - 1).right, 0)
  expect(box.top).toBeCloseTo(boxOf(end - 1).top, 0)
})

test('the caret at either end of a paragraph stands at its first or behind its last character', () => {
  const text = 'One two three.\n\nFour five six.'
  const view = show(bodyOf(text))
  for (const end of [text.indexOf('\n'), text.length]) {
    const last = view.domRange({ start: end - 1, end }).getBoundingClientRect()
    expect(view.caretBox(end)).toMatchObject({ left: last.right, top: last.top, height: last.height })
  }
  const start = text.indexOf('Four')
  const first = view.domRange({ start, end: start + 1 }).getBoundingClientRect()
  expect(view.caretBox(start)).toMatchObject({ left: first.left, top: first.top, height: first.height })
})

test('lines of one width flow, others keep their breaks', () => {
  const wrapped = Array(3).fill('a line that somebody broke after about sixty characters, as').join('\n')
  const view = show(bodyOf(`${wrapped}\n\nRoses are red,\nviolets are blue`))
  const spaces = [...view.root.querySelectorAll('p')].map((p) => getComputedStyle(p).whiteSpaceCollapse)
  expect(spaces).toEqual(['collapse', 'preserve-breaks'])
})

test('the direction comes from the language, or from the letters where it is unknown', () => {
  expect(directionOf('Hello', 'ar')).toBe('rtl')
  expect(directionOf('Hello', 'fa-IR')).toBe('rtl')
  expect(directionOf('مرحبا', 'az-Latn')).toBe('ltr')
  expect(directionOf('قال الوزير للصحفيين CNN', null)).toBe('rtl')
  expect(directionOf('The minister said سلام', null)).toBe('ltr')
})
