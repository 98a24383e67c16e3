import type { ComparedArticle, ComparedStory } from '#core/compare/types'
import type { Annotation } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import type { ClusterDecision } from '#core/model/comparison'
import { hashText } from '#core/model/ids'
import { readBody } from './bodies'
import { readClusterDecisions, readStoryMaterial, type StoryMaterial } from './comparisons'
import type { CorpusDatabase } from './database'
import type { StoredArticle } from './stored'

/** A story as it stands at one moment, without the texts. */
export interface StoryState extends StoryMaterial {
  readonly decisions: readonly ClusterDecision[]
}

/** All of a story that a comparison is made from, read in one transaction; null when the story is not there. */
export function readStoryState(db: CorpusDatabase, story: string): Promise<StoryState | null> {
  const tables = [db.stories, db.articles, db.annotations, db.sources, db.speakers, db.clusterDecisions]
  return db.transaction('r', tables, async () => {
    const material = await readStoryMaterial(db, story)
    return material && { ...material, decisions: await readClusterDecisions(db, story) }
  })
}

/** What comparing looks at in an annotation: notes, tags and whether it is accepted do not count. */
function comparedPart({ id, layer, start, end, quotation, claim }: Annotation): unknown[] {
  return [id, layer, start, end, quotation ?? null, claim ?? null]
}

/** Hash of everything that a story's comparison depends on, the version of its rules among it. */
export function basisOf(
  { story, articles, sources, annotations, speakers, decisions }: StoryState,
  version: number,
): string {
  return hashText(
    JSON.stringify([
      version,
      story.id,
      articles.map(({ id, title, source, publishedAt, language }) => [
        id,
        title,
        source === null ? null : (sources.get(source) ?? null),
        publishedAt,
        language,
        (annotations.get(id) ?? []).map(comparedPart),
      ]),
      [...speakers].sort(([a], [b]) => (a < b ? -1 : 1)),
      decisions,
    ]),
  )
}

/** Texts are kept up to this many UTF-16 units in all. */
const KEPT_LENGTH = 20_000_000

/**
 * Bodies by article, the latest ones kept: a text never changes, and what is prepared of it hangs on the object, so
 * the same article has to be the same object in the next comparison.
 */
export class BodyCache {
  readonly #db: CorpusDatabase
  readonly #bodies = new Map<string, ArticleBody>()
  #length = 0

  constructor(db: CorpusDatabase) {
    this.#db = db
  }

  /** @throws when the article has no text, which is a fault of the database */
  async read({ id, pack }: Pick<StoredArticle, 'id' | 'pack'>): Promise<ArticleBody> {
    const kept = this.#bodies.get(id)
    if (kept) {
      this.#bodies.delete(id)
      this.#bodies.set(id, kept)
      return kept
    }
    const body = await readBody(this.#db, id, pack)
    if (!body) throw new Error(`The text of article ${id} is not in pack ${String(pack)}`)
    this.#bodies.set(id, body)
    this.#length += body.text.length
    for (const [oldest, { text }] of this.#bodies) {
      if (this.#length <= KEPT_LENGTH || oldest === id) break
      this.#bodies.delete(oldest)
      this.#length -= text.length
    }
    return body
  }
}

/** The article as it is compared. */
export function comparedArticle(
  article: StoredArticle,
  body: ArticleBody,
  sources: ReadonlyMap<string, string>,
  annotations: readonly Annotation[],
): ComparedArticle {
  const { id, title, publishedAt, language, source } = article
  const sourceName = source === null ? null : (sources.get(source) ?? null)
  return { id, sourceName, title, publishedAt, language, body, annotations }
}

/** The story as it is compared, with its texts. */
export async function readComparedStory(
  { story, articles, sources, annotations, speakers, decisions }: StoryState,
  bodies: BodyCache,
): Promise<ComparedStory> {
  const read = new Map<string, ArticleBody>()
  // By pack: the reader keeps the last one.
  for (const article of [...articles].sort((a, b) => a.pack - b.pack)) {
    read.set(article.id, await bodies.read(article))
  }
  return {
    id: story.id,
    articles: articles.flatMap((article) => {
      const body = read.get(article.id)
      return body ? comparedArticle(article, body, sources, annotations.get(article.id) ?? []) : []
    }),
    speakers,
    decisions,
  }
}
