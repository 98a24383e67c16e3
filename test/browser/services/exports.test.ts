import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#core/model/result'
import {
  createAnnotation,
  liveAnnotations,
  setNote,
  setSpeaker,
  updateAnnotation,
} from '#services/annotations'
import { editMetadata, readBody, removeArticles, setStatus } from '#services/articles'
import { deleteCorpus } from '#services/corpora'
import { createTag, editLayer, editTag, liveCodebook } from '#services/codebook'
import { cancelExport, liveExport, startDatasetExport, type DatasetExport } from '#services/exports'
import { importEnded, readImportReport, startImport } from '#services/imports'
import { openedCorpus } from '#services/open-corpus'
import { currentCorpus } from '#services/session'
import { addSpeaker } from '#services/speakers'
import { liveArticleRows } from './article-rows'
import { answerAs, calls, now, until, valueOf, withOpenCorpus } from './fake-main'
import { collectPosts, failPart, FakeFolder, useFakeStreams, type FakeFile } from './fake-streams'

beforeAll(useFakeStreams)

const WHOLE: DatasetExport = {
  scope: { kind: 'corpus' },
  format: 'dataset',
  suggestions: true,
  text: true,
  reproducible: true,
}

const grantOf = (token: string) => ({ token, name: 'seeds.json' })

beforeEach(() => answerAs({ 'export:finish': () => ok({ name: 'seeds.json', bytes: 42 }) }))
afterEach(() => answerAs({}))

/** Exports and answers the text that main was sent. */
async function exported(options: Partial<DatasetExport> = {}): Promise<string> {
  const token = `t${crypto.randomUUID()}`
  const posts = collectPosts(token)
  valueOf(await startDatasetExport({ ...WHOLE, ...options }, grantOf(token)))
  posts.stop()
  return posts.parts.join('')
}

/** Imports files as a person would choose them, and answers the report. */
async function imported(...files: readonly FakeFile[]) {
  const folder = await new FakeFolder(files).serveAll()
  await importEnded(valueOf(await startImport(folder.grant)))
  return readImportReport(folder.token)
}

const NEWS = [
  { path: 'nyt/one.txt', text: 'Talks 👍 fail\n\n“We will stay,” Lavrov said on Monday.\n' },
  { path: 'nyt/two.txt', text: 'Aid comes\n\nSome 3,000 lorries crossed the border.\n' },
  { path: 'post/three.txt', text: 'Nothing new\n\nNobody said a word.\n' },
]

/** Does a bit of everything in the open corpus. */
async function annotateAll(): Promise<void> {
  await imported(...NEWS)
  const rows = await until(liveArticleRows(), (all) => all.length === 3)
  const [one, two, three] = rows.map(({ article }) => article.id)
  const number = valueOf(await createTag({ name: 'Number', shortcut: '1', definition: 'Says how many.' }))
  valueOf(await createTag({ name: 'Lorries', parent: number.id }))
  const text = (await readBody(one ?? '')).text
  const range = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const quotation = valueOf(
    await createAnnotation({ article: one ?? '', layer: 'quotation', ranges: [range('“We will stay,”')] }),
  )
  valueOf(await setSpeaker(quotation.id, valueOf(await addSpeaker('Sergey Lavrov')).id))
  valueOf(await createAnnotation({ article: one ?? '', layer: 'highlight', ranges: [range('👍')] }))
  const claim = { article: two ?? '', layer: 'claim', ranges: [{ start: 11, end: 49 }], tags: [number.id] }
  valueOf(await setNote(valueOf(await createAnnotation(claim)).id, 'check “this”'))
  valueOf(await editMetadata(two ?? '', { byline: 'A. Reporter' }))
  valueOf(await setStatus([two ?? ''], 'done'))
  valueOf(await editLayer('claim', { name: 'Fact', color: '#123456' }))
  valueOf(await removeArticles([three ?? '']))
}

