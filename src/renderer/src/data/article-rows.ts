import { compareArticles } from '#core/exchange/dataset-order'
import type { Article } from '#core/model/article'
import type { Source } from '#core/model/source'
import type { CorpusDatabase } from './database'
import type { Live } from './live'
import type { ArticleStats, StoredArticle } from './stored'
import { copyTable, mutatedKeys, type KeyFinder, type TableCopy } from './table-copy'

/** What the library shows of an article. */
export interface ArticleRow {
  readonly article: Article
  /** Name of the outlet, null when unknown. */
  readonly sourceName: string | null
  /** Annotations by status; rejected ones are not counted. */
  readonly accepted: number
  readonly suggested: number
  /** Tag id -> annotations that carry it. */
  readonly tags: Readonly<Record<string, number>>
}

const NO_TAGS: Readonly<Record<string, number>> = {}

interface Subscriber {
  readonly next: (rows: readonly ArticleRow[]) => void
  readonly error: ((error: unknown) => void) | undefined
}

/**
 * All articles that are not removed, by path, each with its counts. One copy in memory serves every subscriber;
 * it reads only what changed, so that an annotation costs one row of statistics and not the library.
 */
class ArticleRows implements Live<readonly ArticleRow[]> {
  readonly #db: CorpusDatabase
  readonly #subscribers = new Set<Subscriber>()
  #articles: TableCopy<StoredArticle> | null = null
  #stats: TableCopy<ArticleStats> | null = null
  #sources: TableCopy<Source> | null = null
  #rows: readonly ArticleRow[] | null = null

  constructor(db: CorpusDatabase) {
    this.#db = db
  }

  subscribe(next: (rows: readonly ArticleRow[]) => void, error?: (error: unknown) => void): () => void {
    const subscriber = { next, error }
    this.#subscribers.add(subscriber)
    if (this.#subscribers.size === 1) this.#start()
    else if (this.#rows) next(this.#rows)
    return () => {
      this.#subscribers.delete(subscriber)
      if (this.#subscribers.size === 0) this.#stop()
    }
  }

  /** The pack of an article's body, undefined while the articles are not in memory. */
  packOf(id: string): number | undefined {
    return this.#articles?.rows.get(id)?.pack
  }

  #start(): void {
    const fail = (error: unknown) => {
      for (const subscriber of [...this.#subscribers]) subscriber.error?.(error)
    }
    const db = this.#db
    this.#articles = copyTable(
      db,
      db.articles,
      (row) => row.id,
      (changed) => this.#update(changed),
      fail,
      importedArticles(db),
    )
    this.#stats = copyTable(
      db,
      db.stats,
      (row) => row.article,
      (changed) => this.#update(changed),
      fail,
    )
    this.#sources = copyTable(
      db,
      db.sources,
      (row) => row.id,
      (changed) => this.#updateSources(changed),
      fail,
    )
  }

  #stop(): void {
    for (const copy of [this.#articles, this.#stats, this.#sources]) copy?.stop()
    this.#articles = this.#stats = this.#sources = null
    this.#rows = null
  }

  #updateSources(changed: ReadonlySet<string> | null): void {
    if (!changed) {
      this.#update(null)
      return
    }
    const affected = (this.#rows ?? []).filter(({ article }) => article.source && changed.has(article.source))
    if (affected.length > 0 || !this.#rows) this.#update(new Set(affected.map((row) => row.article.id)))
  }

  #update(changed: ReadonlySet<string> | null): void {
    if (!this.#articles?.loaded || !this.#stats?.loaded || !this.#sources?.loaded) return
    const all = changed === null || this.#rows === null
    const fresh: ArticleRow[] = []
    for (const id of all ? this.#articles.rows.keys() : changed) {
      const row = this.#rowOf(id)
      if (row) fresh.push(row)
    }
    fresh.sort((a, b) => compareArticles(a.article, b.article))
    const kept = all ? [] : (this.#rows ?? []).filter((row) => !changed.has(row.article.id))
    this.#rows = kept.length > 0 ? mergeRows(kept, fresh) : fresh
    for (const subscriber of [...this.#subscribers]) subscriber.next(this.#rows)
  }

  #rowOf(id: string): ArticleRow | null {
    const article = this.#articles?.rows.get(id)
    if (!article || article.removed) return null
    const stats = this.#stats?.rows.get(id)
    return {
      article,
      sourceName: (article.source && this.#sources?.rows.get(article.source)?.name) || null,
      accepted: stats?.accepted ?? 0,
      suggested: stats?.suggested ?? 0,
      tags: stats?.tags ?? NO_TAGS,
    }
  }
}

/** The articles of an import's batch: its report, written in the same transaction, names them. */
function importedArticles(db: CorpusDatabase): KeyFinder {
  return (mutated) => {
    const places = mutatedKeys(mutated, db.name, db.importBatches.name)
    if (!places || places.length === 0) return null
    return async () => {
      const batches = await db.importBatches.bulkGet(places as [string, number][])
      return batches.flatMap((batch) => [
        ...(batch?.lines ?? []).flatMap(({ article }) => article ?? []),
        ...(batch?.changed ?? []),
      ])
    }
  }
}

/** Merges two lists that are each in order. */
function mergeRows(a: readonly ArticleRow[], b: readonly ArticleRow[]): ArticleRow[] {
  const merged: ArticleRow[] = []
  let j = 0
  for (const row of a) {
    for (let other = b[j]; other && compareArticles(other.article, row.article) < 0; other = b[++j]) {
      merged.push(other)
    }
    merged.push(row)
  }
  return merged.concat(b.slice(j))
}

const shared = new WeakMap<CorpusDatabase, ArticleRows>()

/** The rows of the library, followed; every caller gets the same copy. */
export function liveArticleRows(db: CorpusDatabase): Live<readonly ArticleRow[]> {
  const rows = shared.get(db) ?? new ArticleRows(db)
  shared.set(db, rows)
  return rows
}

/** The pack of an article's body when the library's rows are in memory; it never changes. */
export function knownPack(db: CorpusDatabase, article: string): number | undefined {
  return shared.get(db)?.packOf(article)
}
