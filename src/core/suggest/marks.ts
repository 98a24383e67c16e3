import { itemAt } from './indexing'
import type { TextRange } from '../model/range'

/** A stretch between quotation marks, marks included (UTF-16 offsets). */
export interface QuotedSegment extends TextRange {
  /** The text between the marks. */
  readonly inner: TextRange
  /** False when the closing mark is missing and the end was inferred. */
  readonly closed: boolean
  /** True when it goes on with a quotation left open at the end of the block before. */
  readonly continues: boolean
  /** 0 for an outer quotation, 1 for one inside it, and so on. */
  readonly depth: number
  /** Index of the block it lies in. */
  readonly block: number
}

/** The marks that may close what a mark opens, after CLDR's `quotationStart` and `alternateQuotationStart`. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '„': '“”‟"',
  '‟': '”“',
  '"': '"”“',
  "''": "''\"”",
  '``': "''\"",
  '«': '»',
  '»': '«»',
  '”': '”',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '‚': '‘’',
  "'": "'’",
  '’': '’',
}
const SINGLE = new Set(['‘', '’', '‚', "'", '‹', '›'])
const ALWAYS_OPEN = new Set(['„', '‟', '«', '「', '『', '``', '‚', '‹'])
const CANDIDATE = /''|``|["“”„‟«»‹›「」『』‘’‚']/gu
const LETTER = /[\p{L}\p{N}]/u
const SPACE = /[\s\u00A0\u202F\u2009]/u
const OPENING_NEIGHBOUR = /[\s\u00A0\u202F([{—–\-―/:“„«‘"']/u
/** An unclosed quotation longer than this (UTF-16) ends with its sentence instead of its block. */
const LONGEST_UNCLOSED = 900

interface Open {
  readonly mark: string
  readonly start: number
  readonly continues: boolean
}

function mayOpen(text: string, at: number, length: number, from: number, to: number): boolean {
  const before = at > from ? text.charAt(at - 1) : ' '
  const after = at + length < to ? text.charAt(at + length) : ' '
  return OPENING_NEIGHBOUR.test(before) && !SPACE.test(after) && !/[,;!?)]/u.test(after)
}

function mayClose(text: string, at: number, length: number, from: number, to: number): boolean {
  const before = at > from ? text.charAt(at - 1) : ' '
  const after = at + length < to ? text.charAt(at + length) : ' '
  return !SPACE.test(before) && (!LETTER.test(after) || !LETTER.test(before))
}

function closersOf(mark: string): string {
  return CLOSERS[mark] ?? ''
}

/**
 * The last place in the block where a single mark may close, or -1: an apostrophe has no partner. One for all that open
 * before it, so that a text full of them costs one look at each block.
 */
function lastCloser(text: string, mark: string, from: number, to: number): number {
  const closers = closersOf(mark)
  for (let i = to - 1; i > from; i -= 1) {
    if (!closers.includes(text.charAt(i))) continue
    const after = i + 1 < to ? text.charAt(i + 1) : ' '
    if (!SPACE.test(text.charAt(i - 1)) && !LETTER.test(after)) return i
  }
  return -1
}

/** "'90s", "'em", "’tis": an apostrophe that only looks like an opening mark. */
const ELISION = /^['’‘](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|n['’]|bout\b)/iu

function endOfUnclosed(text: string, start: number, blockEnd: number): number {
  let end = blockEnd
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1
  if (end - start <= LONGEST_UNCLOSED) return end
  const sentence = /[.!?…](?=\s)/gu
  sentence.lastIndex = start + 1
  const found = sentence.exec(text.slice(0, end))
  return found ? found.index + 1 : end
}

/**
 * Finds what stands between quotation marks, in text order, outer before inner. A state machine over the marks of CLDR's
 * languages that forgives an unclosed or doubled mark, a missing space after one, a mark turned the wrong way, and
 * apostrophes; a quotation over several paragraphs (an opening mark on each, one close) gives a segment a block,
 * the later ones with `continues`.
 */
