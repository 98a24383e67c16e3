import { beforeAll, describe, expect, it } from 'vitest'
import { fail, ok } from '#core/model/result'
import { articleId } from '#core/model/article'
import { hashText } from '#core/model/ids'
import { corpusDatabaseName, databaseExists } from '#data/database'
import { addImport } from '#data/imports'
import { readBody, removeArticles } from '#services/articles'
import {
  cancelImport,
  dismissImport,
  importEnded,
  liveImports,
  liveImportsElsewhere,
  readImportReport,
  readOnImportReport,
  REPORT_START,
  resumeImport,
  saveImportReport,
  startImport,
} from '#services/imports'
import { createCorpus, deleteCorpus } from '#services/corpora'
import { openedCorpus } from '#services/open-corpus'
import { closeCorpus, openCorpus } from '#services/session'
import { liveArticleRows } from './article-rows'
import { answerAs, calls, now, until, valueOf, withOpenCorpus } from './fake-main'
import { fakeWorker, FakeFolder, useFakeStreams } from './fake-streams'

beforeAll(useFakeStreams)

const story = (index: number) =>
  `Headline number ${String(index)}\n\nMinisters met in room ${String(index)} and agreed to meet again.\n`

function files(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: `${String(from + index).padStart(4, '0')}.txt`,
    text: story(from + index),
  }))
}

const progressOf = async (id: string) => (await now(liveImports())).find((one) => one.id === id)

/** Imports the folder and waits for its end. */
async function importFolder(folder: FakeFolder): Promise<void> {
  const id = valueOf(await startImport(folder.grant))
  await folder.serveAll()
  await importEnded(id)
}

