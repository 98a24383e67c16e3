import type { CorpusContent } from '#core/exchange/dataset-reader'
import { readFile } from '#core/intake/intake'
import { articleId, type ArticleBody } from '#core/model/article'
import type { Annotation } from '#core/model/annotation'
import type { Annotator } from '#core/model/corpus'
import { hashText } from '#core/model/ids'
import { createCorpusDatabase } from '#data/corpus'
import { deleteDatabase, openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { packBodies, packsOf } from '#data/bodies'
import { writeDataset } from '#data/dataset-import'
import { DatasetReport } from '#data/dataset-report'
import { storeBatch } from '#data/import-batch'
import { addImport } from '#data/imports'
import { KnownTexts } from '#data/known-texts'
import type { ImportRow, StoredArticle } from '#data/stored'

/** Who the tests work as. */
export const ME: Annotator = { id: 'me', name: 'Me' }

let made = 0

/** Runs a test on a corpus database of its own, deleted afterwards. */
export async function withCorpus(work: (db: CorpusDatabase) => Promise<void>): Promise<void> {
  const name = `crossread-test-${String(Date.now())}-${String(made++)}`
  await createCorpusDatabase(name, { id: name, name: 'Test', description: '' })
  const db = await openCorpusDatabase(name, 'strict')
  try {
    await work(db)
  } finally {
    db.close()
    await deleteDatabase(name)
  }
}

/** A body of one paragraph a line. */
export function bodyOf(text: string): ArticleBody {
  const blocks: ArticleBody['blocks'][number][] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line !== '') blocks.push({ kind: 'paragraph', start, end: start + line.length })
    start += line.length + 1
  }
  return { text, blocks, furniture: [] }
}

/** An article's row. */
export function articleOf(text: string, path: string, source: string | null = null): StoredArticle {
  const textSha256 = hashText(text)
  return {
    id: articleId(textSha256, source),
    title: text.slice(0, 20),
    source,
    byline: null,
    publishedAt: null,
    language: 'en',
    url: null,
    dateline: null,
    textSha256,
    originalSha256: textSha256,
    paths: [path],
    format: 'text',
    encoding: { name: 'utf-8', certain: true, confidence: 1 },
    length: text.length,
    words: text.split(/\s+/).length,
    guessed: source ? ['title', 'source'] : ['title'],
    status: 'todo',
    sameText: false,
    removed: false,
    importedAt: '2024-01-01T00:00:00.000Z',
    pack: 1,
  }
}

/** Puts articles into a corpus without an import. */
export async function addArticles(db: CorpusDatabase, ...texts: readonly string[]): Promise<StoredArticle[]> {
  const articles = texts.map((text, index) => articleOf(text, `${String(index).padStart(5, '0')}.txt`))
  const bodies = articles.map((article, index) => ({ id: article.id, body: bodyOf(texts[index] ?? '') }))
  const packs = packBodies(bodies, 1)
  const packOf = packsOf(packs)
  const rows = articles.map((article) => ({ ...article, pack: packOf.get(article.id) ?? 0 }))
  await db.bodies.bulkPut(packs)
  await db.articles.bulkPut(rows)
  await db.counts.put({ key: 'articles', value: rows.length })
  return rows
}

/** Begins an import of files that there are so many of. */
async function beginImport(db: CorpusDatabase, total: number): Promise<ImportRow> {
  const row: ImportRow = {
    id: 'folder',
    roots: ['folder'],
    state: 'running',
    seen: 0,
    total,
    imported: 0,
    sameAs: 0,
    skipped: 0,
    startedAt: '2024-01-01T00:00:00.000Z',
    cursor: null,
    batches: 0,
    recent: [],
    error: null,
  }
  await addImport(db, row)
  return row
}

/** Imports a dataset of articles and annotations, through a connection of its own as the worker does. */
export async function importDataset(
  db: CorpusDatabase,
  content: Pick<CorpusContent, 'articles' | 'annotations'>,
): Promise<void> {
  const other = await openCorpusDatabase(db.name, 'relaxed')
  const report = new DatasetReport(other, await beginImport(other, 1))
  const whole: CorpusContent = {
    corpus: { id: 'dataset', name: 'Dataset', description: '' },
    layers: [],
    tags: [],
    sources: [],
    speakers: [],
    stories: [],
    annotators: [],
    clusterDecisions: [],
    findingDecisions: [],
    comparisons: [],
    savedSearches: [],
    ...content,
  }
  await writeDataset(other, whole, 'dataset.json', report)
  other.close()
}

/** Begins an import, and stores texts as one batch of it, through a connection of their own as the worker does. */
export async function importBatch(
  db: CorpusDatabase,
  files: readonly (readonly [path: string, text: string])[],
): Promise<void> {
  const other = await openCorpusDatabase(db.name, 'relaxed')
  await beginImport(other, files.length)
  const items = files.flatMap(([path, text]) => {
    const { drafts } = readFile({ path, rootName: null, bytes: new TextEncoder().encode(text) })
    return drafts.map((draft) => ({ kind: 'draft' as const, draft }))
  })
  const batch = { items, cursor: null, seen: files.length, total: files.length, done: true }
  await storeBatch(other, 'folder', batch, await KnownTexts.load(other))
  other.close()
}

/** An accepted highlight of the first characters of an article. */
export function highlightOf(id: string, article: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id,
    article,
    layer: 'highlight',
    start: 0,
    end: 3,
    exact: 'abc',
    status: 'accepted',
    tags: [],
    note: '',
    creator: ME.id,
    created: '2024-01-01T00:00:00.000Z',
    modified: '2024-01-01T00:00:00.000Z',
    ...more,
  }
}
