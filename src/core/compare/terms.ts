import type { TextRange } from '../model/range'
import { soundKey } from '../suggest/sound-key'
import { spelledValue } from '../suggest/number-words'
import { isFunctionWord } from './light-words'
import { placeKey, placePairKey } from './places'
import { isKnownStem } from './relatedness'
import { englishStem } from './stems'

/** A word, name or number of a text (offsets UTF-16, in that text). */
export interface Term extends TextRange {
  /** Folded: lower case, without marks; contractions are spelled out ("won't" gives "will" and "not"). */
  readonly word: string
  /** What two texts share where they use one word: a stem, `@` and a sound for a name, `#` and a value for a number. */
  readonly key: string
  readonly kind: 'word' | 'name' | 'number'
  /** For a number its value ("70 thousand" is 70000), otherwise null. */
  readonly value: number | null
  /** True for articles, pronouns, prepositions and auxiliaries. */
  readonly light: boolean
}

/** What comparing needs of a text. */
export interface Terms {
  readonly list: readonly Term[]
  /** Keys of the list, in order. */
  readonly keys: readonly string[]
  /** Keys of names, each once. Kiev and Kyiv, Zelensky and Zelenskyy have one key; so have a country and its people. */
  readonly names: readonly string[]
  /** Values of numbers, each once, in order. */
  readonly numbers: readonly number[]
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*\.?(?:\p{L}\.)*|\p{N}+(?:[.,]\p{N}+)*/gu
const UPPER = /^\p{Lu}/u
const DIGIT = /^\p{N}/u
const MARKS = /\p{M}+/gu

const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ['is', 'not']],
  ["let's", ['let', 'us']],
])
const CLITICS: ReadonlyMap<string, string> = new Map([
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['m', 'am'],
  ['d', 'would'],
])

const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['dozen', 12],
  ['hundred', 100],
])
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen'
  ).split(' '),
)
const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
)

/** A token before numbers are put together. */
interface Piece extends TextRange {
  readonly word: string
  readonly surface: string
  readonly capital: boolean
  /** True at the start of a sentence or of quoted words, where a capital says nothing. */
  readonly opens: boolean
}

/** The terms of `text`. `language` is a BCP 47 tag; null is taken for English. */
export function termsOf(text: string, language: string | null): Terms {
  const english = language === null || /^en\b/iu.test(language)
  const pieces = piecesOf(text)
  const list: Term[] = []
  for (let at = 0; at < pieces.length;) {
    const number = numberAt(pieces, at, english)
    if (number) {
      list.push(number.term)
      at = number.next
      continue
    }
    const piece = pieces[at]
    if (!piece) break
    const next = pieces[at + 1]
    const pair = next && piece.capital ? placePairKey(piece.word, next.word) : null
    if (next && pair !== null) {
      list.push({
        start: piece.start,
        end: next.end,
        word: `${piece.word} ${next.word}`,
        key: pair,
        kind: 'name',
        value: null,
        light: false,
      })
      at += 2
      continue
    }
    list.push(wordTerm(piece, english))
    at++
  }
  return {
    list,
    keys: list.map(({ key }) => key),
    names: [...new Set(list.filter(({ kind }) => kind === 'name').map(({ key }) => key))],
    numbers: [...new Set(list.flatMap(({ value }) => (value === null ? [] : [value])))],
  }
}

