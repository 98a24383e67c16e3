import { FACT_VERBS, IRREGULAR_PASTS, NOT_PASTS, SCENE_VERBS } from './claim-lexicon'
import { itemAt } from './indexing'
import { inflectEnglish } from './lexicons/english-forms'
import { isFiniteVerb } from './phrases'
import type { Reading } from './reading'
import { hasClass, WORD } from './word-classes'

/** Determiners that stand alone too: "all left", "few remained". */
const PRONOMINAL: ReadonlySet<string> = new Set([
  'that',
  'this',
  'all',
  'both',
  'some',
  'many',
  'most',
  'few',
  'one',
])

/** Words after which a spelling that may be a verb is none: "the cut", "of hurt". */
function standsAsNoun(reading: Reading, i: number): boolean {
  const before = reading.tokens[i - 1]
  if (!before) return false
  return (
    (hasClass(reading, i - 1, WORD.determiner) && !PRONOMINAL.has(before.lower)) ||
    (hasClass(reading, i - 1, WORD.preposition) && !before.capital) ||
    before.lower === '’s' ||
    before.lower === "'s"
  )
}

const PLURAL_SUBJECT =
  /^(?:they|we|you|i|who|people|men|women|children|police|both|many|most|some|others|all|these|those)$/u

function isPlural(lower: string): boolean {
  return PLURAL_SUBJECT.test(lower) || /[^s]s$/u.test(lower)
}

function isAdverb(reading: Reading, i: number): boolean {
  const token = itemAt(reading.tokens, i)
  return hasClass(reading, i, WORD.adverb | WORD.lyAdverb) || /^(?:no|longer)$/u.test(token.lower)
}

/** "'re", "'ve": verbs by themselves; "'s" is a genitive as often. */
const CLITIC_VERBS: ReadonlySet<string> = new Set(["'re", '’re', "'ve", '’ve', "'ll", '’ll', "'m", '’m'])
const FACT_THIRDS: ReadonlySet<string> = new Set(
  [...FACT_VERBS].flatMap((lemma) =>
    [...inflectEnglish(lemma)].flatMap(([form, inflections]) => (inflections.has('third') ? [form] : [])),
  ),
)

/** What a word may be by its form, as bits. */
const PAST = 1
const CLITIC = 2
const THIRD = 4
const BASE = 8

/** The words of the lists; others are told by their ending alone. */
const LISTED: ReadonlyMap<string, number> = new Map(
  [NOT_PASTS, IRREGULAR_PASTS, CLITIC_VERBS, FACT_THIRDS, FACT_VERBS].flatMap((list) =>
    [...list].map(
      (word) =>
        [
          word,
          ((isRegularPast(word) && !NOT_PASTS.has(word)) || IRREGULAR_PASTS.has(word) ? PAST : 0) |
            (CLITIC_VERBS.has(word) ? CLITIC : 0) |
            (FACT_THIRDS.has(word) ? THIRD : 0) |
            (FACT_VERBS.has(word) ? BASE : 0),
        ] as const,
    ),
  ),
)

function isRegularPast(lower: string): boolean {
  return lower.endsWith('ed') && lower.length > 3
}

function shapeOf(lower: string): number {
  return LISTED.get(lower) ?? (isRegularPast(lower) ? PAST : 0)
}

/** True where token `i` reads as a finite verb of English: an auxiliary, a cue verb, a past, or a common verb after its subject. */
function readsAsVerb(reading: Reading, i: number, shape: number, past: boolean): boolean {
  if ((shape & CLITIC) !== 0) return true
  if (isFiniteVerb(reading, i)) return hasClass(reading, i, WORD.auxiliary) || !standsAsNoun(reading, i)
  if (past) return true
  const before = reading.tokens[i - 1]
  if (!before || before.kind === 'punctuation') return false
  if ((shape & THIRD) !== 0) return !standsAsNoun(reading, i)
  if ((shape & BASE) === 0 || standsAsNoun(reading, i)) return false
  // "shipping lines no longer take": adverbs stand between
  let left = i - 1
  while (left > 0 && isAdverb(reading, left)) left -= 1
  if (isPlural(itemAt(reading.tokens, left).lower)) return true
  // "women in the fleet earn": the subject stands before a phrase of its own
  for (let k = left - 1; k > Math.max(0, left - 4); k -= 1)
    if (hasClass(reading, k, WORD.preposition)) return isPlural(itemAt(reading.tokens, k - 1).lower)
  return false
}

/** An article with its verbs marked, so that no token is asked twice. One entry a token, 1 for yes. */
export interface ClaimReading extends Reading {
  /** False where the language is another, with a word list of its own or without one: English words tell nothing there. */
  readonly english: boolean
  readonly verbs: Uint8Array
  readonly pasts: Uint8Array
}

/** Marks the finite verbs of an article, and the pasts and participles among its words. `language` is its BCP 47 tag, null read as English. */
export function withVerbs(reading: Reading, language: string | null): ClaimReading {
  const verbs = new Uint8Array(reading.tokens.length)
  const pasts = new Uint8Array(reading.tokens.length)
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const { kind, capital, lower } = itemAt(reading.tokens, i)
    if (kind !== 'word' || capital) continue
    const shape = shapeOf(lower)
    const past = (shape & PAST) !== 0 && !standsAsNoun(reading, i)
    if (past) pasts[i] = 1
    if (readsAsVerb(reading, i, shape, past)) verbs[i] = 1
  }
  return { ...reading, english: /^en(?![a-z])/iu.test(language ?? 'en'), verbs, pasts }
}

/** True where token `i` reads as a finite verb. */
export function isVerb(reading: ClaimReading, i: number): boolean {
  return reading.verbs[i] === 1
}

/** True where token `i` tells of something done or come about, not of a word, a look or a mood, and is not negated. */
export function isEvent(reading: ClaimReading, i: number): boolean {
  if (reading.pasts[i] !== 1 || SCENE_VERBS.has(itemAt(reading.tokens, i).lower)) return false
  // "heard raised voices": after a verb of its own, the past is an adjective
  if (i > 0 && reading.pasts[i - 1] === 1 && !hasClass(reading, i - 1, WORD.auxiliary)) return false
  for (let k = i - 1; k >= Math.max(0, i - 3); k -= 1)
    if (
      /^(?:not|n['’]t|\p{L}+n['’]t|to|would|could|might|be|being|if|are|is)$/u.test(
        itemAt(reading.tokens, k).lower,
      )
    )
      return false
  return !/^(?:had|did|done|got|felt|meant|lay)$/u.test(itemAt(reading.tokens, i).lower)
}
