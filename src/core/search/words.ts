import { isUnspaced, isWordCharacter } from '../text/characters'
import { foldText } from '../text/fold'
import { isHighSurrogate, isLowSurrogate } from '../text/offsets'

/**
 * Words as search knows them: runs of letters, marks and digits, folded so that neither case nor accents matter. An
 * apostrophe or point parts words ("Putin's" is "putin" and "s"), in a text as in a query, so both agree. Where a script
 * puts no spaces (Han, kana, Thai, Lao, Khmer, Burmese) every character is a word, and a query of several is a phrase:
 * that finds exactly what stands there, whereas a dictionary parts the same characters differently in other company.
 */

/** Takes the words of a text in order. */
export interface WordSink {
  /**
   * @param units the folded word in its first `length` places, as UTF-16; used again for the next word
   * @param start of the word in the text, in UTF-16 code units
   * @param end of the word in the text
   */
  word(units: Uint16Array, length: number, start: number, end: number): void
}

/** Words of a text with their places. The three lists go together. */
export interface Words {
  readonly terms: readonly string[]
  /** UTF-16 offsets in the text. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Longer words are cut, in a text as in a query: such a word is no word but data, and would swell the index. */
export const LONGEST_WORD = 80

const FOLDING = { matchCase: false, foldDiacritics: true } as const
/** What `foldText` joins with the character before: marks, and Korean vowels and final consonants. */
const JOINS = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u
/** Soft hyphen, joiners, direction marks: invisible inside a word. The zero-width space parts words. */
const INVISIBLE = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

// What a code unit is, where it is not what it folds to. No folded unit is as small as these.
const BREAK = 0
const UNKNOWN = 1
/** Half of a surrogate pair, or a letter that folds to several. */
const SPECIAL = 2
const MARK = 3
const IGNORED = 4
/** A character of a script without spaces. */
const SINGLE = 5

const kinds = new Uint16Array(0x10000).fill(UNKNOWN)
/** Folded characters with their marks. Bounded by the alphabets there are; emptied when a text is hostile. */
const sequences = new Map<string, string>()
const MOST_SEQUENCES = 20_000
const buffer = new Uint16Array(LONGEST_WORD)

/** Hands every word of the text to the sink. Linear in the text; makes no strings where folding is one to one. */
export function scanWords(text: string, sink: WordSink): void {
  const end = text.length
  let length = 0
  let start = 0
  let wordEnd = 0
  let index = 0
  while (index < end) {
    const unit = text.charCodeAt(index)
    const kind = kinds[unit] ?? BREAK
    if (kind > SINGLE) {
      if (length === 0) start = index
      if (length < LONGEST_WORD) buffer[length++] = kind
      wordEnd = ++index
      continue
    }
    if (kind === BREAK) {
      if (length > 0) sink.word(buffer, length, start, wordEnd)
      length = 0
      index++
      continue
    }
    if (kind === UNKNOWN) {
      kinds[unit] = kindOf(unit)
      continue
    }
    if (kind === IGNORED) {
      index++
      continue
    }
    if (kind === MARK) {
      // A mark after a letter that was taken as it is: both are folded together. Elsewhere it belongs to no word.
      if (length > 0 && wordEnd === index) {
        index--
        length--
      } else {
        index++
        continue
      }
    }
    const next = sequenceEnd(text, index)
    const code = text.codePointAt(index) ?? 0
    if (!isWordCharacter(code)) {
      if (length > 0) sink.word(buffer, length, start, wordEnd)
      length = 0
    } else {
      const single = isUnspaced(code)
      if (single && length > 0) {
        sink.word(buffer, length, start, wordEnd)
        length = 0
      }
      if (length === 0) start = index
      length = append(text.slice(index, next), length)
      wordEnd = next
      if (single) {
        if (length > 0) sink.word(buffer, length, start, wordEnd)
        length = 0
      }
    }
    index = next
  }
  if (length > 0) sink.word(buffer, length, start, wordEnd)
}

/** The words of a text, with their places. For queries, hits and single articles; an index reads by `scanWords`. */
export function wordsOf(text: string): Words {
  const terms: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  scanWords(text, {
    word: (units, length, start, end) => {
      terms.push(termOf(units, length))
      starts.push(start)
      ends.push(end)
    },
  })
  return { terms, starts, ends }
}

/** The string of a word's units. */
export function termOf(units: Uint16Array, length: number): string {
  return Reflect.apply(String.fromCharCode, null, units.subarray(0, length)) as string
}

function kindOf(unit: number): number {
  if (isHighSurrogate(unit) || isLowSurrogate(unit)) return SPECIAL
  const character = String.fromCharCode(unit)
  if (JOINS.test(character)) return MARK
  if (INVISIBLE.test(character)) return IGNORED
  if (!isWordCharacter(unit)) return BREAK
  if (isUnspaced(unit)) return SINGLE
  const { folded } = foldText(character, FOLDING)
  return folded.length === 1 && isWordCharacter(folded.charCodeAt(0)) ? folded.charCodeAt(0) : SPECIAL
}

/** End of the code point at `start` with the marks that follow. */
function sequenceEnd(text: string, start: number): number {
  let end =
    start + (isHighSurrogate(text.charCodeAt(start)) && isLowSurrogate(text.charCodeAt(start + 1)) ? 2 : 1)
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (kinds[unit] === UNKNOWN) kinds[unit] = kindOf(unit)
    if (kinds[unit] !== MARK) break
    end++
  }
  return end
}

/** Appends the folded sequence to the word being read; answers its new length. */
function append(sequence: string, length: number): number {
  let folded = sequences.get(sequence)
  if (folded === undefined) {
    folded = ''
    for (const character of foldText(sequence, FOLDING).folded) {
      if (isWordCharacter(character.codePointAt(0) ?? 0)) folded += character
    }
    if (sequences.size >= MOST_SEQUENCES) sequences.clear()
    sequences.set(sequence, folded)
  }
  let to = length
  for (let at = 0; at < folded.length && to < LONGEST_WORD; at++) buffer[to++] = folded.charCodeAt(at)
  return to
}
