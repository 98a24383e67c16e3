import { articleSentences, type ArticleSentence } from './article-sentences'
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

/** Sentences and features of an article, made once for each body. */
export function prepareArticle(article: ComparedArticle): PreparedArticle {
  let found = prepared.get(article.body)
  if (!found) {
    const sentences = articleSentences(article.body, article.language)
    found = { sentences, features: sentences.map(featuresOf) }
    prepared.set(article.body, found)
  }
  return found
}

/** Number of words in a run of sentences. */
export function wordsIn({ sentences }: PreparedArticle, run: SentenceRun): number {
  let count = 0
  for (let index = run.first; index <= run.last; index++) count += sentences[index]?.words.length ?? 0
  return count
}

/** All words of the report in order, folded. */
export function foldedWords({ sentences }: PreparedArticle): string[] {
  return sentences.flatMap(({ words }) => words.map(({ folded }) => folded))
}
