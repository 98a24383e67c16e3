import { anchoredSearch, matchingPatterns, type AnchoredPattern } from './anchored-patterns'
import type { Quantity, StatedDate } from '../model/annotation'
import { overlaps, type TextRange } from '../model/range'
import type { Statement } from './claim-clauses'
import { MASS_NOUNS, NO_COMPARATIVE, NOT_SUPERLATIVE } from './claim-lexicon'
import {
  ABSOLUTE,
  CAUSAL,
  CHANGE,
  CHANGE_BY_DEGREE,
  COMPARISON,
  DUTY,
  HEDGE,
  HYPOTHETICAL,
  OPINION,
  PERSONAL,
  PREDICTION,
  SUPERLATIVE,
  WISH,
} from './claim-patterns'
import { isEvent, isVerb, type ClaimReading } from './claim-verbs'
import { CLAIM_WEIGHTS, type ClaimReason, type ClaimReasonKind } from './claim-weights'
import { UNITS } from './english-quantities'
import { indexAt, itemAt } from './indexing'
import { hasClass, WORD } from './word-classes'

/** What is known of the whole article before its statements are judged. Offsets are UTF-16. */
export interface ClaimFacts {
  readonly quantities: readonly Quantity[]
  readonly dates: readonly StatedDate[]
  /** Words printed with a capital where no sentence begins: names, lower-cased. */
  readonly names: ReadonlySet<string>
  /** Words printed in lower case somewhere. */
  readonly common: ReadonlySet<string>
}

const MEASURES: ReadonlySet<string> = new Set(UNITS.map(([unit]) => unit))
/** Counts up to this many, of things and not of a measure, are seldom what a story turns on: "two goats". */
const SMALL_COUNT = 3

function isSmall({ value, unit, qualifier }: Quantity): boolean {
  const measured = unit !== null && (MEASURES.has(unit) || /^[A-Z]{3}$/u.test(unit))
  return !measured && qualifier === 'exactly' && Number.isInteger(value) && Math.abs(value) <= SMALL_COUNT
}

/** Signs in words, each with the signs beside which it tells nothing. */
const WORDED: readonly (readonly [ClaimReasonKind, readonly ClaimReasonKind[], AnchoredPattern])[] = [
  ['comparison', [], COMPARISON],
  ['superlative', [], SUPERLATIVE],
  ['causal', [], CAUSAL],
  ['change', [], CHANGE],
  ['change', [], CHANGE_BY_DEGREE],
  ['absolute', [], ABSOLUTE],
  ['opinion', [], OPINION],
  ['wish', [], DUTY],
  // how many want it is a fact
  ['wish', ['quantity'], WISH],
  ['hedge', [], HEDGE],
  ['hypothetical', [], HYPOTHETICAL],
  ['personal', [], PERSONAL],
  // a prediction that names a day or a number can be held against what comes
  ['prediction', ['quantity', 'date'], PREDICTION],
]
const SEARCH = anchoredSearch(WORDED.map(([, , pattern]) => pattern))

/** The statement's words as the patterns of signs read them. */
export function wordsOf(reading: ClaimReading, statement: Statement): string {
  let words = ' '
  for (const i of statement) words += `${itemAt(reading.tokens, i).lower} `
  return words
}

/**
 * What speaks for and against a statement, by its words alone. `muted` are tokens inside it in which nothing is stated: a cue, somebody's
 * wish or judgement ("called for a fine of $40"). Outside English only numbers, dates and names speak.
 */
export function signsOf(
  reading: ClaimReading,
  statement: Statement,
  facts: ClaimFacts,
  muted: ReadonlySet<number>,
): ClaimReason[] {
  const heard = muted.size === 0 ? statement : statement.filter((i) => !muted.has(i))
  const kinds = new Set<ClaimReasonKind>()
  const within = ({ start, end }: TextRange): boolean =>
    muted.size === 0 || heard.some((i) => overlaps(itemAt(reading.tokens, i), { start, end }))
  const quantities = between(facts.quantities, reading, statement).filter(within)
  if (quantities.some((one) => !isSmall(one))) kinds.add('quantity')
  else if (quantities.length > 0) kinds.add('small-count')
  if (between(facts.dates, reading, statement).some(within)) kinds.add('date')
  if (!reading.english && countsUnspaced(reading, heard)) kinds.add('quantity')
  if (namesActor(reading, statement, facts)) kinds.add('named-actor')
  if (reading.english) {
    if (heard.some((i) => isEvent(reading, i))) kinds.add('event')
    if (comparesByThan(reading, heard, quantities)) kinds.add('comparison')
    if (hasSuperlative(reading, heard)) kinds.add('superlative')
    for (const index of matchingPatterns(wordsOf(reading, heard), SEARCH)) {
      const [kind, unless] = itemAt(WORDED, index)
      if (!unless.some((other) => kinds.has(other))) kinds.add(kind)
    }
  }
  return [...kinds].map((kind) => ({ kind, weight: CLAIM_WEIGHTS[kind] }))
}

const COUNTER = /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})/u

