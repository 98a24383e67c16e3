import type { ArticleBody } from '../model/article'
import { overlaps, type TextRange } from '../model/range'
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

/**
 * The sentences of an article in order, block by block, so that none runs over a paragraph's end. What overlaps
 * furniture is left out, and so is what has no word in it.
 */
export function articleSentences(body: ArticleBody, language: string | null): ArticleSentence[] {
  const found: ArticleSentence[] = []
  for (const block of body.blocks) {
    const text = body.text.slice(block.start, block.end)
    for (const sentence of sentences(text, language ?? undefined)) {
      const range = { start: block.start + sentence.start, end: block.start + sentence.end }
      if (body.furniture.some((furniture) => overlaps(furniture, range))) continue
      const words = wordsOf(body.text, range)
      if (words.length > 0) found.push({ ...range, words })
    }
  }
  return found
}
