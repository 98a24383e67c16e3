import { hashText } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import { readBody } from '#data/bodies'
import { createCorpusDatabase } from '#data/corpus'
import { deleteDatabase, openCorpusDatabase } from '#data/database'
import type { ImportItem } from '#data/identity'
import { storeBatch } from '#data/import-batch'
import { addImport } from '#data/imports'
import { applyCommand, undo } from '#data/journal'
import { KnownTexts } from '#data/known-texts'
import type { StoredArticle } from '#data/stored'

/*
 * What the benchmark of the import runs inside Chromium: the same generated articles through the import's own
 * transaction, and through plain IndexedDB.
 */

const BATCH = 250

const WORDS =
  'the of and a to in minister said that it was on for president by “talks” with from government at is as he had not be after troops are more than one new would its has were will been they who two also first last year week people police court party state report city war told officials according some percent three other could agency peace border about “we” their into against under between over during against country foreign'.split(
    ' ',
  )

/** About 4.2 KB of words, different for each number. */
function textOf(seed: number): string {
  let state = (seed + 1) * 2654435761
  const words: string[] = []
  for (let length = 0; length < 4200;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const word = WORDS[(state >>> 8) % WORDS.length] ?? ''
    words.push(words.length % 60 === 59 ? `${word}.\n\n` : `${word} `)
    length += word.length + 1
  }
  return words.join('')
}

function itemOf(seed: number): Extract<ImportItem, { kind: 'draft' }> {
  const text = textOf(seed)
  const blocks = Array.from({ length: 12 }, (_, index) => ({
    kind: 'paragraph' as const,
    start: index * 350,
    end: index * 350 + 348,
  }))
  return {
    kind: 'draft',
    draft: {
      path: `folder-${String(Math.floor(seed / 1000))}/article-${String(seed).padStart(6, '0')}.txt`,
      body: { text, blocks, furniture: [] },
      textSha256: hashText(text),
      originalSha256: hashText(`original ${String(seed)}`),
      format: 'text',
      encoding: { name: 'utf-8', certain: true, confidence: 1 },
      words: 700,
      metadata: {
        title: text.slice(0, 60),
        sourceName: `Outlet ${String(seed % 40)}`,
        byline: 'By A. Reporter',
        publishedAt: '2022-02-15',
        language: 'en',
        url: null,
        dateline: 'KYIV',
      },
      guessed: ['title', 'source', 'byline', 'publishedAt', 'language', 'dateline'],
    },
  }
}

/** Milliseconds that writing took, without the making of the articles. */
export interface Run {
  readonly articles: number
  readonly milliseconds: number
  /** Milliseconds of each single read. */
  readonly reads: readonly number[]
}

/** Articles through the import's transaction. With `reads`, also the milliseconds of single reads afterwards. */
export async function ours(articles: number, reads: number): Promise<Run> {
  const name = `bench-ours-${String(performance.now())}`
  await createCorpusDatabase(name, { id: name, name, description: '' })
  const db = await openCorpusDatabase(name, 'relaxed')
  await addImport(db, {
    id: 'bench',
    roots: ['bench'],
    state: 'running',
    seen: 0,
    total: articles,
    imported: 0,
    sameAs: 0,
    skipped: 0,
    startedAt: '',
    cursor: null,
    batches: 0,
    recent: [],
    error: null,
  })
  const known = await KnownTexts.load(db)
  let milliseconds = 0
  for (let from = 0; from < articles; from += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, articles - from) }, (_, index) => itemOf(from + index))
    const start = performance.now()
    await storeBatch(
      db,
      'bench',
      { items, cursor: { root: 0, path: 'x' }, seen: from, total: articles, done: false },
      known,
    )
    milliseconds += performance.now() - start
  }
  const taken: number[] = []
  // The window reads an article with the library in memory, which knows where its text is.
  const rows = reads > 0 ? await db.articles.toArray() : []
  for (let read = 0; read < reads; read++) {
    const { id, pack } = rows[(read * 7919) % rows.length] ?? { id: '', pack: 0 }
    const start = performance.now()
    await readBody(db, id, pack)
    taken.push(performance.now() - start)
  }
  db.close()
  await deleteDatabase(name)
  return { articles, milliseconds, reads: taken }
}

