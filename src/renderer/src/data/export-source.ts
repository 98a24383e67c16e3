import { compareArticles } from '#core/exchange/dataset-order'
import { settleClusters } from '#core/compare/settle-clusters'
import type { SourceComparison } from '#core/exchange/dataset-comparisons'
import type { DatasetSource, SourceArticle } from '#core/exchange/dataset-writer'
import type { Annotation } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import type { Story } from '#core/model/corpus'
import { bodyIn } from './bodies'
import { readCodebook } from './codebook'
import { readStoryState } from './comparison-source'
import { readComparison, readFindingDecisions } from './comparisons'
import type { CorpusDatabase } from './database'
import { readSavedSearches } from './saved-searches'
import { readStories } from './stories'
import type { BodyPack, StoredArticle } from './stored'

/** Which articles an export takes. */
export type ExportScope =
  | { readonly kind: 'corpus' }
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'story'; readonly id: string }

/** Articles read at a time. */
const PAGE = 100

/** Packs are kept up to this many bytes of text: articles by path lie in few packs at a time. */
const KEPT_BYTES = 16_000_000

/** A dataset's source, and how many articles it hands out in one pass. */
export interface ExportSource {
  readonly source: DatasetSource
  readonly total: number
}

/**
 * The corpus as the dataset's writer wants it, read a page at a time. Which articles there are is fixed here; what is
 * said of them is read as they come.
 * @param onArticle called for each article handed out, in every pass
 * @returns null when the story is not there
 */
export async function openExportSource(
  db: CorpusDatabase,
  scope: ExportScope,
  onArticle: () => void,
): Promise<ExportSource | null> {
  const corpus = await db.corpus.toCollection().first()
  if (!corpus) return null
  const places = await listArticles(db, scope)
  if (!places) return null
  const packs = new PackCache(db)
  const stories = await listStories(db, scope, new Set(places))
  const source: DatasetSource = {
    corpus,
    codebook: await readCodebook(db),
    annotators: await db.annotators.toArray(),
    sources: await db.sources.toArray(),
    speakers: await db.speakers.toArray(),
    stories,
    savedSearches: await readSavedSearches(db),
    articles: () => readArticles(db, places, packs, onArticle),
    comparison: (story) => readSourceComparison(db, story, packs),
  }
  return { source, total: places.length }
}

/** Ids of the articles in scope, in the order of a dataset. */
async function listArticles(db: CorpusDatabase, scope: ExportScope): Promise<string[] | null> {
  const places: { id: string; paths: readonly string[] }[] = []
  const take = (article: StoredArticle | undefined) => {
    if (article && !article.removed) places.push({ id: article.id, paths: article.paths.slice(0, 1) })
  }
  if (scope.kind === 'corpus') {
    await db.articles.each(take)
  } else {
    const ids = scope.kind === 'articles' ? scope.ids : await storyArticles(db, scope.id)
    if (!ids) return null
    for (const article of await db.articles.bulkGet([...new Set(ids)])) take(article)
  }
  return places.sort(compareArticles).map(({ id }) => id)
}

async function storyArticles(db: CorpusDatabase, id: string): Promise<readonly string[] | null> {
  const story = await db.stories.get(id)
  return story && !story.dismissed ? story.articles : null
}

/**
 * The stories in scope: all, the one, or of a selection those that are in it with all their articles. Part of a story
 * would say that the others have nothing of what it reports.
 */
async function listStories(
  db: CorpusDatabase,
  scope: ExportScope,
  places: ReadonlySet<string>,
): Promise<Story[]> {
  const all = await readStories(db)
  switch (scope.kind) {
    case 'corpus':
      return all
    case 'story':
      return all.filter(({ id }) => id === scope.id)
    case 'articles': {
      const rows = await db.articles.bulkGet([...new Set(all.flatMap(({ articles }) => articles))])
      const there = new Set(rows.flatMap((row) => (row && !row.removed ? row.id : [])))
      return all.filter(({ articles }) => {
        const own = articles.filter((id) => there.has(id))
        return own.length > 0 && own.every((id) => places.has(id))
      })
    }
  }
}

/** What was found and decided about a story; null when nothing was. */
async function readSourceComparison(
  db: CorpusDatabase,
  id: string,
  packs: PackCache,
): Promise<SourceComparison | null> {
  const stored = await readComparison(db, id)
  const state = await readStoryState(db, id)
  if (!state || (!stored && state.decisions.length === 0)) return null
  const present = new Set([...state.annotations.values()].flatMap((own) => own.map((one) => one.id)))
  const { clusters, findings } = settleClusters(
    stored ?? { clusters: [], findings: [] },
    id,
    state.decisions,
    (annotation) => present.has(annotation),
  )
  const articles: SourceComparison['articles'][number][] = []
  for (const article of state.articles) articles.push({ article, body: await packs.body(article) })
  const listed = new Set(state.articles.map((article) => article.id))
  return {
    story: id,
    clusters,
    findings: findings.filter((finding) => finding.evidence.every(({ article }) => listed.has(article))),
    decisions: state.decisions,
    verdicts: await readFindingDecisions(
      db,
      findings.map((finding) => finding.id),
    ),
    articles,
  }
}

async function* readArticles(
  db: CorpusDatabase,
  ids: readonly string[],
  packs: PackCache,
  onArticle: () => void,
): AsyncGenerator<SourceArticle, void, undefined> {
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE)
    const articles = await db.articles.bulkGet(page)
    const annotations = await annotationsOf(db, page)
    for (const article of articles) {
      if (!article) continue
      const body = await packs.body(article)
      onArticle()
      yield { article, body, annotations: annotations.get(article.id) ?? [] }
    }
  }
}

async function annotationsOf(
  db: CorpusDatabase,
  articles: readonly string[],
): Promise<ReadonlyMap<string, readonly Annotation[]>> {
  const stats = await db.stats.bulkGet([...articles])
  const annotated = stats.filter((row) => row !== undefined).map((row) => row.article)
  const found = new Map<string, Annotation[]>()
  for (const annotation of await db.annotations.where('article').anyOf(annotated).toArray()) {
    const own = found.get(annotation.article)
    if (own) own.push(annotation)
    else found.set(annotation.article, [annotation])
  }
  return found
}

/** The packs read last, so that neighbours cost one read. */
class PackCache {
  readonly #db: CorpusDatabase
  readonly #packs = new Map<number, BodyPack>()
  #bytes = 0

  constructor(db: CorpusDatabase) {
    this.#db = db
  }

  async body({ id, pack }: StoredArticle): Promise<ArticleBody> {
    const held = this.#packs.get(pack) ?? this.#keep(await this.#db.bodies.get(pack))
    const body = held && bodyIn(held, id)
    if (!body) throw new Error(`The text of article ${id} is not in pack ${String(pack)}`)
    return body
  }

  #keep(pack: BodyPack | undefined): BodyPack | undefined {
    if (!pack) return undefined
    for (const [number, oldest] of this.#packs) {
      if (this.#bytes + pack.bytes.length <= KEPT_BYTES) break
      this.#packs.delete(number)
      this.#bytes -= oldest.bytes.length
    }
    this.#packs.set(pack.pack, pack)
    this.#bytes += pack.bytes.length
    return pack
  }
}
