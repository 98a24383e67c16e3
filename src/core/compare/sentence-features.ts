import type { ArticleSentence } from './article-sentences'

/** Features are numbers below this: hashes cut to so many bits that they index a table; one in a hundred of an article's meet. */
export const FEATURES = 1 << 18

/** What two sentences are compared by: distinct features. */
export interface SentenceFeatures {
  /** Stems of its words. */
  readonly stems: Int32Array
  /** Character 4-grams of its words with the spaces between them: what inflection and spelling leave standing. */
  readonly grams: Int32Array
}

const GRAM = 4
/** Stems are cut to this many letters, so that "continue" and "continuing" agree without a dictionary. */
const STEM_LENGTH = 6

/** The features of a sentence. */
export function featuresOf(sentence: ArticleSentence): SentenceFeatures {
  const line = ` ${sentence.words.map((word) => word.folded).join(' ')} `
  const grams = new Set<number>()
  for (let at = 0; at + GRAM <= line.length; at++) grams.add(hashSlice(line, at, at + GRAM))
  const stems = new Set(sentence.words.map((word) => hashWord(stemOf(word.folded))))
  return { stems: Int32Array.from(stems), grams: Int32Array.from(grams) }
}

function stemOf(word: string): string {
  return word.length > STEM_LENGTH ? word.slice(0, STEM_LENGTH) : word.replace(/(?:es|ed|ing|s)$/u, '')
}

function hashWord(word: string): number {
  return hashSlice(word, 0, word.length)
}

/** FNV-1a over code units (Fowler, Noll, Vo), folded to the bits of a feature. */
function hashSlice(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 18)) & (FEATURES - 1)
}
