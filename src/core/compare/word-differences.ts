import type { TextRange } from '../model/range'
import { comparedWords, isEnglish, soundsAlike, type ComparedWord } from './difference-words'
import { alignWords } from './word-alignment'
import {
  areContrary,
  isHedge,
  isImplicitNegation,
  isNegation,
  modalityOf,
  strengthStep,
  type DifferenceSign,
} from './word-signs'

export type { DifferenceSign } from './word-signs'

/** A stretch of two texts that is the same, stands in one alone, or is worded otherwise. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added' | 'changed'
  /** UTF-16, in the first text; null for `added`, and for `same` where only the second text has a space or mark there. */
  readonly a: TextRange | null
  /** UTF-16, in the second text; null for `removed`, and likewise. */
  readonly b: TextRange | null
  /** What the change does to the statement; null for `same` and where it only words it otherwise. */
  readonly sign: DifferenceSign | null
}

/**
 * What differs between two wordings, in the order of both. The ranges of `a` put together are the whole first text, those of
 * `b` the whole second.
 *
 * No difference: case, punctuation and marks, accents, British or American spelling, contractions ("won't"), a number in digits
 * or words, spellings of one name. Another form of the same word is `changed` without a sign. `language` is a BCP 47 tag; signs
 * are those of English but for negation, which is known in French, German, Spanish, Indonesian, Russian and Ukrainian too.
 */
export function wordDifferences(a: string, b: string, language?: string | null): Difference[] {
  const first = comparedWords(a, language)
  const second = comparedWords(b, language)
  const steps: Step[] = []
  let lastA = 0
  let lastB = 0
  for (const [i, j] of [...alignWords(first, second), [first.length, second.length] as const]) {
    addHunk(steps, first.slice(lastA, i), second.slice(lastB, j), [first[i], second[j]], language)
    const wordA = first[i]
    const wordB = second[j]
    if (wordA && wordB) {
      const same = wordA.key === wordB.key || soundsAlike(wordA, wordB)
      steps.push({
        kind: same ? 'same' : 'changed',
        a: [wordA],
        b: [wordB],
        sign: same ? null : signOf([wordA], [wordB], language),
      })
    }
    lastA = i + 1
    lastB = j + 1
  }
  return toDifferences(steps, a.length, b.length)
}

interface Step {
  readonly kind: Difference['kind']
  readonly a: readonly ComparedWord[]
  readonly b: readonly ComparedWord[]
  readonly sign: DifferenceSign | null
}

/** The words between two pairs: what stands for what is told by place where both sides have as many. */
function addHunk(
  steps: Step[],
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  next: readonly [ComparedWord | undefined, ComparedWord | undefined],
  language: string | null | undefined,
): void {
  if (a.length === 0 && b.length === 0) return
  // "Did not" and "refused to" stand for each other whole.
  const negates = (word: ComparedWord) => isNegation(word, language) || isImplicitNegation(word)
  const joined = (side: readonly ComparedWord[]) => side.map((word) => word.key).join('')
  if (joined(a) === joined(b)) steps.push({ kind: 'same', a, b, sign: null })
  else if (b.length === 0) addAlone(steps, a, 'removed', next[0], language)
  else if (a.length === 0) addAlone(steps, b, 'added', next[1], language)
  else if (a.length === b.length && a.length <= 3 && ![...a, ...b].some(negates)) {
    a.forEach((word, index) => {
      const other = b.slice(index, index + 1)
      steps.push({ kind: 'changed', a: [word], b: other, sign: signOf([word], other, language) })
    })
  } else steps.push({ kind: 'changed', a, b, sign: signOf(a, b, language) })
}

/** Words that one side has alone, parted where the sign changes, so that an added "not" stands out. */
function addAlone(
  steps: Step[],
  words: readonly ComparedWord[],
  kind: 'removed' | 'added',
  next: ComparedWord | undefined,
  language: string | null | undefined,
): void {
  let run: ComparedWord[] = []
  let runSign: DifferenceSign | null = null
  const flush = () => {
    if (run.length > 0) {
      steps.push({ kind, a: kind === 'removed' ? run : [], b: kind === 'added' ? run : [], sign: runSign })
    }
    run = []
  }
  words.forEach((word, index) => {
    const sign = loneSign(word, words[index + 1] ?? next, language)
    if (sign !== runSign) flush()
    runSign = sign
    run.push(word)
  })
  flush()
}

