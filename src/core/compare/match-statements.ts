import { findCandidates } from './candidates'
import { contentScore, probability } from './link-score'
import { mutualOdds } from './mutual-odds'
import { likenessOf } from './similarity'
import { termsOf } from './terms'
import { createVectors } from './vectors'

/** What a statement of the first list may say the same as in the second. */
export interface StatementMatch {
  /** Index in the second list. */
  readonly b: number
  /** How sure it is (0..1), by the words of both and by what else either could belong to. */
  readonly score: number
  /** How sure the words alone make it (0..1), whatever else there is. */
  readonly alone: number
}

/** Up to so many pairs all are compared closely, some seconds; beyond it the candidates of each statement, so many. */
const ALL_PAIRS = 600_000
const CANDIDATES = 40

/**
 * For each statement of the first list, what it may say the same as in the second, the likeliest first. The same words, weights
 * and rivals as in aligning the quotations of a story, without speakers and places: for two lists of texts that are no articles.
 * One that has no counterpart has low scores; above a half the program would link them.
 * @param language BCP 47 tag of all texts; null is read as English
 */
export function matchStatements(
  a: readonly string[],
  b: readonly string[],
  language: string | null = null,
): (readonly StatementMatch[])[] {
  const texts = [...a, ...b].map((text) => ({ terms: termsOf(text, language), quoted: [] }))
  const vectors = finish(createVectors(texts))
  const candidates =
    a.length * b.length <= ALL_PAIRS
      ? a.flatMap((_, one) => b.map((__, two) => ({ a: one, b: a.length + two })))
      : finish(
          findCandidates(vectors, {
            groups: texts.map((_, index) => (index < a.length ? 0 : 1)),
            perGroup: CANDIDATES,
            least: 0,
            own: Infinity,
          }),
        )
  const pairs = candidates.flatMap((candidate) => {
    const one = vectors.all[candidate.a]
    const two = vectors.all[candidate.b]
    if (!one || !two) return []
    return [{ a: candidate.a, b: candidate.b - a.length, score: contentScore(likenessOf(one, two)) }]
  })
  const odds = mutualOdds(pairs)
  const matches: StatementMatch[][] = a.map(() => [])
  for (const [index, pair] of pairs.entries()) {
    matches[pair.a]?.push({
      b: pair.b,
      score: probability(odds[index] ?? 0),
      alone: probability(pair.score),
    })
  }
  return matches.map((own) => own.sort((x, y) => y.score - x.score || y.alone - x.alone || x.b - y.b))
}

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
