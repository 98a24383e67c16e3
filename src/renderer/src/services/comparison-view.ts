import { settleClusters } from '#core/compare/settle-clusters'
import type { Annotation } from '#core/model/annotation'
import type { Article } from '#core/model/article'
import type {
  Cluster,
  ClusterDecision,
  Finding,
  FindingDecision,
  FindingStatus,
} from '#core/model/comparison'
import type { Story } from '#core/model/corpus'
import type { StoryMaterial } from '#data/comparisons'
import type { StoredComparison } from '#data/stored'

/** A column of a comparison: one article of the story. */
export interface ComparedSource {
  readonly article: Article
  /** Name of the outlet, else the article's title; never empty. */
  readonly sourceName: string
  /** From 0, by date. */
  readonly column: number
}

/** A finding with what a person thinks of it. */
export interface FindingView {
  readonly finding: Finding
  readonly status: FindingStatus
  readonly note: string
}

/** A story compared, as the screens show it. */
export interface ComparisonView {
  readonly story: Story
  /** By date, then title; removed articles are left out. */
  readonly sources: readonly ComparedSource[]
  /** Every quotation and claim of the story that is not rejected, by id. */
  readonly annotations: ReadonlyMap<string, Annotation>
  /** Name of each speaker and claimant, by id. */
  readonly speakers: ReadonlyMap<string, string>
  /** Every decision is in them already, also one that the comparison has yet to hear of. */
  readonly clusters: readonly Cluster[]
  readonly findings: readonly FindingView[]
  /** Ids of articles without any quotation or claim: suggesting for them may help. */
  readonly unread: readonly string[]
  /** `stale`: something changed, and the next comparison starts soon (or failed, or was cancelled). */
  readonly state: 'running' | 'current' | 'stale'
}

/** The newest comparison of a story with the decisions on its findings. */
export interface Compared {
  readonly comparison: StoredComparison
  readonly decisions: ReadonlyMap<string, FindingDecision>
}

/** The view of a story, with the decisions made since it was compared. */
export function viewOf(
  { story, articles, sources, annotations, speakers }: StoryMaterial,
  decisions: readonly ClusterDecision[],
  { comparison, decisions: onFindings }: Compared,
  state: ComparisonView['state'],
): ComparisonView {
  const all = new Map([...annotations.values()].flatMap((own) => own.map((one) => [one.id, one])))
  const { clusters, findings } = settleClusters(comparison, story.id, decisions, (id) => all.has(id))
  return {
    story,
    sources: articles.map((article, column) => {
      const outlet = article.source === null ? undefined : sources.get(article.source)
      return { article, sourceName: outlet || article.title || article.id, column }
    }),
    annotations: all,
    speakers,
    clusters,
    findings: findings.map((finding) => {
      const decision = onFindings.get(finding.id)
      return { finding, status: decision?.status ?? 'open', note: decision?.note ?? '' }
    }),
    unread: articles.filter(({ id }) => !annotations.get(id)?.length).map(({ id }) => id),
    state,
  }
}
