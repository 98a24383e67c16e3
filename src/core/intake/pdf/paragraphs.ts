import { joinParagraphs, type BlockText, type Paragraph } from '../document/block-text'
import { findPageFurniture } from './page-furniture'
import { linesOfPage, type PdfLine, type PdfPage } from './pages'

/** Distance between two lines, in parts of the usual one, from which a paragraph begins. */
const WIDE_GAP = 1.35
/** Indent of a first line, in parts of the size of its type. */
const INDENT = 0.8
/** Size of type, in parts of that of the text, from which a short line is a heading. */
const LARGE = 1.15
const LONGEST_HEADING = 200
/** A line that ends so far before the edge (0..1 of the column) is the last of its paragraph. */
const SHORT_LINE = 0.2
const SENTENCE_END = /[.!?…。！？]["”’»)\]]*$/u
const HYPHENS = /[-\u2010\u00ad]$/u

interface OpenParagraph {
  lines: PdfLine[]
  isHeading: boolean
  /** Width that the lines around it reach. */
  right: number
}

/**
 * Joins the lines of a PDF document to paragraphs, across pages and columns too, and mends words that were hyphenated at
 * the end of a line. Headers, footers and numbers of pages are kept, each a paragraph of its own behind the one that they
 * stand in, and named as furniture.
 */
export function readPdfPages(pages: readonly PdfPage[]): BlockText {
  const read = pages.map((page) => ({ lines: linesOfPage(page), height: page.height }))
  const furniture = findPageFurniture(read)
  const body = bodySizeOf(
    read.flatMap(({ lines }, page) => lines.filter((_, index) => !furniture[page]?.has(index))),
  )
  const words = wordsWithHyphen(read.flatMap(({ lines }) => lines))
  const paragraphs: Paragraph[] = []
  let open: OpenParagraph | null = null
  let waiting: string[] = []
  const close = (): void => {
    if (open) {
      const kind = open.isHeading ? 'heading' : 'paragraph'
      paragraphs.push({ kind, text: joinLines(open.lines, words) })
    }
    open = null
    for (const text of waiting) paragraphs.push({ kind: 'paragraph', text, isFurniture: true })
    waiting = []
  }
  read.forEach(({ lines }, page) => {
    const gap = usualGap(lines)
    let isFirst = true
    lines.forEach((line, index) => {
      if (furniture[page]?.has(index)) {
        waiting.push(line.text)
        return
      }
      const before = open?.lines.at(-1)
      const right = columnEdge(lines, index)
      const isHeading = line.size > body * LARGE && line.text.length <= LONGEST_HEADING
      const goesOn =
        open !== null &&
        before !== undefined &&
        open.isHeading === isHeading &&
        continues(before, line, isFirst, gap, open.right)
      if (!goesOn) {
        close()
        open = { lines: [], isHeading, right }
      }
      open?.lines.push(line)
      if (open) open.right = Math.max(open.right, right)
      isFirst = false
    })
  })
  close()
  return joinParagraphs(paragraphs)
}

/** True when a line belongs to the paragraph of the line before it. */
function continues(before: PdfLine, line: PdfLine, isNewPage: boolean, gap: number, right: number): boolean {
  if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * 0.12) return false
  const down = before.y - line.y
  if (isNewPage || down < 0) {
    // The next column or page: a sentence that has not ended goes on there.
    return !SENTENCE_END.test(before.text) && (HYPHENS.test(before.text) || /^[\p{Ll}\d("“]/u.test(line.text))
  }
  if (down > gap * WIDE_GAP) return false
  const isIndented = line.left > before.left + line.size * INDENT
  if (isIndented && SENTENCE_END.test(before.text)) return false
  const width = right - before.left
  const isShort = width > 0 && right - before.right > width * SHORT_LINE
  return !(isShort && SENTENCE_END.test(before.text))
}

/** The edge that the lines around one reach: the column is as wide as its widest line. */
function columnEdge(lines: readonly PdfLine[], index: number): number {
  const own = lines[index]
  if (!own) return 0
  let right = own.right
  for (const line of lines.slice(Math.max(0, index - 8), index + 9)) {
    const overlaps = line.left < own.right && line.right > own.left
    if (overlaps && Math.abs(line.left - own.left) < own.size * 3) right = Math.max(right, line.right)
  }
  return right
}

/** The distance that most lines of a page have from the next. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  // Below the middle: a page of short paragraphs has as many wide gaps as narrow ones.
  return gaps[Math.floor(gaps.length / 3)] ?? Number.POSITIVE_INFINITY
}

/** The size that most of the text has. */
function bodySizeOf(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  let body = 0
  let most = 0
  for (const [size, count] of letters) {
    if (count > most) [body, most] = [size, count]
  }
  return body
}

/** Words with a hyphen inside a line, in lower case: such a one keeps its hyphen at the end of a line, too. */
function wordsWithHyphen(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)+/gu)) {
      words.add(word.toLowerCase().replaceAll('\u2010', '-'))
    }
  }
  return words
}

function joinLines(lines: readonly PdfLine[], withHyphen: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    if (text === '') text = line.text
    else if (HYPHENS.test(text)) text = joinHyphenated(text, line.text, withHyphen)
    else text += `${isUnspaced(text, line.text) ? '' : ' '}${line.text}`
  }
  return text
}

/** "har-" and "bour" are "harbour"; "well-" and "known" stay apart where the document has "well-known" elsewhere. */
function joinHyphenated(text: string, next: string, withHyphen: ReadonlySet<string>): string {
  const first = /([\p{L}\p{N}]+)[-\u2010\u00ad]$/u.exec(text)?.[1] ?? ''
  const second = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? ''
  if (text.endsWith('\u00ad')) return `${text.slice(0, -1)}${next}`
  const isBroken = first.length > 1 && /\p{L}$/u.test(first) && /^\p{Ll}{2}/u.test(next)
  const isCompound = withHyphen.has(`${first}-${second}`.toLowerCase())
  return isBroken && !isCompound ? `${text.slice(0, -1)}${next}` : `${text}${second === '' ? ' ' : ''}${next}`
}

/** Scripts that part no words by spaces are joined without one. */
function isUnspaced(text: string, next: string): boolean {
  const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u
  return WIDE.test(text.slice(-1)) && WIDE.test(next.slice(0, 1))
}
