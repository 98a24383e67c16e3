import { expect, it } from 'vitest'
import { databaseExists, corpusDatabaseName, CorpusDatabase } from '#data/database'
import { MIGRATIONS } from '#data/migrations/index'
import { addImport } from '#data/imports'
import {
  createCorpus,
  deleteCorpus,
  describeCorpus,
  liveCorpora,
  makeCorpus,
  renameCorpus,
} from '#services/corpora'
import { createTag, liveCodebook } from '#services/codebook'
import { liveHistory, undo } from '#services/history'
import { liveImports } from '#services/imports'
import { openedCorpus } from '#services/open-corpus'
import { closeCorpus, currentCorpus, openCorpus } from '#services/session'
import { changeSettings, DEFAULT_SETTINGS, liveSettings } from '#services/settings'
import { removeArticles } from '#services/articles'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const name = () => `Corpus ${crypto.randomUUID()}`

it('makes, lists, renames and describes a corpus, open or closed', async () => {
  const first = name()
  const corpus = valueOf(await createCorpus(` ${first} `, 'About it'))
  expect(currentCorpus()).toBeNull()
  const listed = (await now(liveCorpora())).find(({ id }) => id === corpus.id)
  expect(listed).toEqual({
    id: corpus.id,
    name: first,
    description: 'About it',
    articles: 0,
    lastOpenedAt: null,
  })
  expect(await createCorpus(first.toUpperCase())).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  expect(await createCorpus(' ')).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })

  valueOf(await renameCorpus(corpus.id, `${first} closed`))
  valueOf(await openCorpus(corpus.id))
  expect(currentCorpus()?.name).toBe(`${first} closed`)
  valueOf(await renameCorpus(corpus.id, `${first} open`))
  valueOf(await describeCorpus(corpus.id, 'More'))
  expect(await undo()).toMatchObject({ value: 'Describe corpus' })
  expect(await undo()).toMatchObject({ value: 'Rename corpus' })
  const undone = await until(liveCorpora(), (all) => all.some((one) => one.name === `${first} closed`))
  expect(undone.find(({ id }) => id === corpus.id)).toMatchObject({ description: 'About it' })
  expect(currentCorpus()).toEqual({ id: corpus.id, name: `${first} closed`, description: 'About it' })
  valueOf(await deleteCorpus(corpus.id))
})

it('lists how many articles a corpus has, removed ones left out', () =>
  withOpenCorpus(['one', 'two', 'three'], async (articles) => {
    const id = currentCorpus()?.id
    const counted = (count: number) =>
      until(liveCorpora(), (all) => all.find((one) => one.id === id)?.articles === count)
    await counted(3)
    valueOf(await removeArticles([articles[0]?.id ?? '']))
    await counted(2)
  }))

it('switches what is followed with the open corpus', async () => {
  const one = valueOf(await createCorpus(name()))
  const two = valueOf(await createCorpus(name()))
  valueOf(await openCorpus(one.id))
  valueOf(await createTag({ name: 'Only here' }))
  const seen: string[][] = []
  const stop = liveCodebook().subscribe(({ tags }) => seen.push(tags.map((tag) => tag.name)))
  await until(liveCodebook(), ({ tags }) => tags.length === 1)
  valueOf(await openCorpus(two.id))
  await until(liveCodebook(), ({ layers, tags }) => layers.length > 0 && tags.length === 0)
  valueOf(await openCorpus(one.id))
  await until(liveCodebook(), ({ tags }) => tags.length === 1)
  expect(await now(liveHistory())).toEqual({ undo: 'Add tag Only here', redo: null })
  stop()
  expect(seen).toContainEqual([])
  await deleteCorpus(one.id)
  await deleteCorpus(two.id)
})

