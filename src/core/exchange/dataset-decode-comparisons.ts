import type { Annotation } from '../model/annotation'
import type { Cluster, ClusterDecision, Evidence, Finding, FindingDecision } from '../model/comparison'
import type { Dataset, DatasetCluster, DatasetClusterFinding, DatasetFinding } from '../model/dataset'
import type { OffsetMap } from '../text/offsets'
import { clusterFindingId, findingId, storyOf } from './dataset-finding-rules'

/** What a dataset has of one story's comparison. Links are not in a dataset: comparing the story again finds them. */
export interface DecodedComparison {
  /** Id of the story. */
  readonly story: string
  readonly clusters: readonly Cluster[]
  readonly findings: readonly Finding[]
}

/** Clusters and findings as the program has them: what a person decided, and what was found. */
export interface DecodedComparisons {
  readonly clusterDecisions: readonly ClusterDecision[]
  readonly findingDecisions: readonly FindingDecision[]
  readonly comparisons: readonly DecodedComparison[]
}

interface Found {
  readonly clusters: Cluster[]
  readonly findings: Finding[]
}

/**
 * Accepted clusters become decisions that hold them, rejected ones decisions that keep their members apart; accepted
 * and suggested ones are what was found, until the story is compared again.
 * @param annotations of the dataset, decoded
 * @param offsetsOf the offsets of an article's text
 */
export function decodeComparisons(
  dataset: Dataset,
  annotations: readonly Annotation[],
  offsetsOf: (article: string) => OffsetMap,
): DecodedComparisons {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, text ?? '']))
  const clusterDecisions: ClusterDecision[] = []
  const findingDecisions = new Map<string, FindingDecision>()
  const stories = new Map<string, Found>()
  const foundIn = (story: string): Found => {
    const found = stories.get(story) ?? { clusters: [], findings: [] }
    stories.set(story, found)
    return found
  }
  const add = (finding: Finding, { status = 'open', note = '' }: DatasetFinding | DatasetClusterFinding) => {
    foundIn(finding.story).findings.push(finding)
    if ((status === 'open' && note === '') || findingDecisions.has(finding.id)) return
    findingDecisions.set(finding.id, { id: finding.id, story: finding.story, status, note })
  }
  for (const cluster of dataset.clusters) {
    const decision = decisionOf(cluster)
    if (decision) clusterDecisions.push(decision)
    if (cluster.status === 'rejected') continue
    foundIn(cluster.story).clusters.push(decodeCluster(cluster, decision))
    for (const finding of cluster.findings)
      add(decodeClusterFinding(finding, cluster, byId, offsetsOf), finding)
  }
  for (const finding of dataset.findings) {
    const story = storyOf(dataset.stories, finding)
    // Without a story there is no place that would show it.
    if (story !== null) add(decodeFinding(finding, story, texts, offsetsOf), finding)
  }
  return {
    clusterDecisions,
    findingDecisions: [...findingDecisions.values()],
    comparisons: [...stories].map(([story, found]) => ({ story, ...found })),
  }
}

function decisionOf({
  id,
  story,
  kind,
  status,
  members,
  settled = members,
  apart = [],
  confirmed,
  alone,
}: DatasetCluster): ClusterDecision | null {
  if (status === 'suggested' || members.length === 0) return null
  return status === 'accepted'
    ? {
        id,
        story,
        kind,
        verdict: 'together',
        members: settled,
        apart,
        ...(confirmed && { confirmed }),
        ...(alone && { alone }),
      }
    : { id, story, kind, verdict: 'separate', members, apart: [] }
}

function decodeCluster(
  { id, kind, story, members, score = 1 }: DatasetCluster,
  decision: ClusterDecision | null,
): Cluster {
  return {
    id,
    kind,
    story,
    members,
    settled: decision?.members ?? [],
    status: decision ? 'accepted' : 'suggested',
    ...(decision?.confirmed && { confirmed: true as const }),
    score,
    links: [],
  }
}

function decodeClusterFinding(
  finding: DatasetClusterFinding,
  cluster: DatasetCluster,
  annotations: ReadonlyMap<string, Annotation>,
  offsetsOf: (article: string) => OffsetMap,
): Finding {
  const { kind, members, detail, signs = [], score = 1 } = finding
  const evidence =
    finding.evidence?.map(({ article, annotation, start, end, exact }): Evidence => {
      const offsets = offsetsOf(article)
      return { article, annotation, start: offsets.toUtf16(start), end: offsets.toUtf16(end), exact }
    }) ?? [...(members.length > 0 ? members : cluster.members)].flatMap((id) => wordsOf(annotations.get(id)))
  return {
    id: clusterFindingId(finding, cluster.id),
    kind,
    story: cluster.story,
    cluster: cluster.id,
    members,
    articles: finding.articles ?? [...new Set(evidence.map(({ article }) => article))],
    evidence,
    explanation: detail,
    signs,
    score,
  }
}

/** An annotation's words, as evidence where another program gave none. */
function wordsOf(annotation: Annotation | undefined): Evidence[] {
  if (!annotation) return []
  const { id, article, start, end, exact } = annotation
  return [{ article, annotation: id, start, end, exact }]
}

function decodeFinding(
  finding: DatasetFinding,
  story: string,
  texts: ReadonlyMap<string, string>,
  offsetsOf: (article: string) => OffsetMap,
): Finding {
  const { kind, a, b, similarity, signs = [], detail = '' } = finding
  const evidence = [a, b].map(({ article, ...range }): Evidence => {
    const offsets = offsetsOf(article)
    const [start, end] = [offsets.toUtf16(range.start), offsets.toUtf16(range.end)]
    const exact = texts.get(article)?.slice(start, end) ?? ''
    return { article, annotation: null, start, end, exact }
  })
  return {
    id: findingId(finding),
    kind,
    story,
    cluster: null,
    members: [],
    articles: [...new Set([a.article, b.article])],
    evidence,
    explanation: detail,
    signs,
    score: similarity,
  }
}
