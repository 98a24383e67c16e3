import type { ComparedWord } from './difference-words'
import {
  ANTONYMS,
  IDLE_NEGATIONS,
  IDLE_UNLESS_REPEATED,
  IMPLICIT_PHRASES,
  LIMITS,
  QUIET,
  RAISING,
  STATES,
} from './lexicons/english-signs'
import { relativesOf } from './relatedness'
import { englishStem } from './stems'
import { areContrary, isImplicitNegation, isNearNegation, isNegation, isTurnedWord } from './word-signs'

/** How far after a negation a word stands that it turns back, in words: "did not rule out", "not unlikely". */
const SCOPE = 3
/** How far from a word stands what says no of it, in words, and in content words unless it does so anywhere in the clause. */
const REACH = 4
const CONTENT_REACH = 2
/** How far a negation reaches over a list joined by "or", in words. */
const LIST_REACH = 16
/** Content words of its own that one text must have more than the other for a negation among them to be its own matter. */
const OWN_MATTER = 2
/** Nearness in meaning that counts as the same word. */
const NEAR = 0.5

const IDLE: readonly (readonly string[])[] = IDLE_NEGATIONS.map((phrase) => phrase.split(' '))
const IDLE_ALONE: readonly (readonly string[])[] = IDLE_UNLESS_REPEATED.map((phrase) => phrase.split(' '))
const RAISERS: ReadonlySet<string> = new Set(RAISING.split(' ').map(englishStem))
const SAY_NO: readonly (readonly [string, readonly string[]])[] = IMPLICIT_PHRASES.map((phrase) => {
  const [verb = '', ...rest] = phrase.split(' ')
  return [englishStem(verb), rest]
})
/** Stem -> stems that say its contrary. */
const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const opposites = new Map<string, Set<string>>()
  const add = (from: string, to: string) =>
    opposites.set(from, (opposites.get(from) ?? new Set<string>()).add(to))
  for (const pair of ANTONYMS.trim().split(/[|\n]/u)) {
    const [one = '', other = ''] = pair.split(' ').map((side) => side.trim())
    for (const a of one.split('=')) {
      for (const b of other.split('=')) {
        add(englishStem(a), englishStem(b))
        add(englishStem(b), englishStem(a))
      }
    }
  }
  return opposites
})()
const QUIET_WORDS: ReadonlySet<string> = new Set(QUIET.split(' '))
const JOINING: ReadonlySet<string> = new Set(['neither', 'nor', 'without'])
const LIMITING: ReadonlySet<string> = new Set(LIMITS.split(' '))
const STAYING: ReadonlySet<string> = new Set(STATES.split(' ').map(englishStem))
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
 * They need not share words or their order. "Not only" and "no doubt" are no negations, and a negation twice ("did not rule out") is
 * none. Those of both texts are put together, what negates the same word first. What is left over on one side negates a word: where the
 * other text has that word, or one near in meaning, and nothing beside it says no ("refused to sign", "unable to"), the texts
 * disagree. Where it has not, anything left over there that says no answers for the negation ("remained silent"). A negation in
 * a clause that the other text leaves out tells nothing.
 */
export function negationChange(a: Rendered, b: Rendered, language: string | null): NegationChange | null {
  const first = readNegations(a, b.words, language)
  const second = readNegations(b, a.words, language)
  const { a: openA, b: openB, opposed } = leftOver(first, second)
  if (opposed) return { a: wordsAt(first, opposed.slice(0, 1)), b: wordsAt(second, opposed.slice(1)) }
  const foundA = changed(openA, first, second)
  const foundB = changed(openB, second, first)
  if (foundA.length > 0) return { a: foundA, b: [] }
  if (foundB.length > 0) return { a: [], b: foundB }
  // "Did not reject" beside "turned down".
  if (isUndone(first, second)) return { a: wordsAt(first, first.doubled), b: [] }
  return isUndone(second, first) ? { a: [], b: wordsAt(second, second.doubled) } : null
}

/** True where one text denies twice what the other denies in one word. */
function isUndone({ doubled }: Negations, other: Negations): boolean {
  return (
    doubled.length > 0 &&
    other.doubled.length === 0 &&
    [...other.answers].some((index) => !QUIET_WORDS.has(other.words[index]?.key ?? ''))
  )
}

function wordsAt({ words }: Negations, indices: readonly number[]): ComparedWord[] {
  return indices.flatMap((index) => words[index] ?? [])
}

