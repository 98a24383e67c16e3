/// <reference types="vite/client" />
import { expect, it } from 'vitest'
import { parseDataset } from '#core/exchange/dataset-reader'
import { datasetChunks } from '#core/exchange/dataset-writer'
import type { Annotation } from '#core/model/annotation'
import type { Annotator } from '#core/model/corpus'
import type { Result } from '#core/model/result'
import { readBody } from '#data/bodies'
import { readCodebook } from '#data/codebook'
import { readCorpusFacts } from '#data/corpus'
import { deleteDatabase, openCorpusDatabase, type CorpusDatabase } from '#data/database'
import { openExportSource } from '#data/export-source'
import { listImports, readReport } from '#data/imports'
import { applyCommand, redo, undo } from '#data/journal'
import { readArticleRows } from '#data/library-rows'
import { MIGRATIONS } from '#data/migrations/index'
import { readReadingPosition } from '#data/reading'
import { readReviewQueue } from '#data/review'
import { annotationsOfSpeaker } from '#data/speakers'
import { readStories } from '#data/stories'
import versionOne from '../../fixtures/corpus-versions/version-1.json?raw'
import { highlightOf } from './samples'

/* Corpora as earlier versions left them on disk, opened by the program of today. */

type Row = Record<string, unknown>

/** Object stores as the files of test/fixtures/corpus-versions list them. */
interface KeptCorpus {
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly autoIncrement: boolean
    readonly indexes: readonly {
      readonly name: string
      readonly keyPath: string | string[]
      readonly unique: boolean
      readonly multiEntry: boolean
    }[]
    readonly rows: readonly Row[]
  }[]
}

// As text: Vite's own JSON would stumble over half of a surrogate pair.
const VERSION_1 = JSON.parse(versionOne) as KeptCorpus

const ANA: Annotator = { id: 'annotator-ana', name: 'Ana Lorne' }

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** A row as IndexedDB holds it: JSON has no bytes. */
function storedRow(row: Row): Row {
  const { bytes } = row
  if (typeof bytes !== 'string') return row
  return { ...row, bytes: Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)) }
}

/** Puts the object stores there without Dexie and without the program's migrations. */
async function putOnDisk(name: string, { version, stores }: KeptCorpus): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      for (const { name: table, keyPath, autoIncrement, indexes, rows } of stores) {
        const store = opening.result.createObjectStore(table, { keyPath, autoIncrement })
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index)
        for (const row of rows) store.add(storedRow(row))
      }
    }
    opening.onerror = () => {
      reject(opening.error ?? new Error('not made'))
    }
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

/** Runs a test on that corpus, opened as the program opens any. */
async function withKept(kept: KeptCorpus, work: (db: CorpusDatabase) => Promise<void>): Promise<void> {
  const name = `crossread-test-${crypto.randomUUID()}`
  await putOnDisk(name, kept)
  const db = await openCorpusDatabase(name, 'strict')
  try {
    await work(db)
  } finally {
    db.close()
    await deleteDatabase(name)
  }
}

async function exported(db: CorpusDatabase) {
  const opened = await openExportSource(db, { kind: 'corpus' }, () => undefined)
  if (!opened) throw new Error('There is no corpus.')
  const options = {
    suggestions: true,
    text: true,
    exportedAt: null,
    generator: { name: 'test', version: '1' },
  }
  let text = ''
  for await (const chunk of datasetChunks(opened.source, options)) text += chunk
  return valueOf(parseDataset(text))
}

/** Id of the kept article that begins with these words. */
function idOf(title: string): string {
  const articles = VERSION_1.stores.find(({ name }) => name === 'articles')?.rows ?? []
  return String(articles.find((row) => String(row['title']).startsWith(title))?.['id'])
}

const keptAnnotation = (id: string): Annotation => {
  const rows = VERSION_1.stores.find(({ name }) => name === 'annotations')?.rows ?? []
  return rows.find((row) => row['id'] === id) as unknown as Annotation
}