describe('an import', () => {
  it('brings every article into library and reader, while it runs', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder(files(0, 60), files(60, 60))
      const id = valueOf(await startImport(folder.grant))
      await folder.serve(0)
      expect(await until(liveArticleRows(), (rows) => rows.length === 60)).toHaveLength(60)
      expect(await progressOf(id)).toMatchObject({ state: 'running', seen: 60, total: 120, imported: 60 })
      await folder.serve(1)
      const rows = await until(liveArticleRows(), (all) => all.length === 120)
      const last = rows.at(-1)?.article
      expect(last).toMatchObject({ paths: ['0119.txt'], title: 'Headline number 119', status: 'todo' })
      expect((await readBody(last?.id ?? '')).text).toBe(story(119))
      expect(last?.id).toBe(articleId(hashText(story(119)), last?.source ?? null))
      await importEnded(id)
      expect(await progressOf(id)).toMatchObject({
        state: 'done',
        seen: 120,
        imported: 120,
        secondsLeft: null,
      })
      expect(calls.map(({ channel }) => channel)).toContain('import:close')
    }))

  it('reports every file: imported, same as, skipped and why', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder([
        { path: 'a.txt', text: story(1) },
        { path: 'again.txt', text: story(1) },
        { path: 'blank.txt', text: ' \n ' },
        { path: 'locked.txt', skip: 'No right to read it.' },
        {
          path: 'picture.txt',
          bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
        },
      ])
      await importFolder(folder)
      const report = await readImportReport(folder.token)
      expect(report.map(({ path, outcome, sameAs }) => [path, outcome, sameAs])).toEqual([
        ['a.txt', 'imported', null],
        ['again.txt', 'same-as', 'a.txt'],
        ['blank.txt', 'skipped', null],
        ['locked.txt', 'skipped', null],
        ['picture.txt', 'skipped', null],
      ])
      expect(report[3]?.message).toBe('No right to read it.')
      expect(await progressOf(folder.token)).toMatchObject({ imported: 1, sameAs: 1, skipped: 3 })
      expect((await now(liveArticleRows())).map(({ article }) => article.paths)).toEqual([
        ['a.txt', 'again.txt'],
      ])
    }))

  it('finds texts of earlier imports again, removed ones included', () =>
    withOpenCorpus([], async () => {
      await importFolder(new FakeFolder(files(0, 3)))
      const [first] = await until(liveArticleRows(), (rows) => rows.length === 3)
      valueOf(await removeArticles([first?.article.id ?? '']))
      const again = new FakeFolder([{ path: 'copy.txt', text: story(1) }, ...files(0, 1)])
      await importFolder(again)
      expect((await readImportReport(again.token)).map(({ path, outcome }) => [path, outcome])).toEqual([
        ['copy.txt', 'same-as'],
        ['0000.txt', 'imported'],
      ])
      const rows = await until(liveArticleRows(), (all) => all.length === 3)
      expect(rows.map(({ article }) => article.paths)).toEqual([
        ['0000.txt'],
        ['0001.txt', 'copy.txt'],
        ['0002.txt'],
      ])
      expect(await openedCorpus()?.database.counts.get('articles')).toEqual({ key: 'articles', value: 3 })
    }))

  it('keeps complete batches when it is cancelled, and goes on after them', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder(files(0, 10), files(10, 10), files(20, 5))
      const id = valueOf(await startImport(folder.grant))
      await folder.serve(0)
      await until(liveImports(), (all) => all.some((one) => one.id === id && one.seen === 10))
      valueOf(await cancelImport(id))
      expect(await progressOf(id)).toMatchObject({ state: 'cancelled', imported: 10 })
      const soFar = await readOnImportReport(id, REPORT_START)
      expect(soFar.lines).toHaveLength(10)
      expect(await readOnImportReport(id, soFar)).toBe(soFar)
      await folder.serve(1)
      await folder.serve(2)
      valueOf(await resumeImport(id))
      await importEnded(id)
      expect(await progressOf(id)).toMatchObject({ state: 'done', imported: 25, sameAs: 0 })
      expect(await readImportReport(id)).toHaveLength(25)
      expect((await readOnImportReport(id, soFar)).lines).toEqual(await readImportReport(id))
    }))

  it('resumes after its worker was killed, losing and doubling nothing', () =>
    withOpenCorpus([], async () => {
      const current = openedCorpus()
      if (!current) throw new Error('It is open')
      const folder = new FakeFolder(files(0, 10), files(10, 10))
      await addImport(current.database, {
        id: folder.token,
        roots: ['folder'],
        state: 'running',
        seen: 0,
        total: null,
        imported: 0,
        sameAs: 0,
        skipped: 0,
        startedAt: new Date().toISOString(),
        cursor: null,
        batches: 0,
        recent: [],
        error: null,
      })
      const worker = fakeWorker('import')
      worker.postMessage({
        kind: 'start',
        database: current.database.name,
        id: folder.token,
        roots: ['folder'],
      })
      await folder.serve(0)
      await until(liveImports(), (all) => all[0]?.seen === 10)
      worker.terminate()
      const lock = `crossread-import-${folder.token}`
      await navigator.locks.request(lock, () => closeCorpus())
      valueOf(await openCorpus(current.corpus.id))
      expect(await progressOf(folder.token)).toMatchObject({ state: 'interrupted', imported: 10 })
      answerAs({ 'import:resume': () => fail('not-found', 'folder cannot be found.') })
      expect(await resumeImport(folder.token)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
      answerAs({})
      await folder.serve(1)
      valueOf(await resumeImport(folder.token))
      await importEnded(folder.token)
      expect(await progressOf(folder.token)).toMatchObject({
        state: 'done',
        imported: 20,
        sameAs: 0,
        seen: 20,
      })
    }))

  it('says why when main cannot go on, and keeps what there is', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder(files(0, 5), files(5, 5))
      const id = valueOf(await startImport(folder.grant))
      await folder.serve(0)
      const place = `/import/${folder.token}?${new URLSearchParams({ after: '0004.txt', root: '0' }).toString()}`
      const cache = await caches.open('fake-main')
      await cache.put(new URL(place, location.origin).href, new Response(null, { status: 404 }))
      new BroadcastChannel('fake-main').postMessage('put')
      await importEnded(id)
      expect(await progressOf(id)).toMatchObject({
        state: 'failed',
        imported: 5,
        error: { kind: 'not-found' },
      })
    }))

  it('stops when its corpus is deleted, though another is open', async () => {
    const corpus = valueOf(await createCorpus(`Doomed ${crypto.randomUUID()}`))
    valueOf(await openCorpus(corpus.id))
    const folder = new FakeFolder(files(0, 5), files(5, 5))
    const id = valueOf(await startImport(folder.grant))
    await folder.serve(0)
    await until(liveImports(), (all) => all[0]?.seen === 5)
    const ended = importEnded(id)
    await withOpenCorpus([], async () => {
      expect(await now(liveImports())).toEqual([])
      expect(await now(liveImportsElsewhere())).toEqual([{ id, roots: ['folder'] }])
      valueOf(await deleteCorpus(corpus.id))
      expect(await now(liveImportsElsewhere())).toEqual([])
      expect(await ended).toMatchObject({ state: 'cancelled' })
      await expect.poll(() => databaseExists(corpusDatabaseName(corpus.id))).toBe(false)
    })
  })

  it('is forgotten when it is dismissed, its articles stay', () =>
    withOpenCorpus([], async () => {
      const folder = new FakeFolder(files(0, 5))
      await importFolder(folder)
      valueOf(await dismissImport(folder.token))
      expect(await now(liveImports())).toEqual([])
      expect(await readImportReport(folder.token)).toEqual([])
      expect(await until(liveArticleRows(), (rows) => rows.length > 0)).toHaveLength(5)
    }))
})

it('saves the report as CSV that no spreadsheet takes for a formula', () =>
  withOpenCorpus([], async () => {
    const folder = new FakeFolder([
      { path: '=cmd|calc.txt', text: story(1) },
      { path: 'with "quotes", and comma.txt', skip: 'No.' },
    ])
    await importFolder(folder)
    answerAs({
      'export:pick': (kind, suggested) => ok({ token: `${kind}report`, name: suggested }),
      'export:finish': () => ok({ name: 'import-report.csv', bytes: 1 }),
    })
    const posts: string[] = []
    const realFetch = globalThis.fetch
    globalThis.fetch = async (_, init) => {
      posts.push(await new Response(init?.body ?? null).text())
      return Response.json({})
    }
    try {
      expect(await saveImportReport(folder.token)).toEqual({ ok: true, value: 'import-report.csv' })
    } finally {
      globalThis.fetch = realFetch
    }
    expect(posts.join('').split('\r\n')).toEqual([
      'path,outcome,same as,message',
      "'=cmd|calc.txt,imported,,",
      '"with ""quotes"", and comma.txt",skipped,,No.',
      '',
    ])
  }))
