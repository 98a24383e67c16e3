import type { Qualifier } from '../model/annotation'
import { anchoredMatches, anchoredSearch, DIGIT, type AnchoredPattern } from './anchored-patterns'
import { anyOf } from './date-mentions'
import {
  CURRENCY_MARKS,
  PHRASE_ENDS,
  QUALIFIERS_AFTER,
  QUALIFIERS_BEFORE,
  UNITS,
  UNMARKED_PLURALS,
} from './english-quantities'
import { MAYBE_SPACE, SCALES, SPACE, SPELLED_BEGINS, SPELLED_NUMBER, spelledValue } from './number-words'

const CURRENCY = anyOf([...CURRENCY_MARKS.keys()])
/** Groups of three with comma, space or stop (the latter two as many translations keep them), or digits with decimals. */
const DIGITS =
  '(?:\\d+ [1-9]/[2-8](?![\\p{N}/])|\\d*[½¼¾]|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:[\\u00a0\\u202f ]\\d{3})+(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,}|\\d+(?:[.,]\\d+)?)'
/** Short forms of a scale that may stand apart from the digits: one letter may not, as "5 m" is a length. */
const LONGER_SHORTS = 'mn|mln|mio|bn|bln|tn|tln|trn'
const SCALE = `(?:${SPACE}|-)?(?<scale>${anyOf([...SCALES.keys()])})s?(?![\\p{L}\\p{N}])|(?:${SPACE}(?=(?:${LONGER_SHORTS})(?![\\p{L}\\p{N}])))?(?<short>k|m|b|${LONGER_SHORTS})(?![\\p{L}\\p{N}])`

/** Every number in the text, with its currency mark and scale. */
export const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_/.:,@#&]|[\\p{L}\\p{N}]\\+)(?:(?<![\\p{L}\\p{N}][-–])|(?<=\\d[-–]))` +
    `(?:(?<currency>${CURRENCY})${MAYBE_SPACE})?(?<sign>(?<![\\p{N}%°)])[-−](?=\\d))?` +
    `(?:(?<digits>${DIGITS})(?![\\d])(?:${SCALE})?|(?<words>${SPELLED_NUMBER})(?![\\p{L}\\p{N}'’]))`,
  'giu',
)

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
])
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
])

/** Every share in words: "two thirds", "a quarter", "half". */
const SHARE = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:(?<count>${anyOf([...COUNTS.keys()])})(?:${SPACE}|-)(?<part>${anyOf([...PARTS.keys()].slice(1))})(?<plural>s)?|(?<half>half))(?![\\p{L}\\p{N}'’-])`,
  'giu',
)

const NUMBERS: AnchoredPattern = {
  pattern: NUMBER,
  // of "US$" the letters, of "€" the mark
  begins: [
    DIGIT,
    '-',
    '−',
    '½',
    '¼',
    '¾',
    ...SPELLED_BEGINS,
    ...[...CURRENCY_MARKS.keys()].map((mark) => /^[A-Z]+/iu.exec(mark)?.[0].toLowerCase() ?? mark),
  ],
}
const SHARES: AnchoredPattern = { pattern: SHARE, begins: ['half', ...COUNTS.keys()] }
const SEARCH = anchoredSearch([NUMBERS, SHARES])

/** The numbers of a text, with currency mark and scale, and its shares in words, each in text order; they may overlap. */
export function numbersAndShares(text: string): {
  readonly numbers: readonly RegExpExecArray[]
  readonly shares: readonly RegExpExecArray[]
} {
  const [numbers = [], shares = []] = anchoredMatches(text, SEARCH)
  return { numbers, shares }
}

/**
 * The share that a match of `SHARE` states, in per cent to four digits; null where it is none. "A third" and "half" are shares
 * by what stands around them ("by a third", "half of the boats"): "a third man" is one of a row.
 */
export function readShare(
  { count, part, plural, half }: Readonly<Record<string, string | undefined>>,
  before: string,
  after: string,
): number | null {
  const isStated =
    plural !== undefined || /(?<!\p{L})by\s(?:\p{L}+\s){0,2}$/iu.test(before) || /^\sof\s/iu.test(after)
  const parts = PARTS.get((half ?? part ?? '').toLowerCase())
  const wanted = half === undefined ? COUNTS.get((count ?? '').toLowerCase()) : 1
  if (!isStated || parts === undefined || wanted === undefined || wanted >= parts) return null
  return Number(((100 * wanted) / parts).toPrecision(4))
}

const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['tln', 1e12],
  ['trn', 1e12],
])

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

/** Value of digits with separators. "2 1/2" and "2½" are mixed fractions. "3,5" and "61.5" are decimals; "1,200", "1.000.000" and "14.000" are thousands. */
function digitsValue(digits: string): number {
  const mixed = /^(?<whole>\d*)\s?(?:(?<above>\d)\/(?<below>\d)|(?<part>[½¼¾]))$/u.exec(digits)?.groups
  if (mixed) {
    const { whole = '', above, below, part = '' } = mixed
    const share = above === undefined ? (FRACTIONS.get(part) ?? 0) : Number(above) / Number(below)
    return Number(whole) + share
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return Number(digits.replace(/,/gu, ''))
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}\.000$/u.test(digits)) return Number(digits.replace(/\./gu, ''))
  return Number(digits.replace(/[\u00a0\u202f ]/gu, '').replace(',', '.'))
}

