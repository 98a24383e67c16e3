import type { TextRange } from '../model/range'
import { isHighSurrogate, isLowSurrogate } from './offsets'
import { trimRange } from './characters'
import { segmenter } from './segmenters'

export { countWords } from './count-words'

/**
 * Words and sentences by Unicode's rules (UAX #29, through Intl.Segmenter), all offsets UTF-16. Each question segments
 * only the line around the offset: a line break always ends a word and a sentence, so the answer is the same, and the
 * cost does not grow with the article. Lines beyond these reaches (in code units) are cut around the offset.
 */
const WORD_REACH = 2_000
const SENTENCE_REACH = 20_000

/** Titles, military ranks, months and the like after which a full stop does not end the sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘'[])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Cmdr|Sgt|Maj|Adm|Rev|Hon|Pres|St|Jr|Sr|vs|No|Nos|Vol|Art|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Inc|Ltd|Co|Corp|e\.g|i\.e|cf|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u
/** Longest abbreviation above with what may stand before it: bounds what the expression looks at. */
const ABBREVIATION_TAIL = 24

/**
 * The word that holds the code unit at `offset`, or else the one that ends there; null between words.
 * `locale` is a BCP 47 tag and matters for dictionary scripts only.
 */
export function wordAt(text: string, offset: number, locale?: string): TextRange | null {
  let before: TextRange | null = null
  for (const word of wordsIn(text, windowAround(text, offset, WORD_REACH), locale)) {
    if (word.start <= offset && offset < word.end) return word
    if (word.end === offset) before = word
    if (word.start > offset) break
  }
  return before
}

/**
 * The range grown to whole words at both edges; edges in white space or punctuation stay. An empty range grows to the
 * word at its offset, or stays empty where there is none.
 */
export function snapToWords(text: string, range: TextRange, locale?: string): TextRange {
  if (range.start === range.end) return wordAt(text, range.start, locale) ?? range
  const first = wordAt(text, range.start, locale)
  const last = wordAt(text, range.end, locale)
  return {
    start: first && first.start < range.start && first.end > range.start ? first.start : range.start,
    end: last && last.start < range.end ? last.end : range.end,
  }
}

/** Start of the first word that starts after `offset`; the text's length when there is none. */
export function nextWordStart(text: string, offset: number, locale?: string): number {
  return forward(text, offset, WORD_REACH, (window) => {
    for (const word of wordsIn(text, window, locale)) if (word.start > offset) return word.start
    return null
  })
}

/** End of the first word that ends after `offset`; the text's length when there is none. */
export function nextWordEnd(text: string, offset: number, locale?: string): number {
  return forward(text, offset, WORD_REACH, (window) => {
    for (const word of wordsIn(text, window, locale)) if (word.end > offset) return word.end
    return null
  })
}

/** Start of the last word that starts before `offset`; 0 when there is none. */
export function previousWordStart(text: string, offset: number, locale?: string): number {
  return backward(text, offset, WORD_REACH, (window) => {
    let found: number | null = null
    for (const word of wordsIn(text, window, locale)) {
      if (word.start >= offset) break
      found = word.start
    }
    return found
  })
}

/** The sentence around `offset`, without white space at its ends; null on a blank line. */
export function sentenceAt(text: string, offset: number, locale?: string): TextRange | null {
  let before: TextRange | null = null
  for (const sentence of sentencesIn(text, windowAround(text, offset, SENTENCE_REACH), locale)) {
    if (sentence.start > offset) return before ?? sentence
    if (offset < sentence.end) return sentence
    before = sentence
  }
  return before
}

/** Start of the first sentence that starts after `offset`; the text's length when there is none. */
export function nextSentenceStart(text: string, offset: number, locale?: string): number {
  return forward(text, offset, SENTENCE_REACH, (window) => {
    for (const sentence of sentencesIn(text, window, locale))
      if (sentence.start > offset) return sentence.start
    return null
  })
}

/** Start of the last sentence that starts before `offset`; 0 when there is none. */
export function previousSentenceStart(text: string, offset: number, locale?: string): number {
  return backward(text, offset, SENTENCE_REACH, (window) => {
    let found: number | null = null
    for (const sentence of sentencesIn(text, window, locale)) {
      if (sentence.start >= offset) break
      found = sentence.start
    }
    return found
  })
}

/** Every sentence of the text in order, without white space at its ends. For whole articles and single blocks. */
export function sentences(text: string, locale?: string): readonly TextRange[] {
  return [...sentencesIn(text, { start: 0, end: text.length }, locale)]
}

function* wordsIn(text: string, window: TextRange, locale: string | undefined): Generator<TextRange> {
  const slice = text.slice(window.start, window.end)
  for (const { index, segment, isWordLike } of segmenter('word', locale).segment(slice)) {
    if (isWordLike) yield { start: window.start + index, end: window.start + index + segment.length }
  }
}

/** UAX #29 ends a sentence after "Sen. " before a capital; such pieces are joined again. */
function* sentencesIn(text: string, window: TextRange, locale: string | undefined): Generator<TextRange> {
  const slice = text.slice(window.start, window.end)
  let start: number | null = null
  for (const { index, segment } of segmenter('sentence', locale).segment(slice)) {
    const from: number = start ?? index
    const end = index + segment.length
    const tail = segment.slice(-ABBREVIATION_TAIL)
    if (end < slice.length && !tail.includes('\n') && ABBREVIATION.test(tail)) {
      start = from
      continue
    }
    start = null
    const trimmed = trimRange(slice, from, end)
    if (trimmed.start < trimmed.end) {
      yield { start: window.start + trimmed.start, end: window.start + trimmed.end }
    }
  }
}

/** The line around `offset`, cut to `reach` code units on either side. */
function windowAround(text: string, offset: number, reach: number): TextRange {
  const at = Math.max(0, Math.min(offset, text.length))
  let start = at
  let end = at
  while (start > 0 && at - start < reach && text.charCodeAt(start - 1) !== 0x0a) start--
  while (end < text.length && end - at < reach && text.charCodeAt(end) !== 0x0a) end++
  if (isLowSurrogate(text.charCodeAt(start)) && isHighSurrogate(text.charCodeAt(start - 1))) start--
  if (isLowSurrogate(text.charCodeAt(end)) && isHighSurrogate(text.charCodeAt(end - 1))) end++
  return { start, end }
}

/** Asks window after window, towards the end of the text, until one answers. */
function forward(
  text: string,
  offset: number,
  reach: number,
  ask: (window: TextRange) => number | null,
): number {
  let at = offset
  for (;;) {
    const window = windowAround(text, at, reach)
    const answer = ask(window)
    if (answer !== null) return answer
    if (window.end >= text.length) return text.length
    // Past a line break, or half a reach on where the line was cut, so that no word is seen only in halves.
    at = text.charCodeAt(window.end) === 0x0a ? window.end + 1 : Math.max(at + 1, window.end - (reach >> 1))
  }
}

/** Asks window after window, towards the start of the text, until one answers. */
function backward(
  text: string,
  offset: number,
  reach: number,
  ask: (window: TextRange) => number | null,
): number {
  let at = offset
  for (;;) {
    const window = windowAround(text, at, reach)
    const answer = ask(window)
    if (answer !== null) return answer
    if (window.start <= 0) return 0
    at =
      text.charCodeAt(window.start - 1) === 0x0a
        ? window.start - 1
        : Math.min(at - 1, window.start + (reach >> 1))
  }
}
