import { itemAt } from './indexing'
import type { CompiledLexicon } from './lexicons/types'
import type { Token } from './tokens'

/**
 * What a word may be by a lexicon's lists, as bits, so that the rules ask a number and not one list after the other. The first are of the
 * word, wherever it stands; the last two are of a token, as they depend on its capital.
 */
export const WORD = {
  auxiliary: 1,
  adverb: 2,
  preposition: 4,
  determiner: 8,
  pronoun: 16,
  conjunction: 32,
  time: 64,
  title: 128,
  /** A form of a reporting verb. */
  cueForm: 256,
  /** A noun that reports, such as "claim". */
  cueNoun: 512,
  /** First word of "according to" and its like. */
  accordingTo: 1024,
  /** "publicly", "sharply": an adverb by its ending. */
  lyAdverb: 2048,
  /** Reads as a finite verb: an auxiliary, or a cue verb in the past or third person. */
  finite: 4096,
  /** Can be part of a name or noun phrase. */
  nominal: 8192,
} as const

const LY_BUT_NO_ADVERB = /^(?:family|ally|reply|rally|bully|july|italy|assembly|supply|apply|imply)$/u
/** Auxiliaries that lead no clause. */
const UNFINITE = /^(?:to|not|being|been)$/u

/** The classes of every word in a lexicon's lists; a word without an entry is in none. */
const listed = new WeakMap<CompiledLexicon, ReadonlyMap<string, number>>()

/** The classes of each token, by the lexicon's lists. */
export function wordClasses(lexicon: CompiledLexicon, tokens: readonly Token[]): Int32Array {
  const words = listed.get(lexicon) ?? listWords(lexicon)
  listed.set(lexicon, words)
  const classes = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i += 1) {
    const token = itemAt(tokens, i)
    const word = (words.get(token.lower) ?? 0) | (isLy(token.lower) ? WORD.lyAdverb : 0)
    // "Harbour Today": a part of a name
    const isNamed = token.capital && token.lower === 'today' && tokens[i - 1]?.capital === true
    classes[i] = inPlace(token, isNamed ? word & ~(WORD.time | WORD.adverb) : word)
  }
  return classes
}

function isLy(lower: string): boolean {
  return lower.length > 4 && lower.endsWith('ly') && !LY_BUT_NO_ADVERB.test(lower)
}

function listWords(lexicon: CompiledLexicon): ReadonlyMap<string, number> {
  const classes = new Map<string, number>()
  const add = (words: Iterable<string>, ofWord: number | ((word: string) => number)): void => {
    for (const word of words)
      classes.set(word, (classes.get(word) ?? 0) | (typeof ofWord === 'number' ? ofWord : ofWord(word)))
  }
  add(lexicon.adverbs, WORD.adverb)
  add(lexicon.prepositions, WORD.preposition)
  add(lexicon.determiners, WORD.determiner)
  add(lexicon.pronouns.keys(), WORD.pronoun)
  add(lexicon.conjunctions, WORD.conjunction)
  add(lexicon.times, WORD.time)
  add(lexicon.titles, WORD.title)
  add(lexicon.nouns.keys(), WORD.cueNoun)
  add(lexicon.accordingTo.keys(), WORD.accordingTo)
  for (const [word, { inflections }] of lexicon.forms) {
    const reports = inflections.has('past') || (inflections.has('third') && !lexicon.homographs.has(word))
    add([word], WORD.cueForm | (reports && !lexicon.auxiliaries.has(word) ? WORD.finite : 0))
  }
  add(lexicon.auxiliaries, (word) => WORD.auxiliary | (UNFINITE.test(word) ? 0 : WORD.finite))
  return classes
}

const NO_NOUN =
  WORD.conjunction | WORD.preposition | WORD.auxiliary | WORD.adverb | WORD.pronoun | WORD.lyAdverb

/** The classes of a word where it stands: a capital makes a name of most, and no verb or adverb. */
function inPlace({ kind, capital }: Token, word: number): number {
  const classes = capital ? word & ~(WORD.lyAdverb | WORD.finite) : word
  if (kind !== 'word' && kind !== 'number') return classes & ~WORD.finite
  const nominal = (classes & (capital ? WORD.pronoun : NO_NOUN)) === 0
  return (kind === 'word' ? classes : classes & ~WORD.finite) | (nominal ? WORD.nominal : 0)
}

/** True for the token at `i` when it has one of the classes given; false outside the article. */
export function hasClass({ classes }: { readonly classes: Int32Array }, i: number, wanted: number): boolean {
  return ((classes[i] ?? 0) & wanted) !== 0
}