const records = (text: string) => JSON.parse(text) as Record<string, { exact?: string; text?: string }[]>

describe('a dataset', () => {
  it('comes back the same into an empty corpus, byte for byte', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const first = await exported()
      expect(await exported()).toBe(first)
      await withOpenCorpus([], async () => {
        const report = await imported({ path: 'seeds.json', dataset: first })
        expect(report.map(({ outcome, message }) => [outcome, message])).toEqual([
          ['imported', null],
          ['imported', null],
        ])
        expect(await exported()).toBe(first)
        expect(currentCorpus()?.name).toBe((JSON.parse(first) as { corpus: { name: string } }).corpus.name)
        const rows = await until(liveArticleRows(), (all) => all.length === 2)
        expect(rows.map(({ accepted, article }) => [accepted, article.status])).toEqual([
          [2, 'todo'],
          [1, 'done'],
        ])
      })
    }))

  it('adds what is new to a corpus, passes over what is equal, and keeps what differs', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const first = await exported()
      const [one] = await now(liveArticleRows())
      const [annotation] = await now(liveAnnotations(one?.article.id ?? ''))
      valueOf(await updateAnnotation(annotation?.id ?? '', 'Mine', (a) => ({ ...a, note: 'mine' })))
      const tag = (await now(liveCodebook())).tags[0]
      valueOf(await editTag(tag?.id ?? '', { definition: 'mine' }))
      valueOf(await editMetadata(one?.article.id ?? '', { title: 'Mine' }))
      const before = await exported()
      const report = await imported({ path: 'seeds.json', dataset: first })
      expect(await exported()).toBe(before)
      expect(report.map(({ path, outcome, message }) => [path, outcome, message !== null])).toEqual([
        ['seeds.json#nyt/one.txt', 'same-as', true],
        ['seeds.json#nyt/two.txt', 'same-as', false],
        ['seeds.json', 'skipped', true],
        ['seeds.json', 'skipped', true],
      ])
      await withOpenCorpus([], async () => {
        await imported({ path: 'own.txt', text: 'Something of one’s own\n\nAnd a line.\n' })
        const name = currentCorpus()?.name
        await imported({ path: 'seeds.json', dataset: first })
        expect(currentCorpus()?.name).toBe(name)
        const rows = await until(liveArticleRows(), (all) => all.length === 3)
        expect(rows.map(({ accepted }) => accepted)).toEqual([2, 1, 0])
      })
    }))

  it('is not imported at all when it is broken, and the files after it are', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const whole = await exported()
      const wrong = whole.replace('"exact":"👍"', '"exact":"👎"')
      expect(wrong).not.toBe(whole)
      await withOpenCorpus([], async () => {
        const report = await imported(
          { path: 'cut.json', dataset: whole.slice(0, 500) },
          { path: 'newer.json', dataset: whole.replace('"version": 1', '"version": 2') },
          { path: 'wrong.json', dataset: wrong },
          { path: 'z.txt', text: 'Still here\n\nAnd a line.\n' },
        )
        expect(report.map(({ path, outcome }) => [path, outcome])).toEqual([
          ['cut.json', 'skipped'],
          ['newer.json', 'skipped'],
          ['wrong.json', 'skipped'],
          ['z.txt', 'imported'],
        ])
        const db = openedCorpus()?.database
        expect([await db?.tags.count(), await db?.articles.count(), await db?.annotations.count()]).toEqual([
          0, 1, 0,
        ])
      })
    }))

  it('is found again by the files that follow it in one import', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const first = await exported()
      await withOpenCorpus([], async () => {
        const copy = NEWS[0]?.text ?? ''
        const report = await imported({ path: 'a.json', dataset: first }, { path: 'copy.txt', text: copy })
        expect(report.at(-1)).toMatchObject({ path: 'copy.txt', outcome: 'same-as' })
      })
    }))

  it('leaves out suggestions, text, and articles out of scope', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const [one] = await now(liveArticleRows())
      const id = one?.article.id ?? ''
      const [annotation] = await now(liveAnnotations(id))
      await openedCorpus()?.database.annotations.update(annotation?.id ?? '', {
        status: 'suggested',
        reason: { rule: 'marks', score: 1 },
      })
      expect(records(await exported())['annotations']).toHaveLength(3)
      expect(records(await exported({ suggestions: false }))['annotations']).toHaveLength(2)
      expect(records(await exported({ text: false }))['articles']?.map(({ text }) => text)).toEqual([
        null,
        null,
      ])
      const part = records(await exported({ scope: { kind: 'articles', ids: [id] } }))
      expect([part['articles']?.length, part['annotations']?.length, part['speakers']?.length]).toEqual([
        1, 2, 1,
      ])
    }))
})

