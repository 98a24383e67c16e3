import type { ClusterDecision, FindingDecision } from '#core/model/comparison'
import type { Story } from '#core/model/corpus'
import { newId } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import type { Live } from '#data/live'
import type { StoredComparisonHead } from '#data/stored'
import { readStories, readStoryFacts, type StoryFacts } from '#data/stories'
import { combineLive } from './combine-live'
import { counted } from './labels'
import { keyed, liveOfCorpus, perform, withDatabase } from './open-corpus'
import { articlesLeft, storyArticles, storyChange, storyName } from './story-edits'
import { liveStaleness, type Staleness } from './story-staleness'

export {
  acceptProposal,
  cancelProposing,
  dismissProposal,
  liveProposals,
  startProposing,
  type Proposals,
} from './story-proposals'

/** A story as lists and headers show it. */
export interface StoryView {
  readonly story: Story
  /** Articles that are not removed. */
  readonly articles: number
  /** Names of the outlets, each once, by date. */
  readonly sources: readonly string[]
  /** ISO 8601: earliest and latest date of its articles, null when none has one. */
  readonly from: string | null
  readonly to: string | null
  /** `stale`: annotations, articles or decisions have changed since. */
  readonly compared: 'never' | 'stale' | 'current'
  /** Findings that nobody has decided on. */
  readonly openFindings: number
  /** Ids of articles that nothing is marked or suggested in yet. */
  readonly unread: readonly string[]
}

function viewOf({ basis, ...facts }: StoryFacts, stale: Staleness): StoryView {
  return { ...facts, compared: basis === null ? 'never' : stale.has(facts.story.id) ? 'stale' : 'current' }
}

const facts = liveOfCorpus<readonly StoryFacts[]>(async (db) => readStoryFacts(db, await readStories(db)), [])

const views = combineLive(facts, liveStaleness(), (all, stale) =>
  all
    .map((one) => viewOf(one, stale))
    .sort((a, b) => compareDates(b.to, a.to) || a.story.name.localeCompare(b.story.name)),
)

/** The undated last, when the newest come first. */
function compareDates(a: string | null, b: string | null): number {
  const time = (date: string | null) => (date === null ? -Infinity : Date.parse(date))
  const [from, to] = [time(a), time(b)]
  return from === to || Number.isNaN(from - to) ? 0 : from - to
}

/** Every story of the corpus, the newest first, then by name; dismissed proposals are left out. */
export function liveStories(): Live<readonly StoryView[]> {
  return views
}

/** One story; null when there is none of this id. */
export const liveStory = keyed<StoryView | null>((id) =>
  combineLive(
    liveOfCorpus(async (db) => {
      const story = await openStory(db, id)
      return story ? ((await readStoryFacts(db, [story]))[0] ?? null) : null
    }, null),
    liveStaleness(),
    (one, stale) => one && viewOf(one, stale),
  ),
)

/** The stories that an article is in, by name. */
export const liveStoriesOf = keyed<readonly Story[]>((article) =>
  liveOfCorpus(async (db) => {
    const own = (await readStories(db)).filter(({ articles }) => articles.includes(article))
    return own.sort((a, b) => a.name.localeCompare(b.name))
  }, []),
)

const NO_STORY = fail('not-found', 'This story is no longer there.')
const NO_ARTICLE = fail('not-found', 'An article of this choice is no longer in the corpus.')

async function openStory(db: CorpusDatabase, id: string): Promise<Story | null> {
  const story = await db.stories.get(id)
  return story && !story.dismissed ? story : null
}

async function arePresent(db: CorpusDatabase, ids: readonly string[]): Promise<boolean> {
  return (await db.articles.bulkGet([...ids])).every((article) => article && !article.removed)
}

/** Makes a story of at least two articles; answers its id. */
export async function createStory(name: string, articles: readonly string[]): Promise<Result<string>> {
  const named = storyName(name)
  if (!named.ok) return named
  const chosen = storyArticles(articles)
  if (!chosen.ok) return chosen
  const story: Story = { id: newId(), name: named.value, articles: chosen.value }
  const done = await perform(['stories', 'articles'], async (db) => {
    if (!(await arePresent(db, story.articles))) return NO_ARTICLE
    return ok({ label: `Make story ${story.name}`, changes: [storyChange(null, story)] })
  })
  return done.ok ? ok(story.id) : done
}

/** Decides what becomes of a story; `null` deletes it. Runs within the transaction. */
function editStory(
  id: string,
  label: (story: Story) => string,
  change: (story: Story, db: CorpusDatabase) => Result<Story> | Promise<Result<Story>>,
): Promise<Result<null>> {
  return perform(['stories', 'articles'], async (db) => {
    const before = await openStory(db, id)
    if (!before) return NO_STORY
    const after = await change(before, db)
    return after.ok ? ok({ label: label(before), changes: [storyChange(before, after.value)] }) : after
  })
}

/** Renames a story. */
export async function renameStory(id: string, name: string): Promise<Result<null>> {
  const named = storyName(name)
  if (!named.ok) return named
  return editStory(
    id,
    (story) => `Rename story ${story.name}`,
    (story) => ok({ ...story, name: named.value }),
  )
}

/**
 * Deletes a story with the decisions on its clusters, and with those on findings that no other story shows; its articles
 * stay.
 */
export async function deleteStory(id: string): Promise<Result<null>> {
  const heads = await withDatabase(async (db) => ok(await db.comparisonHeads.toArray()))
  if (!heads.ok) return heads
  return perform(['stories', 'clusterDecisions', 'findingDecisions'], async (db) => {
    const story = await openStory(db, id)
    if (!story) return NO_STORY
    const clusters = await db.clusterDecisions.where('story').equals(id).toArray()
    const findings = await db.findingDecisions.where('story').equals(id).toArray()
    const heirs = heirsOf(id, await readStories(db), heads.value)
    const changes: Change[] = [
      storyChange(story, null),
      ...clusters.map((before) => clusterChange(before, null)),
      ...findings.map((before) => {
        const heir = heirs.get(before.id)
        return findingChange(before, heir === undefined ? null : { ...before, story: heir })
      }),
    ]
    return ok({ label: `Delete story ${story.name}`, changes })
  })
}

