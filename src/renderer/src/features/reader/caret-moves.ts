import type { TextRange } from '#core/model/range'
import {
  nextSentenceStart,
  nextWordEnd,
  nextWordStart,
  previousSentenceStart,
  previousWordStart,
  sentenceAt,
  wordAt,
} from '#core/text/segmentation'
import type { ReaderSelection } from '#store/reader'

/** How far the caret goes. */
export type CaretUnit = 'character' | 'word' | 'sentence' | 'block' | 'text'

/** A move of the caret: by which unit, which way in the text, and whether the selection is extended. */
export interface CaretMove {
  readonly unit: CaretUnit
  readonly forward: boolean
  readonly extend: boolean
}

/** The text that the caret moves in. */
export interface CaretText {
  readonly text: string
  /** Ranges of the blocks, in order; the caret never stands in a gap between them. */
  readonly blocks: readonly TextRange[]
  readonly locale: string | undefined
}

/** What a press of a key tells; as in `KeyboardEvent`. */
export interface CaretKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  /** Ctrl, on macOS Cmd. */
  readonly mod: boolean
}

/** Keys of the caret for the `?` overlay: key, and what it does. */
export const CARET_KEYS: readonly (readonly [string, string])[] = [
  ['Right', 'Next word'],
  ['Left', 'Previous word'],
  ['Down', 'Next sentence'],
  ['Up', 'Previous sentence'],
  ['Alt+Right', 'Next character'],
  ['Home', 'Start of the paragraph'],
  ['End', 'End of the paragraph'],
  ['Mod+Home', 'Start of the article'],
  ['Shift+Right', 'Extend the selection, with any of these'],
  ['Enter', 'Annotation at the caret; again: the one around it'],
  ['Escape', 'Clear the selection, then the active annotation'],
]

/** The move that a key asks for, null for none. Left and right follow the page: in a right-to-left text left goes on. */
export function moveOfKey(press: CaretKey, rightToLeft: boolean): CaretMove | null {
  const extend = press.shiftKey
  switch (press.key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return {
        unit: press.altKey ? 'character' : 'word',
        forward: (press.key === 'ArrowRight') !== rightToLeft,
        extend,
      }
    case 'ArrowDown':
    case 'ArrowUp':
      if (press.altKey || press.mod) return null
      return { unit: 'sentence', forward: press.key === 'ArrowDown', extend }
    case 'Home':
    case 'End':
      if (press.altKey) return null
      return { unit: press.mod ? 'text' : 'block', forward: press.key === 'End', extend }
    default:
      return null
  }
}

/** Where caret and selection are after a move. */
export function moveCaret(text: CaretText, selection: ReaderSelection, move: CaretMove): ReaderSelection {
  const target = move.extend ? extendTarget(text, selection, move) : plainTarget(text, selection.focus, move)
  const focus = outOfGap(text, Math.max(0, Math.min(target, text.text.length)), move.forward)
  return { anchor: move.extend ? selection.anchor : focus, focus }
}

function plainTarget(text: CaretText, from: number, { unit, forward }: CaretMove): number {
  switch (unit) {
    case 'character':
      return forward ? nextCharacter(text, from) : previousCharacter(text, from)
    case 'word':
      return forward ? nextStop(text, from) : previousStop(text, from)
    case 'sentence':
      return forward
        ? nextSentenceStart(text.text, from, text.locale)
        : previousSentenceStart(text.text, from, text.locale)
    case 'block':
    case 'text':
      return edgeOf(text, from, unit, forward)
  }
}

/** Extending goes to the outer edge of words and sentences, so that what is selected is always whole. */
function extendTarget(text: CaretText, { anchor, focus }: ReaderSelection, move: CaretMove): number {
  const { forward, unit } = move
  if (unit !== 'word' && unit !== 'sentence') return plainTarget(text, focus, move)
  const shrinks = forward ? focus < anchor : focus > anchor
  const outer = unit === 'word' ? wordEdge : sentenceEdge
  if (!shrinks) return outer(text, focus, forward)
  // The other way the selection gives back the word it took last: its new edge is an outer edge again, and it never
  // jumps over the anchor.
  if (forward) return Math.min(anchor, plainTarget(text, focus, move))
  const lastStart = plainTarget(text, focus, move)
  const before = unit === 'word' ? wordBefore(text, lastStart) : sentenceBefore(text, lastStart)
  return Math.max(anchor, before?.end ?? anchor)
}

