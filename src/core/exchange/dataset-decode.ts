import type { Annotation } from '../model/annotation'
import type { Article, ArticleBody } from '../model/article'
import type { Layer, Tag } from '../model/codebook'
import type { ClusterDecision, FindingDecision } from '../model/comparison'
import type { Annotator, Corpus, Story } from '../model/corpus'
import type { Dataset, DatasetAnnotation, DatasetArticle, DatasetSpan } from '../model/dataset'
import type { Span, TextRange } from '../model/range'
import { fail, ok, type Result } from '../model/result'
import type { SavedSearch } from '../model/saved-search'
import type { Source } from '../model/source'
import type { Speaker } from '../model/speaker'
import { createOffsetMap, type OffsetMap } from '../text/offsets'
import { countWords } from '../text/segmentation'
import { decodeComparisons, type DecodedComparison } from './dataset-decode-comparisons'
import { someOf } from './dataset-errors'

/** All that a dataset brings into a corpus, as the program's own objects: offsets in UTF-16. */
export interface CorpusContent {
  readonly corpus: Corpus
  readonly layers: readonly Layer[]
  readonly tags: readonly Tag[]
  readonly annotators: readonly Annotator[]
  readonly sources: readonly Source[]
  readonly speakers: readonly Speaker[]
  readonly stories: readonly Story[]
  readonly savedSearches: readonly SavedSearch[]
  readonly articles: readonly { readonly article: Article; readonly body: ArticleBody }[]
  readonly annotations: readonly Annotation[]
  /** What a person decided about clusters and findings. */
  readonly clusterDecisions: readonly ClusterDecision[]
  readonly findingDecisions: readonly FindingDecision[]
  /** What was found in each story that has anything. */
  readonly comparisons: readonly DecodedComparison[]
}

/**
 * The content of a dataset that `parseDataset` has checked. `importedAt` (ISO time) is when the articles came into this corpus, which is no part of a dataset.
 * Fails with `invalid-input` when articles come without their text, as nothing could be shown of them.
 */
export function fromDataset(dataset: Dataset, importedAt = new Date().toISOString()): Result<CorpusContent> {
  const withoutText = dataset.articles.filter((article) => article.text === null)
  if (withoutText.length > 0) {
    return fail(
      'invalid-input',
      `The dataset was exported without text: ${String(withoutText.length)} of its ${String(dataset.articles.length)} articles have none (${someOf(withoutText.map((article) => article.path))}).`,
      {
        kept: 'Nothing was imported.',
        advice: 'Ask for an export with text, or import the articles themselves.',
      },
    )
  }
  const offsets = new Map<string, OffsetMap>()
  const timesPrinted = new Map<string, number>()
  for (const { sha256 } of dataset.articles) timesPrinted.set(sha256, (timesPrinted.get(sha256) ?? 0) + 1)
  const articles = dataset.articles.map((article) => {
    const text = article.text ?? ''
    const map = createOffsetMap(text)
    offsets.set(article.id, map)
    const sameText = (timesPrinted.get(article.sha256) ?? 0) > 1
    return {
      article: decodeArticle(article, text, sameText, importedAt),
      body: {
        text,
        blocks: article.blocks.map((block) => ({ kind: block.kind, ...decodeRange(block, map) })),
        furniture: article.furniture.map((range) => decodeRange(range, map)),
      },
    }
  })
  const { corpus, codebook, annotators, sources, speakers, stories, savedSearches = [] } = dataset
  const annotations = dataset.annotations.map((annotation) => {
    const map = offsets.get(annotation.article)
    if (!map) throw new Error(`Annotation ${annotation.id} of an unknown article: parse the dataset first`)
    return decodeAnnotation(annotation, map)
  })
  return ok({
    corpus,
    layers: codebook.layers,
    tags: codebook.tags,
    annotators,
    sources,
    speakers,
    stories,
    savedSearches,
    articles,
    annotations,
    ...decodeComparisons(dataset, annotations, (article) => {
      const map = offsets.get(article)
      if (!map) throw new Error(`A finding in the unknown article ${article}: parse the dataset first`)
      return map
    }),
  })
}

function decodeRange(range: TextRange, offsets: OffsetMap): TextRange {
  return { start: offsets.toUtf16(range.start), end: offsets.toUtf16(range.end) }
}

function decodeSpan(span: DatasetSpan, offsets: OffsetMap): Span {
  return { ...decodeRange(span, offsets), exact: span.exact }
}

/** Fields that are Crossread's own extension get the value that says least where another program left them out. */
function decodeArticle(
  article: DatasetArticle,
  text: string,
  sameText: boolean,
  importedAt: string,
): Article {
  return {
    id: article.id,
    title: article.title,
    source: article.source,
    byline: article.byline,
    publishedAt: article.publishedAt,
    language: article.language,
    url: article.url,
    dateline: article.dateline ?? null,
    textSha256: article.sha256,
    originalSha256: article.originalSha256 ?? article.sha256,
    paths: article.paths ?? [article.path],
    format: article.format ?? 'dataset',
    encoding: {
      name: article.encoding,
      certain: article.encodingCertain ?? true,
      confidence: article.encodingConfidence ?? 1,
    },
    length: text.length,
    words: article.words ?? countWords(text),
    guessed: article.guessed ?? [],
    status: article.status ?? 'todo',
    sameText,
    removed: false,
    importedAt,
  }
}

function decodeAnnotation(annotation: DatasetAnnotation, offsets: OffsetMap): Annotation {
  const { quotation, claim, reason } = annotation
  const span = (value: DatasetSpan) => decodeSpan(value, offsets)
  return {
    id: annotation.id,
    article: annotation.article,
    layer: annotation.layer,
    ...span(annotation),
    status: annotation.status,
    tags: annotation.tags,
    note: annotation.note,
    creator: annotation.creator,
    created: annotation.created,
    modified: annotation.modified,
    ...(quotation && {
      quotation: {
        type: quotation.type,
        speaker: quotation.speaker,
        speakerSpan: quotation.speakerSpan && span(quotation.speakerSpan),
        cue: quotation.cue && span(quotation.cue),
        content: quotation.content.map(span),
      },
    }),
    ...(claim && {
      claim: {
        claimant: claim.claimant,
        quantities: claim.quantities.map(({ value, unit, qualifier, ...rest }) => ({
          ...span(rest),
          value,
          unit,
          qualifier,
        })),
        dates: claim.dates.map(({ value, ...rest }) => ({ ...span(rest), value })),
      },
    }),
    ...(reason && { reason }),
  }
}
