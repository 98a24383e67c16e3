import { COMPARISON_VERSION, compareStory } from '#core/compare/compare-story'
import { StatementCache } from '#core/compare/statements'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import { basisOf, BodyCache, readComparedStory, readStoryState } from '#data/comparison-source'
import { deleteOrphanComparisons, storeComparison } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import { CANCELLED, type Answers, type Question, type QuestionKind } from './compare-messages'
import { findCorpusReuse, proposeCorpusStories } from './compare-corpus'
import { PassageReader } from './compare-passages'
import { drive, isCancellation, type Job } from './driving'

/** What is prepared of so many stories is kept, the latest ones. */
const KEPT_STORIES = 4

const NO_STORY = fail('not-found', 'This story is no longer there.')

/** Answers the questions about one corpus, and remembers what it has prepared for them. */
export class Comparer {
  readonly #db: CorpusDatabase
  readonly #bodies: BodyCache
  readonly #passages: PassageReader
  readonly #caches = new Map<string, StatementCache>()

  constructor(db: CorpusDatabase) {
    this.#db = db
    this.#bodies = new BodyCache(db)
    this.#passages = new PassageReader(db, this.#bodies)
  }

  /** Deletes what stories that are gone have left. */
  tidy(): Promise<void> {
    return deleteOrphanComparisons(this.#db)
  }

  /** @throws when the job is cancelled, and for failures of the database; `failedComparing` says what to make of it */
  answer(question: Question, job: Job): Promise<Result<Answers[QuestionKind]>> {
    switch (question.kind) {
      case 'compare':
        return this.#compare(question.story, question.force, job)
      case 'check':
        return this.#check(question.stories, job)
      case 'passages':
        return this.#passages.align(question.a, question.b)
      case 'similarities':
        return this.#passages.similarities(question.story, job)
      case 'propose':
        return proposeCorpusStories(this.#db, job)
      case 'reuse':
        return findCorpusReuse(this.#db, job)
    }
  }

  async #compare(story: string, force: boolean, job: Job): Promise<Result<Answers['compare']>> {
    const state = await readStoryState(this.#db, story)
    if (!state) return NO_STORY
    const basis = basisOf(state, COMPARISON_VERSION)
    if (!force && (await this.#db.comparisonHeads.get(story))?.basis === basis)
      return ok({ made: false, basis })
    job.report(0)
    const compared = await readComparedStory(state, this.#bodies)
    const { clusters, findings } = await drive(compareStory(compared, this.#cacheOf(story)), job)
    await storeComparison(this.#db, { story, version: COMPARISON_VERSION, basis, clusters, findings })
    return ok({ made: true, basis })
  }

  #cacheOf(story: string): StatementCache {
    const cache = this.#caches.get(story) ?? new StatementCache()
    this.#caches.delete(story)
    this.#caches.set(story, cache)
    const oldest = this.#caches.keys().next().value
    if (this.#caches.size > KEPT_STORIES && oldest !== undefined) this.#caches.delete(oldest)
    return cache
  }

  async #check(stories: readonly string[], job: Job): Promise<Result<Answers['check']>> {
    const bases = new Map<string, string>()
    for (const story of stories) {
      const state = await readStoryState(this.#db, story)
      if (state) bases.set(story, basisOf(state, COMPARISON_VERSION))
      job.heed()
    }
    return ok(bases)
  }
}

/** What is said of a question that an error stopped: that it was cancelled, an expected failure, or a bug for the log. */
export function failedComparing(error: unknown): {
  readonly result: Result<never>
  readonly crash: string | null
} {
  if (isCancellation(error)) return { result: { ok: false, error: CANCELLED }, crash: null }
  const failure = databaseFailure(error)
  const crash = failure ? null : String(error instanceof Error ? (error.stack ?? error) : error)
  return { result: { ok: false, error: failure ?? INTERNAL }, crash }
}

const INTERNAL: AppError = fail('unavailable', 'Comparing stopped by an internal error.', {
  kept: 'The comparisons made before are kept.',
  advice: 'Start it again.',
}).error
