import { expect, it } from 'vitest'
import { createAnnotation } from '#services/annotations'
import {
  editMetadata,
  keepReadingPosition,
  liveArticle,
  liveSources,
  readBody,
  readingPosition,
  removeArticles,
  setSource,
  setStatus,
} from '#services/articles'
import { undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import { closeCorpus, openCorpus } from '#services/session'
import { liveArticleRows } from './article-rows'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id)

it('lists articles by path with outlet and counts', () =>
  withOpenCorpus(['one', 'two', 'three'], async (articles) => {
    const [one, two] = ids(articles)
    valueOf(await setSource([two ?? ''], 'The Daily'))
    valueOf(
      await createAnnotation({ article: one ?? '', layer: 'highlight', ranges: [{ start: 0, end: 2 }] }),
    )
    const rows = await until(
      liveArticleRows(),
      (all) => all[0]?.accepted === 1 && all[1]?.sourceName !== null,
    )
    expect(
      rows.map(({ article, sourceName, accepted, suggested, tags }) => [
        article.id,
        sourceName,
        accepted,
        suggested,
        tags,
      ]),
    ).toEqual([
      [one, null, 1, 0, {}],
      [two, 'The Daily', 0, 0, {}],
      [articles[2]?.id, null, 0, 0, {}],
    ])
  }))

it('removes articles with undo, and takes the flag from the one whose reprint went', () =>
  withOpenCorpus(['same', 'other'], async ([article, other]) => {
    const db = openedCorpus()?.database
    if (!article || !other || !db) throw new Error('They are there')
    const reprint = { ...article, id: 'reprint', paths: ['reprint.txt'], sameText: true }
    await db.articles.bulkPut([{ ...article, sameText: true }, reprint])
    await db.counts.put({ key: 'articles', value: 3 })
    valueOf(await removeArticles(['reprint']))
    const rows = await until(liveArticleRows(), (all) => all.length === 2 && !all[0]?.article.sameText)
    expect(rows.map((row) => row.article.id)).toEqual([article.id, other.id])
    expect(await undo()).toEqual({ ok: true, value: 'Remove 1 article' })
    const back = await until(liveArticleRows(), (all) => all.length === 3)
    expect(back.map((row) => row.article.sameText)).toEqual([true, false, true])
  }))

it('sets status and source of many in one step of undo', () =>
  withOpenCorpus(['one', 'two'], async (articles) => {
    valueOf(await setStatus(ids(articles), 'done'))
    valueOf(await setSource(ids(articles), 'The Daily'))
    expect(await now(liveSources())).toMatchObject([{ name: 'The Daily' }])
    expect(await undo()).toEqual({ ok: true, value: 'Set source of 2 articles' })
    expect(await now(liveSources())).toEqual([])
    const rows = await until(liveArticleRows(), (all) =>
      all.every(({ article }) => article.status === 'done'),
    )
    expect(rows.map(({ article }) => article.source)).toEqual([null, null])
    expect(await setSource(ids(articles), ' … ')).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    })
  }))

it('takes an edited or confirmed field for no guess any more', () =>
  withOpenCorpus(['one'], async ([article]) => {
    const id = article?.id ?? ''
    expect(article?.guessed).toEqual(['title'])
    valueOf(await editMetadata(id, { title: article?.title ?? '', publishedAt: '2022-02-15' }))
    expect(await now(liveArticle(id))).toMatchObject({ guessed: [], publishedAt: '2022-02-15' })
    expect(await undo()).toEqual({ ok: true, value: 'Edit title, date' })
    expect(await now(liveArticle(id))).toMatchObject({ guessed: ['title'], publishedAt: null })
    expect(await editMetadata(id, { title: '  ' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    })
    expect(await editMetadata(id, { source: 'gone' })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    })
  }))

it('reads a text with its blocks', () =>
  withOpenCorpus(['Head\n\nBody 👍'], async ([article]) => {
    expect(await readBody(article?.id ?? '')).toEqual({
      text: 'Head\n\nBody 👍',
      blocks: [
        { kind: 'paragraph', start: 0, end: 4 },
        { kind: 'paragraph', start: 6, end: 13 },
      ],
      furniture: [],
    })
    await expect(readBody('no such article')).rejects.toThrow('no such article')
  }))

it('remembers the reading position, at once and after the corpus was closed', () =>
  withOpenCorpus(['one'], async ([article]) => {
    const id = article?.id ?? ''
    const corpus = openedCorpus()?.corpus.id ?? ''
    expect(await readingPosition(id)).toBeNull()
    keepReadingPosition(id, 17)
    keepReadingPosition(id, 42)
    expect(await readingPosition(id)).toBe(42)
    await closeCorpus()
    expect(await readingPosition(id)).toBeNull()
    valueOf(await openCorpus(corpus))
    expect(await readingPosition(id)).toBe(42)
  }))