/**
 * The same articles through plain IndexedDB without an index; `stores` 2: metadata and text apart, 1: whole.
 * With `reads`, also the milliseconds of single reads of whole articles afterwards.
 */
export async function raw(articles: number, stores: 1 | 2, reads: number): Promise<Run> {
  const name = `bench-raw-${String(performance.now())}`
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('articles', { keyPath: 'id' })
      request.result.createObjectStore('texts', { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open failed'))
  })
  let milliseconds = 0
  for (let from = 0; from < articles; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, articles - from) }, (_, index) => {
      const { draft } = itemOf(from + index)
      const { body, ...metadata } = draft
      const id = `art_${draft.textSha256.slice(0, 26)}`
      return { metadata: { id, ...metadata, importedAt: '2024-01-01T00:00:00.000Z' }, body: { id, ...body } }
    })
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(['articles', 'texts'], 'readwrite', { durability: 'relaxed' })
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error ?? new Error('write failed'))
      for (const { metadata, body } of rows) {
        if (stores === 1) {
          transaction.objectStore('articles').put({ ...metadata, ...body })
        } else {
          transaction.objectStore('articles').put(metadata)
          transaction.objectStore('texts').put(body)
        }
      }
    })
    milliseconds += performance.now() - start
  }
  const taken: number[] = []
  for (let read = 0; read < reads; read++) {
    const id = `art_${itemOf((read * 7919) % articles).draft.textSha256.slice(0, 26)}`
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const request = db.transaction('articles').objectStore('articles').get(id)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error ?? new Error('read failed'))
    })
    taken.push(performance.now() - start)
  }
  db.close()
  await deleteDatabase(name)
  return { articles, milliseconds, reads: taken }
}

/** Milliseconds of one command that changes that many articles, and of taking it back; and of plain puts of the same rows. */
export interface CommandRun {
  readonly apply: number
  readonly undo: number
  readonly puts: number
}

/** Sets the status of every article of a corpus as one command. */
export async function command(articles: number): Promise<CommandRun> {
  const name = `bench-command-${String(performance.now())}`
  await createCorpusDatabase(name, { id: name, name, description: '' })
  const db = await openCorpusDatabase(name, 'strict')
  const rows = Array.from({ length: articles }, (_, index): StoredArticle => {
    const { draft } = itemOf(index)
    const { body, metadata, path, ...rest } = draft
    const { sourceName, ...known } = metadata
    return {
      ...rest,
      ...known,
      id: `art_${String(index)}`,
      source: sourceName,
      paths: [path],
      length: body.text.length,
      status: 'todo',
      sameText: false,
      removed: false,
      importedAt: '2024-01-01T00:00:00.000Z',
      pack: 1,
    }
  })
  const taken = async (work: () => PromiseLike<unknown>) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const puts = await taken(() => db.articles.bulkPut(rows))
  const changes = rows.map(({ id }): Change => {
    return { table: 'articles', id, before: { status: 'todo' }, after: { status: 'done' } }
  })
  const by = { id: 'bench', name: 'Bench' }
  const apply = await taken(() => applyCommand(db, { label: 'Set status', changes }, by))
  const back = await taken(() => undo(db, by))
  db.close()
  await deleteDatabase(name)
  return { apply, undo: back, puts }
}

/**
 * Milliseconds that writing the same articles takes in a corpus that is made and deleted again and again, the way the
 * program does it: what is deleted goes in an idle moment, one at a time (services/deletion.ts).
 */
export async function again(articles: number, times: number): Promise<number[]> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    taken.push((await ours(articles, 0)).milliseconds)
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 30_000 }))
  }
  return taken
}

Object.assign(globalThis, { bench: { ours, raw, command, again } })
