import { alignPassages } from '#core/compare/passages'
import type { ComparedArticle } from '#core/compare/types'
import type { PassageAlignment } from '#core/model/comparison'
import { fail, ok, type Result } from '#core/model/result'
import { comparedArticle, readComparedStory, readStoryState, type BodyCache } from '#data/comparison-source'
import type { CorpusDatabase } from '#data/database'
import type { Similarity } from './compare-messages'
import { pause, type Job } from './driving'

/** Alignments kept, the latest ones: those of a story of fifty articles, each with each. */
const KEPT = 1_250

/** Aligns articles pair by pair, and remembers: a text never changes. */
export class PassageReader {
  readonly #db: CorpusDatabase
  readonly #bodies: BodyCache
  readonly #known = new Map<string, PassageAlignment>()

  constructor(db: CorpusDatabase, bodies: BodyCache) {
    this.#db = db
    this.#bodies = bodies
  }

  /** Two articles of the corpus, by id. */
  async align(a: string, b: string): Promise<Result<PassageAlignment>> {
    const [left, right] = [await this.#read(a), await this.#read(b)]
    if (!left || !right) return fail('not-found', 'One of the articles is no longer in the corpus.')
    return ok(this.#aligned(left, right))
  }

  /** Every two articles of a story. */
  async similarities(story: string, job: Job): Promise<Result<readonly Similarity[]>> {
    const state = await readStoryState(this.#db, story)
    if (!state) return fail('not-found', 'This story is no longer there.')
    const { articles } = await readComparedStory(state, this.#bodies)
    const words = new Map(state.articles.map((article) => [article.id, article.words]))
    const found: Similarity[] = []
    const slices = pause(job)
    for (const [index, a] of articles.entries()) {
      for (const b of articles.slice(index + 1)) {
        const { coverA, coverB } = this.#aligned(a, b)
        const [wordsA, wordsB] = [words.get(a.id) ?? 0, words.get(b.id) ?? 0]
        const similarity = (coverA * wordsA + coverB * wordsB) / Math.max(1, wordsA + wordsB)
        found.push({ a: a.id, b: b.id, similarity, aInB: coverA, bInA: coverB })
        await slices()
      }
    }
    return ok(found)
  }

  async #read(id: string): Promise<ComparedArticle | null> {
    const article = await this.#db.articles.get(id)
    if (!article || article.removed) return null
    return comparedArticle(article, await this.#bodies.read(article), new Map(), [])
  }

  #aligned(a: ComparedArticle, b: ComparedArticle): PassageAlignment {
    const key = `${a.id} ${b.id}`
    const aligned = this.#known.get(key) ?? alignPassages(a, b)
    this.#known.delete(key)
    this.#known.set(key, aligned)
    const oldest = this.#known.keys().next().value
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest)
    return aligned
  }
}
