import { isHighSurrogate, isLowSurrogate } from './offsets'

/** What folding ignores. */
export interface FoldOptions {
  readonly matchCase: boolean
  readonly foldDiacritics: boolean
}

/** A text folded for comparison, with the way back to the original. Offsets are UTF-16 on both sides. */
export interface FoldedText {
  readonly folded: string
  /** Start, in the original, of the character that the folded unit at `index` comes from. */
  startOf(index: number): number
  /** End, in the original, of that character with its marks. */
  endOf(index: number): number
}

/** Marks that readers leave out when they type: of Latin, Greek, Cyrillic, Hebrew, Arabic. Vowel signs of Indic scripts
 * and kana voicing marks tell words apart and stay. */
const OPTIONAL_MARKS = characterClass(
  `0300-036f 0483-0487 0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7 0610-061a 0640 064b-065f 0670
  06d6-06dc 06df-06e4 06e7 06e8 06ea-06ed 1ab0-1aff 1dc0-1dff 20d0-20ff fe00-fe0f fe20-fe2f`,
)
/** Soft hyphen, zero-width spaces and joiners, direction marks, word joiner: invisible, so nobody types them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
/** Marks, and the Korean vowels and final consonants that join with the letter before them. */
const JOINS = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u
/** Marks beyond this many start a character of their own: nobody writes so many, and reordering them is not linear. */
const MOST_MARKS = 32
const SPACE = /^\s$/u

/** A class of code units from their hexadecimal ranges, as linters rightly distrust bare marks in a literal. */
function characterClass(ranges: string): RegExp {
  return new RegExp(`[${ranges.replace(/[\da-f]{4}/g, '\\u$&').replace(/\s+/g, '')}]`, 'gu')
}

/** Letters whose stroke or ligature is not a combining mark in Unicode, and typographic quotes and dashes. */
const BASE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['ħ', 'h'],
  ['Ħ', 'H'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ŧ', 't'],
  ['Ŧ', 'T'],
  ['þ', 'th'],
  ['Þ', 'TH'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['‛', "'"],
  ['ʼ', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-'],
])

/** In a table: the unit folds to something else than one unit, or may join with marks. */
const SPECIAL = 0
/** In a table: not looked up yet. */
const UNKNOWN = 1
/** For each of the four options, what each code unit that does not stand before a mark folds to. */
const tables = new Map<number, Uint16Array>()

/**
 * Folds a text. Composed and decomposed accents become the same, white space becomes a space; without `matchCase` by
 * full case folding (so "ß" is "ss"); with `foldDiacritics` also without marks, in plain quotes and compatibility form.
 * Characters are folded one by one, with the marks that follow, so that any substring of the text folds alike.
 */
export function foldText(text: string, options: FoldOptions): FoldedText {
  const table = tableOf(options)
  const uneven = new UnevenPlaces()
  let units = new Uint16Array(text.length + 64)
  let length = 0
  let index = 0
  while (index < text.length) {
    const folded = table[text.charCodeAt(index)] ?? SPECIAL
    if (folded > UNKNOWN) {
      units[length++] = folded
      index++
      continue
    }
    if (learn(table, text.charCodeAt(index), options) !== SPECIAL) continue
    // The character before joins with a mark here, so it is folded again, unless it had marks of its own.
    if (length > 0 && index > uneven.end && JOINS.test(characterAt(text, index))) {
      index--
      length--
    }
    const end = sequenceEnd(text, index)
    const sequence = foldSequence(text.slice(index, end), options)
    uneven.add(length, sequence.length, index, end)
    // Room for all that is left, one to one, besides what this sequence takes.
    if (length + sequence.length + text.length - end > units.length) units = grown(units, sequence.length)
    for (let k = 0; k < sequence.length; k++) units[length++] = sequence.charCodeAt(k)
    index = end
  }
  return {
    folded: decodeUnits(units, length),
    startOf: (at) => uneven.startOf(at),
    endOf: (at) => sequenceEnd(text, uneven.startOf(at)),
  }
}

/** Where folding does not go one to one: few places in most texts, so offsets are found by binary search. */
class UnevenPlaces {
  /** End, in the original, of the last place. */
  end = 0
  private readonly foldedStarts: number[] = []
  private readonly foldedEnds: number[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  add(foldedStart: number, foldedLength: number, start: number, end: number): void {
    this.foldedStarts.push(foldedStart)
    this.foldedEnds.push(foldedStart + foldedLength)
    this.starts.push(start)
    this.ends.push(end)
    this.end = end
  }

  startOf(index: number): number {
    let low = 0
    let high = this.foldedStarts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.foldedStarts[middle] ?? 0) <= index) low = middle + 1
      else high = middle
    }
    const foldedEnd = this.foldedEnds[low - 1] ?? 0
    const inside = low > 0 && index < foldedEnd
    return inside ? (this.starts[low - 1] ?? 0) : (this.ends[low - 1] ?? 0) + index - foldedEnd
  }
}

function grown(units: Uint16Array<ArrayBuffer>, more: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length + (units.length >> 2) + more)
  larger.set(units)
  return larger
}

function characterAt(text: string, index: number): string {
  return text.slice(index, index + unitsAt(text, index))
}

/** End of the code point at `start` together with the marks that follow it. */
function sequenceEnd(text: string, start: number): number {
  let end = start + unitsAt(text, start)
  for (let marks = 0; marks < MOST_MARKS && end < text.length; marks++) {
    if (text.charCodeAt(end) < 0x300) break
    const size = unitsAt(text, end)
    if (!JOINS.test(text.slice(end, end + size))) break
    end += size
  }
  return end
}

function unitsAt(text: string, index: number): number {
  return isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1)) ? 2 : 1
}

function foldSequence(sequence: string, options: FoldOptions): string {
  if (SPACE.test(sequence)) return ' '
  let folded = sequence
  if (options.foldDiacritics) {
    folded = folded.normalize('NFKD').replace(OPTIONAL_MARKS, '').replace(INVISIBLE, '')
    let based = ''
    for (const character of folded) based += BASE_LETTERS.get(character) ?? character
    folded = based
  }
  if (!options.matchCase) {
    // Up and down again is full case folding but for a few letters; the first step down makes "ẞ" one of the rest.
    folded = folded.toLowerCase().toUpperCase().toLowerCase()
    if (options.foldDiacritics) folded = folded.normalize('NFKD').replace(OPTIONAL_MARKS, '')
  }
  return folded.normalize('NFC')
}

function tableOf(options: FoldOptions): Uint16Array {
  const key = (options.matchCase ? 1 : 0) | (options.foldDiacritics ? 2 : 0)
  let table = tables.get(key)
  if (!table) {
    table = new Uint16Array(0x10000).fill(UNKNOWN)
    tables.set(key, table)
  }
  return table
}

function learn(table: Uint16Array, unit: number, options: FoldOptions): number {
  const character = String.fromCharCode(unit)
  const special = unit <= UNKNOWN || (unit >= 0xd800 && unit <= 0xdfff) || JOINS.test(character)
  const folded = special ? '' : foldSequence(character, options)
  const only = folded.length === 1 ? folded.charCodeAt(0) : SPECIAL
  const answer = only <= UNKNOWN ? SPECIAL : only
  table[unit] = answer
  return answer
}

/** String.fromCharCode takes its units as arguments, so a long text goes in pieces. */
function decodeUnits(units: Uint16Array, length: number): string {
  let text = ''
  for (let start = 0; start < length; start += 8_192) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(start, Math.min(length, start + 8_192)))
  }
  return text
}
