import { orderFields } from '#core/exchange/dataset-order'
import type { CorpusContent } from '#core/exchange/dataset-reader'
import type { Annotation } from '#core/model/annotation'
import type { Article } from '#core/model/article'
import { nextPack, packBodies, packsOf } from './bodies'
import { sameValue } from './changes'
import { tablesOf, writeComparison } from './comparisons'
import type { CorpusDatabase } from './database'
import type { DatasetReport } from './dataset-report'
import { addToArticleCount, storeStats } from './journal'
import { changeStats } from './stats'
import type { ArticleStats, ImportReportLine, StoredArticle } from './stored'

/** Rows a transaction; all at once would take 200 MB in the browser's process for 10,000 articles. */
const CHUNK = 500

/** Basis of a comparison that came with a dataset: none that is ever made, so that looking at the story makes it anew. */
const IMPORTED = 'imported'

/** How rows of a dataset, named for a person, came out. */
interface Difference {
  readonly kind: string
  readonly name: string
}

/**
 * Writes a dataset that was read and checked whole. An empty corpus becomes the dataset's corpus, with its ids, name and
 * codebook. Otherwise rows with new ids are added, equal ones passed over, and different ones kept as they are and
 * reported. Writing it again after a break adds what is missing.
 * @param path of the dataset, for the report
 * @param report takes a line an article, and one for each other row that was kept although the dataset's differs; null when
 *   nobody reads it
 */
export async function writeDataset(
  db: CorpusDatabase,
  content: CorpusContent,
  path: string,
  report: DatasetReport | null,
): Promise<void> {
  const differences: Difference[] = []
  await writeHead(db, content, differences)
  for (let from = 0; from < content.articles.length; from += CHUNK) {
    await writeArticles(db, content.articles.slice(from, from + CHUNK), path, report)
  }
  await flagReprints(
    db,
    content.articles.map(({ article }) => article),
    report,
  )
  for (let from = 0; from < content.annotations.length; from += CHUNK) {
    differences.push(...(await writeAnnotations(db, content.annotations.slice(from, from + CHUNK), report)))
  }
  differences.push(...(await writeComparisons(db, content)))
  await report?.close(
    differences.map(({ kind, name }) => ({
      path,
      outcome: 'skipped',
      article: null,
      sameAs: null,
      message: `The ${kind} “${name}” differs from the one here, which was kept.`,
    })),
  )
}

/** True when nothing was imported, annotated or defined yet. */
async function isEmpty(db: CorpusDatabase): Promise<boolean> {
  const counts = await Promise.all(
    [db.articles, db.annotations, db.tags, db.speakers, db.stories, db.savedSearches].map((table) =>
      table.limit(1).count(),
    ),
  )
  return counts.every((count) => count === 0)
}

/** Everything but articles and annotations, in one transaction: it decides whether the corpus becomes the dataset's. */
async function writeHead(
  db: CorpusDatabase,
  content: CorpusContent,
  differences: Difference[],
): Promise<void> {
  const { corpus, layers, tags, sources, speakers, stories, savedSearches, annotators } = content
  const named = [db.layers, db.tags, db.sources, db.speakers, db.stories, db.savedSearches, db.annotators]
  const used = [db.articles, db.annotations]
  await db.transaction('rw', [db.corpus, ...named, ...used], async () => {
    if (await isEmpty(db)) {
      await db.corpus.clear()
      await db.corpus.put(corpus)
      await db.layers.clear()
    }
    const add = async <Row extends { readonly id: string; readonly name: string }>(
      table: {
        bulkGet(ids: string[]): PromiseLike<(Row | undefined)[]>
        bulkAdd(rows: Row[]): PromiseLike<unknown>
      },
      kind: string,
      rows: readonly Row[],
    ) => {
      const there = await table.bulkGet(rows.map((row) => row.id))
      const missing = rows.filter((_, index) => there[index] === undefined)
      if (missing.length > 0) await table.bulkAdd(missing)
      for (const [index, row] of rows.entries()) {
        if (there[index] && !sameValue(exported(there[index]), row))
          differences.push({ kind, name: row.name })
      }
    }
    await add(db.layers, 'layer', layers)
    await add(db.tags, 'tag', tags)
    await add(db.sources, 'source', sources)
    await add(db.speakers, 'speaker', speakers)
    await add(db.stories, 'story', stories)
    await add(db.savedSearches, 'saved search', savedSearches)
    await add(db.annotators, 'annotator', annotators)
  })
}

/**
 * What was decided about clusters and findings, and what was found. A comparison that is here stays: it is made anew
 * anyway when its story is looked at.
 */
async function writeComparisons(db: CorpusDatabase, content: CorpusContent): Promise<Difference[]> {
  const { clusterDecisions, findingDecisions, comparisons } = content
  const tables = [db.clusterDecisions, db.findingDecisions, ...tablesOf(db)]
  return db.transaction('rw', tables, async () => {
    const differences: Difference[] = []
    const clusters = await db.clusterDecisions.bulkGet(clusterDecisions.map(({ id }) => id))
    await db.clusterDecisions.bulkAdd(clusterDecisions.filter((_, index) => !clusters[index]))
    for (const [index, decision] of clusterDecisions.entries()) {
      if (clusters[index] && !sameValue(clusters[index], decision)) {
        differences.push({ kind: 'decision on a cluster', name: decision.id })
      }
    }
    const findings = await db.findingDecisions.bulkGet(findingDecisions.map(({ id }) => id))
    await db.findingDecisions.bulkAdd(findingDecisions.filter((_, index) => !findings[index]))
    for (const [index, decision] of findingDecisions.entries()) {
      const there = findings[index]
      if (there && (there.status !== decision.status || there.note !== decision.note)) {
        differences.push({ kind: 'decision on a finding', name: decision.note || decision.id })
      }
    }
    const stories = await db.comparisonHeads.bulkGet(comparisons.map(({ story }) => story))
    const fresh = comparisons.filter((_, index) => !stories[index])
    for (const comparison of fresh) {
      await writeComparison(db, { ...comparison, version: 0, basis: IMPORTED })
    }
    return differences
  })
}