/** "31人": in scripts without spaces a number runs into its words, where the finder of quantities takes it for part of one. */
function countsUnspaced(reading: ClaimReading, statement: Statement): boolean {
  return statement.some((i) => {
    const next = reading.tokens[i + 1]
    if (itemAt(reading.tokens, i).kind !== 'number' || !next || next.spaced) return false
    // 年, 月 and 日 make it a date
    return COUNTER.test(next.text) && !/^[年月日]/u.test(next.text)
  })
}

/** The items (in text order) that lie within the statement's range; a bisection finds the first. */
export function between<T extends TextRange>(
  items: readonly T[],
  reading: ClaimReading,
  statement: Statement,
): T[] {
  const first = statement[0]
  const last = statement.at(-1)
  if (first === undefined || last === undefined) return []
  const { start } = itemAt(reading.tokens, first)
  const { end } = itemAt(reading.tokens, last)
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (itemAt(items, middle).start < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let at = low; at < items.length && itemAt(items, at).end <= end; at += 1) found.push(itemAt(items, at))
  return found
}

/** True where a name stands before the first verb, or after "by". Without a word list for verbs, anywhere. */
function namesActor(reading: ClaimReading, statement: Statement, facts: ClaimFacts): boolean {
  const english = reading.english
  let before = true
  for (let at = 0; at < statement.length; at += 1) {
    const i = indexAt(statement, at)
    if (english && before && at > 0 && isVerb(reading, i)) before = false
    if (!before && !/^by$/u.test(itemAt(reading.tokens, i - 1 < 0 ? 0 : i - 1).lower)) {
      const two = reading.tokens[i - 2]
      if (!(two?.lower === 'by' && hasClass(reading, i - 1, WORD.determiner))) continue
    }
    if (isName(reading, i, at === 0, facts)) return true
  }
  return false
}

function isName(reading: ClaimReading, i: number, first: boolean, facts: ClaimFacts): boolean {
  const token = itemAt(reading.tokens, i)
  const { lexicon } = reading
  if (!token.capital || token.text.length < 2 || !isNameWord(reading, i)) return false
  if (facts.names.has(token.lower))
    return lexicon.language !== 'de' || reading.tokens[i + 1]?.capital === true
  if (!first || !reading.english) return false
  if (i + 1 >= reading.tokens.length) return false
  // a countable noun needs an article, so that "Carrow closed …" begins with a name
  return (
    isVerb(reading, i + 1) &&
    (/^(?:parliament|congress|government)$/u.test(token.lower) ||
      !/(?:[^su]s|ing|ness|ment|tion|sion|ence|ance|ity|ism|ship|age|th|ly)$/u.test(token.lower)) &&
    !facts.common.has(token.lower) &&
    !MASS_NOUNS.has(token.lower)
  )
}

const NO_NAME =
  WORD.time |
  WORD.pronoun |
  WORD.determiner |
  WORD.preposition |
  WORD.conjunction |
  WORD.auxiliary |
  WORD.adverb

function isNameWord(reading: ClaimReading, i: number): boolean {
  return !hasClass(reading, i, NO_NAME)
}

/** Names and common words of an article, told by the capitals of words where no sentence, line or quotation begins. */
export function namesOf(
  reading: ClaimReading,
  skip: (block: number) => boolean,
): Pick<ClaimFacts, 'names' | 'common'> {
  const names = new Set<string>()
  const common = new Set<string>()
  for (const sentence of reading.sentences) {
    if (skip(sentence.block)) continue
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const token = itemAt(reading.tokens, i)
      if (token.kind !== 'word') continue
      if (!token.capital) common.add(token.lower)
      else if (i > sentence.from && /^(?:word|number)$/u.test(itemAt(reading.tokens, i - 1).kind)) {
        if (isNameWord(reading, i)) names.add(token.lower)
        const before = itemAt(reading.tokens, i - 1)
        // "Northern Light Lines": the first word of a name that begins a sentence
        if (before.capital && i - 1 === sentence.from && isNameWord(reading, i - 1)) names.add(before.lower)
      }
    }
  }
  return { names, common }
}

/** "slower than the one it replaces", not "more than 60 boats" or "other than". */
function comparesByThan(
  reading: ClaimReading,
  statement: Statement,
  quantities: readonly Quantity[],
): boolean {
  return statement.some((i) => {
    const token = itemAt(reading.tokens, i)
    if (token.lower !== 'than' || i === 0) return false
    if (quantities.some((one) => one.start <= token.start && token.end <= one.end)) return false
    const before = itemAt(reading.tokens, i - 1).lower
    if (NO_COMPARATIVE.has(before)) return false
    for (let k = i - 1; k >= Math.max(0, i - 8); k -= 1)
      if (
        /^(?:more|less|fewer|better|worse|further|farther|\p{L}{2,}er)$/u.test(
          itemAt(reading.tokens, k).lower,
        )
      )
        return true
    return false
  })
}

/** "the coldest night", "Europe’s oldest yard". */
function hasSuperlative(reading: ClaimReading, statement: Statement): boolean {
  return statement.some((i) => {
    const { lower, capital } = itemAt(reading.tokens, i)
    if (capital || lower.length < 5 || !lower.endsWith('est') || NOT_SUPERLATIVE.has(lower)) return false
    const before = reading.tokens[i - 1]
    return (
      before !== undefined && /^(?:the|its|their|his|her|our|['’]s|second|third|\p{L}+-)$/u.test(before.lower)
    )
  })
}
