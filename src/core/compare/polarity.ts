import type { ComparedWord } from './difference-words'
import { IDLE_NEGATIONS, IMPLICIT_PHRASES } from './lexicons/english-signs'
import { relativesOf } from './relatedness'
import { englishStem } from './stems'
import { isImplicitNegation, isNearNegation, isNegation, isTurnedWord } from './word-signs'

/** How far after a negation a word stands that it turns back, in words: "did not rule out", "not unlikely". */
const SCOPE = 3
/** Content words of its own that one text must have more than the other for a negation among them to be its own matter. */
const OWN_MATTER = 2
/** Nearness in meaning that counts as the same word. */
const NEAR = 0.5

const IDLE: readonly (readonly string[])[] = IDLE_NEGATIONS.map((phrase) => phrase.split(' '))
const SAY_NO: readonly (readonly [string, string])[] = IMPLICIT_PHRASES.map((phrase) => {
  const [verb = '', rest = ''] = phrase.split(' ')
  return [englishStem(verb), rest]
})
/** Words at which what a negation speaks of begins or ends. */
const CLAUSE_BOUNDS: ReadonlySet<string> = new Set(
  'and but or that which who when while because although though after before until if since as whether where'.split(
    ' ',
  ),
)

/** The words of a statement, with those that report it at their beginning: "denied that". */
export interface Rendered {
  readonly words: readonly ComparedWord[]
  /** How many of the words report. */
  readonly reporting: number
}

/** Verbs of report that negate what they report. By stem. */
const DENIALS: ReadonlySet<string> = new Set(['deny', 'denial', 'refute', 'disclaim'].map(englishStem))

/** Words of negation that only one of two statements has. */
export interface NegationChange {
  /** In the first text; empty when the second negates. */
  readonly a: readonly ComparedWord[]
  readonly b: readonly ComparedWord[]
}

/**
 * Whether one of two renderings of a statement negates what the other asserts; null where they agree or it cannot be told.
 *
 * They need not share words or their order. Negations are counted: "not only" and "no doubt" are none, a negation twice ("did not
 * rule out") is none, and what says no in another way ("refused to sign", "remained silent") answers for one on the other side.
 * A negation in a clause that the other text leaves out tells nothing.
 */
export function negationChange(a: Rendered, b: Rendered, language: string | null): NegationChange | null {
  const first = readNegations(a, b.words, language)
  const second = readNegations(b, a.words, language)
  const difference = first.overt.length - second.overt.length
  // Twice no is yes.
  if (difference % 2 === 0) return null
  const [more, less] = difference > 0 ? [first, second] : [second, first]
  if (Math.abs(difference) <= less.answers) return null
  const open = more.overt.filter((index) => !isOwnMatter(more.words, less.words, index))
  if (open.length <= less.overt.length + less.answers) return null
  const found = open.flatMap((index) => more.words[index] ?? [])
  return difference > 0 ? { a: found, b: [] } : { a: [], b: found }
}

/** A text with its negations. */
interface Negations {
  readonly words: readonly ComparedWord[]
  /** Indices of the words that negate and are not turned back. */
  readonly overt: readonly number[]
  /** How many words can answer for a negation of the other text. */
  readonly answers: number
}

function readNegations(
  { words, reporting }: Rendered,
  others: readonly ComparedWord[],
  language: string | null,
): Negations {
  const isDenial = (word: ComparedWord, index: number) => index < reporting && DENIALS.has(word.stem)
  const denials = words.flatMap((word, index) =>
    !isDenial(word, index) && (saysNo(words, index) || isNearNegation(word)) ? [index] : [],
  )
  // What both texts deny in one word or another is no answer: "cancelled" and "called off".
  const otherDenials = others.filter((word, index) => saysNo(others, index) || isNearNegation(word))
  const isShared = (index: number) =>
    otherDenials.some(
      (other) => other.stem === words[index]?.stem || isNear(other.stem, words[index]?.stem ?? ''),
    ) || others.some((other) => other.stem === words[index]?.stem)
  const unshared = new Set(denials.filter((index) => !isShared(index)))
  const overt: number[] = []
  const spent = new Set<number>()
  words.forEach((word, index) => {
    const negates = isDenial(word, index) || (isNegation(word, language) && !isIdle(words, index))
    if (spent.has(index) || !negates) return
    for (let at = index + 1; at <= index + SCOPE && at < words.length && !startsClause(words, at); at++) {
      const other = words[at]
      const turnsBack = other && (isNegation(other, language) || (unshared.has(at) && turnedBy(words, at)))
      if (!turnsBack) continue
      spent.add(index).add(at)
      return
    }
    overt.push(index)
  })
  return { words, overt, answers: [...unshared].filter((index) => !spent.has(index)).length }
}

/** True for what a negation before it turns back: "not rule out", "not unlikely", but not "not yet". */
function turnedBy(words: readonly ComparedWord[], index: number): boolean {
  const word = words[index]
  return saysNo(words, index) || (word !== undefined && isTurnedWord(word))
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

/** True where a clause begins at the word: by a conjunction, or by more than a space before it, which is a mark. */
function startsClause(words: readonly ComparedWord[], index: number): boolean {
  const word = words[index]
  const before = words[index - 1]
  if (!word || !before) return true
  return CLAUSE_BOUNDS.has(word.key) || word.start - before.end > 1
}

/**
 * True where the clause of the negation is one that the other text leaves out: it knows none of its words but names, and has no words
 * of its own that could stand for them.
 */
function isOwnMatter(more: readonly ComparedWord[], less: readonly ComparedWord[], index: number): boolean {
  const isOpen = (word: ComparedWord, others: readonly ComparedWord[]) =>
    !word.isFunction &&
    !isNegation(word) &&
    !others.some((other) => other.stem === word.stem || isNear(word.stem, other.stem))
  const clause = clauseAround(more, index).filter(
    (word) => !word.isFunction && !word.isName && !isNegation(word),
  )
  if (clause.some((word) => !isOpen(word, less))) return false
  const ownMore = more.filter((word) => isOpen(word, less)).length
  const ownLess = less.filter((word) => isOpen(word, more)).length
  return ownMore - ownLess >= OWN_MATTER
}

function clauseAround(words: readonly ComparedWord[], index: number): readonly ComparedWord[] {
  let from = index
  while (from > 0 && !startsClause(words, from)) from--
  let to = index + 1
  while (to < words.length && !startsClause(words, to)) to++
  return words.slice(from, to)
}

function isNear(a: string, b: string): boolean {
  return (relativesOf(a).get(b) ?? relativesOf(b).get(a) ?? 0) >= NEAR
}
