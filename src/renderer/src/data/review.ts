import type { Annotation } from '#core/model/annotation'
import { bodyIn } from './bodies'
import type { CorpusDatabase } from './database'
import type { BodyPack, StoredArticle } from './stored'

/** Suggestions on one page of the queue: what is read at once, and again after each decision. */
export const REVIEW_PAGE = 500

/** UTF-16 code units of text shown on either side of a suggestion, before cutting at a word. */
const CONTEXT = 240

/** What a review goes through, and in which order. */
export interface ReviewFilter {
  readonly order: 'surest' | 'least-sure'
  /** Id of a layer, null for all. */
  readonly layer: string | null
  /** Scores 0..1, both included. */
  readonly minScore: number
  readonly maxScore: number
  /** Id of a speaker or claimant, null for all. */
  readonly speaker: string | null
  /** Id of an outlet, null for all. */
  readonly source: string | null
  /** Ids of the articles that a search found, null for all. */
  readonly articles: readonly string[] | null
  /** Page of the queue, from 0. */
  readonly page: number
}

/** One page of the queue. */
export interface ReviewPage {
  readonly items: readonly ReviewItem[]
  /** True when another page follows. */
  readonly hasMore: boolean
}

/** An undecided suggestion with the names a person knows it by. */
export interface ReviewItem {
  readonly annotation: Annotation
  readonly articleTitle: string
  /** Name of the outlet, null when unknown. */
  readonly sourceName: string | null
  /** Name of the speaker or claimant, null while unresolved. */
  readonly speakerName: string | null
}

/** The article's text right before and after an annotation, cut at words. */
export interface ReviewContext {
  readonly before: string
  readonly after: string
}

/** Id of the speaker of a quotation or the claimant of a claim, null for none. */
export function speakerOf({ quotation, claim }: Annotation): string | null {
  return quotation?.speaker ?? claim?.claimant ?? null
}

/** A page of the suggestions that pass the filter, in its order; equal scores by article and place. */
export async function readReviewQueue(db: CorpusDatabase, filter: ReviewFilter): Promise<ReviewPage> {
  const { order, layer, minScore, maxScore, speaker, source, page } = filter
  const ofSource = source === null ? null : await articlesOf(db, source)
  const chosen = filter.articles && new Set(filter.articles)
  const scored = db.annotations
    .where('[status+reason.score]')
    .between(['suggested', minScore], ['suggested', maxScore], true, true)
  const ordered = order === 'surest' ? scored.reverse() : scored
  const passes = (one: Annotation) =>
    (layer === null || one.layer === layer) &&
    (speaker === null || speakerOf(one) === speaker) &&
    (ofSource === null || ofSource.has(one.article)) &&
    (chosen === null || chosen.has(one.article))
  // Without a test of each row the database itself skips the pages before.
  const isWhole = layer === null && speaker === null && ofSource === null && chosen === null
  const found = await (isWhole ? ordered : ordered.filter(passes))
    .offset(page * REVIEW_PAGE)
    .limit(REVIEW_PAGE + 1)
    .toArray()
  const items = await withNames(db, found.slice(0, REVIEW_PAGE))
  const sign = order === 'surest' ? -1 : 1
  const scoreOf = ({ annotation }: ReviewItem) => annotation.reason?.score ?? 0
  items.sort(
    (a, b) =>
      sign * (scoreOf(a) - scoreOf(b)) ||
      (a.annotation.article < b.annotation.article ? -1 : 0) ||
      (a.annotation.article > b.annotation.article ? 1 : 0) ||
      a.annotation.start - b.annotation.start,
  )
  return { items, hasMore: found.length > REVIEW_PAGE }
}

async function articlesOf(db: CorpusDatabase, source: string): Promise<ReadonlySet<string>> {
  return new Set(await db.articles.filter((article) => article.source === source).primaryKeys())
}

/** The annotations with the names a person knows them by; those of removed articles are left out. */
export async function withNames(db: CorpusDatabase, found: readonly Annotation[]): Promise<ReviewItem[]> {
  const articles = await rowsById<StoredArticle>(
    db.articles,
    found.map(({ article }) => article),
  )
  const sources = await rowsById(
    db.sources,
    [...articles.values()].map(({ source }) => source),
  )
  const speakers = await rowsById(db.speakers, found.map(speakerOf))
  return found.flatMap((annotation): ReviewItem[] => {
    const article = articles.get(annotation.article)
    if (!article || article.removed) return []
    return [
      {
        annotation,
        articleTitle: article.title,
        sourceName: sources.get(article.source ?? '')?.name ?? null,
        speakerName: speakers.get(speakerOf(annotation) ?? '')?.name ?? null,
      },
    ]
  })
}

async function rowsById<Row extends { readonly id: string }>(
  table: { bulkGet(ids: string[]): PromiseLike<(Row | undefined)[]> },
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Row>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const rows = new Map<string, Row>()
  for (const row of await table.bulkGet(wanted)) if (row) rows.set(row.id, row)
  return rows
}

/** The text around annotations, by annotation id; reads each pack of texts once. */
export async function readContexts(
  db: CorpusDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReviewContext>> {
  const annotations = await rowsById<Annotation>(db.annotations, ids)
  const articles = await rowsById<StoredArticle>(
    db.articles,
    [...annotations.values()].map((one) => one.article),
  )
  const packs = new Map<number, BodyPack>()
  const numbers = [...new Set([...articles.values()].map(({ pack }) => pack))]
  for (const pack of await db.bodies.bulkGet(numbers)) if (pack) packs.set(pack.pack, pack)
  const contexts = new Map<string, ReviewContext>()
  const texts = new Map<string, string>()
  for (const { id, article, start, end } of annotations.values()) {
    const pack = packs.get(articles.get(article)?.pack ?? -1)
    const text = texts.get(article) ?? (pack && bodyIn(pack, article)?.text)
    if (text === undefined) continue
    texts.set(article, text)
    contexts.set(id, { before: textBefore(text, start), after: textAfter(text, end) })
  }
  return contexts
}

function textBefore(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT)
  const piece = text.slice(from, start)
  return from === 0 ? piece : piece.replace(/^\S*\s+/u, '')
}

function textAfter(text: string, end: number): string {
  const piece = text.slice(end, end + CONTEXT)
  return end + CONTEXT >= text.length ? piece : piece.replace(/\s+\S*$/u, '')
}
