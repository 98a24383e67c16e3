import type { Annotation } from '#core/model/annotation'
import type { ArticleStats } from './stored'

/** Statistics of an article without annotations. */
function noStats(article: string): ArticleStats {
  return { article, accepted: 0, suggested: 0, rejected: 0, tags: {} }
}

function weigh(stats: ArticleStats, annotation: Annotation, by: 1 | -1): ArticleStats {
  const tags = new Map(Object.entries(stats.tags))
  if (annotation.status !== 'rejected') {
    for (const tag of new Set(annotation.tags)) {
      const count = (tags.get(tag) ?? 0) + by
      if (count === 0) tags.delete(tag)
      else tags.set(tag, count)
    }
  }
  return { ...stats, [annotation.status]: stats[annotation.status] + by, tags: Object.fromEntries(tags) }
}

/** Statistics after one annotation of the article came (`before` undefined), went (`after` undefined) or changed. */
export function changeStats(
  stats: ArticleStats | undefined,
  article: string,
  before: Annotation | undefined,
  after: Annotation | undefined,
): ArticleStats {
  let changed = stats ?? noStats(article)
  if (before) changed = weigh(changed, before, -1)
  if (after) changed = weigh(changed, after, 1)
  return changed
}

/** Statistics counted anew from all annotations of the article. */
export function countStats(article: string, annotations: Iterable<Annotation>): ArticleStats {
  let stats = noStats(article)
  for (const annotation of annotations) stats = weigh(stats, annotation, 1)
  return stats
}

/** True when there is nothing to store. */
export function isEmptyStats(stats: ArticleStats): boolean {
  return stats.accepted === 0 && stats.suggested === 0 && stats.rejected === 0
}
