import { fail, ok, type Result } from '#core/model/result'
import { BlockCache, DamagedIndexError } from '#core/search/block-cache'
import { concordanceRows, sortConcordance, type ConcordanceRow } from '#core/search/concordance'
import { monthName } from '#core/search/dates'
import { evaluate, type Matches } from '#core/search/evaluate'
import { countDocuments } from '#core/search/filters'
import { asksIn, hitsIn, type Hit } from '#core/search/hits'
import { IndexSegments } from '#core/search/index-segments'
import { scopesNamed, type Query } from '#core/search/query'
import { parseQuery } from '#core/search/query-parser'
import { Ranking, type ResultOrder } from '#core/search/ranking'
import { snippetOf } from '#core/search/snippets'
import { bodyIn } from '#data/bodies'
import type { CorpusDatabase } from '#data/database'
import { ANNOTATION_FIELDS, annotatedRanges } from '#data/search-annotations'
import { namesOf } from '#data/search-names'
import { blockSourceOf, type HeldIndex } from '#data/search-store'
import type { StoredArticle } from '#data/stored'
import { AnnotationShelf } from './search-annotations'
import type {
  Concordance,
  ConcordanceArticle,
  ConcordanceOptions,
  SearchCounts,
  SearchFailure,
  SearchHit,
  SearchOptions,
  SearchQuestion,
  SearchQuestions,
  SearchResults,
} from './search-messages'

/** Bytes of blocks kept: the common words of 100,000 articles. */
const CACHE_BYTES = 32 * 2 ** 20

/** Answers kept, so that paging and sorting otherwise ask the index only once. */
const ANSWERS = 4

/** Articles read at a time for a concordance. */
const ARTICLES_A_READ = 50

/** An index at one moment. A new one takes its place when the index changes. */
interface Snapshot {
  readonly index: IndexSegments
  readonly answers: Map<string, Answer>
  /** Names of outlets by id; null until they are asked for. */
  names: Promise<ReadonlyMap<string, string>> | null
}

interface Answer {
  readonly query: Query
  readonly matches: Matches
  readonly rankings: Map<ResultOrder, Ranking>
}

/** Answers questions about a corpus from its index. */
export class Searcher {
  readonly #db: CorpusDatabase
  readonly #cache: BlockCache
  readonly #annotations: AnnotationShelf
  #snapshot: Snapshot = { index: new IndexSegments([]), answers: new Map(), names: null }
  #ids: readonly number[] = []
  complete = false

  constructor(db: CorpusDatabase) {
    this.#db = db
    this.#cache = new BlockCache(blockSourceOf(db), CACHE_BYTES)
    this.#annotations = new AnnotationShelf(db)
  }

