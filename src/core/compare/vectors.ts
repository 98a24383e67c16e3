import { commonness } from './light-words'
import type { TextRange } from '../model/range'
import { isEnclosed } from './enclosing-range'
import { isParticle, isReplyWord, relativesOf } from './relatedness'
import type { Term, Terms } from './terms'

/** A term in a weighed text. */
export interface WeighedTerm {
  readonly term: Term
  /** Numbers of the keys it may be found under: its own first, then a verb with its particle, then its first letters. */
  readonly keys: readonly number[]
  /** Inverse document frequency, in nats. */
  readonly weight: number
}

/** Where a key of another text meets this one. */
export interface Meeting {
  /** Index of the term. */
  readonly at: number
  /** 0..1: how far the other word may stand for this one. */
  readonly nearness: number
}

/** A text weighed among the texts it is compared with. */
export interface Vector {
  /** In order; of a very long text those at its beginning and end. */
  readonly terms: readonly WeighedTerm[]
  /** Key number -> the terms that it meets, by itself or as a near word. */
  readonly reach: ReadonlyMap<number, readonly Meeting[]>
  /** Euclidean length of the weights, and their sum. */
  readonly norm: number
  readonly mass: number
  /** How many names, numbers and words of denial it has. */
  readonly names: number
  readonly numbers: number
  readonly denials: number
  /** Hashed character n-grams in ascending order, their weights, and the Euclidean length of those. */
  readonly grams: Int32Array
  readonly gramWeights: Float32Array
  readonly gramNorm: number
}

/** A text to be weighed. */
export interface WeighableText {
  readonly terms: Terms
  /** What of it stands in quotation marks, where only a part does (offsets in the text), in order. Those are the speaker's own words. */
  readonly quoted: readonly TextRange[]
}

/** Texts weighed together. */
export interface Vectors {
  readonly all: readonly Vector[]
  /** How many key numbers there are. */
  readonly keyCount: number
}

/** Statements that a story is thought to be a part of: in two statements alone, no word can be told rare. */
const BACKGROUND = 300
/** Weight of the words outside the marks, where a text quotes a part of its words. */
const OUTSIDE_MARKS = 0.5
/** Words of the longest text that may be a mere yes; there "good" is as near to "fine" as words can be. */
const LONGEST_REPLY = 3
const REPLY = '!yes'
const REPLY_NEARNESS = 0.8
/** Nearness of words that begin alike: "diplomacy" and "diplomat". */
const SAME_BEGINNING = 0.45
const BEGINNING = 6
/** Terms weighed of a text: comparing two takes time with the product of theirs. A statement of 800 words is a speech. */
const MOST_TERMS = 800
/** Texts weighed between two yields. */
const SLICE = 40
const GRAM_LENGTHS = [3, 4, 5] as const
const GRAM_SPACE = 1 << 20
/** Share of texts in which a character n-gram occurs that no text of the story holds twice. */
const GRAM_BACKGROUND = 0.004

/** Weighs texts by how rare their words are, in the texts and in news at large. Yields now and then: work may be long. */
export function* createVectors(texts: readonly WeighableText[]): Generator<void, Vectors> {
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const keyed: { readonly term: Term; readonly keys: readonly string[] }[][] = []
  const frequency = new Map<string, number>()
  const gramFrequency = new Uint16Array(GRAM_SPACE)
  const grams: { ids: Int32Array; counts: Float32Array }[] = []
  for (const [index, { terms }] of texts.entries()) {
    if (index % SLICE === SLICE - 1) yield
    const list = endsOf(terms.list)
    const isReply = list.length <= LONGEST_REPLY
    keyed.push(list.map((term, at) => ({ term, keys: keysOf(term, list[at + 1], isReply) })))
    for (const key of new Set(list.map(({ key }) => key))) frequency.set(key, (frequency.get(key) ?? 0) + 1)
    const own = gramsOf(list)
    grams.push(own)
    for (const gram of own.ids) gramFrequency[gram] = Math.min(65_535, (gramFrequency[gram] ?? 0) + 1)
  }
  for (const terms of keyed) for (const { keys } of terms) for (const key of keys) numberOf(key)

  const total = texts.length + BACKGROUND
  const weightOf = (term: Term): number =>
    Math.log(total / ((frequency.get(term.key) ?? 1) + BACKGROUND * commonness(term.word)))
  // By frequency, as logarithms of hundreds of n-grams a text add up.
  const gramIdf = Float64Array.from({ length: Math.min(65_535, texts.length) + 1 }, (_, often) =>
    Math.log(total / (often + BACKGROUND * GRAM_BACKGROUND)),
  )

  const reachable = createReachable(numbers)
  const all: Vector[] = []
  for (const [index, terms] of keyed.entries()) {
    if (index % SLICE === SLICE - 1) yield
    const weighed = terms.map(({ term, keys }) => ({
      term,
      keys: keys.map(numberOf),
      weight: Math.max(0.02, weightOf(term)) * emphasis(texts[index], term),
    }))
    const { ids, counts } = grams[index] ?? { ids: new Int32Array(), counts: new Float32Array() }
    const gramWeights = counts.map(
      (count, at) =>
        (count === 1 ? 1 : 1 + Math.log(count)) * (gramIdf[gramFrequency[ids[at] ?? 0] ?? 1] ?? 0),
    )
    all.push({
      terms: weighed,
      reach: reachOf(terms, reachable),
      norm: Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)),
      mass: weighed.reduce((sum, { weight }) => sum + weight, 0),
      names: count(terms, ({ kind }) => kind === 'name'),
      numbers: count(terms, ({ kind }) => kind === 'number'),
      denials: count(terms, isDenial),
      grams: ids,
      gramWeights,
      gramNorm: Math.sqrt(gramWeights.reduce((sum, weight) => sum + weight * weight, 0)),
    })
  }
  return { all, keyCount: numbers.size }
}

