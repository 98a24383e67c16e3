import type { Annotation } from '#core/model/annotation'
import type { Annotator } from '#core/model/corpus'
import type { CorpusDatabase } from './database'
import type { BatchCompanion } from './import-batch'
import { storeStats } from './journal'
import { changeStats } from './stats'
import type { ArticleStats, ImportReportLine, StoredArticle } from './stored'

/** The annotations of one file of a brat import. */
export interface BratAnnotations {
  readonly annotator: Annotator
  /** For the id that the article turns out to have. */
  readonly of: (article: string) => readonly Annotation[]
  /** What the annotation file has that was left out. */
  readonly lines: readonly ImportReportLine[]
}

/**
 * Stores the quotations of a batch of brat documents with their articles. Annotations that are there already, from an
 * earlier import, stay as they are now. An article that is new and annotated counts as done.
 * @param documents parallel to the items of the batch; null for an item without annotations
 */
export function bratCompanion(
  db: CorpusDatabase,
  documents: readonly (BratAnnotations | null)[],
): BatchCompanion {
  return {
    tables: [db.annotations, db.annotators, db.stats],
    store: async (lines) => {
      const annotated = documents.flatMap((document, index) => {
        const line = lines[index]
        return document && line?.article ? [{ document, line, article: line.article }] : []
      })
      await storeAnnotators(
        db,
        annotated.map(({ document }) => document.annotator),
      )
      await storeAnnotations(
        db,
        annotated.flatMap(({ document, article }) => document.of(article)),
      )
      const fresh = annotated.filter(({ line }) => line.outcome === 'imported')
      await markDone(
        db,
        fresh.map(({ article }) => article),
      )
      return documents.flatMap((document) => document?.lines ?? [])
    },
  }
}

async function storeAnnotators(db: CorpusDatabase, annotators: readonly Annotator[]): Promise<void> {
  const byId = new Map(annotators.map((annotator) => [annotator.id, annotator]))
  const there = await db.annotators.bulkGet([...byId.keys()])
  const missing = [...byId.values()].filter((_, index) => !there[index])
  if (missing.length > 0) await db.annotators.bulkAdd(missing)
}

async function storeAnnotations(db: CorpusDatabase, annotations: readonly Annotation[]): Promise<void> {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const there = await db.annotations.bulkGet([...byId.keys()])
  const fresh = [...byId.values()].filter((_, index) => !there[index])
  if (fresh.length === 0) return
  await db.annotations.bulkAdd(fresh)
  const stats = new Map<string, ArticleStats>()
  const articles = [...new Set(fresh.map(({ article }) => article))]
  for (const row of await db.stats.bulkGet(articles)) if (row) stats.set(row.article, row)
  for (const annotation of fresh) {
    const { article } = annotation
    stats.set(article, changeStats(stats.get(article), article, undefined, annotation))
  }
  await storeStats(db, stats.values())
}

async function markDone(db: CorpusDatabase, articles: readonly string[]): Promise<void> {
  const rows = await db.articles.bulkGet([...articles])
  const done = rows.flatMap((row): StoredArticle[] =>
    row?.status === 'todo' ? [{ ...row, status: 'done' }] : [],
  )
  if (done.length > 0) await db.articles.bulkPut(done)
}
