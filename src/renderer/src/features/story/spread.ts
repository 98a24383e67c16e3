import type { Annotation } from '#core/model/annotation'
import type { Cluster } from '#core/model/comparison'
import type { ClusterFilter, Spread } from '#store/story'

/** The articles that a cluster's members are of, each once, in the order of the members, which is the story's. */
export function articlesOf(
  cluster: Cluster,
  annotations: ReadonlyMap<string, Annotation>,
): readonly string[] {
  const articles = new Set<string>()
  for (const member of cluster.members) {
    const annotation = annotations.get(member)
    if (annotation) articles.add(annotation.article)
  }
  return [...articles]
}

/** Whether something is in all of a story's articles, in some, or in one alone. `of` is how many the story has. */
export function spreadOf(count: number, of: number): Spread {
  if (count <= 1) return 'one'
  return count >= of ? 'all' : 'some'
}

/** True when a matrix narrowed by `filter` shows the cluster. */
export function passesFilter(
  cluster: Cluster,
  filter: ClusterFilter | null,
  annotations: ReadonlyMap<string, Annotation>,
  articleCount: number,
): boolean {
  if (filter === null) return true
  if (filter.by === 'cluster') return cluster.id === filter.cluster
  const articles = articlesOf(cluster, annotations)
  if (filter.by === 'spread') return spreadOf(articles.length, articleCount) === filter.spread
  return articles.length === filter.articles.length && articles.every((id) => filter.articles.includes(id))
}
