import type { Annotation } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import type { IndexedDocument } from '#core/search/segment-builder'
import type { CorpusDatabase } from './database'

/** Fields of an article's annotations, in the order in which the index knows them. */
export const ANNOTATION_FIELDS = ['quotations', 'claims', 'notes'] as const

/** What was quoted, claimed and noted in an article: the texts of its annotations, rejected ones left out. */
export function annotatedFields(annotations: readonly Annotation[]): IndexedDocument['fields'] {
  const valid = annotations.filter(({ status }) => status !== 'rejected')
  return [
    valid.flatMap(({ quotation }) => quotation?.content.map(({ exact }) => exact) ?? []),
    valid.flatMap(({ claim, exact }) => (claim ? [exact] : [])),
    valid.flatMap(({ note }) => (note === '' ? [] : [note])),
  ]
}

/** Calls back with the annotations of each article that has any, one article after the other. */
export async function eachAnnotatedArticle(
  db: CorpusDatabase,
  take: (article: string, annotations: readonly Annotation[]) => void,
): Promise<void> {
  let article = ''
  let own: Annotation[] = []
  await db.annotations.orderBy('article').each((annotation) => {
    if (annotation.article !== article && own.length > 0) {
      take(article, own)
      own = []
    }
    article = annotation.article
    own.push(annotation)
  })
  if (own.length > 0) take(article, own)
}

/** The ranges of quotations and claims in articles, by article. Ask for a page at a time. */
export async function annotatedRanges(
  db: CorpusDatabase,
  articles: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<'quotations' | 'claims', readonly TextRange[]>>>> {
  const rows = await db.annotations
    .where('article')
    .anyOf([...articles])
    .toArray()
  return new Map(
    articles.map((article) => {
      const own = rows.filter((row) => row.article === article && row.status !== 'rejected')
      return [
        article,
        {
          quotations: own.flatMap(({ quotation }) => quotation?.content ?? []),
          claims: own.filter(({ claim }) => claim !== undefined),
        },
      ]
    }),
  )
}

/** What changes when an annotation does: for following them. */
export async function countAnnotations(db: CorpusDatabase): Promise<number> {
  return db.annotations.count()
}
