import { REUSE_VERSION, ReuseSearch } from '#core/compare/reuse'
import { ProposalSearch } from '#core/compare/story-proposals'
import type { ReusePair, StoryProposal } from '#core/model/comparison'
import { ok, type Result } from '#core/model/result'
import { storeReuse } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { openArticleBatches, type OpenedArticle } from '#data/suggestion-source'
import { drive, pause, type Job } from './driving'

/** Share of a job's progress that reading all texts takes. */
const READING = 0.5

/** Looks for text that articles share, anywhere in the corpus, and stores it. */
export async function findCorpusReuse(db: CorpusDatabase, job: Job): Promise<Result<null>> {
  const search = new ReuseSearch()
  const articles = await readCorpus(db, job, ({ article, body }) => search.add({ ...article, body }))
  await seekReuse(db, job, search, articles, 1)
  return ok(null)
}

/** Looks for articles that report one event. What text they share is found on the way, and stored. */
export async function proposeCorpusStories(
  db: CorpusDatabase,
  job: Job,
): Promise<Result<readonly StoryProposal[]>> {
  const reuse = new ReuseSearch()
  const stories = new ProposalSearch()
  const articles = await readCorpus(db, job, ({ article, body }) => {
    reuse.add({ ...article, body })
    stories.add({ ...article, body })
  })
  const middle = (READING + 1) / 2
  const pairs = await seekReuse(db, job, reuse, articles, middle)
  return ok(await drive(stories.search(pairs), job, [middle, 1]))
}

async function seekReuse(
  db: CorpusDatabase,
  job: Job,
  search: ReuseSearch,
  articles: number,
  until: number,
): Promise<readonly ReusePair[]> {
  const pairs = await drive(search.search(), job, [READING, until])
  await storeReuse(db, { version: REUSE_VERSION, articles, pairs })
  return pairs
}

/** Hands every article that is not removed to `take`; answers how many there were. */
async function readCorpus(
  db: CorpusDatabase,
  job: Job,
  take: (opened: OpenedArticle) => void,
): Promise<number> {
  const { total, batches } = await openArticleBatches(db, null)
  const slices = pause(job)
  let done = 0
  job.report(0)
  for await (const batch of batches()) {
    for (const opened of batch) {
      take(opened)
      done += 1
      const pausing = slices()
      if (pausing) await pausing
    }
    job.heed()
    job.report((READING * done) / Math.max(1, total))
  }
  return done
}
