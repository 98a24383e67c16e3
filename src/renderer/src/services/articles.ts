import type { Article, ArticleBody, ArticleMetadata, ArticleStatus, MetadataField } from '#core/model/article'
import type { Change } from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'
import { createSource, sourceKey, type Source } from '#core/model/source'
import { readBody as readStoredBody } from '#data/bodies'
import { countArticles } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { readRows } from '#data/read-rows'
import type { Live } from '#data/live'
import type { StoredArticle } from '#data/stored'
import { counted } from './labels'
import { keyed, liveOfCorpus, openedCorpus, perform } from './open-corpus'

export type { ArticleRow } from '#data/library-rows'
export { keepReadingPosition, readingPosition } from './reading'

/** True when the open corpus has articles. */
export async function hasArticles(): Promise<boolean> {
  const db = openedCorpus()?.database
  return db !== undefined && (await countArticles(db)) > 0
}

/** One article's metadata, removed or not; null when there is none. */
export const liveArticle = keyed<Article | null>((id) =>
  liveOfCorpus(async (db) => (await db.articles.get(id)) ?? null, null),
)

const allSources = liveOfCorpus<Source[]>(
  async (db) => (await db.sources.toArray()).sort((a, b) => a.name.localeCompare(b.name)),
  [],
)

/** Every outlet of the corpus, by name. */
export function liveSources(): Live<Source[]> {
  return allSources
}

/**
 * Text, blocks and furniture of an article.
 * @throws when the article is not in the open corpus: a list or link that names it is wrong
 */
export async function readBody(id: string): Promise<ArticleBody> {
  const current = openedCorpus()
  const body = current && (await readStoredBody(current.database, id))
  if (!body) throw new Error(`No article ${id} in the open corpus`)
  return body
}

const FIELD_NAMES: Readonly<Record<MetadataField, string>> = {
  title: 'title',
  source: 'source',
  byline: 'byline',
  publishedAt: 'date',
  language: 'language',
  dateline: 'dateline',
  url: 'address',
}
const METADATA_FIELDS = Object.keys(FIELD_NAMES) as MetadataField[]

/**
 * Edits metadata; `source` is the id of a source. A field given is no longer guessed, also when it stays as it is:
 * that is how a person confirms a guess.
 */
export async function editMetadata(id: string, patch: Partial<ArticleMetadata>): Promise<Result<null>> {
  const fields = METADATA_FIELDS.filter((field) => patch[field] !== undefined)
  if (patch.title !== undefined && patch.title.trim() === '') {
    return fail('invalid-input', 'A title cannot be empty.')
  }
  return perform(['articles', 'sources'], async (db) => {
    const article = await db.articles.get(id)
    if (!article) return fail('not-found', 'This article is not in the corpus.')
    if (typeof patch.source === 'string' && !(await db.sources.get(patch.source))) {
      return fail('not-found', 'This source is not in the corpus.')
    }
    const edited = Object.fromEntries(fields.map((field) => [field, patch[field]]))
    const guessed = article.guessed.filter((field) => !fields.includes(field))
    const names = fields.map((field) => FIELD_NAMES[field]).join(', ')
    return ok({
      label: `Edit ${names}`,
      changes: [change(id, pick(article, [...fields, 'guessed']), { ...edited, guessed })],
    })
  })
}

/** Sets the outlet of articles by name, making its record where it is new; null: unknown. */
export async function setSource(ids: readonly string[], name: string | null): Promise<Result<null>> {
  if (name !== null && sourceKey(name) === '') {
    return fail('invalid-input', 'A source needs a name with at least one letter or digit.')
  }
  return perform(['articles', 'sources'], async (db) => {
    const source = name === null ? null : createSource(name)
    const changes: Change[] = []
    if (source && !(await db.sources.get(source.id))) {
      changes.push({ table: 'sources', id: source.id, before: null, after: source })
    }
    for (const article of await present(db, ids)) {
      const guessed = article.guessed.filter((field) => field !== 'source')
      changes.push(
        change(article.id, pick(article, ['source', 'guessed']), { source: source?.id ?? null, guessed }),
      )
    }
    return ok({ label: `Set source of ${counted(ids.length, 'article')}`, changes })
  })
}

/** Sets how far the work on articles has come. */
export function setStatus(ids: readonly string[], status: ArticleStatus): Promise<Result<null>> {
  return perform(['articles'], async (db) => {
    const articles = await present(db, ids)
    return ok({
      label: `Set status of ${counted(articles.length, 'article')}`,
      changes: articles.map((article) => change(article.id, { status: article.status }, { status })),
    })
  })
}

/** Takes articles out of the corpus. Their text and annotations stay, so that undo brings them back. */
export function removeArticles(ids: readonly string[]): Promise<Result<null>> {
  return perform(['articles'], async (db) => {
    const articles = await present(db, ids)
    const changes = articles.map(({ id }) => change(id, { removed: false }, { removed: true }))
    const alone = await leftAlone(db, articles)
    return ok({
      label: `Remove ${counted(articles.length, 'article')}`,
      changes: [...changes, ...alone.map(({ id }) => change(id, { sameText: true }, { sameText: false }))],
    })
  })
}

/** Articles that nobody else's text equals once `going` are removed, though they are flagged so. */
async function leftAlone(db: CorpusDatabase, going: readonly StoredArticle[]): Promise<StoredArticle[]> {
  const hashes = new Set(going.filter(({ sameText }) => sameText).map(({ textSha256 }) => textSha256))
  const sharing = await db.articles
    .where('textSha256')
    .anyOf([...hashes])
    .toArray()
  const leaving = new Set(going.map(({ id }) => id))
  const staying = sharing.filter(({ id, removed }) => !removed && !leaving.has(id))
  const alone = [...hashes].map((hash) => staying.filter(({ textSha256 }) => textSha256 === hash))
  return alone.filter((articles) => articles.length === 1).flat()
}

async function present(db: CorpusDatabase, ids: readonly string[]): Promise<StoredArticle[]> {
  return [...(await readRows(db.articles, ids)).values()].filter(({ removed }) => !removed)
}

function change(id: string, before: Partial<Article>, after: Partial<Article>): Change {
  return { table: 'articles', id, before, after }
}

function pick(article: Article, fields: readonly (keyof Article)[]): Partial<Article> {
  return Object.fromEntries(fields.map((field) => [field, article[field]]))
}
