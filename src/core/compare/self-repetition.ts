import { spanOf, type Span } from '../model/range'
import { bestChain, type Match } from './passage-chain'
import { prepareArticle, wordsIn, type PreparedArticle } from './prepared-article'
import { compareSentences, single, type SentenceRun, type SimilarityWork } from './sentence-similarity'
import type { ComparedArticle } from './types'

/** An article that says the same twice. */
export interface SelfRepetition {
  /** The stretch that is said first, and the one that says it again. They do not overlap. */
  readonly first: Span
  readonly second: Span
  /** 0..1: share of the article's words that lie in sentences said twice. */
  readonly share: number
  /** 0..1: mean likeness of the sentences, by words; 1 for a verbatim repetition. */
  readonly similarity: number
}

/** Reports sum up and come back to their lead; less than this is no repetition of the article. */
const LEAST_SHARE = 0.4
/** … and a text of a few lines may well repeat a line. */
const LEAST_SENTENCES = 3
const LEAST_WORDS = 40
const ALIKE = 0.3

/**
 * Whether an article repeats itself whole or in large part, in the same words or reworded; null where it does not.
 * Yields now and then. `work` counts what comparing its sentences took.
 */
export function* repeatsItself(
  article: ComparedArticle,
  work?: SimilarityWork,
): Generator<void, SelfRepetition | null> {
  const prepared = yield* prepareArticle(article)
  const { sentences, features } = prepared
  const { cells } = yield* compareSentences(features, features, ALIKE, work)
  const matches: Match[] = []
  for (const [first, row] of cells.entries()) {
    for (const [second, similarity] of row) {
      if (second <= first) continue
      const gain = (similarity - ALIKE / 2) * wordsIn(prepared, single(first))
      matches.push({ a: single(first), b: single(second), similarity, gain })
    }
  }
  yield
  const chain = apart(bestChain(matches))
  const start = chain[0]
  const end = chain.at(-1)
  if (!start || !end || chain.length < LEAST_SENTENCES) return null
  const once = wordsOfRuns(
    prepared,
    chain.map((match) => match.a),
  )
  const again = wordsOfRuns(
    prepared,
    chain.map((match) => match.b),
  )
  const share = (once + again) / wordsIn(prepared, { first: 0, last: sentences.length - 1 })
  if (share < LEAST_SHARE || once < LEAST_WORDS) return null
  const span = (from: number, to: number): Span =>
    spanOf(article.body.text, { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 })
  const weighted = chain.reduce((sum, match) => sum + match.similarity * wordsIn(prepared, match.a), 0)
  return {
    first: span(start.a.first, end.a.last),
    second: span(start.b.first, end.b.last),
    share,
    similarity: Math.min(1, weighted / once),
  }
}

/** The part of the chain before the repetition itself is said again: of three times the same, the first two. */
function apart(chain: readonly Match[]): Match[] {
  const turn = chain[0]?.b.first ?? 0
  return chain.filter((match) => match.a.last < turn)
}

function wordsOfRuns(prepared: PreparedArticle, runs: readonly SentenceRun[]): number {
  return runs.reduce((sum, run) => sum + wordsIn(prepared, run), 0)
}