/** The terms of a text, or the first and last of one that is longer than any statement. */
function endsOf(list: readonly Term[]): readonly Term[] {
  return list.length <= MOST_TERMS
    ? list
    : [...list.slice(0, MOST_TERMS / 2), ...list.slice(list.length - MOST_TERMS / 2)]
}

function count(terms: readonly { readonly term: Term }[], test: (term: Term) => boolean): number {
  let found = 0
  for (const { term } of terms) if (test(term)) found++
  return found
}

const DENIALS: ReadonlySet<string> = new Set(
  'not no never nobody none nothing neither nor without'.split(' '),
)

/** True for "not", "no", "never" and the like. */
export function isDenial({ word }: Term): boolean {
  return DENIALS.has(word)
}

/** How much a term counts: less outside the marks of a text that quotes a part of its words. */
function emphasis(text: WeighableText | undefined, term: Term): number {
  const quoted = text?.quoted ?? []
  if (quoted.length === 0) return 1
  return isEnclosed(term, quoted) ? 1 : OUTSIDE_MARKS
}

/** What the term may be found under. */
function keysOf(term: Term, next: Term | undefined, isReply: boolean): readonly string[] {
  if (isReply && isReplyWord(term.key)) return [term.key, REPLY]
  if (term.kind !== 'word' || term.light) return [term.key]
  const keys = [term.key]
  if (next && isParticle(next.word)) {
    const phrase = `${term.key}_${next.word}`
    if (relativesOf(phrase).size > 0) keys.push(phrase)
  }
  if (term.word.length >= BEGINNING) keys.push(`^${term.word.slice(0, BEGINNING)}`)
  return keys
}

/** Numbers of the keys under which a key is met, with how near they are. */
type Reachable = readonly { readonly number: number; readonly nearness: number }[]

/** Gives what each key reaches, worked out once a key: only what some text of the story holds. */
function createReachable(numbers: ReadonlyMap<string, number>): (key: string, light: boolean) => Reachable {
  const known = new Map<string, Reachable>()
  return (key, light) => {
    const name = light ? `${key}~` : key
    const before = known.get(name)
    if (before) return before
    const own = key.startsWith('^') ? SAME_BEGINNING : key === REPLY ? REPLY_NEARNESS : 1
    const reached = [[key, own] as const, ...(light ? [] : relativesOf(key))].flatMap(([other, nearness]) => {
      const number = numbers.get(other)
      return number === undefined ? [] : [{ number, nearness }]
    })
    known.set(name, reached)
    return reached
  }
}

function reachOf(
  terms: readonly { readonly term: Term; readonly keys: readonly string[] }[],
  reachable: (key: string, light: boolean) => Reachable,
): ReadonlyMap<number, readonly Meeting[]> {
  const reach = new Map<number, Meeting[]>()
  for (const [at, { term, keys }] of terms.entries()) {
    for (const key of keys) {
      for (const { number, nearness } of reachable(key, term.light)) {
        const own = reach.get(number)
        if (own) own.push({ at, nearness })
        else reach.set(number, [{ at, nearness }])
      }
    }
  }
  return reach
}

/** Hashes of the character n-grams of the words in ascending order, and how often each occurs. */
function gramsOf(list: readonly Term[]): { readonly ids: Int32Array; readonly counts: Float32Array } {
  const all: number[] = []
  for (const { word } of list) for (const gram of gramsOfWord(word)) all.push(gram)
  const sorted = Int32Array.from(all).sort()
  const ids = new Int32Array(sorted.length)
  const counts = new Float32Array(sorted.length)
  let size = 0
  for (const gram of sorted) {
    if (size > 0 && ids[size - 1] === gram) counts[size - 1] = (counts[size - 1] ?? 0) + 1
    else {
      ids[size] = gram
      counts[size++] = 1
    }
  }
  return { ids: ids.slice(0, size), counts: counts.slice(0, size) }
}

/** Hashes of the n-grams of words seen before: a story repeats its words. Cleared when it grows large. */
const wordGrams = new Map<string, readonly number[]>()

/** Hashes of the word's character n-grams, with a space at both ends. */
function gramsOfWord(word: string): readonly number[] {
  const known = wordGrams.get(word)
  if (known) return known
  const padded = ` ${word} `
  const grams: number[] = []
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= padded.length; start++) {
      let hash: number = length
      for (let at = start; at < start + length; at++) hash = (Math.imul(hash, 31) + padded.charCodeAt(at)) | 0
      grams.push((Math.imul(hash, 0x9e3779b1) >>> 12) & (GRAM_SPACE - 1))
    }
  }
  if (wordGrams.size > 20_000) wordGrams.clear()
  wordGrams.set(word, grams)
  return grams
}
