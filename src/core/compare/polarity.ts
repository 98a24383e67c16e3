import type { ComparedWord } from './difference-words'
import { IDLE_NEGATIONS, IMPLICIT_PHRASES } from './lexicons/english-signs'
import { relativesOf } from './relatedness'
import { englishStem } from './stems'
import { alignWords, type WordPair } from './word-alignment'
import { areContrary, isImplicitNegation, isNearNegation, isNegation } from './word-signs'

/** How far on either side of a negation the other text must know a word, in words. */
const SUPPORT_REACH = 5
/** How far after a negation the word it turns stands, in words. */
const SCOPE = 4
/** Nearness in meaning that counts as the same word. */
const NEAR = 0.5

const IDLE: readonly (readonly string[])[] = IDLE_NEGATIONS.map((phrase) => phrase.split(' '))
const SAY_NO: readonly (readonly [string, string])[] = IMPLICIT_PHRASES.map((phrase) => {
  const [verb = '', rest = ''] = phrase.split(' ')
  return [englishStem(verb), rest]
})

/** Words of negation that only one of two statements has. */
export interface NegationChange {
  /** In the first text; empty when the second negates. */
  readonly a: readonly ComparedWord[]
  readonly b: readonly ComparedWord[]
}

/**
 * Whether one of two renderings of a statement negates what the other asserts; null where they agree or it cannot be told.
 * They need not share their words: "did not sign", "refused to sign" and "rejected" agree, "not only" and "no doubt" negate
 * nothing, a negation twice ("did not rule out") is none, and one in a part that the other text leaves out tells nothing.
 */
export function negationChange(
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  language: string | null,
): NegationChange | null {
  const overtA = overtNegations(a, language)
  const overtB = overtNegations(b, language)
  if (overtA.length === overtB.length) return null
  const pairs = alignWords(a, b)
  if (overtA.length > overtB.length) {
    const found = unanswered(a, b, overtA, overtB, pairs)
    return found.length > 0 ? { a: found, b: [] } : null
  }
  const turned = pairs.map(([i, j]): WordPair => [j, i])
  const found = unanswered(b, a, overtB, overtA, turned)
  return found.length > 0 ? { a: [], b: found } : null
}

/** Indices of the words that negate, without those in phrases that negate nothing. */
function overtNegations(words: readonly ComparedWord[], language: string | null): number[] {
  return words.flatMap((word, index) => (isNegation(word, language) && !isIdle(words, index) ? [index] : []))
}

function isIdle(words: readonly ComparedWord[], index: number): boolean {
  return IDLE.some((phrase) =>
    phrase.some((_, offset) => {
      const from = index - offset
      return from >= 0 && phrase.every((key, at) => words[from + at]?.key === key)
    }),
  )
}

/** True where the word, or the phrase it begins, says no by itself. */
function saysNo(words: readonly ComparedWord[], index: number): boolean {
  const word = words[index]
  if (!word) return false
  return (
    isImplicitNegation(word) ||
    SAY_NO.some(([verb, rest]) => word.stem === verb && words[index + 1]?.key === rest)
  )
}

/** The negations of `more` that nothing in `less` stands for. */
function unanswered(
  more: readonly ComparedWord[],
  less: readonly ComparedWord[],
  overtMore: readonly number[],
  overtLess: readonly number[],
  pairs: readonly WordPair[],
): ComparedWord[] {
  const paired = new Map(pairs)
  const usedLess = new Set(pairs.map(([, j]) => j))
  const open = overtMore.filter((index) => !paired.has(index) || !overtLess.includes(paired.get(index) ?? -1))
  // A negation of the other side that found no partner answers one of these, wherever it stands.
  let answers = overtLess.filter((index) => !overtMore.some((one) => paired.get(one) === index)).length
  const stems = new Set(more.map(({ stem }) => stem))
  const denials = less.flatMap((word, index) =>
    saysNo(less, index) && !stems.has(word.stem) && !usedLess.has(index) ? [index] : [],
  )
  answers += denials.length
  const found: ComparedWord[] = []
  for (const index of open) {
    const word = more[index]
    if (!word) continue
    if (isTurnedTwice(more, less, index) || isContrary(more, less, index)) continue
    if (nearDenial(less, pairs, index, stems)) continue
    if (!isSupported(more, less, index, paired) || isOwnClause(more, less, index, pairs)) continue
    if (answers > 0) answers--
    else found.push(word)
  }
  return found
}

/** "Did not rule out", "not unlikely": the word after the negation says no itself, and the other text has it not. */
function isTurnedTwice(more: readonly ComparedWord[], less: readonly ComparedWord[], index: number): boolean {
  for (let at = index + 1; at <= index + SCOPE && at < more.length; at++) {
    if (saysNo(more, at) && !less.some(({ stem }) => stem === more[at]?.stem)) return true
  }
  return false
}

/** "Not accept" beside "reject". */
function isContrary(more: readonly ComparedWord[], less: readonly ComparedWord[], index: number): boolean {
  return more
    .slice(index + 1, index + 1 + SCOPE)
    .some((word) => !word.isFunction && less.some((other) => areContrary(word, other)))
}

/** Words that may stand for the negation ("remains silent") at the place where it would stand in the other text. */
function nearDenial(
  less: readonly ComparedWord[],
  pairs: readonly WordPair[],
  index: number,
  stems: ReadonlySet<string>,
): boolean {
  const before = pairs.filter(([i]) => i < index).at(-1)?.[1] ?? -1
  const after = pairs.find(([i]) => i > index)?.[1] ?? less.length
  return less
    .slice(Math.max(0, before), after + 1)
    .some((word) => isNearNegation(word) && !stems.has(word.stem))
}

/** Content words that a stretch must have more than the other to be a clause of its own. */
const OWN_CLAUSE = 2

/** True where the negation stands in a stretch that the other text leaves out: "has given no figure and" before "denies". */
function isOwnClause(
  more: readonly ComparedWord[],
  less: readonly ComparedWord[],
  index: number,
  pairs: readonly WordPair[],
): boolean {
  const content = pairs.filter(([i]) => more[i]?.isFunction === false)
  const [fromMore, fromLess] = content.filter(([i]) => i < index).at(-1) ?? [-1, -1]
  const [toMore, toLess] = content.find(([i]) => i > index) ?? [more.length, less.length]
  const stems = new Set(more.map(({ stem }) => stem))
  const own = more.slice(fromMore + 1, toMore).filter((word) => !word.isFunction && !isNegation(word))
  // What stands elsewhere in the longer text is no other wording of this stretch.
  const others = less.slice(fromLess + 1, toLess).filter((word) => !word.isFunction && !stems.has(word.stem))
  return own.length - others.length >= OWN_CLAUSE
}

/** True where the other text knows words around the negation: only then does it tell the same part. */
function isSupported(
  more: readonly ComparedWord[],
  less: readonly ComparedWord[],
  index: number,
  paired: ReadonlyMap<number, number>,
): boolean {
  const known = (at: number): boolean => {
    const word = more[at]
    if (!word || word.isFunction) return false
    return paired.has(at) || less.some(({ stem }) => stem === word.stem || isNear(word.stem, stem))
  }
  for (let step = 1; step <= SUPPORT_REACH; step++) {
    if (known(index + step) || known(index - step)) return true
  }
  return false
}

function isNear(a: string, b: string): boolean {
  return (relativesOf(a).get(b) ?? relativesOf(b).get(a) ?? 0) >= NEAR
}