it('deletes for good, and never half', async () => {
  const corpus = valueOf(await createCorpus(name()))
  valueOf(await openCorpus(corpus.id))
  valueOf(await deleteCorpus(corpus.id))
  expect(currentCorpus()).toBeNull()
  expect((await now(liveCorpora())).some(({ id }) => id === corpus.id)).toBe(false)
  expect(await openCorpus(corpus.id)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  await expect.poll(() => databaseExists(corpusDatabaseName(corpus.id))).toBe(false)
})

it('makes a corpus anew whose id waits for its deletion, without its old content', async () => {
  const id = `cor_${crypto.randomUUID()}`
  const again = name()
  valueOf(await makeCorpus(id, again))
  valueOf(await openCorpus(id))
  valueOf(await createTag({ name: 'Old' }))
  valueOf(await deleteCorpus(id))
  valueOf(await makeCorpus(id, again))
  valueOf(await openCorpus(id))
  expect((await until(liveCodebook(), ({ layers }) => layers.length > 0)).tags).toEqual([])
  await deleteCorpus(id)
})

it('keeps the open corpus when another was written by a newer program', async () => {
  const newer = valueOf(await createCorpus(name()))
  const future = new CorpusDatabase(corpusDatabaseName(newer.id), 'strict', [
    ...MIGRATIONS,
    { version: MIGRATIONS.length + 1, stores: { inventions: 'id' } },
  ])
  await future.open()
  future.close()
  await withOpenCorpus([], async () => {
    const open = currentCorpus()
    expect(await openCorpus(newer.id)).toMatchObject({ ok: false, error: { kind: 'unsupported-version' } })
    expect(currentCorpus()).toBe(open)
  })
  await deleteCorpus(newer.id)
})

it('marks an import interrupted whose worker is gone, and leaves one alone that lives', () =>
  withOpenCorpus([], async () => {
    const current = openedCorpus()
    if (!current) throw new Error('It is open')
    const row = {
      roots: ['folder'],
      state: 'running' as const,
      seen: 500,
      total: 1000,
      imported: 500,
      sameAs: 0,
      skipped: 0,
      startedAt: '2024-01-01T00:00:00.000Z',
      cursor: { root: 0, path: 'b.txt' },
      batches: 2,
      recent: [
        { at: 1000, seen: 250 },
        { at: 2000, seen: 500 },
      ],
      error: null,
    }
    await addImport(current.database, { ...row, id: 'dead' })
    await addImport(current.database, { ...row, id: 'alive' })
    await navigator.locks.request('crossread-import-alive', async () => {
      await closeCorpus()
      valueOf(await openCorpus(current.corpus.id))
      const imports = await now(liveImports())
      expect(
        imports.map(({ id, state, rate, secondsLeft }) => [id, state, rate, secondsLeft]).toSorted(),
      ).toEqual([
        ['alive', 'running', 250, 2],
        ['dead', 'interrupted', 0, null],
      ])
    })
  }))

it('keeps settings, brings numbers to their limits, and tells the corpus a new name', () =>
  withOpenCorpus([], async () => {
    // Settings belong to the machine: tests of screens that ran before have left theirs.
    valueOf(await changeSettings({ ...DEFAULT_SETTINGS }))
    valueOf(await createTag({ name: 'So that I am known here' }))
    valueOf(await changeSettings({ theme: 'dark', measure: 500, annotatorName: ' Ada ' }))
    const settings = await until(liveSettings(), ({ annotatorName }) => annotatorName === 'Ada')
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', measure: 90, annotatorName: 'Ada' })
    expect(await openedCorpus()?.database.annotators.toArray()).toMatchObject([{ name: 'Ada' }])
    expect(await changeSettings({ annotatorName: ' ' })).toMatchObject({ ok: false })
    expect(await changeSettings({ measure: NaN })).toMatchObject({ ok: false })
    valueOf(await changeSettings({ ...DEFAULT_SETTINGS }))
  }))

it('refuses every change while no corpus is open', async () => {
  await closeCorpus()
  expect(await createTag({ name: 'A' })).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
  expect(await undo()).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
})