  /** Takes the index as it is now. */
  setIndex({ segments }: HeldIndex): void {
    const ids = segments.map(({ id }) => id)
    for (const id of this.#ids) if (!ids.includes(id)) this.#cache.forget(id)
    this.#ids = ids
    this.#snapshot = { index: new IndexSegments(segments), answers: new Map(), names: null }
  }

  /** Forgets what was kept of earlier answers: names in filters may mean something else now. */
  forgetAnswers(): void {
    this.#snapshot.answers.clear()
    this.#snapshot.names = null
  }

  /** Forgets what was quoted, claimed and noted: annotations have changed. */
  forgetAnnotations(): void {
    this.#annotations.forget()
    this.forgetAnswers()
  }

  /**
   * Answers a question.
   * @throws DamagedIndexError when the index has to be made anew
   */
  async ask(
    question: SearchQuestion,
  ): Promise<Result<SearchQuestions[keyof SearchQuestions]['answer'], SearchFailure>> {
    const query = parseQuery(question.query)
    if (!query.ok) {
      const { message, at } = query.error
      return { ok: false, error: { ...fail('invalid-input', message).error, at } }
    }
    for (;;) {
      const snapshot = this.#snapshot
      try {
        const answer = await this.#answer(snapshot, question.query, query.value)
        return ok(await this.#reply(snapshot, answer, question))
      } catch (error) {
        // Blocks of a segment that was merged meanwhile are gone; the new index has them.
        if (!(error instanceof DamagedIndexError) || snapshot === this.#snapshot) throw error
      }
    }
  }

  async #answer({ index, answers }: Snapshot, text: string, query: Query): Promise<Answer> {
    const known = answers.get(text)
    if (known) return known
    const shelf = { index, cache: this.#cache, fields: ['title', 'text'] as const, articleDocuments: null }
    const named = scopesNamed(query.node)
    const others = ANNOTATION_FIELDS.some((field) => named.includes(field))
      ? [await this.#annotations.shelf(index)]
      : []
    const matches = await evaluate(query, shelf, others, namesOf(this.#db))
    const answer: Answer = { query, matches, rankings: new Map() }
    answers.set(text, answer)
    const oldest = answers.keys().next().value
    if (answers.size > ANSWERS && oldest !== undefined) answers.delete(oldest)
    return answer
  }

  #reply(snapshot: Snapshot, answer: Answer, question: SearchQuestion) {
    switch (question.kind) {
      case 'search':
        return this.#results(snapshot, answer, question.options)
      case 'articles': {
        const { order, most } = question.options
        return page(snapshot, answer, order, 0, most)
      }
      case 'concordance':
        return this.#concordance(snapshot, answer, question.options)
    }
  }

  async #results(snapshot: Snapshot, answer: Answer, options: SearchOptions): Promise<SearchResults> {
    const { matches, query } = answer
    const ids = page(snapshot, answer, options.order, options.from, options.count)
    const [found, names] = await Promise.all([this.#db.articles.bulkGet(ids), this.#names(snapshot)])
    const rows = found.filter((row) => row !== undefined)
    const texts = options.snippets ? await this.#texts(rows) : new Map<string, string>()
    const hitsOf = await this.#textHits(query, [...texts.keys()])
    const hits = rows.map(({ id, title, source, publishedAt }): SearchHit => {
      const text = texts.get(id)
      const textHits = text === undefined ? null : hitsOf(id, text)
      return {
        article: id,
        title,
        sourceName: source === null ? null : (names.get(source) ?? null),
        publishedAt,
        titleHits: hitsIn(title, query, 'title').map(({ start, end }) => ({ start, end })),
        textHits: textHits?.length ?? null,
        snippet: text === undefined || textHits === null ? null : snippetOf(text, textHits),
      }
    })
    const counts = options.counts ? countsOf(snapshot.index, matches, names) : null
    const { documents, occurrences, notes } = matches
    return { total: documents.length, occurrences, hits, counts, notes, complete: this.complete }
  }

  #names(snapshot: Snapshot): Promise<ReadonlyMap<string, string>> {
    return (snapshot.names ??= namesOfSources(this.#db))
  }

  /** How to find the hits in the texts of these articles, those in their quotations and claims too. */
  async #textHits(query: Query, articles: readonly string[]): Promise<(id: string, text: string) => Hit[]> {
    const scopes = (['quotations', 'claims'] as const).filter((scope) => asksIn(query, scope))
    if (scopes.length === 0) return (_, text) => hitsIn(text, query, 'text')
    const ranges = await annotatedRanges(this.#db, articles)
    return (id, text) => {
      const within = scopes.flatMap((scope) => {
        const own = ranges.get(id)?.[scope] ?? []
        return hitsIn(text, query, scope).filter(({ start, end }) =>
          own.some((range) => range.start <= start && end <= range.end),
        )
      })
      return [...hitsIn(text, query, 'text'), ...within].sort((a, b) => a.start - b.start || b.end - a.end)
    }
  }

  /** The texts of articles by id, each pack read once. */
  async #texts(rows: readonly StoredArticle[]): Promise<Map<string, string>> {
    const packs = await this.#db.bodies.bulkGet([...new Set(rows.map(({ pack }) => pack))])
    const held = new Map(packs.flatMap((pack) => (pack ? [[pack.pack, pack] as const] : [])))
    const texts = new Map<string, string>()
    for (const { id, pack } of rows) {
      const own = held.get(pack)
      const body = own && bodyIn(own, id)
      if (body) texts.set(id, body.text)
    }
    return texts
  }

  async #concordance(
    snapshot: Snapshot,
    answer: Answer,
    { order, articles, most }: ConcordanceOptions,
  ): Promise<Concordance> {
    const { query, matches } = answer
    const total = matches.documents.length
    const rows: ConcordanceRow[] = []
    const described = new Map<string, ConcordanceArticle>()
    const names = await this.#names(snapshot)
    let read = 0
    const inText = (['text', 'quotations', 'claims'] as const).some((scope) => asksIn(query, scope))
    while (read < total && rows.length < most && inText) {
      const ids = page(snapshot, answer, articles, read, ARTICLES_A_READ)
      const found = (await this.#db.articles.bulkGet(ids)).filter((row) => row !== undefined)
      const texts = await this.#texts(found)
      const hitsOf = await this.#textHits(query, [...texts.keys()])
      for (const { id, title, source, publishedAt, language } of found) {
        if (rows.length >= most) break
        const text = texts.get(id) ?? ''
        rows.push(...concordanceRows(id, text, hitsOf(id, text)))
        described.set(id, { title, sourceName: names.get(source ?? '') ?? null, publishedAt, language })
        read++
      }
      read += ids.length - found.length
    }
    const sorted = sortConcordance(rows.slice(0, most), order)
    return { rows: sorted, articles: described, total, read, notes: matches.notes }
  }
}

function countsOf(
  index: IndexSegments,
  { documents }: Matches,
  names: ReadonlyMap<string, string>,
): SearchCounts {
  const { sources, months, undated } = countDocuments(index, documents)
  return {
    sources: sources.map(({ source, count }) => {
      return { source: source || null, name: names.get(source) ?? '', count }
    }),
    months: months.map(({ month, count }) => ({ month: monthName(month), count })),
    undated,
  }
}

async function namesOfSources(db: CorpusDatabase): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.sources.toArray()).map(({ id, name }) => [id, name]))
}

/** Ids of the articles from the `from`-th on. */
function page(
  { index }: Snapshot,
  { matches, rankings }: Answer,
  order: ResultOrder,
  from: number,
  count: number,
): string[] {
  let ranking = rankings.get(order)
  if (!ranking) {
    ranking = new Ranking(index, matches.documents, matches.scores, order)
    rankings.set(order, ranking)
  }
  return ranking.page(from, count).map((document) => index.articleOf(document))
}
