import type { Article } from '#core/model/article'
import type { Story } from '#core/model/corpus'
import type { CorpusDatabase } from './database'
import type { StoredArticle } from './stored'

/** A story with what a list shows of it; how current its comparison is, the compare worker knows. */
export interface StoryFacts {
  readonly story: Story
  /** Articles that are not removed. */
  readonly articles: number
  /** Names of the outlets, each once, by date of their articles. */
  readonly sources: readonly string[]
  /** ISO 8601: earliest and latest date of its articles, null when none has one. */
  readonly from: string | null
  readonly to: string | null
  /** Ids of articles without any annotation that is suggested or accepted. */
  readonly unread: readonly string[]
  /** What the stored comparison was made from, null when there is none. */
  readonly basis: string | null
  /** Findings of the stored comparison that nobody has decided on. */
  readonly openFindings: number
}

/** Milliseconds of an ISO date, as precise as it is; undated last. */
function timeOf({ publishedAt }: Pick<Article, 'publishedAt'>): number {
  const time = publishedAt === null ? NaN : Date.parse(publishedAt)
  return Number.isNaN(time) ? Infinity : time
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of a story's articles, which is that of its columns: by date, then title, then id; undated last. */
export function compareByDate(
  a: Pick<Article, 'id' | 'title' | 'publishedAt'>,
  b: Pick<Article, 'id' | 'title' | 'publishedAt'>,
): number {
  const [from, to] = [timeOf(a), timeOf(b)]
  return (from === to ? 0 : from - to) || compareText(a.title, b.title) || compareText(a.id, b.id)
}

/** The articles of a story that are not removed, in the order of its columns. */
export async function readStoryArticles(
  db: CorpusDatabase,
  ids: readonly string[],
): Promise<StoredArticle[]> {
  const rows = await db.articles.bulkGet([...new Set(ids)])
  return rows
    .filter((row) => row !== undefined)
    .filter(({ removed }) => !removed)
    .sort(compareByDate)
}

/** All articles that are not removed, in the order of a story's columns. */
export async function readAllArticles(db: CorpusDatabase): Promise<StoredArticle[]> {
  return (await db.articles.filter(({ removed }) => !removed).toArray()).sort(compareByDate)
}

/** The facts of stories, in the order given. Reads no annotations and no comparison as a whole. */
export async function readStoryFacts(db: CorpusDatabase, stories: readonly Story[]): Promise<StoryFacts[]> {
  const ids = [...new Set(stories.flatMap(({ articles }) => articles))]
  const [rows, stats, heads] = await Promise.all([
    db.articles.bulkGet(ids),
    db.stats.bulkGet(ids),
    db.comparisonHeads.bulkGet(stories.map(({ id }) => id)),
  ])
  const articles = new Map<string, StoredArticle>()
  for (const row of rows) if (row && !row.removed) articles.set(row.id, row)
  const marked = new Set(stats.flatMap((row) => (row && row.accepted + row.suggested > 0 ? row.article : [])))
  const outlets = [...new Set([...articles.values()].flatMap(({ source }) => source ?? []))]
  const names = new Map(
    (await db.sources.bulkGet(outlets)).flatMap((one) => (one ? [[one.id, one.name]] : [])),
  )
  const findings = [...new Set(heads.flatMap((head) => head?.findings ?? []))]
  const decisions = await db.findingDecisions.bulkGet(findings)
  const decided = new Set(decisions.flatMap((one) => (one && one.status !== 'open' ? one.id : [])))
  return stories.map((story, index): StoryFacts => {
    const own = [...new Set(story.articles)].flatMap((id) => articles.get(id) ?? []).sort(compareByDate)
    const dated = own.flatMap(({ publishedAt }) => publishedAt ?? [])
    return {
      story,
      articles: own.length,
      sources: [...new Set(own.flatMap(({ source }) => (source && names.get(source)) ?? []))],
      from: dated[0] ?? null,
      to: dated.at(-1) ?? null,
      unread: own.filter(({ id }) => !marked.has(id)).map(({ id }) => id),
      basis: heads[index]?.basis ?? null,
      openFindings: heads[index]?.findings.filter((id) => !decided.has(id)).length ?? 0,
    }
  })
}

/** Every story that is not a dismissed proposal. */
export async function readStories(db: CorpusDatabase): Promise<Story[]> {
  return (await db.stories.toArray()).filter(({ dismissed }) => !dismissed)
}

/**
 * Adds stories that the program found, outside the journal: their ids come from their content, and they can be found
 * again. Those whose id is taken are passed over.
 */
export async function addFoundStories(db: CorpusDatabase, stories: readonly Story[]): Promise<void> {
  await db.transaction('rw', db.stories, async () => {
    const there = await db.stories.bulkGet(stories.map(({ id }) => id))
    const fresh = stories.filter((_, index) => there[index] === undefined)
    if (fresh.length > 0) await db.stories.bulkAdd(fresh)
  })
}
