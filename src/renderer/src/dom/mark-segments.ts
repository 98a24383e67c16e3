import Mark from 'mark.js'
import type { TextRange } from '#core/model/range'

/**
 * Wraps disjoint segments of an element's text in `<mark>` elements, with one call of mark.js, and hands each element to
 * `each` with its segment. Offsets are UTF-16 code units from the element's start.
 *
 * mark.js leaves out segments of white space alone, and would leave out overlapping ones; those it left are wrapped here,
 * so that every segment is painted when this returns (held by test/browser/dom/mark-segments.test.ts).
 */
export function markSegments<T extends TextRange>(
  element: HTMLElement,
  segments: readonly T[],
  each: (mark: HTMLElement, segment: T) => void,
): void {
  if (segments.length === 0) return
  const segmentOf = new Map<Mark.Range, T>()
  for (const segment of segments) {
    segmentOf.set({ start: segment.start, length: segment.end - segment.start }, segment)
  }
  const missing = new Set(segments)
  new Mark(element).markRanges([...segmentOf.keys()], {
    each: (mark, range) => {
      const segment = segmentOf.get(range)
      if (!segment || !(mark instanceof HTMLElement)) return
      missing.delete(segment)
      each(mark, segment)
    },
  })
  // mark.js splits text nodes at both ends of a mark and leaves empty ones behind.
  element.normalize()
  for (const segment of missing) wrap(element, segment, each)
}

/** Removes the marks: the element holds its text in one node again. */
export function unmark(element: HTMLElement): void {
  const text = element.textContent
  element.textContent = text
}

function wrap<T extends TextRange>(
  element: HTMLElement,
  segment: T,
  each: (mark: HTMLElement, segment: T) => void,
): void {
  let start = 0
  for (const node of textNodes(element)) {
    const end = start + node.length
    const from = Math.max(segment.start, start)
    const to = Math.min(segment.end, end)
    if (from < to) {
      const range = document.createRange()
      range.setStart(node, from - start)
      range.setEnd(node, to - start)
      const mark = document.createElement('mark')
      range.surroundContents(mark)
      each(mark, segment)
    }
    start = end
  }
  element.normalize()
}

function textNodes(element: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) nodes.push(node)
  return nodes
}
