import { expect, it, vi } from 'vitest'
import { liveArticleRows, type ArticleRow } from '#data/article-rows'
import { openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { addArticles, articleOf, importBatch, withCorpus } from './samples'

/** Follows the rows and keeps all that came. */
function follow(db: CorpusDatabase) {
  const seen: (readonly ArticleRow[])[] = []
  const stop = liveArticleRows(db).subscribe((rows) => seen.push(rows))
  return { seen, stop, paths: () => seen.at(-1)?.map(({ article }) => article.paths[0]) }
}

it('takes rows in, out and elsewhere in their order, reading only those', () =>
  withCorpus(async (db) => {
    const texts = Array.from({ length: 1200 }, (_, index) => `text ${String(index)}`)
    const [first, second] = await addArticles(db, ...texts)
    const { seen, stop, paths } = follow(db)
    await expect.poll(() => seen.length).toBe(1)
    expect(seen[0]).toHaveLength(1200)
    expect(paths()).toEqual(paths()?.toSorted())

    const reads = vi.spyOn(db.articles, 'bulkGet')
    await db.transaction('rw', db.articles, async () => {
      await db.articles.put(articleOf('new', '00600-new.txt'))
      await db.articles.update(first?.id ?? '', { removed: true })
      await db.articles.update(second?.id ?? '', { paths: ['99999.txt'] })
    })
    await expect.poll(() => paths()?.at(-1)).toBe('99999.txt')
    expect(seen.at(-1)).toHaveLength(1200)
    expect(paths()).toEqual(paths()?.toSorted())
    expect(paths()).toContain('00600-new.txt')
    expect(reads.mock.calls.flatMap(([keys]) => keys)).toHaveLength(3)
    stop()
  }))

it('reads all again after a change of fifty rows and more', () =>
  withCorpus(async (db) => {
    await addArticles(db, 'one')
    const { seen, stop } = follow(db)
    await expect.poll(() => seen.length).toBe(1)
    await addArticles(db, ...Array.from({ length: 80 }, (_, index) => `more ${String(index)}`))
    await expect.poll(() => seen.at(-1)?.length).toBe(81)
    await db.articles.clear()
    await expect.poll(() => seen.at(-1)?.length).toBe(0)
    stop()
  }))

it('reads only the articles of an import as its batches come, however large they are', () =>
  withCorpus(async (db) => {
    await addArticles(db, ...Array.from({ length: 600 }, (_, index) => `text ${String(index)}`))
    const { seen, stop, paths } = follow(db)
    await expect.poll(() => seen.length).toBe(1)
    const pages = vi.spyOn(db.articles, 'where')
    const files = Array.from({ length: 120 }, (_, index) => {
      return [`new-${String(index)}.txt`, `Imported ${String(index)}`] as const
    })
    await importBatch(db, [...files, ['again.txt', 'text 0']])
    await expect.poll(() => seen.at(-1)?.length).toBe(720)
    expect(paths()).toEqual(paths()?.toSorted())
    expect(
      seen.at(-1)?.find(({ article }) => article.paths.includes('again.txt'))?.article.paths,
    ).toHaveLength(2)
    expect(pages).not.toHaveBeenCalled()
    stop()
  }))

it('shows the new name of a source, and hears other connections', () =>
  withCorpus(async (db) => {
    await db.articles.bulkPut([articleOf('one', 'a.txt', 's'), articleOf('two', 'b.txt')])
    await db.sources.put({ id: 's', name: 'Daily' })
    const { seen, stop } = follow(db)
    await expect.poll(() => seen.at(-1)?.map(({ sourceName }) => sourceName)).toEqual(['Daily', null])
    const other = await openCorpusDatabase(db.name, 'relaxed')
    await other.sources.put({ id: 's', name: 'The Daily' })
    await expect.poll(() => seen.at(-1)?.map(({ sourceName }) => sourceName)).toEqual(['The Daily', null])
    other.close()
    stop()
  }))

it('serves a second subscriber from memory, and starts anew after the last has gone', () =>
  withCorpus(async (db) => {
    await addArticles(db, 'one')
    const first = follow(db)
    await expect.poll(() => first.seen.length).toBe(1)
    const second = follow(db)
    expect(second.seen).toEqual(first.seen)
    first.stop()
    second.stop()
    await db.articles.put(articleOf('two', 'z.txt'))
    const third = follow(db)
    await expect.poll(() => third.paths()).toEqual(['00000.txt', 'z.txt'])
    expect(first.seen).toHaveLength(1)
    third.stop()
  }))