function loneSign(
  word: ComparedWord,
  next: ComparedWord | undefined,
  language: string | null | undefined,
): DifferenceSign | null {
  if (isNegation(word, language)) return 'negation'
  if (word.value !== null) return 'number'
  if (!isEnglish(language)) return null
  const modality = modalityOf(word)
  // "will" alone is a tense; "may", "should" and "must" alone say something.
  if (modality !== null && modality !== 'certain' && modality !== 'able') return 'modality'
  return isHedge(word, next) ? 'hedge' : null
}

function signOf(
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  language: string | null | undefined,
): DifferenceSign | null {
  const negations = (side: readonly ComparedWord[]) =>
    side.filter((word) => isNegation(word, language) || (isEnglish(language) && isImplicitNegation(word)))
      .length
  if ((negations(a) - negations(b)) % 2 !== 0) return 'negation'
  const values = (side: readonly ComparedWord[]) => side.flatMap(({ value }) => value ?? [])
  const valuesA = values(a)
  const valuesB = values(b)
  if (valuesA.length + valuesB.length > 0 && String(valuesA) !== String(valuesB)) return 'number'
  if (!isEnglish(language)) return null
  if (a.some((word) => b.some((other) => areContrary(word, other)))) return 'negation'
  const modalities = (side: readonly ComparedWord[]) =>
    [...new Set(side.flatMap((word) => modalityOf(word) ?? []))].sort().join(' ')
  const modalA = modalities(a)
  const modalB = modalities(b)
  if (modalA !== modalB && (modalA !== '' || modalB !== '')) return 'modality'
  const steps = a.flatMap((word) => b.flatMap((other) => strengthStep(word, other) ?? []))
  if (steps.some((step) => step !== 0)) return 'strength'
  const hedges = (side: readonly ComparedWord[]) => side.some((word, index) => isHedge(word, side[index + 1]))
  if (hedges(a) !== hedges(b)) return 'hedge'
  const nameA = a.find(({ isName }) => isName)
  const nameB = b.find(({ isName }) => isName)
  // "Russia" and "Russian" name one.
  return nameA && nameB && nameA.key.slice(0, 4) !== nameB.key.slice(0, 4) ? 'name' : null
}

/** Steps as ranges: what lies between words goes with what is the same on either side of it. */
function toDifferences(steps: readonly Step[], lengthA: number, lengthB: number): Difference[] {
  const differences: Open[] = []
  let endA = 0
  let endB = 0
  const end: Step = { kind: 'same', a: [], b: [], sign: null }
  for (const step of [...steps, end]) {
    const isEnd = step === end
    const startA = isEnd ? lengthA : (step.a[0]?.start ?? endA)
    const startB = isEnd ? lengthB : (step.b[0]?.start ?? endB)
    if (step.kind === 'same' || startA > endA || startB > endB) {
      const rangeA = {
        start: endA,
        end: step.kind === 'same' && !isEnd ? (step.a.at(-1)?.end ?? startA) : startA,
      }
      const rangeB = {
        start: endB,
        end: step.kind === 'same' && !isEnd ? (step.b.at(-1)?.end ?? startB) : startB,
      }
      addSame(differences, rangeA, rangeB)
      endA = rangeA.end
      endB = rangeB.end
    }
    if (step.kind === 'same') continue
    const rangeA = step.a.length > 0 ? { start: startA, end: step.a.at(-1)?.end ?? startA } : null
    const rangeB = step.b.length > 0 ? { start: startB, end: step.b.at(-1)?.end ?? startB } : null
    const last = differences.at(-1)
    if (last && last.kind === step.kind && last.sign === step.sign && step.kind !== 'changed') {
      last.a = joinedRange(last.a, rangeA)
      last.b = joinedRange(last.b, rangeB)
    } else differences.push({ kind: step.kind, a: rangeA, b: rangeB, sign: step.sign })
    endA = rangeA?.end ?? endA
    endB = rangeB?.end ?? endB
  }
  return differences
}

interface Open {
  kind: Difference['kind']
  a: TextRange | null
  b: TextRange | null
  sign: DifferenceSign | null
}

function addSame(differences: Open[], a: TextRange, b: TextRange): void {
  const rangeA = a.end > a.start ? a : null
  const rangeB = b.end > b.start ? b : null
  if (!rangeA && !rangeB) return
  const last = differences.at(-1)
  if (last?.kind === 'same') {
    last.a = joinedRange(last.a, rangeA)
    last.b = joinedRange(last.b, rangeB)
  } else differences.push({ kind: 'same', a: rangeA, b: rangeB, sign: null })
}

function joinedRange(a: TextRange | null, b: TextRange | null): TextRange | null {
  return a && b ? { start: a.start, end: b.end } : (a ?? b)
}
