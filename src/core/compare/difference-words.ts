import type { TextRange } from '../model/range'
import { currencyOf, numbersAndShares, readNumber, unitAfter } from '../suggest/quantity-patterns'
import { soundKey } from '../suggest/sound-key'
import { foldText } from '../text/fold'
import { canonicalSpelling } from './spelling'
import { englishStem } from './stems'

/** A word, or number with its currency or per cent, as it is compared with others. Offsets are UTF-16. */
export interface ComparedWord extends TextRange {
  /** Equal for what is no difference of wording: case, accents, British spelling, contraction, digits or number word. */
  readonly key: string
  /** Equal for all forms of one word. For a number the key. */
  readonly stem: string
  /** The number's value, null for other words. */
  readonly value: number | null
  /** True for what stands with a capital where no sentence begins. */
  readonly isName: boolean
  /** True for a word of grammar, that says little by itself. */
  readonly isFunction: boolean
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my your his her its our their of in to for with on at by from about into through against during before after ' +
    'between among within along over under and but or nor so because although though while as if when where than whether which who whom whose what how ' +
    'is are was were be been being am has have had having do does did will would can could may might must shall should not never no i you he she it we they ' +
    'me him us them there here then also too very just only even still yet already again more most much many some any itself himself herself themselves each every all both such own same other ' +
    "up out off down 's"
  ).split(' '),
)

/** Initials ("U.S."), or letters and digits with apostrophes inside. Hyphens part words: "last-minute" is "last minute". */
const WORD = /(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const SENTENCE_START = /(?:^|[.!?:;…]["”»’')\]]*\s+|\n\s*|["“„«‘([]\s*)$/u
const CLITIC = /^(?<host>.+?)(?<clitic>n['’]t|['’](?:re|ve|ll|m|d|s|S))$/iu

const CLITICS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
  "'d": 'would',
}
/** What is left of a word before "n't", where that is no word. */
const CLITIC_HOSTS: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall', ai: 'is' }
/** Words after which 's is a verb and not a genitive. */
const SUBJECTS = /^(?:it|he|she|that|there|what|who|here|where|how|let)$/u

/** The words of a text in order, not overlapping. `language` is a BCP 47 tag; null or absent is read as English. */
export function comparedWords(text: string, language?: string | null): ComparedWord[] {
  const english = isEnglish(language)
  const words: ComparedWord[] = []
  let end = 0
  for (const match of numbersAndShares(text).numbers) {
    const number = numberAt(text, match)
    if (!number || number.start < end) continue
    addWords(words, text, { start: end, end: number.start }, english)
    words.push(number)
    end = number.end
  }
  addWords(words, text, { start: end, end: text.length }, english)
  return words
}

/** True for English, and for a text whose language is not known. */
export function isEnglish(language: string | null | undefined): boolean {
  return language === null || language === undefined || /^en\b/iu.test(language)
}

/** The number that `NUMBER` matched, with the currency or per cent after it; null where it is a word more than a number. */
function numberAt(text: string, match: RegExpExecArray): ComparedWord | null {
  const groups = match.groups ?? {}
  // "one" is a pronoun as often, and "a hundred" never begins with a lone article.
  if (/^(?:one|an?)$/iu.test(match[0])) return null
  const after = text.slice(match.index + match[0].length)
  // "48th", "F16s" and "2x" are words.
  if (/^\p{L}/u.test(after)) return null
  const { value } = readNumber(groups)
  if (!Number.isFinite(value)) return null
  const unit = unitAfter(after.slice(0, 24))
  const code = groups['currency'] === undefined ? null : currencyOf(groups['currency'])
  const taken =
    code === null && unit?.isMeasure === true && (unit.unit === '%' || /^[A-Z]{3}$/u.test(unit.unit ?? ''))
  const key = `#${value}${code ?? (taken ? (unit.unit ?? '') : '')}`
  return {
    start: match.index,
    end: match.index + match[0].length + (taken ? unit.length : 0),
    key,
    stem: key,
    value,
    isName: false,
    isFunction: false,
  }
}

function addWords(words: ComparedWord[], text: string, range: TextRange, english: boolean): void {
  for (const match of text.slice(range.start, range.end).matchAll(WORD)) {
    const start = range.start + match.index
    const surface = match[0]
    const starts =
      SENTENCE_START.test(text.slice(Math.max(0, start - 12), start)) &&
      !/\d/u.test(text.slice(start - 3, start))
    const isName = /^\p{Lu}/u.test(surface) && !starts && surface !== 'I'
    const folded = fold(surface)
    if (folded === '') continue
    const clitic = english ? CLITIC.exec(surface)?.groups : undefined
    const host = clitic?.['host'] ?? ''
    const ending = (clitic?.['clitic'] ?? '').toLowerCase().replace('’', "'")
    const word = (from: number, to: number, key: string): ComparedWord => ({
      start: from,
      end: to,
      key,
      stem: english ? stemOf(key) : key,
      value: null,
      isName,
      isFunction: FUNCTION_WORDS.has(key),
    })
    const spoken = ending === "'s" ? (SUBJECTS.test(fold(host)) ? 'is' : null) : (CLITICS[ending] ?? null)
    if (clitic && spoken !== null) {
      const split = start + host.length
      words.push(word(start, split, keyOf(CLITIC_HOSTS[fold(host)] ?? fold(host), host, english)))
      words.push({ ...word(split, start + surface.length, spoken), isName: false })
    } else if (english && folded === 'cannot') {
      words.push(word(start, start + 3, 'can'), word(start + 3, start + surface.length, 'not'))
    } else {
      const genitive = ending === "'s" ? fold(host) : folded
      words.push(word(start, start + surface.length, keyOf(genitive, surface, english)))
    }
  }
}

const PLAIN = /^[a-z]+$/iu

function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return foldText(word, { matchCase: false, foldDiacritics: true }).folded.replaceAll("'", '')
}

function keyOf(folded: string, surface: string, english: boolean): string {
  const plain = folded.replaceAll('.', '')
  if (!english) return plain
  // The country and not the pronoun.
  if (plain === 'us' && /^(?:US|U\.S\.?)$/u.test(surface.replace(/['’]s$/u, ''))) return 'u.s'
  return canonicalSpelling(plain)
}

function stemOf(key: string): string {
  return /^[a-z]+$/u.test(key) ? englishStem(key) : key
}

/** True where two names sound the same: Sergey and Sergei, Zelensky and Zelenskyy. */
export function soundsAlike(a: ComparedWord, b: ComparedWord): boolean {
  return a.isName && b.isName && soundKey(a.key) === soundKey(b.key)
}
