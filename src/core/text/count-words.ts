import { isUnspaced, isWordCharacter } from './characters'
import { isHighSurrogate, isLowSurrogate } from './offsets'
import { segmenter } from './segmenters'

/**
 * Number of words, for lists and statistics: a run of letters, marks and digits, with apostrophes, hyphens, points and
 * commas inside it ("don't", "co-operation", "3.5" are one each). Each Han and kana character counts as one word, as
 * word processors do; Thai, Lao, Khmer and Burmese are segmented by dictionary. Spaced scripts never meet the
 * segmenter, which is a hundred times slower than this scan.
 */
export function countWords(text: string): number {
  let count = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      const kind = ASCII_KINDS[unit]
      if (kind === WORD) {
        if (!inWord) count++
        inWord = true
      } else if (kind === BREAK || !isWordUnit(text.charCodeAt(index + 1))) inWord = false
      continue
    }
    if (unit >= 0xe00 && unit < 0xd800 && isUnspaced(unit)) {
      const end = unspacedEnd(text, index)
      count += isCountedSingly(unit) ? end - index : segmentedWords(text.slice(index, end))
      index = end - 1
      inWord = false
      continue
    }
    const astral = isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))
    if (unit === 0x2019) inWord &&= isWordUnit(text.charCodeAt(index + 1))
    else if (isWordUnit(unit) || (astral && isWordCharacter(text.codePointAt(index) ?? 0))) {
      if (!inWord || (astral && isUnspaced(text.codePointAt(index) ?? 0))) count++
      inWord = true
    } else inWord = false
    if (astral) index++
  }
  return count
}

const BREAK = 0
const WORD = 1
const JOINER = 2
/** What an ASCII character does to the word before it. A joiner keeps the word open when a letter follows. */
const ASCII_KINDS = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  isWordCharacter(unit) ? WORD : "'-.,".includes(String.fromCharCode(unit)) ? JOINER : BREAK,
)
/** One entry for each code unit, filled when first asked for: 0 unknown, 1 no, 2 yes. */
const wordUnits = new Uint8Array(0x10000)

/** True when the code unit is a letter, mark, digit or connector by itself; NaN (the end of the text) is none. */
function isWordUnit(unit: number): boolean {
  if (Number.isNaN(unit)) return false
  const known = wordUnits[unit]
  if (known) return known === 2
  const answer = isWordCharacter(unit)
  wordUnits[unit] = answer ? 2 : 1
  return answer
}

const SINGLY = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function isCountedSingly(unit: number): boolean {
  return SINGLY.test(String.fromCharCode(unit))
}

/** End of the stretch of one way of counting that starts at `start`. */
function unspacedEnd(text: string, start: number): number {
  const singly = isCountedSingly(text.charCodeAt(start))
  let end = start + 1
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (!isUnspaced(unit) || isCountedSingly(unit) !== singly) break
    end++
  }
  return end
}

/** Longest stretch (UTF-16) looked up at once: the dictionary's cost grows with the square of it, and no sentence is as long. */
const STRETCH = 1_000

function segmentedWords(stretch: string): number {
  let count = 0
  for (let at = 0; at < stretch.length; at += STRETCH) {
    const part = stretch.slice(at, at + STRETCH)
    for (const { isWordLike } of segmenter('word', undefined).segment(part)) if (isWordLike) count++
  }
  return count
}
