import { copyRelations } from '#core/library/copies'
import { LibraryIndex } from '#core/library/library-index'
import { RowChanges } from '#core/library/row-changes'
import { openCorpusDatabase } from '#data/database'
import { databaseFailure } from '#data/errors'
import { LibraryFollower, type LibraryTaker } from '#data/library-follow'
import type { LibraryQuestion, LibraryReply, LibraryRequest } from './library-messages'
import { turn } from './turn'

/** Milliseconds of sorting after which other messages are heard. */
const SLICE = 20

const index = new LibraryIndex()
let told = 0
/** Questions are answered one after the other: each settles the orders first. */
let queue: Promise<void> = Promise.resolve()
let isRead = false
const waiting: LibraryQuestion[] = []

/** What has changed since the window was told. */
const changes = new RowChanges(index)

const taker: LibraryTaker = {
  put: (article) => {
    changes.note(article.id)
    index.put(article)
  },
  drop: (id) => {
    changes.note(id)
    index.drop(id)
  },
  setCounts: (article, counts) => {
    changes.note(article)
    index.setCounts(article, counts)
  },
  clearCounts: () => {
    changes.noteAll()
    index.clearCounts()
  },
  setSources: (names) => {
    if ([...index.sourceNames].some(([id, name]) => names.get(id) !== name)) changes.noteAll()
    index.sourceNames = names
  },
  setReuse: (pairs) => index.setCopies(copyRelations(pairs)),
  known: () => index.ids,
}

function reply(message: LibraryReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

/** The corpus was closed under a reading, which is no fault; anything else goes to the log. */
function failed(error: unknown): void {
  if (databaseFailure(error)) return
  reply({ kind: 'lost', crash: String(error instanceof Error ? (error.stack ?? error) : error) })
}

async function settle(withTitles: boolean): Promise<void> {
  let sliceEnd = performance.now() + SLICE
  for (const steps = index.settle(withTitles); !steps.next().done;) {
    if (performance.now() < sliceEnd) continue
    await turn()
    sliceEnd = performance.now() + SLICE
  }
}

/** Ids of the articles that the window has not been told of, by number. */
function newIds(): string {
  const ids = index.ids.slice(told).join('\n')
  told = index.ids.length
  return ids
}

async function answer(question: LibraryQuestion): Promise<void> {
  const { kind, number } = question
  if (kind === 'near') {
    await settle(false)
    const { order, count } = index.nearest(question.query)
    reply({ kind, number, order, count, ids: newIds() }, [order.buffer])
    return
  }
  const { filter, sort } = question
  await settle(sort?.column === 'title')
  const { order, facets } = index.query(filter, sort)
  reply({ kind: 'answer', number, order, facets, ids: newIds() }, [order.buffer])
}

function ask(question: LibraryQuestion): void {
  queue = queue.then(() => answer(question)).catch(failed)
}

async function open(name: string): Promise<void> {
  const database = await openCorpusDatabase(name, 'relaxed')
  new LibraryFollower(
    database,
    taker,
    () => {
      isRead = true
      reply({ kind: 'changed', summary: index.summary(), rows: changes.take() })
      for (const request of waiting.splice(0)) ask(request)
    },
    failed,
  )
}

self.addEventListener('message', ({ data }: MessageEvent<LibraryRequest>) => {
  if (data.kind === 'open') void open(data.database).catch(failed)
  else if (isRead) ask(data)
  else waiting.push(data)
})
