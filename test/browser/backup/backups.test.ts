import { expect, it } from 'vitest'
import { backupName } from '#core/backup/manifest'
import { ok, type Result } from '#core/model/result'
import { damagedBackup } from '#core/backup/manifest'
import { applyCommand } from '#data/journal'
import type { CorpusDatabase } from '#data/database'
import { compress, type BackupFiles } from '#workers/backup-files'
import type { BackupHead } from '#workers/backup-messages'
import { previewBackup, restoreBackup } from '#workers/backup-read'
import { makeBackup } from '#workers/backup-run'
import { addArticles, highlightOf, ME, withCorpus } from '../data/samples'
import { valueOf } from '../services/fake-main'

interface MemoryFiles extends BackupFiles {
  readonly all: Map<string, Uint8Array<ArrayBuffer>>
}

function memoryFiles(): MemoryFiles {
  const all = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    all,
    write: (name, bytes) => {
      all.set(name, bytes)
      return Promise.resolve(ok(null))
    },
    read: (name) => {
      const bytes = all.get(name)
      return Promise.resolve(bytes ? ok(bytes) : damagedBackup('a file of it is missing'))
    },
  }
}

const quiet = () => undefined
let clock = Date.parse('2026-11-30T12:00:00Z')
let bases = 0

function make(
  db: CorpusDatabase,
  files: BackupFiles,
  latest: BackupHead | null,
): Promise<Result<BackupHead>> {
  clock += 60_000
  bases += 1
  const newBase = bases.toString(16).padStart(12, '0')
  return makeBackup({ db, files, latest, version: '1.2.3', now: clock, newBase, report: quiet })
}

const fileOf = (head: BackupHead) => backupName(Date.parse(head.madeAt), head.base)

async function annotate(db: CorpusDatabase, id: string, article: string, note = ''): Promise<void> {
  const before = (await db.annotations.get(id)) ?? null
  const after = highlightOf(id, article, { note })
  valueOf(
    await applyCommand(
      db,
      { label: 'Highlight', changes: [{ table: 'annotations', id, before, after }] },
      ME,
    ),
  )
}

async function remove(db: CorpusDatabase, id: string): Promise<void> {
  const before = (await db.annotations.get(id)) ?? null
  valueOf(
    await applyCommand(
      db,
      { label: 'Delete', changes: [{ table: 'annotations', id, before, after: null }] },
      ME,
    ),
  )
}

/** What a person sees of a corpus: rows without what is made anew. */
async function content(db: CorpusDatabase) {
  const articles = await db.articles.toArray()
  return {
    articles: articles
      .filter(({ removed }) => !removed)
      .map(({ id, title, status }) => ({ id, title, status }))
      .sort((a, b) => a.id.localeCompare(b.id)),
    annotations: (await db.annotations.toArray()).sort((a, b) => a.id.localeCompare(b.id)),
    tags: await db.tags.toArray(),
    speakers: await db.speakers.toArray(),
    stories: await db.stories.toArray(),
    savedSearches: await db.savedSearches.toArray(),
    stats: await db.stats.toArray(),
    layers: await db.layers.toArray(),
  }
}

it('writes texts once and changes often, and restores both', () =>
  withCorpus(async (db) => {
    const files = memoryFiles()
    const [one, two] = await addArticles(db, 'abc one 😀', 'abc two')
    if (!one || !two) throw new Error('They were added')
    await annotate(db, 'kept', one.id)
    await annotate(db, 'gone', one.id)
    const first = valueOf(await make(db, files, null))
    expect(first).toMatchObject({ articles: 2, annotations: 2, parts: [{ articles: 2 }] })

    await annotate(db, 'kept', one.id, 'edited')
    await remove(db, 'gone')
    await annotate(db, 'new', two.id)
    const speaker = { id: 'spk', name: 'Ada', aliases: ['A.'], settled: [] }
    await db.speakers.put(speaker as never)
    await db.tags.put({
      id: 'tag',
      name: 'Tag',
      parent: null,
      color: '#123456',
      shortcut: null,
      definition: '',
    })
    const saved = { id: 'search', name: 'Ferries', query: 'ferry', order: 'newest' } as const
    await db.savedSearches.put(saved)
    const status = {
      table: 'articles',
      id: two.id,
      before: { status: 'todo' },
      after: { status: 'done' },
    } as const
    valueOf(await applyCommand(db, { label: 'Done', changes: [status] }, ME))
    const second = valueOf(await make(db, files, first))
    expect(second.parts).toEqual(first.parts)
    expect([...files.all.keys()]).toHaveLength(3)

    await withCorpus(async (restored) => {
      const done = valueOf(await restoreBackup(files, fileOf(second), restored, 'Restored', quiet))
      expect(done).toEqual({ articles: 2, annotations: 2 })
      expect(await content(restored)).toEqual(await content(db))
      expect(await restored.corpus.toArray()).toMatchObject([{ name: 'Restored' }])
    })
    const { difference } = valueOf(await previewBackup(files, fileOf(first), db, quiet))
    expect(difference).toEqual({
      articles: { missing: 0, added: 0 },
      annotations: { missing: 1, added: 1, changed: 1 },
    })
  }))

