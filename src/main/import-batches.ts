import { stat } from 'node:fs/promises'
import { assertNever } from '#core/model/result'
import { encodeFrameHeader } from '#ipc/import-frames'
import {
  BATCH_BYTES,
  BATCH_FILES,
  type ImportFormat,
  type ImportFrameHeader,
  type PartPlace,
} from '#ipc/import-stream'
import { containerKind, type ContainerKind, type NumberedPart, readContainer } from './containers/containers'
import type { FileLocation } from './file-names'
import { readFirst, readLong, type ReadOutcome } from './file-reader'
import { createSidecarFinder } from './sidecars'
import { walk, type WalkCursor, type WalkEntry } from './walk'
import { countEntries, type WalkCount } from './walk-count'

/** Files being looked into at the same time. Node has four threads for it; more in the queue keep them busy. */
const READS_AHEAD = 32

/** JSON lines and tables above so many bytes are handed out in pieces; smaller ones whole, whatever is in them. */
const WHOLE_LINES = 4 * 1024 * 1024

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
  /** How many of the entries the count of files does not have, being further parts of a container. */
  readonly parts: number
  /** How many such parts are still to come of the container at the end, as far as can be told. */
  readonly ahead: number
}

interface Read {
  readonly end: WalkCursor
  readonly chunks: readonly Uint8Array[]
  /** For a part of a container: its number, and how much of the container is passed with it, 0..1. */
  readonly passed: { readonly part: number; readonly share: number } | null
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
  /** Parts of containers that the count of files does not have. */
  let parts = 0
  let count: WalkCount | null = null
  let counting: Promise<void> | null = null

  const startAt = async (after: WalkCursor | null): Promise<Contents> => {
    await reads?.return(undefined)
    const stream = readEntries(roots, walk(roots, after, format), limit, after, format)
    reads = stream
    counting ??= countEntries(roots, after, () => closed).then((counted) => {
      count = counted
    })
    // The parts of containers further back are not known any more; those of the last one are.
    parts = Math.max(0, (after?.part ?? 1) - 1)
    seen = after === null ? 0 : (await countPassed(after)) + parts
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
    parts += contents.parts
    const files = count === null ? null : count.total + parts + contents.ahead
    const total = contents.done ? seen : files === null ? null : Math.max(files, seen)
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
  return a === b || (a !== null && b !== null && a.root === b.root && a.path === b.path && a.part === b.part)
}

function partsAhead(passed: Read['passed']): number {
  if (passed === null || passed.share <= 0) return 0
  return Math.max(0, Math.round(passed.part / passed.share) - passed.part)
}

/** Takes reads until the one that takes the batch past its bytes or its files. */
async function collect(reads: AsyncGenerator<Read>, after: WalkCursor | null): Promise<Contents> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let entries = 0
  let end = after
  let passed: Read['passed'] = null
  let parts = 0
  while (entries < BATCH_FILES && bytes < BATCH_BYTES) {
    const next = await reads.next()
    if (next.done === true) return { chunks, entries, end, done: true, parts, ahead: 0 }
    for (const chunk of next.value.chunks) {
      chunks.push(chunk)
      bytes += chunk.length
    }
    entries += 1
    end = next.value.end
    passed = next.value.passed
    if (passed !== null && passed.part > 1) parts += 1
  }
  return { chunks, entries, end, done: false, parts, ahead: partsAhead(passed) }
}

/** Entries of a walk with what was read of each, in the walk's order, up to `READS_AHEAD` files looked into at a time. */
async function* readEntries(
  roots: readonly string[],
  entries: AsyncGenerator<WalkEntry>,
  limit: () => number,
  after: WalkCursor | null,
  format: ImportFormat,
): AsyncGenerator<Read> {
  const sidecars = format === 'articles' ? createSidecarFinder(roots, limit) : null
  let waiting: Uint8Array[] = []
  const finish = async function* (look: Look): AsyncGenerator<Read> {
    if (sidecars) waiting.push(...(await sidecars.framesFor(look.entry)))
    for await (const read of finishRead(look, limit(), after)) {
      yield waiting.length === 0 ? read : { ...read, chunks: [...waiting, ...read.chunks] }
      waiting = []
    }
  }
  const queue: Promise<Look>[] = []
  for await (const entry of entries) {
    queue.push(look(entry, limit(), format))
    const first = queue.length < READS_AHEAD ? undefined : queue.shift()
    if (first !== undefined) yield* finish(await first)
  }
  for (const pending of queue) yield* finish(await pending)
}

