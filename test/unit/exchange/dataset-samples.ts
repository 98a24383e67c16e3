import type { Annotation } from '#core/model/annotation'
import { articleId, type Article } from '#core/model/article'
import { DEFAULT_LAYERS } from '#core/model/codebook'
import { hashText } from '#core/model/ids'
import { spanOf } from '#core/model/range'
import {
  datasetChunks,
  type DatasetOptions,
  type DatasetSource,
  type SourceArticle,
} from '#core/exchange/dataset-writer'

export const OPTIONS: DatasetOptions = {
  suggestions: true,
  text: true,
  exportedAt: null,
  generator: { name: 'crossread', version: '0.0.0' },
}

/** The whole file that the source gives. */
export async function written(source: DatasetSource, options: Partial<DatasetOptions> = {}): Promise<string> {
  let file = ''
  for await (const chunk of datasetChunks(source, { ...OPTIONS, ...options })) file += chunk
  return file
}

/** An article that nothing is known of but its text. */
export function articleOf(path: string, text: string, more: Partial<Article> = {}): SourceArticle {
  const sha256 = hashText(text)
  return {
    article: {
      id: articleId(sha256, null),
      title: path,
      source: null,
      byline: null,
      publishedAt: null,
      language: null,
      url: null,
      dateline: null,
      textSha256: sha256,
      originalSha256: sha256,
      paths: [path],
      format: 'text',
      encoding: { name: 'utf-8', certain: true, confidence: 1 },
      length: text.length,
      words: 1,
      guessed: [],
      status: 'todo',
      sameText: false,
      removed: false,
      importedAt: '2031-03-05T00:00:00.000Z',
      ...more,
    },
    body: { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], furniture: [] },
    annotations: [],
  }
}

/** A highlight of the first occurrence of `exact`. */
export function highlightOf(item: SourceArticle, exact: string, more: Partial<Annotation> = {}): Annotation {
  const start = item.body.text.indexOf(exact)
  return {
    id: `highlight ${exact}`,
    article: item.article.id,
    layer: 'highlight',
    ...spanOf(item.body.text, { start, end: start + exact.length }),
    status: 'accepted',
    tags: [],
    note: '',
    creator: 'ann-1',
    created: '2031-03-05T00:00:00.000Z',
    modified: '2031-03-05T00:00:00.000Z',
    ...more,
  }
}

/** A source of these articles; `calls` counts the passes over them. */
export function sourceWith(
  items: readonly SourceArticle[],
  more: Partial<DatasetSource> = {},
): DatasetSource & { calls: number } {
  return {
    corpus: { id: 'corpus-1', name: 'Ferry', description: '' },
    codebook: { layers: DEFAULT_LAYERS, tags: [] },
    annotators: [{ id: 'ann-1', name: 'Ada' }],
    sources: [],
    speakers: [],
    stories: [],
    calls: 0,
    async *articles() {
      this.calls++
      yield* items
    },
    ...more,
  }
}