it('puts only new texts into a new part, and all of them anew when a removed article came back', () =>
  withCorpus(async (db) => {
    const files = memoryFiles()
    const [one] = await addArticles(db, 'abc one')
    const first = valueOf(await make(db, files, null))
    const { articleOf, bodyOf } = await import('../data/samples')
    const { packBodies } = await import('#data/bodies')
    const later = { ...articleOf('abc later', 'later.txt'), pack: 2 }
    await db.bodies.bulkPut(packBodies([{ id: later.id, body: bodyOf('abc later') }], 2))
    await db.articles.put(later)
    const second = valueOf(await make(db, files, first))
    expect(second.base).toBe(first.base)
    expect(second.parts.map(({ articles }) => articles)).toEqual([1, 1])

    const id = one?.id ?? ''
    const gone = { table: 'articles', id, before: { removed: false }, after: { removed: true } } as const
    valueOf(await applyCommand(db, { label: 'Remove', changes: [gone] }, ME))
    const third = valueOf(await make(db, files, second))
    expect(third.base).toBe(first.base)
    await withCorpus(async (restored) => {
      valueOf(await restoreBackup(files, fileOf(third), restored, 'Restored', quiet))
      expect((await content(restored)).articles.map((article) => article.id)).toEqual([later.id])
    })
    const back = { ...gone, before: gone.after, after: gone.before }
    valueOf(await applyCommand(db, { label: 'Back', changes: [back] }, ME))
    const fourth = valueOf(await make(db, files, third))
    expect(fourth.base).not.toBe(first.base)
    expect(fourth.parts.map(({ articles }) => articles)).toEqual([2])
  }))

it('says of a damaged backup that it is damaged, and writes nothing of it', () =>
  withCorpus(async (db) => {
    const files = memoryFiles()
    const [article] = await addArticles(db, 'abc one, long enough to have a middle that can be overwritten')
    await annotate(db, 'a', article?.id ?? '')
    const head = valueOf(await make(db, files, null))
    const file = fileOf(head)
    const part = head.parts[0]?.file ?? ''
    const whole = new Map(files.all)
    const damages: [string, () => Promise<void> | void][] = [
      ['a part overwritten', () => void files.all.set(part, flip(whole.get(part)))],
      ['a part cut off', () => void files.all.set(part, whole.get(part)?.slice(0, 40) ?? new Uint8Array())],
      ['a part missing', () => void files.all.delete(part)],
      ['its own file overwritten', () => void files.all.set(file, flip(whole.get(file)))],
      [
        'its own file cut off',
        () => void files.all.set(file, whole.get(file)?.slice(0, 40) ?? new Uint8Array()),
      ],
      ['its own file empty', () => void files.all.set(file, new Uint8Array())],
      ['another file', async () => void files.all.set(file, await compress(['{"format":"other"}']))],
    ]
    for (const [what, damage] of damages) {
      for (const [name, bytes] of whole) files.all.set(name, bytes)
      await damage()
      expect(await previewBackup(files, file, null, quiet), what).toMatchObject({
        ok: false,
        error: { kind: 'unreadable' },
      })
      await withCorpus(async (restored) => {
        expect(await restoreBackup(files, file, restored, 'Restored', quiet), what).toMatchObject({
          ok: false,
        })
        expect(await restored.articles.count()).toBe(0)
      })
    }
    files.all.set(file, await compress(['{"format":"crossread-backup","version":2}']))
    expect(await previewBackup(files, file, null, quiet)).toMatchObject({
      error: { kind: 'unsupported-version' },
    })
  }))

function flip(bytes: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes ?? [])
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}

it('refuses an annotation that is not where it says', () =>
  withCorpus(async (db) => {
    const files = memoryFiles()
    const [article] = await addArticles(db, 'abc one')
    const head = valueOf(await make(db, files, null))
    await db.annotations.put(highlightOf('wrong', article?.id ?? '', { exact: 'xyz' }))
    await db.journal.put({ seq: 1 } as never)
    await db.journalChanges.put({
      seq: 1,
      changes: [{ table: 'annotations', id: 'wrong', before: null, after: null }],
    })
    const second = valueOf(await make(db, files, head))
    expect(await previewBackup(files, fileOf(second), null, quiet)).toMatchObject({
      error: { kind: 'unreadable' },
    })
  }))

it('waits for an import that writes', () =>
  withCorpus(async (db) => {
    await addArticles(db, 'abc')
    await db.imports.put({ id: 'x', state: 'running', sameAs: 0, startedAt: '' } as never)
    expect(await make(db, memoryFiles(), null)).toMatchObject({ error: { kind: 'conflict' } })
  }))