const OPENING = /[\p{Ps}\p{Pi}"'‘‚“„¿¡]/u
const SPACE = /\s/u
const LETTER = /[\p{L}\p{N}]/u
const PUNCTUATION = /[\p{P}\p{S}]/u

/** The next place where a word begins, together with the marks that open it: before the quotation mark of “We. */
function nextStop({ text, locale }: CaretText, from: number): number {
  for (let word = nextWordStart(text, from, locale); ; word = nextWordStart(text, word, locale)) {
    if (word >= text.length) return text.length
    const stop = withOpening(text, word)
    if (stop > from) return stop
  }
}

function previousStop({ text, locale }: CaretText, from: number): number {
  return withOpening(text, previousWordStart(text, from, locale))
}

/** Start of the marks that open the word; of the word itself when they belong to a word before (the " of 5"x7"). */
function withOpening(text: string, wordStart: number): number {
  let start = wordStart
  while (start > 0 && OPENING.test(text.charAt(start - 1))) start--
  return start > 0 && LETTER.test(text.charAt(start - 1)) ? wordStart : start
}

/** Forward: the end of a word, then the end of the punctuation behind it. Backward: the start, then its marks. */
function wordEdge({ text, locale }: CaretText, from: number, forward: boolean): number {
  if (forward) return endOfClosing(text, from) ?? nextWordEnd(text, from, locale)
  let start = from
  while (start > 0 && OPENING.test(text.charAt(start - 1))) start--
  return start < from ? start : previousWordStart(text, from, locale)
}

/** End of the punctuation that closes the word which ends at the offset; null when there is none. */
function endOfClosing(text: string, from: number): number | null {
  if (from === 0 || SPACE.test(text.charAt(from - 1))) return null
  let end = from
  while (end < text.length && PUNCTUATION.test(text.charAt(end))) end++
  return end > from && (end === text.length || SPACE.test(text.charAt(end))) ? end : null
}

function sentenceEdge({ text, locale }: CaretText, from: number, forward: boolean): number {
  if (!forward) return previousSentenceStart(text, from, locale)
  const here = sentenceAt(text, from, locale)
  if (here && here.end > from) return here.end
  const next = nextSentenceStart(text, from, locale)
  return sentenceAt(text, next, locale)?.end ?? text.length
}

function wordBefore({ text, locale }: CaretText, start: number): TextRange | null {
  const before = previousWordStart(text, start, locale)
  return before < start ? wordAt(text, before, locale) : null
}

function sentenceBefore({ text, locale }: CaretText, start: number): TextRange | null {
  const before = previousSentenceStart(text, start, locale)
  return before < start ? sentenceAt(text, before, locale) : null
}

function edgeOf({ blocks, text }: CaretText, from: number, unit: 'block' | 'text', forward: boolean): number {
  if (unit === 'text') return forward ? (blocks.at(-1)?.end ?? text.length) : (blocks[0]?.start ?? 0)
  const block = blocks[blockIndex(blocks, from)]
  return (forward ? block?.end : block?.start) ?? from
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Longest run of code units looked at for one character with its marks; a family emoji has about twelve. */
const REACH = 64

function nextCharacter({ text }: CaretText, from: number): number {
  const [first] = graphemes.segment(text.slice(from, from + REACH))
  return from + (first?.segment.length ?? 0)
}

function previousCharacter({ text }: CaretText, from: number): number {
  const start = Math.max(0, from - REACH)
  const last = [...graphemes.segment(text.slice(start, from))].at(-1)
  return from - (last?.segment.length ?? 0)
}

function outOfGap({ blocks }: CaretText, offset: number, forward: boolean): number {
  const index = blockIndex(blocks, offset)
  const block = blocks[index]
  if (!block) return blocks.at(-1)?.end ?? offset
  if (offset >= block.start) return offset
  return forward || index === 0 ? block.start : (blocks[index - 1]?.end ?? block.start)
}

/** Index of the first block that ends at or after the offset. */
function blockIndex(blocks: readonly TextRange[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
