import type { ComparedWord } from './difference-words'
import { isEnglish } from './difference-words'
import {
  CONTRARIES,
  CONTRARY_PREFIXES,
  HEDGES,
  IMPLICIT_NEGATIONS,
  MODALITY,
  NEAR_NEGATIONS,
  NEGATIONS,
  NO_CONTRARIES,
  NUMBER_HEDGES,
  SCALES,
  TURNED_WORDS,
} from './lexicons/english-signs'
import { NEGATIONS_BY_LANGUAGE } from './lexicons/negations'
import { isKnownStem } from './relatedness'
import { englishStem } from './stems'

/** What a change of words does to a statement; null where it only words it otherwise. */
export type DifferenceSign = 'negation' | 'modality' | 'hedge' | 'strength' | 'number' | 'name'

const words = (source: string): string[] => source.split(/\s+/u).filter((word) => word !== '')
const NEGATING: ReadonlySet<string> = new Set(words(NEGATIONS))
const IMPLICIT: ReadonlySet<string> = new Set(words(IMPLICIT_NEGATIONS).map(englishStem))
const NEAR: ReadonlySet<string> = new Set(words(NEAR_NEGATIONS).map(englishStem))
const TURNED: ReadonlySet<string> = new Set(words(TURNED_WORDS).map(englishStem))
const HEDGING: ReadonlySet<string> = new Set(words(HEDGES))
const NUMBER_HEDGING: ReadonlySet<string> = new Set(words(NUMBER_HEDGES))
const MODAL_CLASS: ReadonlyMap<string, keyof typeof MODALITY> = new Map(
  (Object.keys(MODALITY) as (keyof typeof MODALITY)[]).flatMap((kind) =>
    words(MODALITY[kind]).map((word) => [word, kind] as const),
  ),
)
const PREFIXES = words(CONTRARY_PREFIXES)
const NOT_TURNED: ReadonlySet<string> = new Set(words(NO_CONTRARIES).map(englishStem))
/** Stem -> stems that are its contrary. */
const CONTRARY_STEMS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const contraries = new Map<string, Set<string>>()
  for (const pair of CONTRARIES.trim().split(/[|\n]/u)) {
    const [a = '', b = ''] = words(pair).map(englishStem)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = contraries.get(one) ?? new Set<string>()
      contraries.set(one, known.add(other))
    }
  }
  return contraries
})()
const OTHER_NEGATIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NEGATIONS_BY_LANGUAGE).map(([language, list]) => [language, new Set(words(list))]),
)

/** Stem -> for each scale that has it, the scale's number and the rung on it. */
const RUNGS: ReadonlyMap<string, ReadonlyMap<number, number>> = (() => {
  const rungs = new Map<string, Map<number, number>>()
  SCALES.trim()
    .split('\n')
    .forEach((line, scale) => {
      words(line).forEach((step, rung) => {
        for (const word of step.split('=')) {
          const stem = englishStem(word)
          const known = rungs.get(stem) ?? new Map<number, number>()
          known.set(scale, rung)
          rungs.set(stem, known)
        }
      })
    })
  return rungs
})()

/** True for a word that negates by itself. `language` is a BCP 47 tag; other languages than the known ones have none. */
export function isNegation(word: ComparedWord, language?: string | null): boolean {
  if (isEnglish(language)) return NEGATING.has(word.key)
  return OTHER_NEGATIONS.get((language ?? '').slice(0, 2).toLowerCase())?.has(word.key) ?? false
}

/** True for an English word that says no by its meaning: refused, lack, unable. */
export function isImplicitNegation(word: ComparedWord): boolean {
  return IMPLICIT.has(word.stem)
}

/** True for an English word that says no by what it is made of, or only where it stands: unanswered, windowless, few, remain. */
export function isNearNegation(word: ComparedWord): boolean {
  return NEAR.has(word.stem) || isTurnedWord(word)
}

/** True for a word that a prefix or -less turns into its contrary. */
export function isTurnedWord(word: ComparedWord): boolean {
  if (TURNED.has(word.stem)) return true
  if (/^(?:un|in|im|ir|il|non)\p{L}{3,}[ai]bl[ey]$/u.test(word.key)) return true
  const rest = /^(?:un(?<after>\p{L}{4,})|(?<before>\p{L}{4,})less)$/u.exec(word.key)?.groups
  return rest !== undefined && isKnownStem(englishStem(rest['after'] ?? rest['before'] ?? ''))
}

/** True where one is the contrary of the other: "likely" and "unlikely", "accept" and "reject". */
export function areContrary(a: ComparedWord, b: ComparedWord): boolean {
  if (CONTRARY_STEMS.get(a.stem)?.has(b.stem) === true) return true
  const [short, long] = a.key.length < b.key.length ? [a, b] : [b, a]
  // Most words hold nothing of each other; looking is cheaper than stemming.
  if (short.key.length < 4 || !long.key.includes(short.stem) || NOT_TURNED.has(long.stem)) return false
  return PREFIXES.some(
    (prefix) =>
      long.key.startsWith(prefix) &&
      (long.key.slice(prefix.length) === short.key ||
        englishStem(long.key.slice(prefix.length)) === short.stem),
  )
}

/** Which class of modality an English word has; null for none. */
export function modalityOf(word: ComparedWord): keyof typeof MODALITY | null {
  // A month or a name.
  return word.isName ? null : (MODAL_CLASS.get(word.key) ?? null)
}

/** True for an English hedge; `next` is the word after it, as some words are one before a number only. */
export function isHedge(word: ComparedWord, next: ComparedWord | undefined): boolean {
  if (NUMBER_HEDGING.has(word.key)) return next?.value !== null && next?.value !== undefined
  return HEDGING.has(word.key)
}

/** How many steps `b` is stronger than `a` on the scale that has both, negative for weaker; null where no scale has both. */
export function strengthStep(a: ComparedWord, b: ComparedWord): number | null {
  const first = RUNGS.get(a.stem)
  const second = RUNGS.get(b.stem)
  if (!first || !second) return null
  for (const [scale, rung] of first) {
    const other = second.get(scale)
    if (other !== undefined) return other - rung
  }
  return null
}
