import type { Story } from '#core/model/corpus'
import { contentId } from '#core/model/ids'
import { fail, ok, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import { addFoundStories, readAllArticles, readStories, readStoryFacts } from '#data/stories'
import { compareNow, liveComparing } from './comparison'
import { counted } from './labels'
import { openedCorpus, withDatabase } from './open-corpus'
import { liveProposals, proposingEnded, startProposing } from './story-proposals'

/** Fewer articles than this are taken for one story. */
const ONE_STORY = 30

/** Says one line of progress. */
type Say = (line: string) => void

/**
 * Makes stories where there are none, and compares each: for the headless run. The articles of a small corpus are one
 * story; in a larger one what is proposed becomes stories, apart from articles that are in one already. Running it again
 * makes no story twice.
 * @returns how it went, as a line for a person
 */
export function compareAll(say: Say): Promise<Result<string>> {
  return withDatabase(async (db) => {
    const made = await makeStories(db, say)
    if (!made.ok) return made
    const stories = await readStories(db)
    for (const [index, { id, name }] of stories.entries()) {
      const place = `${String(index + 1)} of ${String(stories.length)}`
      const stop = liveComparing().subscribe((run) => {
        if (run?.state === 'running') say(`Comparing story ${place}, “${name}”: ${percent(run.progress)}`)
      })
      const compared = await compareNow(id)
      stop()
      if (!compared.ok) return compared
    }
    const facts = await readStoryFacts(db, stories)
    const findings = facts.reduce((sum, { openFindings }) => sum + openFindings, 0)
    const of = stories.length === 1 ? '1 story' : `${stories.length.toLocaleString('en')} stories`
    return ok(`Compared ${of}: ${counted(findings, 'open finding')}.`)
  })
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`
}

async function makeStories(db: CorpusDatabase, say: Say): Promise<Result<null>> {
  const articles = await readAllArticles(db)
  const stories = await readStories(db)
  if (articles.length >= ONE_STORY) return takeProposals(db, stories, say)
  if (articles.length < 2 || stories.length > 0) return ok(null)
  const ids = articles.map(({ id }) => id)
  const name = openedCorpus()?.corpus.name ?? ''
  await addFoundStories(db, [{ id: contentId('sty', ...ids.toSorted()), name, articles: ids }])
  return ok(null)
}

async function takeProposals(db: CorpusDatabase, stories: readonly Story[], say: Say): Promise<Result<null>> {
  const stop = liveProposals().subscribe(({ state, progress }) => {
    if (state === 'running') say(`Looking for stories: ${percent(progress)}`)
  })
  const started = await startProposing()
  const ended = await proposingEnded()
  stop()
  if (!started.ok) return started
  if (ended.state !== 'done') {
    return ended.error
      ? { ok: false, error: ended.error }
      : fail('cancelled', 'Looking for stories was cancelled.')
  }
  const taken = new Set(stories.flatMap((story) => story.articles))
  const fresh = ended.proposals.filter((proposal) => !proposal.articles.every((id) => taken.has(id)))
  await addFoundStories(
    db,
    fresh.map(({ id, name, articles }) => ({ id, name, articles })),
  )
  return ok(null)
}