/** A text with its negations. Numbers are indices of words. */
interface Negations {
  readonly words: readonly ComparedWord[]
  /** The words that negate and are not turned back. */
  readonly overt: readonly number[]
  /** The words that negate and are turned back by one after them. */
  readonly doubled: readonly number[]
  /** The words of the doubled ones, and what turns them back. */
  readonly spent: ReadonlySet<number>
  /** Words that can answer for a negation of the other text, and have not yet. */
  readonly answers: Set<number>
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
  // "Stay open" says no less than "open" does.
  const staysAsTold = (index: number) =>
    STAYING.has(words[index]?.stem ?? '') &&
    others.some((other) => !other.isFunction && other.stem === contentAfter(words, index)?.stem)
  const unshared = new Set(
    denials.filter((index) => isPending(words, index) || (!isShared(index) && !staysAsTold(index))),
  )
  const overt: number[] = []
  const doubled: number[] = []
  const spent = new Set<number>()
  words.forEach((word, index) => {
    const negates = isDenial(word, index) || (isNegation(word, language) && !isIdle(words, index, others))
    if (spent.has(index) || !negates) return
    for (let at = index + 1; at <= index + SCOPE && at < words.length && !startsClause(words, at); at++) {
      const other = words[at]
      const turnsBack = other && (isNegation(other, language) || (unshared.has(at) && turnedBy(words, at)))
      if (!turnsBack) continue
      spent.add(index).add(at)
      if (unshared.has(at)) doubled.push(index)
      return
    }
    overt.push(index)
  })
  const answers = new Set([...unshared].filter((index) => !spent.has(index)))
  return { words, overt, doubled, spent, answers }
}

interface LeftOver {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** Two that are put together and negate opposite words, null where there are none: "not drunk" and "not sober". */
  readonly opposed: readonly [number, number] | null
}