export function findQuotedSegments(text: string, blocks: readonly TextRange[]): QuotedSegment[] {
  const segments: QuotedSegment[] = []
  let carried: string | null = null
  for (let block = 0; block < blocks.length; block += 1) {
    const { start: from, end: to } = itemAt(blocks, block)
    const blockText = text.slice(from, to)
    const stack: Open[] = []
    const found: QuotedSegment[] = []
    const lastClosers = new Map<string, number>()
    const close = (open: Open, end: number, closeLength: number, closed: boolean): void => {
      found.push({
        start: open.start,
        end,
        inner: { start: open.start + open.mark.length, end: end - closeLength },
        closed,
        continues: open.continues,
        depth: stack.length,
        block,
      })
    }
    for (const match of blockText.matchAll(CANDIDATE)) {
      const mark = match[0]
      const at = from + match.index
      const top = stack.at(-1)
      const leading = text.slice(from, at).trim() === ''
      if (top && closersOf(top.mark).includes(mark) && !(SINGLE.has(mark) && !SINGLE.has(top.mark))) {
        const opensAgain =
          mayOpen(text, at, mark.length, from, to) && !mayClose(text, at, mark.length, from, to)
        if (!opensAgain || (top.mark === '„' && mark === '“') || (top.mark === '»' && mark === '«')) {
          if (SINGLE.has(mark) && LETTER.test(text[at + 1] ?? ' ')) continue
          stack.pop()
          close(top, at + mark.length, mark.length, true)
          continue
        }
      }
      if (SINGLE.has(mark)) {
        if (mark === '›' || mark === '‹') {
          if (mayOpen(text, at, 1, from, to)) stack.push({ mark, start: at, continues: false })
          continue
        }
        if (ELISION.test(text.slice(at, at + 6))) continue
        if (!mayOpen(text, at, 1, from, to)) continue
        if (stack.some((open) => open.mark === mark)) continue
        const closer = lastClosers.get(mark) ?? lastCloser(text, mark, from, to)
        lastClosers.set(mark, closer)
        // right behind its mark nothing stands between the two
        if (closer >= at + 2) stack.push({ mark, start: at, continues: false })
        continue
      }
      const opens =
        ALWAYS_OPEN.has(mark) ||
        mayOpen(text, at, mark.length, from, to) ||
        (mark === '“' && LETTER.test(text[at + 1] ?? ' ') && !LETTER.test(text[at - 1] ?? ' ')) ||
        (mark === '“' && !mayClose(text, at, mark.length, from, to)) ||
        ((mark === '“' || mark === '"' || mark === "''") && leading)
      const outer = stack.find((open) => open.mark === mark || (open.mark === '“' && mark === '"'))
      if (opens) {
        if (outer) {
          // the mark before was never closed: it ends where the last sentence or clause before this one ends
          for (let open = stack.pop(); open; open = stack.pop()) {
            let end = at
            while (end > open.start + 1 && SPACE.test(text.charAt(end - 1))) end -= 1
            if (open === outer) {
              close(open, end, 0, false)
              break
            }
          }
        }
        stack.push({ mark, start: at, continues: leading && carried !== null && sameFamily(carried, mark) })
        continue
      }
      // a closing mark with nothing open: the close before it was doubled, or its opening mark is missing
      const last = found.findLast((segment) => segment.depth === 0)
      if (last && LETTER.test(text[last.end] ?? ' ') && stack.length === 0) {
        found.splice(found.indexOf(last), 1, {
          ...last,
          end: at + mark.length,
          inner: { start: last.inner.start, end: at },
        })
      }
    }
    carried = null
    for (let open = stack.pop(); open; open = stack.pop()) {
      if (SINGLE.has(open.mark)) continue
      const next = blocks[block + 1]
      const nextText = next ? text.slice(next.start, next.end).trimStart() : ''
      const goesOn = stack.length === 0 && nextText.startsWith(open.mark)
      const end = goesOn ? from + blockText.trimEnd().length : endOfUnclosed(text, open.start, to)
      close(open, Math.max(end, open.start + open.mark.length), 0, goesOn)
      if (goesOn) carried = open.mark
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end)
    for (const segment of found) if (segment.inner.end > segment.inner.start) segments.push(segment)
  }
  return segments
}

function sameFamily(a: string, b: string): boolean {
  return a === b || (`“"''`.includes(a) && `“"''`.includes(b))
}