interface Look {
  readonly entry: WalkEntry
  /** A container is not looked into before its turn. */
  readonly outcome: ReadOutcome | { readonly kind: 'container'; readonly as: ContainerKind }
}

async function look(entry: WalkEntry, limit: number, format: ImportFormat): Promise<Look> {
  if (entry.kind !== 'file') {
    return { entry, outcome: { kind: 'skipped', reason: entry.reason, detail: entry.detail } }
  }
  const { location, path } = entry
  const as = format === 'articles' ? containerKind(path) : null
  if (as === null) return { entry, outcome: await readFirst(location, path, limit) }
  if (as === 'lines' || as === 'rows') {
    const outcome = await readFirst(location, path, Number.POSITIVE_INFINITY)
    const inPieces = outcome.kind === 'long' && (await isAbove(location, WHOLE_LINES))
    return { entry, outcome: inPieces ? { kind: 'container', as } : outcome }
  }
  return { entry, outcome: { kind: 'container', as } }
}

async function isAbove(location: FileLocation, bytes: number): Promise<boolean> {
  return stat(location).then(
    ({ size }) => size > bytes,
    () => false,
  )
}

/** Long files are read here, one at a time as their turn comes: 32 of 50 MB at once would be 1.6 GB. */
async function* finishRead(
  { entry, outcome }: Look,
  limit: number,
  after: WalkCursor | null,
): AsyncGenerator<Read> {
  const { root, path } = entry
  const end = { root, path }
  if (outcome.kind === 'container' && entry.kind === 'file') {
    const passed = after?.root === root && after.path === path ? (after.part ?? 0) : 0
    let sidecars: Uint8Array[] = []
    for await (const part of readContainer(outcome.as, entry.location, path, limit, passed)) {
      if (part.sidecarOf === undefined) {
        const read = partRead(part, end)
        yield { ...read, chunks: [...sidecars, ...read.chunks] }
        sidecars = []
      } else if (part.outcome.kind === 'bytes') {
        const { bytes } = part.outcome
        const header = {
          kind: 'sidecar',
          root,
          path: part.path,
          folder: part.sidecarOf,
          size: bytes.length,
        } as const
        sidecars.push(encodeFrameHeader(header), bytes)
      }
    }
    return
  }
  const whole =
    outcome.kind === 'long' && entry.kind === 'file' ? await readLong(entry.location, limit) : outcome
  switch (whole.kind) {
    case 'bytes':
    case 'skipped':
      yield { end, chunks: framesOf(whole, { root, path }), passed: null }
      return
    case 'dataset': {
      const header: ImportFrameHeader = { kind: 'dataset', root, path, size: 0 }
      yield { end, chunks: [encodeFrameHeader(header)], passed: null }
      return
    }
    case 'long':
    case 'container':
      throw new Error(`${path} was left unread.`)
    default:
      assertNever(whole)
  }
}

function partRead({ path, part, share, outcome, firstLine }: NumberedPart, end: WalkCursor): Read {
  const within = { container: end.path, part, ...(firstLine !== undefined && { firstLine }) }
  return {
    end: { ...end, part },
    chunks: framesOf(outcome, { root: end.root, path, within }),
    passed: { part, share },
  }
}

/** Header and bytes of what is handed out, or the header that says why nothing is. */
function framesOf(
  outcome: Extract<ReadOutcome, { kind: 'bytes' | 'skipped' }>,
  place: { readonly root: number; readonly path: string; readonly within?: PartPlace },
): Uint8Array[] {
  if (outcome.kind === 'bytes') {
    return [encodeFrameHeader({ kind: 'file', size: outcome.bytes.length, ...place }), outcome.bytes]
  }
  const { reason, detail } = outcome
  return [encodeFrameHeader({ kind: 'skipped', size: 0, reason, detail, ...place })]
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
