import { assertNever } from '#core/model/result'
import { encodeFrameHeader } from '#ipc/import-frames'
import { BATCH_BYTES, BATCH_FILES, type ImportFormat, type ImportFrameHeader } from '#ipc/import-stream'
import { readFirst, readLong, type ReadOutcome } from './file-reader'
import { walk, type WalkCursor, type WalkEntry } from './walk'
import { countEntries, type WalkCount } from './walk-count'

/** Files being looked into at the same time. Node has four threads for it; more in the queue keep them busy. */
const READS_AHEAD = 32

/** The batches of one import, each asked for by the place where the one before it ended. */
export interface ImportBatches {
  /** The batch after a place, null for the first. Ends with its `status` frame. */
  readonly next: (after: WalkCursor | null) => Promise<Uint8Array<ArrayBuffer>>
  /** Stops reading ahead and counting. */
  readonly close: () => void
}

/** What a batch is made of before its status is known. */
interface Contents {
  readonly chunks: readonly Uint8Array[]
  readonly entries: number
  /** Where the batch ends; the place asked for when it is empty. */
  readonly end: WalkCursor | null
  readonly done: boolean
}

interface Read {
  readonly entry: WalkEntry
  readonly chunks: readonly Uint8Array[]
}

/**
 * Reads an import's roots batch by batch. While the worker digests one batch the next is being read, so it never waits;
 * no more than that is ever held. Asking again for the same place, or for any other, starts a walk there.
 * @param limit largest file handed out, in bytes, looked up for each file
 * @param format decides which kinds of files are handed out
 */
export function createImportBatches(
  roots: readonly string[],
  limit: () => number,
  format: ImportFormat = 'articles',
): ImportBatches {
  let closed = false
  let reads: AsyncGenerator<Read> | null = null
  let ahead: { readonly after: WalkCursor | null; readonly contents: Promise<Contents> } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let seen = 0
  let count: WalkCount | null = null
  let counting: Promise<void> | null = null

  const startAt = async (after: WalkCursor | null): Promise<Contents> => {
    await reads?.return(undefined)
    const stream = readEntries(walk(roots, after, format), limit)
    reads = stream
    counting ??= countEntries(roots, after, () => closed).then((counted) => {
      count = counted
    })
    seen = after === null ? 0 : await countPassed(after)
    return collect(stream, after)
  }

  const countPassed = async (after: WalkCursor): Promise<number> => {
    return (await countEntries(roots, after, () => closed)).passed
  }

  const next = async (after: WalkCursor | null): Promise<Uint8Array<ArrayBuffer>> => {
    if (closed) throw new Error('The import is closed.')
    const ready = ahead !== null && samePlace(ahead.after, after) ? ahead.contents : startAt(after)
    ahead = null
    const contents = await ready
    if (!contents.done && reads !== null && !closed) {
      ahead = { after: contents.end, contents: collect(reads, contents.end) }
    }
    seen += contents.entries
    const total = contents.done ? seen : count === null ? null : Math.max(count.total, seen)
    return join([
      ...contents.chunks,
      encodeFrameHeader({ kind: 'status', size: 0, seen, total, done: contents.done }),
    ])
  }

  return {
    next: (after) => {
      // One at a time: two readers of one walk would each get half of it.
      const mine = turn.then(() => next(after))
      turn = mine.catch(() => undefined)
      return mine
    },
    close: () => {
      closed = true
      ahead = null
      void reads?.return(undefined)
    },
  }
}

function samePlace(a: WalkCursor | null, b: WalkCursor | null): boolean {
  return a === b || (a !== null && b !== null && a.root === b.root && a.path === b.path)
}

/** Takes reads until the one that takes the batch past its bytes or its files. */
async function collect(reads: AsyncGenerator<Read>, after: WalkCursor | null): Promise<Contents> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let entries = 0
  let end = after
  while (entries < BATCH_FILES && bytes < BATCH_BYTES) {
    const next = await reads.next()
    if (next.done === true) return { chunks, entries, end, done: true }
    for (const chunk of next.value.chunks) {
      chunks.push(chunk)
      bytes += chunk.length
    }
    entries += 1
    end = { root: next.value.entry.root, path: next.value.entry.path }
  }
  return { chunks, entries, end, done: false }
}

/** Entries of a walk with what was read of each, in the walk's order, up to `READS_AHEAD` files looked into at a time. */
async function* readEntries(entries: AsyncGenerator<WalkEntry>, limit: () => number): AsyncGenerator<Read> {
  const queue: Promise<Look>[] = []
  for await (const entry of entries) {
    queue.push(look(entry, limit()))
    const first = queue.length < READS_AHEAD ? undefined : queue.shift()
    if (first !== undefined) yield await finishRead(await first, limit())
  }
  for (const pending of queue) yield await finishRead(await pending, limit())
}

interface Look {
  readonly entry: WalkEntry
  readonly outcome: ReadOutcome
}

async function look(entry: WalkEntry, limit: number): Promise<Look> {
  if (entry.kind === 'file') return { entry, outcome: await readFirst(entry.location, entry.path, limit) }
  return { entry, outcome: { kind: 'skipped', reason: entry.reason, detail: entry.detail } }
}

/** Long files are read here, one at a time as their turn comes: 32 of 50 MB at once would be 1.6 GB. */
async function finishRead({ entry, outcome }: Look, limit: number): Promise<Read> {
  const { root, path } = entry
  const whole =
    outcome.kind === 'long' && entry.kind === 'file' ? await readLong(entry.location, limit) : outcome
  switch (whole.kind) {
    case 'bytes': {
      const header: ImportFrameHeader = { kind: 'file', root, path, size: whole.bytes.length }
      return { entry, chunks: [encodeFrameHeader(header), whole.bytes] }
    }
    case 'dataset':
      return { entry, chunks: [encodeFrameHeader({ kind: 'dataset', root, path, size: 0 })] }
    case 'skipped': {
      const { reason, detail } = whole
      return { entry, chunks: [encodeFrameHeader({ kind: 'skipped', root, path, size: 0, reason, detail })] }
    }
    case 'long':
      throw new Error(`${path} was left unread.`)
    default:
      return assertNever(whole)
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
