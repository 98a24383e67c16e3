import type { Table } from 'dexie'
import type { Annotation } from '#core/model/annotation'
import type { Cluster, ClusterDecision, Finding, FindingDecision } from '#core/model/comparison'
import type { Story } from '#core/model/corpus'
import type { CorpusDatabase } from './database'
import { pacedOf, type Live } from './live'
import { speakerOf } from './review'
import { readStoryArticles } from './stories'
import type { StoredArticle, StoredComparison, StoredComparisonPart, StoredReuse } from './stored'

/** Layers that are compared. */
const COMPARED_LAYERS: ReadonlySet<string> = new Set(['quotation', 'claim'])

/** What a story's comparison is about, as it stands now. */
export interface StoryMaterial {
  readonly story: Story
  /** Not removed, in the order of the columns: by date, then title. */
  readonly articles: readonly StoredArticle[]
  /** Name of each outlet, by id. */
  readonly sources: ReadonlyMap<string, string>
  /** Quotations and claims that are not rejected, by article, in text order. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
  /** Name of each speaker and claimant among them, by id. */
  readonly speakers: ReadonlyMap<string, string>
}

function compareByPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}

/** Quotations and claims of an article that are not rejected, in text order. */
async function readCompared(db: CorpusDatabase, article: string): Promise<readonly Annotation[]> {
  const all = await db.annotations.where('article').equals(article).toArray()
  return all
    .filter(({ layer, status }) => COMPARED_LAYERS.has(layer) && status !== 'rejected')
    .sort(compareByPlace)
}

/** What a story's comparison is about; null when the story is not there or dismissed. Reads no text. */
export async function readStoryMaterial(db: CorpusDatabase, id: string): Promise<StoryMaterial | null> {
  const story = await db.stories.get(id)
  if (!story || story.dismissed) return null
  const articles = await readStoryArticles(db, story.articles)
  // One query an article: each is one read of its rows, where one query for all would walk them one by one.
  const marked = await Promise.all(articles.map((article) => readCompared(db, article.id)))
  const outlets = [...new Set(articles.flatMap(({ source }) => source ?? []))]
  const named = [...new Set(marked.flatMap((own) => own.flatMap((one) => speakerOf(one) ?? [])))]
  const sources = await db.sources.bulkGet(outlets)
  const speakers = await db.speakers.bulkGet(named)
  return {
    story,
    articles,
    sources: namesById(sources),
    annotations: new Map(articles.map((article, index) => [article.id, marked[index] ?? []])),
    speakers: namesById(speakers),
  }
}

function namesById(
  rows: readonly ({ readonly id: string; readonly name: string } | undefined)[],
): ReadonlyMap<string, string> {
  return new Map(rows.flatMap((row): [string, string][] => (row ? [[row.id, row.name]] : [])))
}

/** What a person decided about the clusters of a story, by id. */
export function readClusterDecisions(
  db: CorpusDatabase,
  story: string,
): PromiseLike<readonly ClusterDecision[]> {
  return db.clusterDecisions.where('story').equals(story).sortBy('id')
}

/**
 * What a person decided about findings, by finding. The same finding may come up in two stories that share articles;
 * a decision on it holds in both.
 */
export async function readFindingDecisions(
  db: CorpusDatabase,
  findings: readonly string[],
): Promise<ReadonlyMap<string, FindingDecision>> {
  const rows = await db.findingDecisions.bulkGet([...findings])
  return new Map(rows.flatMap((row): [string, FindingDecision][] => (row ? [[row.id, row]] : [])))
}

/** The newest comparison of a story, null when there is none. Read part by part, each in a task of its own. */
export async function readComparison(db: CorpusDatabase, story: string): Promise<StoredComparison | null> {
  return db.transaction('r', tablesOf(db), async () => {
    const head = await db.comparisonHeads.get(story)
    if (!head) return null
    const parts: StoredComparisonPart[] = []
    for (let number = 0; number < head.parts; number++) {
      const part = await db.comparisonParts.get([story, number])
      if (part) parts.push(part)
    }
    return {
      story,
      version: head.version,
      basis: head.basis,
      clusters: parts.flatMap(({ clusters }) => clusters),
      findings: parts.flatMap(({ findings }) => findings),
    }
  })
}

