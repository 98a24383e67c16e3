import type { ArticleFormat, Block } from '../model/article'
import { isSpace } from './characters'
import { linesOf, type Line } from './lines'
import { splitMarkdown } from './markdown-blocks'
import { isWrapped, wrapWidth } from './wrapping'

/** Longest heading in code units; longer lines are sentences. */
const LONGEST_HEADING = 120
/** A line that starts an item of a list. Dashes longer than a hyphen open speech in many languages, so they do not. */
const ITEM = /^(?:[-*•‣◦▪●·]|\(?(?:\d{1,3}|[a-z])[.)])[ \t\u00a0]+\S/u
const SENTENCE_END = /[.!?…。！？:;,،؛؟][\s"'“”‘’»«)\]]*$/u
const QUESTION = /[?？؟]$/u
const QUOTE_MARKS = /["“”„«»]/u
const LETTER = /\p{L}/u

/**
 * The blocks of a text, in order, disjoint, without white space at their ends; together they cover everything but
 * white space. `markdown` is read by its marks; every other format by its lines: paragraphs stand between blank lines
 * or on a line each, and lines broken at a fixed width are joined. Linear in the text.
 */
export function splitBlocks(text: string, format: ArticleFormat): Block[] {
  const lines = linesOf(text)
  return format === 'markdown' ? splitMarkdown(text, lines) : splitPlain(text, lines)
}

function splitPlain(text: string, lines: readonly Line[]): Block[] {
  const width = wrapWidth(text, lines)
  const ranges: { start: number; end: number; lines: number }[] = []
  let previous: Line | null = null
  for (const line of lines) {
    if (line.start === line.end) {
      previous = null
      continue
    }
    const open = ranges.at(-1)
    if (open && previous && isWrapped(text, previous, line, width) && !ITEM.test(head(text, line))) {
      open.end = line.end
      open.lines++
    } else ranges.push({ start: line.start, end: line.end, lines: 1 })
    previous = line
  }

  const blocks: Block[] = ranges.map(({ start, end }) => ({ kind: 'paragraph', start, end }))
  markRuns(text, blocks, 'list-item', ITEM, 2)
  markRuns(text, blocks, 'quote', /^> ?\S/u, 1)
  markHeadings(text, blocks, (index) => ranges[index]?.lines === 1)
  return blocks
}

/** Gives a kind to paragraphs that begin with `pattern`, where at least `least` of them follow one another. */
function markRuns(text: string, blocks: Block[], kind: Block['kind'], pattern: RegExp, least: number): void {
  let from = 0
  while (from < blocks.length) {
    let to = from
    while (to < blocks.length && pattern.test(head(text, blocks[to]))) to++
    for (let index = from; to - from >= least && index < to; index++) setKind(blocks, index, kind)
    from = Math.max(to, from + 1)
  }
}

/**
 * A heading is a short line without end punctuation that stands before prose; at the top, up to three of them
 * may follow one another (title, subtitle, byline). Questions count only in a text that has another heading inside
 * it, because a short paragraph may ask something too.
 */
function markHeadings(text: string, blocks: Block[], isOneLine: (index: number) => boolean): void {
  const questions: number[] = []
  let inner = 0
  for (let index = blocks.length - 2; index >= 0; index--) {
    const block = blocks[index]
    const next = blocks[index + 1]
    if (!block || !next || block.kind !== 'paragraph' || !isOneLine(index)) continue
    if (block.end - block.start > LONGEST_HEADING) continue
    const line = text.slice(block.start, block.end)
    if (!LETTER.test(line) || /^[-•*]/u.test(line)) continue
    const beforeProse = isProse(text, next) || (next.kind === 'heading' && index < 3)
    if (!beforeProse) continue
    if (QUESTION.test(line)) {
      if (index > 0 && !QUOTE_MARKS.test(line)) questions.push(index)
    } else if (!SENTENCE_END.test(line)) {
      setKind(blocks, index, 'heading')
      if (index > 0) inner++
    }
  }
  if (inner > 0) for (const index of questions) setKind(blocks, index, 'heading')
}

function isProse(text: string, block: Block): boolean {
  if (block.kind !== 'paragraph') return block.kind !== 'heading'
  return block.end - block.start > LONGEST_HEADING || SENTENCE_END.test(text.slice(block.start, block.end))
}

function setKind(blocks: Block[], index: number, kind: Block['kind']): void {
  const block = blocks[index]
  if (block) blocks[index] = { ...block, kind }
}

/** The first code units of a block, enough to see its mark. */
function head(text: string, block: { start: number; end: number } | undefined): string {
  return block ? text.slice(block.start, Math.min(block.end, block.start + 16)) : ''
}

/** True when the text holds nothing but white space. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (!isSpace(text.charCodeAt(index))) return false
  return true
}
