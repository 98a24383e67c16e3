import { expect, it, vi } from 'vitest'
import { LibraryIndex } from '#core/library/library-index'
import { NO_FILTER } from '#store/library'
import { openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { LibraryFollower } from '#data/library-follow'
import { readImport, readReport } from '#data/imports'
import {
  addArticles,
  articleOf,
  bodyOf,
  highlightOf,
  importBatch,
  importDataset,
  withCorpus,
} from './samples'

/** Follows the corpus as the library's worker does; the paths of the articles in order, and how often it changed. */
function follow(db: CorpusDatabase) {
  const index = new LibraryIndex('en')
  const titles = new Map<string, string>()
  const changed = vi.fn()
  new LibraryFollower(
    db,
    {
      put: (article) => {
        index.put(article)
        titles.set(article.id, article.title)
      },
      drop: (id) => index.drop(id),
      setCounts: (id, counts) => index.setCounts(id, counts),
      clearCounts: () => index.clearCounts(),
      setSources: (names) => {
        index.sourceNames = names
      },
      setReuse: () => undefined,
      known: () => index.ids,
    },
    changed,
    (error) => {
      if (db.isOpen()) throw error
    },
  )
  const shown = (query = '') => {
    for (const steps = index.settle(false); !steps.next().done;);
    const { order } = index.query({ ...NO_FILTER, query }, null)
    return Array.from(order, (number) => titles.get(index.ids[number] ?? ''))
  }
  return { index, changed, shown }
}

it('takes articles in, out and elsewhere in their order, reading only those', () =>
  withCorpus(async (db) => {
    const texts = Array.from({ length: 1200 }, (_, at) => `text ${String(at)}`)
    const [first, second] = await addArticles(db, ...texts)
    const { changed, shown, index } = follow(db)
    await expect.poll(() => changed.mock.calls.length).toBe(1)
    expect(shown()).toEqual(texts)

    const reads = vi.spyOn(db.articles, 'bulkGet')
    await db.transaction('rw', db.articles, async () => {
      await db.articles.put(articleOf('new', '00600-new.txt'))
      await db.articles.update(first?.id ?? '', { removed: true })
      await db.articles.update(second?.id ?? '', { paths: ['99999.txt'] })
    })
    await expect.poll(() => shown().at(-1)).toBe('text 1')
    expect(shown().slice(598, 601)).toEqual(['new', 'text 600', 'text 601'])
    expect(index.summary().articles).toBe(1200)
    expect(reads.mock.calls.flatMap(([keys]) => keys)).toHaveLength(3)
  }))

it('reads only the articles of an import as its batches come, and everything where nothing tells', () =>
  withCorpus(async (db) => {
    await addArticles(db, ...Array.from({ length: 600 }, (_, at) => `text ${String(at)}`))
    const { changed, index } = follow(db)
    await expect.poll(() => changed.mock.calls.length).toBe(1)
    const pages = vi.spyOn(db.articles, 'where')
    const files = Array.from({ length: 120 }, (_, at) => {
      return [`new-${String(at)}.txt`, `Imported ${String(at)}`] as const
    })
    await importBatch(db, [...files, ['again.txt', 'text 0']])
    await expect.poll(() => index.summary().articles).toBe(720)
    expect(pages).not.toHaveBeenCalled()
    await db.articles.clear()
    await expect.poll(() => index.summary().articles).toBe(0)
  }))

it('follows names of sources and counts of annotations, also those of other connections', () =>
  withCorpus(async (db) => {
    const [one, two] = [articleOf('one', 'a.txt', 's'), articleOf('two', 'b.txt')]
    await db.articles.bulkPut([one, two])
    await db.sources.put({ id: 's', name: 'Daily' })
    const { changed, shown, index } = follow(db)
    await expect.poll(() => changed.mock.calls.length).toBe(1)
    expect(shown('daily')).toEqual(['one'])
    const other = await openCorpusDatabase(db.name, 'relaxed')
    await other.sources.put({ id: 's', name: 'Weekly' })
    await other.stats.put({ article: two.id, accepted: 2, suggested: 1, rejected: 0, tags: { t: 1 } })
    await expect.poll(() => index.summary()).toMatchObject({ accepted: 2, suggested: 1, tags: { t: 1 } })
    expect(shown('daily')).toEqual([])
    await other.stats.delete(two.id)
    await expect.poll(() => index.summary().accepted).toBe(0)
    other.close()
  }))

it('rests longer after many articles, so that an import does not keep the window busy', () =>
  withCorpus(async (db) => {
    const { changed } = follow(db)
    const times: number[] = []
    changed.mockImplementation(() => times.push(performance.now()))
    await expect.poll(() => times.length).toBe(1)
    await importBatch(
      db,
      Array.from({ length: 150 }, (_, at) => [`new-${String(at)}.txt`, `Imported ${String(at)}`] as const),
    )
    await expect.poll(() => times.length).toBe(2)
    await db.articles.put(articleOf('one more', 'x.txt'))
    await expect.poll(() => times.length, { timeout: 5_000 }).toBe(3)
    const [, many = 0, one = 0] = times
    // Twice the rest that follows a single article.
    expect(one - many).toBeGreaterThan(500)
  }))

it('reads only the articles of a dataset as its chunks come, and the counts of those annotated in it', () =>
  withCorpus(async (db) => {
    await addArticles(db, 'here before')
    const { changed, index } = follow(db)
    await expect.poll(() => changed.mock.calls.length).toBe(1)
    const pages = [vi.spyOn(db.articles, 'where'), vi.spyOn(db.stats, 'where')]
    const texts = Array.from({ length: 700 }, (_, at) => `Article ${String(at)}`)
    const articles = texts.map((text) => ({ article: articleOf(text, `${text}.txt`), body: bodyOf(text) }))
    const annotations = articles.slice(0, 60).map(({ article: { id } }, at) => highlightOf(`h${at}`, id))
    await importDataset(db, { articles, annotations })
    await expect.poll(() => index.summary()).toMatchObject({ articles: 701, accepted: 60 })
    for (const page of pages) expect(page).not.toHaveBeenCalled()
    expect((await readReport(db, 'folder')).map(({ outcome }) => outcome)).toEqual(
      texts.map(() => 'imported'),
    )
    expect(await readImport(db, 'folder')).toMatchObject({ imported: 700, batches: 3 })
  }))