describe('an export', () => {
  it('tells how far it is, finishes the file, and refuses a second one meanwhile', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const grant = grantOf(`t${crypto.randomUUID()}`)
      const running = startDatasetExport({ ...WHOLE, reproducible: false }, grant)
      expect(await startDatasetExport(WHOLE, grantOf('t2'))).toMatchObject({
        ok: false,
        error: { kind: 'conflict' },
      })
      expect(await running).toEqual({ ok: true, value: { name: 'seeds.json', bytes: 42 } })
      expect(await now(liveExport())).toEqual({
        name: 'seeds.json',
        state: 'done',
        done: 2,
        total: 2,
        bytes: 42,
      })
      expect(calls.map(({ channel }) => channel)).not.toContain('export:abort')
    }))

  it('throws the file away and says why when the disk is full', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const token = `t${crypto.randomUUID()}`
      const full = { kind: 'disk-full', message: 'The disk is full.' }
      await failPart(token, 0, Response.json(full, { status: 507 }))
      expect(await startDatasetExport(WHOLE, grantOf(token))).toEqual({ ok: false, error: full })
      expect(await now(liveExport())).toMatchObject({ state: 'failed', error: full })
      expect(calls.filter(({ channel }) => channel === 'export:abort')).toEqual([
        { channel: 'export:abort', args: [token] },
      ])
    }))

  it('writes nothing for a corpus whose spans do not fit', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const [one] = await now(liveArticleRows())
      const [annotation] = await now(liveAnnotations(one?.article.id ?? ''))
      await openedCorpus()?.database.annotations.update(annotation?.id ?? '', { exact: 'something else' })
      expect(await startDatasetExport(WHOLE, grantOf(`t${crypto.randomUUID()}`))).toMatchObject({
        ok: false,
        error: { kind: 'offset-mismatch' },
      })
      expect(calls.map(({ channel }) => channel)).toContain('export:abort')
    }))

  it('stops when it is cancelled', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const running = startDatasetExport(WHOLE, grantOf(`t${crypto.randomUUID()}`))
      await until(liveExport(), (progress) => progress?.state === 'running')
      cancelExport()
      const ended = await running
      expect(ended).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(await now(liveExport())).toMatchObject({ state: 'cancelled' })
    }))

  it('stops when its corpus is deleted, as if it had been cancelled', () =>
    withOpenCorpus([], async () => {
      await annotateAll()
      const running = startDatasetExport(WHOLE, grantOf(`t${crypto.randomUUID()}`))
      await until(liveExport(), (progress) => progress?.state === 'running')
      valueOf(await deleteCorpus(currentCorpus()?.id ?? ''))
      expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(calls.map(({ channel }) => channel)).toContain('export:abort')
      expect(calls.map(({ channel }) => channel)).not.toContain('app:log')
    }))

  it('says so when the story is not there', () =>
    withOpenCorpus([], async () => {
      const scope = { kind: 'story', id: 'gone' } as const
      expect(await startDatasetExport({ ...WHOLE, scope }, grantOf('t1'))).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
    }))
})
