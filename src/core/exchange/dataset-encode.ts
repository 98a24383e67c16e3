import type { Annotation } from '../model/annotation'
import type { Article, ArticleBody } from '../model/article'
import {
  datasetAnnotationSchema,
  datasetArticleSchema,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetSpan,
} from '../model/dataset'
import type { Span, TextRange } from '../model/range'
import { createOffsetMap, type OffsetMap } from '../text/offsets'
import { DatasetWriteError, describeIssues } from './dataset-errors'
import { orderFields } from './dataset-order'
import { contentFault } from './dataset-spans'

/** An article and its text with the converter of its offsets. */
export interface EncodingArticle {
  readonly article: Article
  readonly body: ArticleBody
  readonly offsets: OffsetMap
}

/** Prepares an article for encoding. */
export function encodingArticle(article: Article, body: ArticleBody): EncodingArticle {
  return { article, body, offsets: createOffsetMap(body.text) }
}

/** The path a person knows the article by. */
export function articlePath(article: Article): string {
  return article.paths[0] ?? article.id
}

/** Code points before `offset`, or null where it is outside the text or halves a surrogate pair. */
function codePointAt(text: string, offsets: OffsetMap, offset: number): number | null {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null
  const codePoint = offsets.toCodePoint(offset)
  return offsets.toUtf16(codePoint) === offset ? codePoint : null
}

function encodeRange(source: EncodingArticle, range: TextRange, what: string): TextRange {
  const start = codePointAt(source.body.text, source.offsets, range.start)
  const end = codePointAt(source.body.text, source.offsets, range.end)
  if (start === null || end === null || start > end) {
    throw new DatasetWriteError(
      'offset-mismatch',
      `${what} in "${articlePath(source.article)}" runs from ${String(range.start)} to ${String(range.end)}, which is not a range of its text of ${String(source.body.text.length)} UTF-16 units.`,
      'Export the other articles as a selection, and report this message.',
    )
  }
  return { start, end }
}

/**
 * A span in code points, checked against the text.
 * @param what names it in the message of the error
 * @throws {DatasetWriteError} `offset-mismatch` when it does not carry its text
 */
export function encodeSpan(source: EncodingArticle, span: Span, what: string): DatasetSpan {
  const { start, end } = encodeRange(source, span, what)
  const found = source.body.text.slice(span.start, span.end)
  if (found !== span.exact) {
    throw new DatasetWriteError(
      'offset-mismatch',
      `${what} in "${articlePath(source.article)}" should read ${JSON.stringify(span.exact)}, but the text from ${String(span.start)} to ${String(span.end)} reads ${JSON.stringify(found)}.`,
      'Correct or delete this annotation, then export again.',
    )
  }
  return { start, end, exact: span.exact }
}

/**
 * The article as a dataset has it. `withText` false leaves the text null; hash and offsets stay.
 * @throws {DatasetWriteError} when a block lies outside the text or a field is not what the format allows
 */
export function encodeArticle(source: EncodingArticle, withText: boolean): DatasetArticle {
  const { article, body } = source
  const encoded: DatasetArticle = {
    id: article.id,
    path: articlePath(article),
    title: article.title,
    source: article.source,
    byline: article.byline,
    publishedAt: article.publishedAt,
    language: article.language,
    url: article.url,
    sha256: article.textSha256,
    encoding: article.encoding.name,
    text: withText ? body.text : null,
    blocks: body.blocks.map((block) => ({ kind: block.kind, ...encodeRange(source, block, 'A block') })),
    furniture: body.furniture.map((range) => encodeRange(source, range, 'Furniture')),
    dateline: article.dateline,
    paths: [...article.paths],
    originalSha256: article.originalSha256,
    format: article.format,
    encodingCertain: article.encoding.certain,
    encodingConfidence: article.encoding.confidence,
    words: article.words,
    guessed: orderFields(article.guessed),
    status: article.status,
  }
  const checked = datasetArticleSchema.safeParse(encoded)
  if (checked.success) return encoded
  throw new DatasetWriteError(
    'invalid-input',
    `The article "${articlePath(article)}" cannot be written: ${describeIssues(checked.error)}.`,
    "Correct the article's metadata, then export again.",
  )
}

/**
 * The annotation as a dataset has it, every span checked against the text.
 * @throws {DatasetWriteError} `offset-mismatch` naming annotation and article when a span does not carry its text
 */
export function encodeAnnotation(source: EncodingArticle, annotation: Annotation): DatasetAnnotation {
  const name = `annotation ${annotation.id}`
  const span = (value: Span, part: string) => encodeSpan(source, value, `The ${part} of ${name}`)
  const { quotation, claim, reason } = annotation
  const encoded: DatasetAnnotation = {
    id: annotation.id,
    article: annotation.article,
    layer: annotation.layer,
    ...span(annotation, 'range'),
    status: annotation.status,
    tags: [...annotation.tags],
    note: annotation.note,
    creator: annotation.creator,
    created: annotation.created,
    modified: annotation.modified,
  }
  if (quotation) {
    encoded.quotation = {
      type: quotation.type,
      speaker: quotation.speaker,
      speakerSpan: quotation.speakerSpan && span(quotation.speakerSpan, 'speaker span'),
      cue: quotation.cue && span(quotation.cue, 'cue'),
      content: quotation.content.map((piece) => span(piece, 'content')),
    }
  }
  if (claim) {
    encoded.claim = {
      claimant: claim.claimant,
      quantities: claim.quantities.map((quantity) => ({
        ...span(quantity, 'quantity'),
        value: quantity.value,
        unit: quantity.unit,
        qualifier: quantity.qualifier,
      })),
      dates: claim.dates.map((date) => ({ ...span(date, 'date'), value: date.value })),
    }
  }
  if (reason) encoded.reason = { rule: reason.rule, score: reason.score }
  const checked = datasetAnnotationSchema.safeParse(encoded)
  const fault = checked.success ? contentFault(encoded) : describeIssues(checked.error)
  if (fault === null) return encoded
  throw new DatasetWriteError(
    'invalid-input',
    `The ${name} in "${articlePath(source.article)}" cannot be written: ${fault}.`,
    'Correct or delete this annotation, then export again.',
  )
}
