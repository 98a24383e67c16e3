import { readSentences, type ArticleSentence } from './article-sentences'
import { featuresOf, type SentenceFeatures } from './sentence-features'
import type { SentenceRun } from './sentence-similarity'
import type { ComparedArticle } from './types'

/** The sentences of an article with what they are compared by. */
export interface PreparedArticle {
  readonly sentences: readonly ArticleSentence[]
  /** One for each sentence. */
  readonly features: readonly SentenceFeatures[]
}

/** By article body: a story compares every article with every other, and a text never changes. */
const prepared = new WeakMap<object, PreparedArticle>()

/** Sentences whose features are made between two yields. */
const SLICE = 200

/** Sentences and features of an article, made once for each body. Yields now and then while it makes them. */
export function* prepareArticle({ body, language }: ComparedArticle): Generator<void, PreparedArticle> {
  const known = prepared.get(body)
  if (known) return known
  const sentences = yield* readSentences(body, language)
  const features: SentenceFeatures[] = []
  for (const [index, sentence] of sentences.entries()) {
    if (index % SLICE === SLICE - 1) yield
    features.push(featuresOf(sentence))
  }
  const found = { sentences, features }
  prepared.set(body, found)
  return found
}

/** Number of words in a run of sentences. */
export function wordsIn({ sentences }: PreparedArticle, run: SentenceRun): number {
  let count = 0
  for (let index = run.first; index <= run.last; index++) count += sentences[index]?.words.length ?? 0
  return count
}
