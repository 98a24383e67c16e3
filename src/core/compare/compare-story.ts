import { alignAssertions } from './assertions'
import { findingsStepwise } from './findings'
import { prepareArticle } from './prepared-article'
import { reuseFindings } from './reuse-findings'
import { StatementCache, prepareStatements } from './statements'
import type { ComparedStory, Comparison } from './types'
import { alignUtterances } from './utterances'

/** Raised when the same story would give other clusters or findings, so that stored comparisons are made anew. */
export const COMPARISON_VERSION = 2

/** Characters (UTF-16) of annotations prepared between two yields, some milliseconds, and what each costs besides. */
const PREPARED_AT_ONCE = 10_000
const EACH = 500

/**
 * Compares the articles of a story: what is quoted and claimed in several, and what differs. Yields the share done (0..1)
 * at least every 15 ms or so, so that who runs it may stop. With the same cache, a change of one annotation prepares that
 * one anew.
 */
export function* compareStory(
  story: ComparedStory,
  cache: StatementCache = new StatementCache(),
): Generator<number, Comparison> {
  let prepared = 0
  for (const { annotations, language } of story.articles) {
    for (const annotation of annotations) {
      if (annotation.quotation ?? annotation.claim) cache.get(annotation, language)
      prepared += EACH + annotation.end - annotation.start
      if (prepared < PREPARED_AT_ONCE) continue
      prepared = 0
      yield 0
    }
  }
  const statements = prepareStatements(story, cache)
  cache.keepOnly(new Set([...statements.quotations, ...statements.claims].map(({ id }) => id)))
  yield 0.05
  const utterances = yield* scaled(alignUtterances(statements.quotations, story), 0.05, 0.6)
  const assertions = yield* scaled(alignAssertions(statements.claims, story), 0.6, 0.8)
  const clusters = [...utterances, ...assertions]
  // Read here in steps; findings and reuse then have them at hand.
  for (const article of story.articles) {
    const reading = prepareArticle(article)
    while (!reading.next().done) yield 0.8
  }
  const findings = yield* scaled(findingsStepwise(story, clusters), 0.8, 0.95)
  const reuse = yield* scaled(reuseFindings(story), 0.95, 1)
  return { clusters, findings: [...findings, ...reuse] }
}

/** A part's share done as that of the whole. */
function* scaled<T>(part: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