/** A row as a dataset has it: what a person settled about a speaker stays in the corpus. */
function exported(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'settled'))
}

/** What an article is, without when and how it came here. */
function comparable({ importedAt: _, sameText: __, pack: ___, removed: ____, ...rest }: StoredArticle) {
  return { ...rest, guessed: orderFields(rest.guessed) }
}

async function writeArticles(
  db: CorpusDatabase,
  articles: CorpusContent['articles'],
  dataset: string,
  report: DatasetReport | null,
): Promise<void> {
  await db.transaction('rw', [db.articles, db.bodies, db.counts, db.importBatches], async () => {
    const there = await db.articles.bulkGet(articles.map(({ article }) => article.id))
    const lines: ImportReportLine[] = []
    const fresh: CorpusContent['articles'][number][] = []
    const back: StoredArticle[] = []
    for (const [index, item] of articles.entries()) {
      const { article } = item
      const old = there[index]
      if (!old) fresh.push(item)
      else if (old.removed) back.push({ ...old, removed: false })
      lines.push(reportArticle(article, old, dataset))
    }
    const packs = packBodies(
      fresh.map(({ article, body }) => ({ id: article.id, body })),
      await nextPack(db),
    )
    const packOf = packsOf(packs)
    await db.bodies.bulkAdd(packs)
    await db.articles.bulkPut([
      ...fresh.map(({ article, body }) => ({
        ...article,
        ...(body.furniture.length > 0 && { furniture: body.furniture.length }),
        pack: packOf.get(article.id) ?? 0,
      })),
      ...back,
    ])
    await addToArticleCount(db, fresh.length + back.length)
    await report?.add(lines, [])
  })
}

function reportArticle(article: Article, old: StoredArticle | undefined, dataset: string): ImportReportLine {
  const path = `${dataset}#${article.paths[0] ?? article.id}`
  const base = { path, article: article.id, sameAs: null, message: null }
  if (!old) return { ...base, outcome: 'imported' }
  if (old.removed) {
    const message = 'It had been removed from the corpus; it is back as it was.'
    return { ...base, outcome: 'imported', message }
  }
  const sameAs = old.paths[0] ?? null
  const same = sameValue(comparable(old), comparable({ ...article, ...furnitureOf(old), pack: 0 }))
  if (same) return { ...base, outcome: 'same-as', sameAs }
  const message = 'Its metadata differ from those here, which were kept.'
  return { ...base, outcome: 'same-as', sameAs, message }
}

/** The count of furniture is derived from the text, which is the same when the id is. */
function furnitureOf({ furniture }: StoredArticle): Pick<StoredArticle, 'furniture'> {
  return furniture === undefined ? {} : { furniture }
}

/** Sets the flag of same texts on the dataset's articles and on those of the corpus that share their text. */
async function flagReprints(
  db: CorpusDatabase,
  articles: readonly Article[],
  report: DatasetReport | null,
): Promise<void> {
  const hashes = [...new Set(articles.map((article) => article.textSha256))]
  for (let from = 0; from < hashes.length; from += CHUNK) {
    await db.transaction('rw', db.articles, db.importBatches, async () => {
      const rows = await db.articles
        .where('textSha256')
        .anyOf(hashes.slice(from, from + CHUNK))
        .toArray()
      const printed = new Map<string, number>()
      for (const row of rows) {
        if (!row.removed) printed.set(row.textSha256, (printed.get(row.textSha256) ?? 0) + 1)
      }
      const flagged = rows
        .map((row) => ({ row, sameText: (printed.get(row.textSha256) ?? 0) > 1 }))
        .filter(({ row, sameText }) => row.sameText !== sameText)
      if (flagged.length > 0) {
        await db.articles.bulkPut(flagged.map(({ row, sameText }) => ({ ...row, sameText })))
      }
      const changed = flagged.map(({ row }) => row.id)
      await report?.add([], changed)
    })
  }
}

async function writeAnnotations(
  db: CorpusDatabase,
  annotations: readonly Annotation[],
  report: DatasetReport | null,
): Promise<Difference[]> {
  return db.transaction('rw', db.annotations, db.stats, db.importBatches, async () => {
    const there = await db.annotations.bulkGet(annotations.map((annotation) => annotation.id))
    const fresh = annotations.filter((_, index) => there[index] === undefined)
    if (fresh.length > 0) await db.annotations.bulkAdd(fresh)
    const articles = [...new Set(fresh.map((annotation) => annotation.article))]
    const stats = new Map<string, ArticleStats>()
    for (const row of await db.stats.bulkGet(articles)) if (row) stats.set(row.article, row)
    for (const annotation of fresh) {
      const { article } = annotation
      stats.set(article, changeStats(stats.get(article), article, undefined, annotation))
    }
    await storeStats(db, stats.values())
    await report?.add([], articles)
    return annotations
      .filter((annotation, index) => there[index] && !sameValue(there[index], annotation))
      .map((annotation) => ({ kind: annotation.layer, name: annotation.exact.slice(0, 60) }))
  })
}
