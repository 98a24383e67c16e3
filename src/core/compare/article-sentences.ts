import type { ArticleBody } from '../model/article'
import { overlaps, type TextRange } from '../model/range'
import { isLowSurrogate } from '../text/offsets'
import { sentences } from '../text/segmentation'

/** A word, folded, with where it stands in the article's text (UTF-16). */
export interface PlacedWord extends TextRange {
  readonly folded: string
}

/** A sentence of the report: a range (UTF-16) of the article's text. */
export interface ArticleSentence extends TextRange {
  /** Its words in order. Never empty. */
  readonly words: readonly PlacedWord[]
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,:](?=\p{N})[\p{N}]+)*/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The words of a range of text, in lower case and without marks. A word of an unspaced script is one character, which
 * is enough to compare texts and needs no dictionary. Apostrophes and hyphens part words, so that "build-up" and "build up" agree.
 */
export function wordsOf(text: string, range: TextRange): PlacedWord[] {
  const words: PlacedWord[] = []
  for (const match of text.slice(range.start, range.end).matchAll(WORD)) {
    const start = range.start + match.index
    const surface = match[0]
    if (!UNSPACED.test(surface)) {
      words.push({ start, end: start + surface.length, folded: foldWord(surface) })
      continue
    }
    let at = start
    for (const character of surface) {
      words.push({ start: at, end: at + character.length, folded: foldWord(character) })
      at += character.length
    }
  }
  return words
}

const PLAIN = /^[a-z0-9]*$/u

function foldWord(surface: string): string {
  const lower = surface.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '')
}

/** Words of the longest sentence; what runs on without a stop is compared in pieces of so many. */
const MOST_WORDS = 400
/** Longest stretch (UTF-16) segmented at once, far beyond any paragraph: it is cut where a sentence seems to end. */
const STRETCH = 20_000
const ENDS = /[.!?…。！？]["”’»)\]]*\s/gu
/** How far back from there an end is looked for. */
const END_REACH = 1_000

/**
 * The sentences of an article in order, block by block, so that none runs over a paragraph's end. What overlaps
 * furniture is left out, and so is what has no word in it. What is too long for a sentence comes in pieces.
 */
export function articleSentences(body: ArticleBody, language: string | null): readonly ArticleSentence[] {
  const reading = readSentences(body, language)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}

/** By article body: findings and reuse both read it, and a text never changes. */
const known = new WeakMap<ArticleBody, readonly ArticleSentence[]>()

/** `articleSentences` in steps, made once for each body: yields after every stretch of text, some milliseconds. */
export function* readSentences(
  body: ArticleBody,
  language: string | null,
): Generator<void, readonly ArticleSentence[]> {
  const before = known.get(body)
  if (before) return before
  const found: ArticleSentence[] = []
  let read = 0
  for (const block of body.blocks) {
    for (const stretch of stretchesOf(body.text, block)) {
      const text = body.text.slice(stretch.start, stretch.end)
      for (const sentence of sentences(text, language ?? undefined)) {
        const range = { start: stretch.start + sentence.start, end: stretch.start + sentence.end }
        if (body.furniture.some((furniture) => overlaps(furniture, range))) continue
        found.push(...inPieces(range, wordsOf(body.text, range)))
      }
      read += text.length
      if (read < STRETCH) continue
      read = 0
      yield
    }
  }
  known.set(body, found)
  return found
}

/** A block, or the parts of one that is too long to be segmented at once. */
function* stretchesOf(text: string, block: TextRange): Generator<TextRange> {
  let { start } = block
  while (block.end - start > STRETCH) {
    const tail = text.slice(start + STRETCH - END_REACH, start + STRETCH)
    const stop = [...tail.matchAll(ENDS)].at(-1)
    const space = tail.lastIndexOf(' ')
    const cut = stop ? stop.index + stop[0].length : space < 0 ? tail.length : space + 1
    let end = start + STRETCH - END_REACH + cut
    if (isLowSurrogate(text.charCodeAt(end))) end--
    yield { start, end }
    start = end
  }
  yield { start, end: block.end }
}

/** A sentence, or the pieces of one that is too long; none where there is no word. */
function inPieces(range: TextRange, words: readonly PlacedWord[]): ArticleSentence[] {
  if (words.length === 0) return []
  if (words.length <= MOST_WORDS) return [{ ...range, words }]
  const pieces: ArticleSentence[] = []
  for (let at = 0; at < words.length; at += MOST_WORDS) {
    const piece = words.slice(at, at + MOST_WORDS)
    const isLast = at + MOST_WORDS >= words.length
    pieces.push({
      start: at === 0 ? range.start : (piece[0]?.start ?? range.start),
      end: isLast ? range.end : (piece.at(-1)?.end ?? range.end),
      words: piece,
    })
  }
  return pieces
}
