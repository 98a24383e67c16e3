import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import type { Spread } from '#store/story'
import { articlesOf, spreadOf } from '../spread'

/** How many clusters exactly these articles share. */
export interface SharedSet {
  /** Article ids, in the order of the story. */
  readonly articles: readonly string[]
  readonly count: number
}

/** How many clusters of a kind are in all, some and one of the articles, and which articles share them. */
export interface Sharing {
  readonly spreads: Readonly<Record<Spread, number>>
  /** Most shared first, then by how many articles. */
  readonly sets: readonly SharedSet[]
}

/** Counts the clusters of a kind by the articles they are in. */
export function sharingOf(view: ComparisonView, kind: ClusterKind): Sharing {
  const order = new Map(view.sources.map(({ article }, index) => [article.id, index]))
  const spreads: Record<Spread, number> = { all: 0, some: 0, one: 0 }
  const sets = new Map<string, { articles: readonly string[]; count: number }>()
  for (const cluster of view.clusters) {
    if (cluster.kind !== kind) continue
    const articles = articlesOf(cluster, view.annotations).toSorted(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    )
    if (articles.length === 0) continue
    spreads[spreadOf(articles.length, view.sources.length)] += 1
    const key = articles.join()
    const set = sets.get(key) ?? { articles, count: 0 }
    set.count += 1
    sets.set(key, set)
  }
  return {
    spreads,
    sets: [...sets.values()].sort((a, b) => b.articles.length - a.articles.length || b.count - a.count),
  }
}
