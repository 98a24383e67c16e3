/**
 * Scripts written without spaces between words: there a word's edge cannot be told from the neighbouring characters.
 * Han, kana, Thai, Lao, Khmer and Burmese; Korean puts spaces.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\p{Pc}]/u
const SPACE = /[\s\u200b]/

/** True when the code point belongs to a script written without spaces between words. */
export function isUnspaced(codePoint: number): boolean {
  return codePoint >= 0xe00 && UNSPACED.test(String.fromCodePoint(codePoint))
}

/** True for letters, marks, digits and connectors such as `_`. */
export function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) {
    return (
      (codePoint >= 0x61 && codePoint <= 0x7a) ||
      (codePoint >= 0x41 && codePoint <= 0x5a) ||
      (codePoint >= 0x30 && codePoint <= 0x39) ||
      codePoint === 0x5f
    )
  }
  return WORD_CHARACTER.test(String.fromCodePoint(codePoint))
}

/** True for white space (no-break space included) and the zero-width space. */
export function isSpace(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x9 && unit <= 0xd)) return true
  return unit >= 0x80 && SPACE.test(String.fromCharCode(unit))
}

/** The range without white space at either end; empty (at `start`) when there is nothing else in it. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  let first = start
  let last = end
  while (first < last && isSpace(text.charCodeAt(first))) first++
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--
  return first === last ? { start, end: start } : { start: first, end: last }
}
