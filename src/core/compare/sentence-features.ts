import type { ArticleSentence } from './article-sentences'

/** What two sentences are compared by: distinct features as 32-bit hashes. */
export interface SentenceFeatures {
  /** Stems of its words. */
  readonly stems: readonly number[]
  /** Character 4-grams of its words with the spaces between them: what inflection and spelling leave standing. */
  readonly grams: readonly number[]
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
  return { stems: [...stems], grams: [...grams] }
}

function stemOf(word: string): string {
  return word.length > STEM_LENGTH ? word.slice(0, STEM_LENGTH) : word.replace(/(?:es|ed|ing|s)$/u, '')
}

function hashWord(word: string): number {
  return hashSlice(word, 0, word.length)
}

/** FNV-1a over code units (Fowler, Noll, Vo), 32 bits. */
function hashSlice(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