/** A story besides `id` that shows each finding, by finding: a decision on it holds in every story that shows it. */
function heirsOf(
  id: string,
  stories: readonly Story[],
  heads: readonly StoredComparisonHead[],
): ReadonlyMap<string, string> {
  const others = new Set(stories.map((story) => story.id).filter((other) => other !== id))
  const heirs = new Map<string, string>()
  for (const { story, findings } of heads) {
    if (!others.has(story)) continue
    for (const finding of findings) if (!heirs.has(finding)) heirs.set(finding, story)
  }
  return heirs
}

/** Adds articles to a story; those that are in it already are passed over. */
export function addToStory(id: string, articles: readonly string[]): Promise<Result<null>> {
  return editStory(
    id,
    (story) => `Add ${counted(new Set(articles).size, 'article')} to ${story.name}`,
    async (story, db) => {
      if (!(await arePresent(db, articles))) return NO_ARTICLE
      return ok({ ...story, articles: [...new Set([...story.articles, ...articles])] })
    },
  )
}

/** Takes articles out of a story, of which at least two have to be left. */
export function removeFromStory(id: string, articles: readonly string[]): Promise<Result<null>> {
  return editStory(
    id,
    (story) => `Take ${counted(new Set(articles).size, 'article')} out of ${story.name}`,
    (story) => {
      const left = articlesLeft(story, articles)
      return left.ok ? ok({ ...story, articles: left.value }) : left
    },
  )
}

/**
 * Makes a new story of articles that leave this one; both need at least two. What was decided about clusters goes
 * with the articles. Answers the id of the new story.
 */
export async function splitStory(
  id: string,
  articles: readonly string[],
  name: string,
): Promise<Result<string>> {
  const named = storyName(name)
  if (!named.ok) return named
  const made = newId()
  const done = await perform(['stories', 'clusterDecisions', 'annotations'], async (db) => {
    const before = await openStory(db, id)
    if (!before) return NO_STORY
    const leaving = storyArticles(before.articles.filter((article) => articles.includes(article)))
    if (!leaving.ok) return leaving
    const left = articlesLeft(before, leaving.value)
    if (!left.ok) return left
    return ok({
      label: `Split ${named.value} from ${before.name}`,
      changes: [
        storyChange(null, { id: made, name: named.value, articles: leaving.value }),
        storyChange(before, { ...before, articles: left.value }),
        ...(await divideDecisions(db, id, made, new Set(leaving.value))),
      ],
    })
  })
  return done.ok ? ok(made) : done
}

/** Parts the decisions of a story by the articles that leave it for another. */
async function divideDecisions(
  db: CorpusDatabase,
  from: string,
  to: string,
  leaving: ReadonlySet<string>,
): Promise<Change[]> {
  const decisions = await db.clusterDecisions.where('story').equals(from).toArray()
  const named = [...new Set(decisions.flatMap(({ members, apart }) => [...members, ...apart]))]
  const gone = new Set<string>()
  for (const one of await db.annotations.bulkGet(named)) {
    if (one && leaving.has(one.article)) gone.add(one.id)
  }
  const changes: Change[] = []
  for (const before of decisions) {
    const part = (leaves: boolean): Pick<ClusterDecision, 'members' | 'apart'> => ({
      members: before.members.filter((id) => gone.has(id) === leaves),
      apart: before.apart.filter((id) => gone.has(id) === leaves),
    })
    const [staying, going] = [part(false), part(true)]
    if (going.members.length === 0) continue
    if (staying.members.length === 0) changes.push(clusterChange(before, { ...before, ...going, story: to }))
    else {
      changes.push(clusterChange(before, { ...before, ...staying }))
      changes.push(clusterChange(null, { ...before, ...going, id: newId(), story: to }))
    }
  }
  return changes
}

/** Puts the articles and decisions of stories into one of them; the others go. `into` among `ids` is passed over. */
export function mergeStories(ids: readonly string[], into: string): Promise<Result<null>> {
  return perform(['stories', 'clusterDecisions', 'findingDecisions'], async (db) => {
    const target = await openStory(db, into)
    const wanted = [...new Set(ids)].filter((id) => id !== into)
    const going = (await db.stories.bulkGet(wanted)).filter((story) => story && !story.dismissed)
    if (!target || going.length < wanted.length) return NO_STORY
    const articles = [...new Set([target, ...going].flatMap((story) => story?.articles ?? []))]
    const changes: Change[] = [storyChange(target, { ...target, articles })]
    for (const story of going) if (story) changes.push(storyChange(story, null))
    for (const before of await db.clusterDecisions.where('story').anyOf(wanted).toArray()) {
      changes.push(clusterChange(before, { ...before, story: into }))
    }
    for (const before of await db.findingDecisions.where('story').anyOf(wanted).toArray()) {
      changes.push(findingChange(before, { ...before, story: into }))
    }
    return ok({ label: `Merge ${String(going.length + 1)} stories into ${target.name}`, changes })
  })
}

function clusterChange(before: ClusterDecision | null, after: ClusterDecision | null): Change {
  return { table: 'clusterDecisions', id: (before ?? after)?.id ?? '', before, after }
}

function findingChange(before: FindingDecision | null, after: FindingDecision | null): Change {
  return { table: 'findingDecisions', id: (before ?? after)?.id ?? '', before, after }
}
