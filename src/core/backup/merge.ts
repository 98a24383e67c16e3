import type { CorpusContent } from '../exchange/dataset-reader'
import { annotationRanges, type Annotation } from '../model/annotation'
import { ok, type Result } from '../model/result'
import { damagedBackup, type BackupManifest } from './manifest'

/** Gives the content of a part the rows that changed since it was written. Made once for all parts of a backup. */
export interface BackupMerge {
  /** The part as the backup has it. Removed articles are left out with their annotations. */
  part(content: CorpusContent): Result<CorpusContent>
}

/** Prepares to merge the rows of a backup into its parts. */
export function mergeBackup({ rows }: BackupManifest): BackupMerge {
  const articles = new Map(rows.articles)
  const annotations = new Map(rows.annotations)
  const byArticle = new Map<string, Annotation[]>()
  for (const [, row] of rows.annotations) {
    if (!row) continue
    const own = byArticle.get(row.article)
    if (own) own.push(row)
    else byArticle.set(row.article, [row])
  }
  return {
    part(content) {
      const present = content.articles
        .map(({ article, body }) => ({ article: { ...article, ...articles.get(article.id) }, body }))
        .filter(({ article }) => articles.get(article.id) !== null && !article.removed)
      const texts = new Map(present.map(({ article, body }) => [article.id, body.text]))
      const merged = [
        ...content.annotations.filter(({ id, article }) => !annotations.has(id) && texts.has(article)),
        ...present.flatMap(({ article }) => byArticle.get(article.id) ?? []),
      ]
      const wrong = merged.find((annotation) => !fits(annotation, texts.get(annotation.article) ?? ''))
      if (wrong) return damagedBackup(`the annotation “${wrong.exact.slice(0, 60)}” is not where it says`)
      return ok({
        corpus: rows.corpus,
        layers: rows.layers,
        tags: rows.tags,
        annotators: rows.annotators,
        sources: rows.sources,
        speakers: rows.speakers,
        stories: rows.stories,
        savedSearches: rows.savedSearches ?? [],
        clusterDecisions: rows.clusterDecisions,
        findingDecisions: rows.findingDecisions,
        articles: present,
        annotations: merged,
        // What was found is made again when the story is looked at.
        comparisons: [],
      })
    },
  }
}

/** True when every span of the annotation lies in the text and its own carries the words that are there. */
export function fits(annotation: Annotation, text: string): boolean {
  return (
    text.slice(annotation.start, annotation.end) === annotation.exact &&
    annotationRanges(annotation).every(({ start, end }) => start <= end && end <= text.length)
  )
}
