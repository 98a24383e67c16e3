import { expect, test } from 'vitest'
import { markSegments, unmark } from '#dom/mark-segments'

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

test('every segment is wrapped, white space alone too, and the text stays the same', () => {
  const text = 'one  two\n\u00a0three'
  const element = paragraph(text)
  const segments = [
    { start: 0, end: 3 },
    { start: 3, end: 5 },
    { start: 5, end: 8 },
    { start: 8, end: 10 },
    { start: 10, end: 15 },
  ]
  const seen: string[] = []
  markSegments(element, segments, (mark, segment) => {
    seen.push(`${segment.start}-${segment.end}:${mark.textContent}`)
  })
  expect(seen.sort()).toEqual(
    segments.map(({ start, end }) => `${start}-${end}:${text.slice(start, end)}`).sort(),
  )
  expect(element.querySelectorAll('mark')).toHaveLength(5)
  expect(element.textContent).toBe(text)
})

test('a segment of white space in an otherwise unmarked text is wrapped where it is', () => {
  const element = paragraph('ab cd')
  markSegments(element, [{ start: 2, end: 3 }], () => undefined)
  expect(element.childNodes[1]?.nodeName).toBe('MARK')
  expect(element.childNodes[1]?.textContent).toBe(' ')
})

test('no empty text nodes are left behind, and unmarking leaves one text node', () => {
  const element = paragraph('abc')
  markSegments(element, [{ start: 0, end: 3 }], () => undefined)
  expect(element.childNodes).toHaveLength(1)
  unmark(element)
  expect(element.childNodes).toHaveLength(1)
  expect(element.firstChild?.nodeType).toBe(Node.TEXT_NODE)
})