/** Lower case without marks; ligatures and full-width forms as plain letters. */
function fold(surface: string): string {
  const lower = surface.toLowerCase()
  // Most words are plain Latin, and normalising costs more than looking.
  return /^[a-z0-9]*$/u.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '').replace(/’/gu, "'")
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let opens = true
  let last = 0
  for (const match of text.matchAll(TOKEN)) {
    const gap = text.slice(last, match.index)
    if (/[.!?:"“”„«»\n]/u.test(gap)) opens = true
    let surface = match[0]
    // A full stop belongs to the letters of "U.S." and closes the sentence otherwise.
    const initials = /^(?:\p{L}\.)+$/u.test(surface)
    if (!initials && surface.endsWith('.')) surface = surface.slice(0, -1)
    const range = { start: match.index, end: match.index + surface.length }
    last = range.end
    const capital = UPPER.test(surface)
    const folded = fold(initials ? surface.replace(/\./gu, '') : surface)
    for (const word of spelledOut(folded)) pieces.push({ ...range, word, surface, capital, opens })
    opens = !initials && match[0].endsWith('.')
  }
  return pieces
}

function spelledOut(word: string): readonly string[] {
  if (!word.includes("'")) return CONTRACTIONS.get(word) ?? [word]
  const known = CONTRACTIONS.get(word)
  if (known) return known
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const [first = '', second = ''] = word.split("'")
  const clitic = CLITICS.get(second)
  if (clitic !== undefined) return [first, clitic]
  return second === 's' ? [first] : [first + second]
}

/** The number that starts with the piece, over "70 thousand" and "two hundred and five"; null where none does. */
function numberAt(
  pieces: readonly Piece[],
  at: number,
  english: boolean,
): { readonly term: Term; readonly next: number } | null {
  const first = pieces[at]
  if (!first) return null
  let next = at + 1
  let value: number
  if (DIGIT.test(first.word)) {
    value = digitsValue(first.word)
    const scale = SCALES.get(pieces[next]?.word ?? '')
    if (english && scale !== undefined) {
      value *= scale
      next++
    }
  } else if (english && ORDINALS.has(first.word)) {
    return null
  } else if (english && isNumberStart(pieces, at)) {
    const words = [first.word]
    for (; next < pieces.length; next++) {
      const word = pieces[next]?.word ?? ''
      const follows =
        word === 'and' && NUMBER_WORDS.has(pieces[next + 1]?.word ?? '') && isHundred(words.at(-1) ?? '')
      if (!follows && !NUMBER_WORDS.has(word) && !(word === 'one' && /ty$/u.test(words.at(-1) ?? ''))) break
      words.push(word)
    }
    value = spelledValue(words.join(' '))
  } else return null
  const end = pieces[next - 1]?.end ?? first.end
  const word = String(value)
  return {
    term: { start: first.start, end, word, key: `#${word}`, kind: 'number', value, light: false },
    next,
  }
}

function isNumberStart(pieces: readonly Piece[], at: number): boolean {
  const word = pieces[at]?.word ?? ''
  if (NUMBER_WORDS.has(word))
    return word !== 'hundred' && word !== 'thousand' && word !== 'million' && word !== 'billion'
  return (
    (word === 'one' || word === 'a' || word === 'half') &&
    SCALES.has(pieces[at + 1]?.word ?? '') &&
    (pieces[at + 1]?.word.length ?? 0) > 2
  )
}

function isHundred(word: string): boolean {
  return word === 'hundred' || word === 'thousand'
}

/** "100,000" and "1.2"; a comma or stop before exactly three digits groups them, once or more often. */
function digitsValue(digits: string): number {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return Number(digits.replace(/,/gu, ''))
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(digits)) return Number(digits.replace(/\./gu, ''))
  const value = Number(digits.normalize('NFKC').replace(/,/gu, '.'))
  return Number.isNaN(value) ? Number(digits.replace(/\D/gu, '')) : value
}

/** Keys of surfaces seen before: a story repeats its words. Cleared when it grows large. */
const keysOfWords = new Map<string, Pick<Term, 'key' | 'kind' | 'light'>>()

function wordTerm(piece: Piece, english: boolean): Term {
  const { start, end, word, surface, opens } = piece
  const known = `${english ? 'e' : 'x'}${opens ? '^' : ' '}${word} ${surface}`
  let found = keysOfWords.get(known)
  if (!found) {
    const { key, kind, light } = readWord(piece, english)
    found = { key, kind, light }
    if (keysOfWords.size > 50_000) keysOfWords.clear()
    keysOfWords.set(known, found)
  }
  return { start, end, word, key: found.key, kind: found.kind, value: null, light: found.light }
}

function readWord({ start, end, word, surface, capital, opens }: Piece, english: boolean): Term {
  const light = english && isFunctionWord(word)
  const place = placeKey(word, surface)
  if (place !== null) return { start, end, word, key: place, kind: 'name', value: null, light: false }
  const ordinal = english ? ORDINALS.get(word) : undefined
  if (ordinal !== undefined)
    return { start, end, word, key: `ord${String(ordinal)}`, kind: 'word', value: null, light }
  const stem = english ? englishStem(word) : word
  const isName =
    capital && !light && word.length > 1 && !(english && isKnownStem(stem)) && !(opens && !english)
  return isName
    ? { start, end, word, key: `@${soundKey(word)}`, kind: 'name', value: null, light: false }
    : { start, end, word, key: stem, kind: 'word', value: null, light }
}
