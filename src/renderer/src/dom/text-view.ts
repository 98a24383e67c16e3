import type { ArticleBody } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import { planBlocks, type BlockPlan } from './text-blocks'
import './text-view.css'

/** A stretch of the text in an element of its own, which holds nothing but that text (and the marks painted on it). */
export interface TextUnit extends TextRange {
  readonly index: number
  readonly element: HTMLElement
}

/** Where a selection begins and where it is extended, as UTF-16 offsets; `focus` may come before `anchor`. */
export interface TextSelection {
  readonly anchor: number
  readonly focus: number
}

/** A DOM boundary point. */
export interface DomPosition {
  readonly node: Node
  readonly offset: number
}

/**
 * The article's text on the page. Built once; React does not touch what is inside. All offsets are UTF-16 code units of
 * the article's text; an offset in a gap between blocks stands for the nearest edge of a block.
 */
export interface TextView {
  readonly text: string
  /** Element that holds the blocks. */
  readonly root: HTMLElement
  /** In text order, not overlapping. */
  readonly units: readonly TextUnit[]
  /** Ranges of the blocks, in text order. */
  readonly blocks: readonly TextRange[]
  /** Index of the first unit that ends after `offset`; `units.length` when there is none. */
  unitIndex(offset: number): number
  /** The DOM position of an offset. At the border of two units: `start` means the later one, `end` the earlier. */
  positionOf(offset: number, side: 'start' | 'end'): DomPosition
  /** The offset of a DOM position; null when it is outside the text. */
  offsetOf(node: Node, offset: number): number | null
  /** The DOM range that covers `range`. */
  domRange(range: TextRange): Range
  /** The browser's selection as offsets; null when it is not in this text. */
  readSelection(): TextSelection | null
  /** Makes the browser's selection this one. */
  select(selection: TextSelection): void
  /** The offset nearest to a point of the viewport, null when the point is not over the text. */
  offsetAtPoint(x: number, y: number): number | null
  /** Where the caret of an offset stands, in viewport coordinates: a box without width. */
  caretBox(offset: number): DOMRect
  /** Removes everything it built. */
  destroy(): void
}

/** How the text is to be shown: its language (BCP 47, null unknown) for voices and hyphens, and its direction. */
export interface TextViewOptions {
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
}

/**
 * Texts longer than this (code units) are laid out only where they are seen: 60,000 words then cost 10 ms instead of 60
 * to lay out, at the price of a scroll bar that is an estimate until one has been everywhere. Most articles have 4,000.
 */
const LONG_TEXT = 30_000
/** Characters of a line, for the estimate of a block's height before it has been laid out. */
const LINE = 66