/** What the groups of `NUMBER` say: the value, scale applied, and the scale ("million": 1e6), 1 without one. */
export function readNumber(groups: Readonly<Record<string, string | undefined>>): {
  value: number
  scale: number
} {
  const { digits, scale, short, words = '', sign } = groups
  if (digits === undefined) {
    const value = spelledValue(words)
    const last =
      words
        .toLowerCase()
        .split(/[\s-]+/u)
        .at(-1) ?? ''
    return { value, scale: SCALES.get(last) ?? 1 }
  }
  const factor = SCALES.get(scale?.toLowerCase() ?? '') ?? SHORT_SCALES.get(short?.toLowerCase() ?? '') ?? 1
  // Through decimal digits, as 3.4 * 1e6 is 3399999.9999999995.
  const value = Number((digitsValue(digits) * factor).toPrecision(15))
  return { value: sign === undefined ? value : -value, scale: factor }
}

const BEFORE_PHRASES = new Map(
  QUALIFIERS_BEFORE.flatMap(([qualifier, phrases]) => phrases.map((phrase) => [phrase, qualifier] as const)),
)
const QUALIFIER_BEFORE = new RegExp(
  `(?:(?<![\\p{L}\\p{N}-]|\\badd(?:s|ed|ing)?${SPACE})(?<words>${anyOf([...BEFORE_PHRASES.keys()].filter((phrase) => /^[a-z]/u.test(phrase)))})${SPACE}(?:a${SPACE})?|(?<sign>[~≈<>≤≥])${MAYBE_SPACE})$`,
  'iu',
)

/** The qualifier that ends right before a number, and its length; null where there is none. */
export function qualifierBefore(before: string): { qualifier: Qualifier; length: number } | null {
  // The pattern is tied to the end; the longest phrase is the one that starts first.
  const match = QUALIFIER_BEFORE.exec(before)
  const phrase = (match?.groups?.['words'] ?? match?.groups?.['sign'] ?? '').toLowerCase()
  const qualifier = BEFORE_PHRASES.get(phrase)
  return match && qualifier ? { qualifier, length: match[0].length } : null
}

const AFTER_PHRASES = new Map(
  QUALIFIERS_AFTER.flatMap(([qualifier, phrases]) => phrases.map((phrase) => [phrase, qualifier] as const)),
)
const QUALIFIER_AFTER = new RegExp(
  `^(?:${SPACE}(?<words>${anyOf([...AFTER_PHRASES.keys()])})(?![\\p{L}\\p{N}])|(?<plus>\\+)(?!\\d))`,
  'iu',
)

/** The qualifier that starts right after a number, and its length; null where there is none. "100+" is more than 100. */
export function qualifierAfter(after: string): { qualifier: Qualifier; length: number } | null {
  const match = QUALIFIER_AFTER.exec(after)
  if (!match) return null
  const qualifier = AFTER_PHRASES.get((match.groups?.['words'] ?? '').toLowerCase()) ?? 'more-than'
  return { qualifier, length: match[0].length }
}

const UNIT_NAMES = new Map(
  UNITS.flatMap(([unit, ...spellings]) => spellings.map((name) => [name, unit] as const)),
)
const UNIT_SOURCE = anyOf([...UNIT_NAMES.keys()])
const KNOWN_UNIT = new RegExp(`^${MAYBE_SPACE}(?<unit>${UNIT_SOURCE})(?![\\p{L}\\p{N}])`, 'u')
const HYPHEN_UNIT = /^[-‐‑](?<word>\p{Ll}+)(?<old>-olds?)?(?![\p{L}\p{N}-])/u
const NEXT_WORD = new RegExp(`^${SPACE}(?<word>[\\p{L}][\\p{L}'’]*(?:-\\p{L}+)*)`, 'u')

/** How far a counted noun may stand from its number: "40 additional heavy trucks". */
const WORDS_TO_NOUN = 3

function isPlural(word: string): boolean {
  return UNMARKED_PLURALS.has(word) || /[^su'’]s$/u.test(word)
}

/** "four Americans", but not "30 Texas counties": of capitalised words only names of people are counted by themselves. */
const DEMONYM = /^\p{Lu}.*(?:ans|ers|ons|ats|ists|ites|[^i]is)$/u

/** A unit and where it ends, counted from the end of the number. */
export interface FoundUnit {
  readonly unit: string | null
  /** True for a unit of the list, false for any counted noun. */
  readonly isMeasure: boolean
  readonly length: number
}

function measure(match: RegExpExecArray, before: number): FoundUnit {
  const unit = UNIT_NAMES.get(match.groups?.['unit'] ?? '') ?? null
  return { unit, isMeasure: true, length: before + match[0].length }
}

/** The unit right after a number: a known one, or the first plural noun with nothing but adjectives before it. */
export function unitAfter(after: string): FoundUnit | null {
  const known = KNOWN_UNIT.exec(after)
  if (known) return measure(known, 0)
  const hyphen = HYPHEN_UNIT.exec(after)
  if (hyphen) {
    const word = hyphen.groups?.['word'] ?? ''
    const unit = word === 'strong' ? null : (UNIT_NAMES.get(word) ?? `${word}s`)
    return { unit, isMeasure: UNIT_NAMES.has(word), length: hyphen[0].length }
  }
  let length = 0
  for (let count = 0; count < WORDS_TO_NOUN; count++) {
    const rest = after.slice(length)
    const later = count > 0 ? KNOWN_UNIT.exec(rest) : null
    if (later) return measure(later, length)
    const match = NEXT_WORD.exec(rest)
    const word = match?.groups?.['word']
    if (!match || word === undefined || PHRASE_ENDS.has(word.toLowerCase())) return null
    length += match[0].length
    const counts = /^\p{Ll}/u.test(word) || (count === 0 && DEMONYM.test(word))
    if (counts && isPlural(word.toLowerCase())) return { unit: word, isMeasure: false, length }
  }
  return null
}

/** ISO 4217 code of a currency mark. */
export function currencyOf(mark: string): string | null {
  return CURRENCY_MARKS.get(mark) ?? CURRENCY_MARKS.get(mark.toUpperCase()) ?? null
}
