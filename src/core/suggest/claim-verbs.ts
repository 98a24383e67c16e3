import { FACT_VERBS, IRREGULAR_PASTS, NOT_PASTS, SCENE_VERBS } from './claim-lexicon'
import { itemAt } from './indexing'
import { inflectEnglish } from './lexicons/english-forms'
import { isFiniteVerb, isLyAdverb } from './phrases'
import type { Reading } from './reading'
import type { Token } from './tokens'

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
function standsAsNoun(reading: Reading, before: Token | undefined): boolean {
  if (!before) return false
  const { lexicon } = reading
  return (
    (lexicon.determiners.has(before.lower) && !PRONOMINAL.has(before.lower)) ||
    (lexicon.prepositions.has(before.lower) && !before.capital) ||
    before.lower === '’s' ||
    before.lower === "'s"
  )
}

/** True where token `i` reads as a past or participle by its form. */
function readsAsPast(reading: Reading, i: number): boolean {
  const token = itemAt(reading.tokens, i)
  if (token.kind !== 'word' || token.capital) return false
  const { lower } = token
  const regular = lower.endsWith('ed') && lower.length > 3 && !NOT_PASTS.has(lower)
  return (regular || IRREGULAR_PASTS.has(lower)) && !standsAsNoun(reading, reading.tokens[i - 1])
}

const PLURAL_SUBJECT =
  /^(?:they|we|you|i|who|people|men|women|children|police|both|many|most|some|others|all|these|those)$/u

function isPlural(lower: string): boolean {
  return PLURAL_SUBJECT.test(lower) || /[^s]s$/u.test(lower)
}

function isAdverb(reading: Reading, i: number): boolean {
  const token = itemAt(reading.tokens, i)
  return reading.lexicon.adverbs.has(token.lower) || isLyAdverb(token) || /^(?:no|longer)$/u.test(token.lower)
}

/** "'re", "'ve": verbs by themselves; "'s" is a genitive as often. */
const CLITIC_VERBS: ReadonlySet<string> = new Set(["'re", '’re', "'ve", '’ve', "'ll", '’ll', "'m", '’m'])
const FACT_THIRDS: ReadonlySet<string> = new Set(
  [...FACT_VERBS].flatMap((lemma) =>
    [...inflectEnglish(lemma)].flatMap(([form, inflections]) => (inflections.has('third') ? [form] : [])),
  ),
)

/** True where token `i` reads as a finite verb of English: an auxiliary, a cue verb, a past, or a common verb after its subject. */
function readsAsVerb(reading: Reading, i: number, past: boolean): boolean {
  const token = itemAt(reading.tokens, i)
  if (token.kind !== 'word' || token.capital) return false
  const { lower } = token
  if (CLITIC_VERBS.has(lower)) return true
  const before = reading.tokens[i - 1]
  if (isFiniteVerb(reading, i))
    return reading.lexicon.auxiliaries.has(lower) || !standsAsNoun(reading, before)
  if (past) return true
  if (!before || before.kind === 'punctuation') return false
  if (FACT_THIRDS.has(lower)) return !standsAsNoun(reading, before)
  if (!FACT_VERBS.has(lower) || standsAsNoun(reading, before)) return false
  // "shipping lines no longer take": adverbs stand between
  let left = i - 1
  while (left > 0 && isAdverb(reading, left)) left -= 1
  if (isPlural(itemAt(reading.tokens, left).lower)) return true
  // "women in the fleet earn": the subject stands before a phrase of its own
  for (let k = left - 1; k > Math.max(0, left - 4); k -= 1)
    if (reading.lexicon.prepositions.has(itemAt(reading.tokens, k).lower))
      return isPlural(itemAt(reading.tokens, k - 1).lower)
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
    const past = readsAsPast(reading, i)
    if (past) pasts[i] = 1
    if (readsAsVerb(reading, i, past)) verbs[i] = 1
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
  if (
    i > 0 &&
    reading.pasts[i - 1] === 1 &&
    !reading.lexicon.auxiliaries.has(itemAt(reading.tokens, i - 1).lower)
  )
    return false
  for (let k = i - 1; k >= Math.max(0, i - 3); k -= 1)
    if (
      /^(?:not|n['’]t|\p{L}+n['’]t|to|would|could|might|be|being|if|are|is)$/u.test(
        itemAt(reading.tokens, k).lower,
      )
    )
      return false
  return !/^(?:had|did|done|got|felt|meant|lay)$/u.test(itemAt(reading.tokens, i).lower)
}
