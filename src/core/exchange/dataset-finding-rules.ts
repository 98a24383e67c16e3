import type { ClusterKind } from '../model/comparison'
import type { Dataset, DatasetClusterFinding, DatasetFinding } from '../model/dataset'
import { contentId } from '../model/ids'

/** The layer of the annotations that a cluster gathers. */
export const COMPARED_LAYER: Readonly<Record<ClusterKind, 'quotation' | 'claim'>> = {
  utterance: 'quotation',
  assertion: 'claim',
}

/** The id of a cluster's finding, made from what it says where a file gives none. */
export function clusterFindingId(
  { id, kind, members, detail }: DatasetClusterFinding,
  cluster: string,
): string {
  return id ?? contentId('fnd', kind, ...members, cluster, detail)
}

/** The id of a finding about passages, made from their places where a file gives none. */
export function findingId({ id, kind, a, b }: DatasetFinding): string {
  const places = [a, b].map(({ article, start, end }) => `${article}:${String(start)}:${String(end)}`)
  return id ?? contentId('fnd', kind, ...places)
}

/** The story of a finding: its own, else the first that has both articles; null when there is none. */
export function storyOf(stories: Dataset['stories'], { story, a, b }: DatasetFinding): string | null {
  const own = stories.find(({ articles }) => articles.includes(a.article) && articles.includes(b.article))
  return story ?? own?.id ?? null
}

/** Why two passages are not what their kind says; null when they are. */
export function passageFault({ kind, a, b }: Pick<DatasetFinding, 'kind' | 'a' | 'b'>): string | null {
  if (a.start >= a.end || b.start >= b.end) return 'has an empty passage'
  const isOneArticle = a.article === b.article
  if (isOneArticle && a.start === b.start && a.end === b.end) return 'has the same passage twice'
  if (kind === 'repeats-itself' && !isOneArticle)
    return 'is an article that repeats itself, but names two articles'
  if (kind === 'reuse' && isOneArticle) return 'is reuse between articles, but names one article'
  return null
}