it('a corpus of version 1 holds rows of every table of that version', () => {
  const [first] = MIGRATIONS
  expect(VERSION_1.version).toBe(10)
  expect(VERSION_1.stores.map(({ name }) => name)).toEqual(Object.keys(first?.stores ?? {}).sort())
  expect(VERSION_1.stores.filter(({ rows }) => rows.length === 0)).toEqual([])
})

it('a corpus of version 1 opens with every row as it was', () =>
  withKept(VERSION_1, async (db) => {
    expect(db.verno).toBe(MIGRATIONS.length)
    for (const { name, rows } of VERSION_1.stores) {
      expect(await db.table(name).toArray(), name).toEqual(rows.map(storedRow))
    }
  }))

it('a corpus of version 1 is read through the repositories', () =>
  withKept(VERSION_1, async (db) => {
    const [bridge, council, wire] = [idOf('The Bridge'), idOf('Council'), idOf('Half a sign')]
    expect(await readCorpusFacts(db)).toMatchObject({ corpus: { name: 'The Torvale bridge' }, articles: 3 })
    expect((await readCodebook(db)).tags.map(({ name }) => name).sort()).toEqual(['Cost', 'Works'])
    expect(await readArticleRows(db, [bridge, wire])).toMatchObject([
      { article: { id: bridge, status: 'in-progress', byline: 'Ansgar Wells' }, sourceName: 'Harbour Post' },
      { article: { id: wire }, accepted: 1 },
    ])
    const body = await readBody(db, bridge)
    for (const id of ['annotation-quote', 'annotation-claim']) {
      const { start, end, exact } = keptAnnotation(id)
      expect(body?.text.slice(start, end)).toBe(exact)
    }
    // Half of a surrogate pair, which UTF-8 cannot hold.
    expect((await readBody(db, wire))?.text).toContain('sign \ud83c and')
    expect((await annotationsOfSpeaker(db, 'speaker-varga')).map(({ id }) => id)).toEqual([
      'annotation-quote',
    ])
    const all = {
      layer: null,
      speaker: null,
      source: null,
      articles: null,
      minScore: 0,
      maxScore: 1,
      page: 0,
    }
    const queue = await readReviewQueue(db, { ...all, order: 'surest' })
    expect(queue.items.map(({ annotation }) => annotation.id)).toEqual(['annotation-suggested'])
    expect(await readStories(db)).toMatchObject([{ name: 'The bridge', articles: [bridge, council] }])
    expect(await readReadingPosition(db, bridge)).toBe(38)
    expect((await listImports(db)).map(({ id, state }) => [id, state])).toEqual([['import-press', 'done']])
    expect(await readReport(db, 'import-press')).toHaveLength(5)
  }))

it('a corpus of version 1 is worked on: annotated, undone down to its own history, exported', () =>
  withKept(VERSION_1, async (db) => {
    const before = await exported(db)
    expect(before.articles).toHaveLength(3)
    expect(before.annotations).toHaveLength(4)

    const council = idOf('Council')
    const mark = highlightOf('annotation-new', council, { exact: 'Cou', creator: ANA.id })
    const changes = [{ table: 'annotations' as const, id: mark.id, before: null, after: mark }]
    valueOf(await applyCommand(db, { label: 'Mark as highlight', changes }, ANA))
    expect((await exported(db)).annotations.filter(({ article }) => article === council)).toHaveLength(1)
    expect(await db.stats.get(council)).toMatchObject({ accepted: 1 })

    expect(valueOf(await undo(db, ANA)).label).toBe('Mark as highlight')
    expect(await exported(db)).toEqual(before)
    // What is below was done at version 1.
    const labels: string[] = []
    for (let undone = await undo(db, ANA); undone.ok; undone = await undo(db, ANA))
      labels.push(undone.value.label)
    expect(labels).toEqual(['Mark as highlight', 'Mark as claim', 'Mark as quotation', 'New tags'])
    expect((await exported(db)).annotations.map(({ id }) => id)).toEqual(['annotation-suggested'])
    for (const label of labels.toReversed()) expect(valueOf(await redo(db, ANA)).label).toBe(label)
    expect(await exported(db)).toEqual(before)
  }))