/** Stores what a comparison found, unless its story has gone meanwhile. */
export async function storeComparison(db: CorpusDatabase, comparison: StoredComparison): Promise<void> {
  await db.transaction('rw', [db.stories, ...tablesOf(db)], async () => {
    if (await db.stories.get(comparison.story)) await writeComparison(db, comparison)
  })
}

/** Stores a comparison; within a transaction on `tablesOf`. */
export async function writeComparison(db: CorpusDatabase, comparison: StoredComparison): Promise<void> {
  const { story, version, basis, findings } = comparison
  const parts = partsOf(comparison)
  const before = (await db.comparisonHeads.get(story))?.parts ?? 0
  await db.comparisonParts.bulkPut(parts)
  await deleteParts(db, story, parts.length, before)
  await db.comparisonHeads.put({
    story,
    version,
    basis,
    parts: parts.length,
    findings: findings.map(({ id }) => id),
  })
}

/** The tables that hold comparisons. */
export function tablesOf(db: CorpusDatabase): [Table, Table] {
  return [db.comparisonHeads, db.comparisonParts]
}

async function deleteParts(db: CorpusDatabase, story: string, from: number, to: number): Promise<void> {
  const keys = Array.from({ length: Math.max(0, to - from) }, (_, index): [string, number] => [
    story,
    from + index,
  ])
  await db.comparisonParts.bulkDelete(keys)
}

/** A part is full at this weight, about 250 KB: reading one takes a few milliseconds. */
const PART_WEIGHT = 1_000

/** What a finding weighs, with its evidence; a link weighs 1. */
const FINDING_WEIGHT = 4

function partsOf({ story, clusters, findings }: StoredComparison): StoredComparisonPart[] {
  const parts: { story: string; part: number; clusters: Cluster[]; findings: Finding[] }[] = []
  let left = 0
  const partFor = (weight: number) => {
    const last = parts.at(-1)
    left -= weight
    if (last && left >= 0) return last
    const next = { story, part: parts.length, clusters: [], findings: [] }
    parts.push(next)
    left = PART_WEIGHT - weight
    return next
  }
  for (const cluster of clusters) partFor(1 + cluster.links.length).clusters.push(cluster)
  for (const finding of findings) partFor(FINDING_WEIGHT).findings.push(finding)
  return parts
}

/** What the comparison of each story was made from, by story; stories never compared are left out. */
export async function readBases(db: CorpusDatabase): Promise<ReadonlyMap<string, string>> {
  const stories = new Set(await db.stories.toCollection().primaryKeys())
  const heads = await db.comparisonHeads.toArray()
  return new Map(heads.filter(({ story }) => stories.has(story)).map(({ story, basis }) => [story, basis]))
}

/** Deletes the comparisons of stories that are gone; undoing a deletion soon brings back story and comparison. */
export async function deleteOrphanComparisons(db: CorpusDatabase): Promise<void> {
  await db.transaction('rw', [db.stories, ...tablesOf(db)], async () => {
    const stories = new Set(await db.stories.toCollection().primaryKeys())
    const gone = (await db.comparisonHeads.toArray()).filter(({ story }) => !stories.has(story))
    for (const { story, parts } of gone) await deleteParts(db, story, 0, parts)
    await db.comparisonHeads.bulkDelete(gone.map(({ story }) => story))
  })
}

/** Text shared across the corpus as it was found last, null when it was never looked for. */
export async function readReuse(db: CorpusDatabase): Promise<StoredReuse | null> {
  return (await db.reuse.get('latest')) ?? null
}

/** Stores the text shared across the corpus. */
export async function storeReuse(db: CorpusDatabase, found: Omit<StoredReuse, 'key'>): Promise<void> {
  await db.reuse.put({ ...found, key: 'latest' })
}

/** Number of articles that are not removed. */
export async function countArticles(db: CorpusDatabase): Promise<number> {
  return (await db.counts.get('articles'))?.value ?? 0
}

/** Number of articles that are not removed, followed. */
export function liveArticleCount(db: CorpusDatabase): Live<number> {
  return pacedOf(db, [db.counts.name], () => countArticles(db))
}
