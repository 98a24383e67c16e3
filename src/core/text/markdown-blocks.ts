import type { Block } from '../model/article'
import type { Line } from './lines'

/** A paragraph line longer than this was not broken by hand: the next line is the next paragraph. */
const WHOLE_PARAGRAPH = 200
/** Front matter of more lines than this is taken for text. */
const LONGEST_FRONT_MATTER = 100
/** Code units of a line that are looked at for its mark; a longer rule or underline is text. */
const LONGEST_MARK = 200

const HEADING = /^#{1,6}(?:[ \t]|$)/u
const UNDERLINE = /^(?:={2,}|-{2,})$/u
const RULE = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/u
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/u
const QUOTE = /^>/u
const FENCE = /^(?:```|~~~)/u

/**
 * Lines of YAML front matter at the top of a Markdown text: the index after its closing fence, or 0 for none.
 * Only lines of the shape `key: value`, list items, comments and indented lines count, so that a text that merely
 * begins with a rule is not taken for one.
 */
export function frontMatterEnd(text: string, lines: readonly Line[]): number {
  const first = lines[0]
  if (!first || text.slice(first.start, first.end) !== '---') return 0
  for (let index = 1; index < Math.min(lines.length, LONGEST_FRONT_MATTER); index++) {
    const line = lines[index]
    if (!line) return 0
    const content = text.slice(line.start, Math.min(line.end, line.start + 80))
    if (content === '---' || content === '...') return index > 1 ? index + 1 : 0
    const known = content === '' || line.indent > 0 || /^(?:[\w-]{1,40}[ \t]*:|-[ \t]|#)/u.test(content)
    if (!known) return 0
  }
  return 0
}

/** A block that further lines may still join. */
interface OpenBlock {
  kind: Block['kind']
  readonly start: number
  end: number
  /** Length of its last line, in code units. */
  lastLine: number
}

/** The blocks of a Markdown text (CommonMark's block marks; inline marks stay as they are). */
export function splitMarkdown(text: string, lines: readonly Line[]): Block[] {
  const front = frontMatterEnd(text, lines)
  const closing = lines[front - 1]
  const done: OpenBlock[] = closing ? [{ kind: 'paragraph', start: 0, end: closing.end, lastLine: 0 }] : []
  let open: OpenBlock | null = null
  let fenced = false

  for (let index = front; index < lines.length; index++) {
    const line = lines[index]
    if (!line) continue
    const length = line.end - line.start
    if (length === 0) {
      if (!fenced) open = null
      continue
    }
    const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_MARK))
    const isFence = FENCE.test(content)
    const kind = fenced ? null : kindOf(content, length)
    if (open && joins(open, kind, isFence, fenced)) {
      open.end = line.end
      open.lastLine = length
      if (kind === 'underline') open.kind = 'heading'
    } else {
      open = { kind: newKind(kind), start: line.start, end: line.end, lastLine: length }
      done.push(open)
    }
    if (kind === 'heading' || kind === 'underline' || kind === 'rule' || (isFence && fenced)) open = null
    if (isFence) fenced = !fenced
  }
  return done.map(({ kind, start, end }) => ({ kind, start, end }))
}

/** What a line's mark makes of it; `text` without a mark. Null inside a code fence, where marks mean nothing. */
type LineKind = 'heading' | 'underline' | 'rule' | 'list-item' | 'quote' | 'text' | null

function kindOf(content: string, length: number): LineKind {
  if (HEADING.test(content)) return 'heading'
  if (length <= LONGEST_MARK) {
    if (UNDERLINE.test(content)) return 'underline'
    if (RULE.test(content)) return 'rule'
  }
  if (ITEM.test(content)) return 'list-item'
  return QUOTE.test(content) ? 'quote' : 'text'
}

/** True when the line goes on with the open block: inside a fence, under a title, in a quote, or as lazy continuation. */
function joins(open: OpenBlock, kind: LineKind, isFence: boolean, fenced: boolean): boolean {
  if (fenced) return true
  if (isFence) return false
  if (kind === 'underline') return open.kind === 'paragraph'
  if (kind === 'quote') return open.kind === 'quote'
  return kind === 'text' && open.lastLine <= WHOLE_PARAGRAPH
}

/** Kind of a new block. An underline with nothing above it is a rule. */
function newKind(kind: LineKind): Block['kind'] {
  return kind === 'heading' || kind === 'list-item' || kind === 'quote' ? kind : 'paragraph'
}