/** The negations that are left when each of one text is put to one of the other. */
function leftOver(a: Negations, b: Negations): LeftOver {
  const pairs = a.overt
    .flatMap((i) => b.overt.map((j) => ({ i, j, likeness: scopeLikeness(a.words, i, b.words, j) })))
    .sort((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  let opposed: readonly [number, number] | null = null
  for (const { i, j } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue
    usedA.add(i)
    usedB.add(j)
    const [headA, headB] = [wordOf(a.words, headOf(a.words, i)), wordOf(b.words, headOf(b.words, j))]
    if (headA && headB && areOpposite(headA, headB)) opposed = [i, j]
  }
  return { a: a.overt.filter((i) => !usedA.has(i)), b: b.overt.filter((j) => !usedB.has(j)), opposed }
}

function wordOf(words: readonly ComparedWord[], index: number | null): ComparedWord | undefined {
  return index === null ? undefined : words[index]
}

/** 1 where two negations negate the same word, else how much (0..0.5) of the clause around one stands around the other. */
function scopeLikeness(a: readonly ComparedWord[], i: number, b: readonly ComparedWord[], j: number): number {
  const [headA, headB] = [headOf(a, i), headOf(b, j)]
  if (headA !== null && headB !== null && isSameWord(a[headA], b[headB])) return 1
  const own = clauseAround(a, i).filter((word) => !word.isFunction)
  const other = clauseAround(b, j).filter((word) => !word.isFunction)
  const shared = own.filter((word) => other.some((one) => isSameWord(word, one))).length
  return (0.5 * shared) / Math.max(1, Math.min(own.length, other.length))
}

/** Those of the negations left over that the other text does not answer; answers are used up. */
function changed(open: readonly number[], own: Negations, other: Negations): ComparedWord[] {
  const heads = open.map((index) => headOf(own.words, index))
  // "Nobody who does not know" is everybody.
  const single = open.filter(
    (_, at) => heads[at] === null || heads.filter((head) => head === heads[at]).length % 2 !== 0,
  )
  // What has its word in the other text is answered beside it; only the rest by any word that says no.
  const placed = single.filter((index) => placesOf(own, index, other).length > 0)
  const inTurn = [...placed, ...single.filter((index) => !placed.includes(index))]
  const unanswered = inTurn.filter((index) => !isAnswered(own, index, other))
  return wordsAt(own, unanswered)
}

/** Where the other text has the negated word or its opposite. */
function placesOf(own: Negations, index: number, { words }: Negations): number[] {
  const word = wordOf(own.words, headOf(own.words, index))
  return words.flatMap((one, at) => (word && (isSameWord(word, one) || areOpposite(word, one)) ? [at] : []))
}

function isAnswered(own: Negations, index: number, other: Negations): boolean {
  const [start, end] = clauseBounds(own.words, index)
  const inClause = own.overt.filter((one) => one >= start && one < end)
  // Twice no in one clause, as "none was not hurt".
  if (inClause.length === 2 && !inClause.some((one) => JOINING.has(own.words[one]?.key ?? ''))) return false
  const word = wordOf(own.words, headOf(own.words, index))
  const limited = own.words.some((one, at) => at > index && LIMITING.has(one.key))
  const use = (answer: number | undefined) => answer !== undefined && other.answers.delete(answer)
  const places = placesOf(own, index, other)
  if (places.length === 0) {
    // Far from what is negated only a plain no counts: "block" and "end" are as often no denial.
    const loud = loudAnswer(other, limited)
    return use(loud) || isOwnMatter(own.words, other.words, index)
  }
  if (word && RAISERS.has(word.stem) && use(loudAnswer(other, limited))) return true
  return places.some((at) => {
    const [from, to] = clauseBounds(other.words, at)
    const isNegated = other.overt.some(
      (one) =>
        (one >= from && one < to && Math.abs(at - one) <= REACH) || isListedAfter(other.words, one, at),
    )
    const one = other.words[at]
    // "Not drunk" is sober, and "did not break" held.
    if (word && one && areOpposite(word, one)) {
      use(at)
      return !isNegated && !other.spent.has(at)
    }
    return (
      isNegated || use([...other.answers].find((answer) => reaches(other, answer, at, from, to, limited)))
    )
  })
}

/** A word of the other text that says no by itself, wherever it stands. */
function loudAnswer({ words, answers }: Negations, limited: boolean): number | undefined {
  return [...answers].find((one) => limited || turnedBy(words, one) || isPending(words, one))
}

/** True where the word at `at` is one of a list that the negation denies: "not to swim or take shelter". */
function isListedAfter(words: readonly ComparedWord[], negation: number, at: number): boolean {
  if (at <= negation || at - negation > LIST_REACH) return false
  const between = words.slice(negation + 1, at + 2)
  return between.some(({ key }) => key === 'or') && !between.some(({ key }) => key === 'but' || key === 'and')
}

/** True where the answer says no of the word at `at`, whose clause is `from` to `to`. */
function reaches(
  { words }: Negations,
  answer: number,
  at: number,
  from: number,
  to: number,
  limited: boolean,
): boolean {
  if (limited && LIMITING.has(words[answer]?.key ?? '')) return true
  if (answer < from || answer >= to) return false
  if (turnedBy(words, answer) || isPending(words, answer) || Math.abs(at - answer) < REACH) return true
  const between = words.slice(Math.min(at, answer) + 1, Math.max(at, answer))
  return between.filter(({ isFunction }) => !isFunction).length < CONTENT_REACH
}

/** The word that a negation negates: the content word after it in its clause, else the one before it; null where there is none. */
function headOf(words: readonly ComparedWord[], index: number): number | null {
  const [from, to] = clauseBounds(words, index)
  const isHead = (at: number) => {
    const word = words[at]
    // "No longer" and "no one" negate what comes after.
    if (/^(?:longer|one)$/u.test(word?.key ?? '') && words[at - 1]?.key === 'no') return false
    return word !== undefined && !word.isFunction && word.value === null && !isNegation(word)
  }
  for (let at = index + 1; at < to; at++) if (isHead(at)) return at
  for (let at = index - 1; at >= from; at--) if (isHead(at)) return at
  return null
}

function contentAfter(words: readonly ComparedWord[], index: number): ComparedWord | undefined {
  return words.slice(index + 1).find((word) => !word.isFunction)
}

function isSameWord(a: ComparedWord | undefined, b: ComparedWord | undefined): boolean {
  return a !== undefined && b !== undefined && !b.isFunction && (a.stem === b.stem || isNear(a.stem, b.stem))
}

function areOpposite(a: ComparedWord, b: ComparedWord): boolean {
  if (a.isFunction || b.isFunction || a.stem === b.stem) return false
  return OPPOSITES.get(a.stem)?.has(b.stem) === true || areContrary(a, b)
}

/** True for "yet to" and "still to". */
function isPending(words: readonly ComparedWord[], index: number): boolean {
  return /^(?:yet|still)$/u.test(words[index]?.key ?? '') && words[index + 1]?.key === 'to'
}

/** True for what a negation before it turns back: "not rule out", "not unlikely", but not "not yet". */
function turnedBy(words: readonly ComparedWord[], index: number): boolean {
  const word = words[index]
  return saysNo(words, index) || (word !== undefined && isTurnedWord(word))
}

function isIdle(words: readonly ComparedWord[], index: number, others: readonly ComparedWord[]): boolean {
  const key = words[index]?.key
  // "No. 1", "barely 4 %".
  if (/^#?\d/u.test(words[index + 1]?.key ?? '') && (key === 'no' || key === 'barely' || key === 'hardly'))
    return true
  // What goes on with "nor" has been denied before.
  if (key === 'nor') return words.slice(0, index).some((word) => isNegation(word))
  const phrases = others.some((other) => other.key === key) ? IDLE : [...IDLE, ...IDLE_ALONE]
  return phrases.some((phrase) =>
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
    SAY_NO.some(
      ([verb, rest]) => word.stem === verb && rest.every((key, at) => words[index + 1 + at]?.key === key),
    )
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
  return words.slice(...clauseBounds(words, index))
}

/** Where the clause of a word begins and ends (exclusive). */
function clauseBounds(words: readonly ComparedWord[], index: number): [from: number, to: number] {
  let from = index
  while (from > 0 && !startsClause(words, from)) from--
  let to = index + 1
  while (to < words.length && !startsClause(words, to)) to++
  return [from, to]
}

function isNear(a: string, b: string): boolean {
  return (relativesOf(a).get(b) ?? relativesOf(b).get(a) ?? 0) >= NEAR
}
