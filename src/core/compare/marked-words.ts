import type { TextRange } from '../model/range'
import { isQuietWord } from './light-words'
import { wordDifferences, type DifferenceSign } from './word-differences'

/** The letter that stands beside words with a sign, and what the sign is called. */
export const CHANGE_SIGNS: Readonly<
  Record<DifferenceSign, { readonly letter: string; readonly name: string }>
> = {
  negation: { letter: 'N', name: 'negation' },
  modality: { letter: 'M', name: 'modality' },
  hedge: { letter: 'H', name: 'hedge' },
  strength: { letter: 'S', name: 'strength' },
  number: { letter: '#', name: 'number' },
  name: { letter: '@', name: 'name' },
}

/** A stretch of words as it is shown against the base: as in it, only here, only there, or here instead of others. */
export interface MarkedPart {
  readonly mark: 'same' | 'added' | 'removed' | 'changed'
  /** Words of this side; for `removed`, of the base. */
  readonly text: string
  /** For `changed`: the words that the base has in their place; empty otherwise. */
  readonly instead: string
  readonly sign: DifferenceSign | null
  /** True when only articles, prepositions and their like differ: to be marked quietly. */
  readonly light: boolean
}

/** Words held against those of the base. */
export interface MarkedWords {
  readonly parts: readonly MarkedPart[]
  /** True when too little is shared for single words to tell anything: then only what has a sign is worth marking. */
  readonly rephrased: boolean
  /** Signs that occur, each once, in the order of the words. */
  readonly signs: readonly DifferenceSign[]
  /** True when nothing differs but, at most, quotation marks and blank space. */
  readonly equal: boolean
}

/** Below this share of common characters the two are other sentences rather than the same one changed. */
const SHARED_ENOUGH = 0.4

/** Holds `words` against `base`. `language` is a BCP 47 tag, null when unknown. */
export function markWords(base: string, words: string, language: string | null): MarkedWords {
  const differences = wordDifferences(base, words, language)
  const parts: MarkedPart[] = []
  let common = 0
  for (const { kind, a, b, sign } of differences) {
    const there = sliceOf(base, a)
    const here = sliceOf(words, b)
    const light = sign === null && isLight(`${there} ${here}`)
    if (kind === 'same') {
      common += lettersIn(here)
      if (here !== '') parts.push({ mark: 'same', text: here, instead: '', sign: null, light: false })
    } else if (kind === 'removed' || here === '') {
      parts.push({ mark: 'removed', text: there, instead: '', sign, light })
    } else {
      parts.push({ mark: there === '' ? 'added' : 'changed', text: here, instead: there, sign, light })
    }
  }
  const different = parts.filter(({ mark }) => mark !== 'same')
  return {
    parts,
    rephrased: common < SHARED_ENOUGH * Math.max(1, Math.min(lettersIn(base), lettersIn(words))),
    signs: [...new Set(different.flatMap(({ sign }) => sign ?? []))],
    equal: different.length === 0,
  }
}

function isLight(words: string): boolean {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return all.length > 0 && all.every(isQuietWord)
}

function sliceOf(text: string, range: TextRange | null): string {
  return range === null ? '' : text.slice(range.start, range.end)
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}