/** Builds the blocks of `body` inside `container` and answers the view of them. */
export function createTextView(
  container: HTMLElement,
  body: ArticleBody,
  options: TextViewOptions,
): TextView {
  const { text } = body
  const plans = planBlocks(body)
  const units: TextUnit[] = []
  const unitOf = new WeakMap<Node, TextUnit>()
  const root = document.createElement('div')
  root.className = 'article-text'
  root.dir = options.dir
  if (options.lang) root.lang = options.lang
  root.classList.toggle('is-long', text.length > LONG_TEXT)
  appendBlocks(root, plans, text, (element, range) => {
    const unit = { start: range.start, end: range.end, index: units.length, element }
    units.push(unit)
    unitOf.set(element, unit)
  })
  if (text.length > LONG_TEXT) estimateHeights(root)
  container.append(root)

  function unitIndex(offset: number): number {
    let low = 0
    let high = units.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((units[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  function positionOf(offset: number, side: 'start' | 'end'): DomPosition {
    const index = unitIndex(offset)
    const next = units[index]
    const before = units[index - 1]
    // An offset that ends one unit and starts the next belongs where `side` says; one in a gap to the edge it meets.
    const goesBefore = side === 'end' || offset === before?.end
    const unit =
      before && (!next || (goesBefore && offset < next.start) || (side === 'end' && offset === before.end))
        ? before
        : next
    if (!unit) return { node: root, offset: 0 }
    const within = Math.max(0, Math.min(offset - unit.start, unit.end - unit.start))
    return positionInUnit(unit, within, side)
  }

  function offsetOf(node: Node, offset: number): number | null {
    if (!root.contains(node)) return null
    for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
      const unit = unitOf.get(at)
      if (unit) return unit.start + lengthBefore(unit.element, node, offset)
    }
    return offsetBetweenUnits(node, offset)
  }

  /** A position in a list or the root itself: the start of the first unit behind it. */
  function offsetBetweenUnits(node: Node, offset: number): number {
    const probe = document.createRange()
    let low = 0
    let high = units.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const unit = units[middle]
      if (!unit) break
      probe.setStartAfter(unit.element)
      probe.collapse(true)
      if (probe.comparePoint(node, offset) >= 0) low = middle + 1
      else high = middle
    }
    const next = units[low]
    // Behind everything, or in the middle of nothing: the end of what comes before.
    return next ? next.start : (units.at(-1)?.end ?? 0)
  }

  function domRange(range: TextRange): Range {
    const dom = document.createRange()
    const start = positionOf(range.start, 'start')
    const end = positionOf(range.end, range.end > range.start ? 'end' : 'start')
    dom.setStart(start.node, start.offset)
    dom.setEnd(end.node, end.offset)
    return dom
  }

  function readSelection(): TextSelection | null {
    const selection = document.getSelection()
    if (!selection?.anchorNode || !selection.focusNode) return null
    const anchor = offsetOf(selection.anchorNode, selection.anchorOffset)
    const focus = offsetOf(selection.focusNode, selection.focusOffset)
    return anchor === null || focus === null ? null : { anchor, focus }
  }

  function select({ anchor, focus }: TextSelection): void {
    const from = positionOf(anchor, anchor <= focus ? 'start' : 'end')
    const to = positionOf(focus, focus <= anchor ? 'start' : 'end')
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  function offsetAtPoint(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y)
    return position ? offsetOf(position.offsetNode, position.offset) : null
  }

  function caretBox(offset: number): DOMRect {
    const { node, offset: at } = positionOf(offset, 'start')
    const range = document.createRange()
    const length = node instanceof Text ? node.length : 0
    range.setStart(node, at)
    // A collapsed range has no box before a line's first character, so the character behind it is asked instead.
    if (at < length) {
      range.setEnd(node, at + 1)
      const box = [...range.getClientRects()].find((rect) => rect.width > 0)
      if (box) return new DOMRect(options.dir === 'rtl' ? box.right : box.left, box.top, 0, box.height)
    }
    // A space at the end of a line has no box; the character before it may be in another node, that of a mark.
    const before = units[unitIndex(offset - 1)]
    if (before && offset > before.start && offset <= before.end) {
      const box = [...domRange({ start: offset - 1, end: offset }).getClientRects()].at(-1)
      if (box) return new DOMRect(options.dir === 'rtl' ? box.left : box.right, box.top, 0, box.height)
    }
    const parent = (node instanceof Element ? node : node.parentElement) ?? root
    const box = parent.getBoundingClientRect()
    // One line of it: a caret as high as a paragraph is none.
    const height = Math.min(box.height, parseFloat(getComputedStyle(parent).lineHeight) || box.height)
    return new DOMRect(options.dir === 'rtl' ? box.right : box.left, box.top, 0, height)
  }

  return {
    text,
    root,
    units,
    blocks: plans.map(({ start, end }) => ({ start, end })),
    unitIndex,
    positionOf,
    offsetOf,
    domRange,
    readSelection,
    select,
    offsetAtPoint,
    caretBox,
    destroy: () => root.remove(),
  }
}

const TAG_OF_KIND = { paragraph: 'p', heading: 'h2', 'list-item': 'li', quote: 'blockquote' } as const

/** Builds the elements; a block of one unit is that unit's element, others hold a span for each unit. */
function appendBlocks(
  root: HTMLElement,
  plans: readonly BlockPlan[],
  text: string,
  addUnit: (element: HTMLElement, range: TextRange) => void,
): void {
  let list: HTMLElement | null = null
  for (const plan of plans) {
    const block = document.createElement(TAG_OF_KIND[plan.kind])
    if (plan.flows) block.classList.add('flows')
    const [only] = plan.units
    if (plan.units.length === 1 && only && !only.furniture) {
      block.textContent = text.slice(only.start, only.end)
      addUnit(block, only)
    } else {
      for (const unit of plan.units) {
        const span = document.createElement('span')
        if (unit.furniture) {
          span.className = 'furniture'
          span.role = 'note'
          span.ariaLabel = 'Of the web page, not of the report'
        }
        span.textContent = text.slice(unit.start, unit.end)
        block.append(span)
        addUnit(span, unit)
      }
    }
    if (plan.kind === 'list-item') {
      if (!list) root.append((list = document.createElement('ul')))
      list.append(block)
    } else {
      list = null
      root.append(block)
    }
  }
}

/** Gives each child of the root the height, in lines, that it is taken to have until it is laid out. */
function estimateHeights(root: HTMLElement): void {
  for (const child of root.children) {
    if (!(child instanceof HTMLElement)) continue
    const blocks = child instanceof HTMLUListElement ? [...child.children] : [child]
    const lines = blocks.reduce((sum, block) => sum + Math.ceil((block.textContent.length + 1) / LINE), 0)
    child.style.containIntrinsicBlockSize = `auto ${lines}lh`
  }
}

/** Position of the `within`-th code unit of a unit whose text may be cut up by marks. */
function positionInUnit(unit: TextUnit, within: number, side: 'start' | 'end'): DomPosition {
  const walker = document.createTreeWalker(unit.element, NodeFilter.SHOW_TEXT)
  let left = within
  let last: Text | null = null
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length || (left === node.length && side === 'end')) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last ? { node: last, offset: last.length } : { node: unit.element, offset: 0 }
}

/** Number of code units of the element's text before a position inside it. */
function lengthBefore(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}
