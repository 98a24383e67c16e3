import type { StoryProposal } from '#core/model/comparison'
import type { Story } from '#core/model/corpus'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import type { Live } from '#data/live'
import type { Answers } from '#workers/compare-messages'
import { combineLive } from './combine-live'
import { askCompareWorker, type Asked } from './compare-client'
import { createLiveValue } from './live-value'
import { liveOfCorpus, onCorpusChange, openedCorpus, perform, withDatabase } from './open-corpus'
import { storyArticles, storyChange, storyName } from './story-edits'

/** How the latest search for stories stands. */
export interface Proposals {
  readonly state: 'idle' | 'running' | 'done' | 'failed' | 'cancelled'
  /** 0..1. */
  readonly progress: number
  /** The surest first; those that were accepted or dismissed, and those that are a story already, are left out. */
  readonly proposals: readonly StoryProposal[]
  readonly error?: AppError
}

const IDLE: Proposals = { state: 'idle', progress: 0, proposals: [] }

const found = createLiveValue<Proposals>(IDLE)
let running: Asked<Answers['propose']> | null = null

const open = combineLive(
  found,
  liveOfCorpus<readonly Story[]>((db) => db.stories.toArray(), []),
  (state, stories): Proposals => ({ ...state, proposals: stillOpen(state.proposals, stories) }),
)

/** The proposals that no story, accepted or dismissed, stands for yet. */
export function stillOpen(
  proposals: readonly StoryProposal[],
  stories: readonly Story[],
): readonly StoryProposal[] {
  const ids = new Set(stories.map(({ id }) => id))
  const sets = new Set(stories.map(({ articles }) => setKey(articles)))
  return proposals.filter(({ id, articles }) => !ids.has(id) && !sets.has(setKey(articles)))
}

function setKey(articles: readonly string[]): string {
  return [...new Set(articles)].sort().join(' ')
}

/** The proposals of the latest search, followed; none before the first and after another corpus was opened. */
export function liveProposals(): Live<Proposals> {
  return open
}

/**
 * Starts looking for stories in the whole corpus. The value is there when it has started.
 * @returns `conflict` while it is under way
 */
export function startProposing(): Promise<Result<null>> {
  return withDatabase((database) => {
    if (running) return Promise.resolve(fail('conflict', 'Stories are being looked for already.'))
    const before = found.get().proposals
    found.set({ state: 'running', progress: 0, proposals: before })
    const asked = askCompareWorker(database, 'propose', {}, (progress) => {
      found.set({ state: 'running', progress, proposals: before })
    })
    running = asked
    void asked.answer.then((answered) => {
      if (running !== asked) return
      running = null
      if (answered.ok) found.set({ state: 'done', progress: 1, proposals: answered.value })
      else if (answered.error.kind === 'cancelled') found.set({ ...found.get(), state: 'cancelled' })
      else found.set({ ...found.get(), state: 'failed', error: answered.error })
    })
    return Promise.resolve(ok(null))
  })
}

/** Stops looking for stories. The promise is done when it has stopped. */
export async function cancelProposing(): Promise<void> {
  running?.cancel()
  await running?.answer
}

/** Waits for the search that is under way, and answers how it ended. For the headless run. */
export async function proposingEnded(): Promise<Proposals> {
  await running?.answer
  return found.get()
}

let searched = openedCorpus()?.database
onCorpusChange(() => {
  const current = openedCorpus()?.database
  if (current === searched) return
  searched = current
  running = null
  found.set(IDLE)
})

/**
 * Makes a proposal a story, with the name and the articles that a person chose. Its id stays the proposal's, so that it
 * is not proposed again.
 */
export async function acceptProposal(
  proposal: StoryProposal,
  name: string,
  articles: readonly string[],
): Promise<Result<string>> {
  const named = storyName(name)
  if (!named.ok) return named
  const chosen = storyArticles(articles)
  if (!chosen.ok) return chosen
  const story: Story = { id: proposal.id, name: named.value, articles: chosen.value }
  const done = await perform(['stories'], async (db) => {
    const before = await db.stories.get(story.id)
    if (before && !before.dismissed) {
      return fail('conflict', `This proposal is the story “${before.name}” already.`)
    }
    return ok({ label: `Make story ${story.name}`, changes: [storyChange(before ?? null, story)] })
  })
  return done.ok ? ok(story.id) : done
}

/** Takes a proposal away for good; undo brings it back. */
export function dismissProposal({ id, name, articles }: StoryProposal): Promise<Result<null>> {
  return perform(['stories'], async (db) => {
    const before = await db.stories.get(id)
    const after: Story = { id, name, articles, dismissed: true }
    return ok({
      label: `Dismiss proposal ${name}`,
      changes: before ? [] : [storyChange(null, after)],
    })
  })
}
