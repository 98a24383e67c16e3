import { close, constants, fstat, open, read } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { SkipReason } from '#ipc/import-stream'
import { extensionOf, type FileLocation, isPackageName } from './file-names'
import { codeOf, isCode } from './system-errors'

/** What came of reading a file. `long`: it is within the limit but too big to hold many of at a time. */
export type ReadOutcome =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'long' }
  | { readonly kind: 'dataset' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly detail: string }

/** Nearly every article is smaller than this, and is read whole by the first look. */
export const FIRST_LOOK = 64 * 1024

/** How far into a JSON file the mark of a dataset is looked for, in bytes. */
const DATASET_PEEK = 4096
const DATASET_MARK = /"format"\s*:\s*"crossread-dataset"/

/** A pipe that took a file's place must not hang a thread: without this, opening it waits for a writer. */
const OPEN_FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK)

// The callback functions, bare: half the time of FileHandle for 10,000 small files.
const openFile = promisify(open)
const closeFile = promisify(close)
const readInto = promisify(read)
const statFile = promisify(fstat)

/** Buffers of `FIRST_LOOK` bytes, used again and again: a look at a 4 KB file leaves 4 KB behind. */
const spareBuffers: Buffer[] = []

/**
 * Reads a file as far as `FIRST_LOOK`. Never rejects: what goes wrong is an outcome, for the report.
 * @param name decides whether the file may be a dataset (only `.json`)
 * @param limit largest file handed out, in bytes; a dataset may be larger, as it is streamed
 */
export async function readFirst(location: FileLocation, name: string, limit: number): Promise<ReadOutcome> {
  const buffer = spareBuffers.pop() ?? Buffer.allocUnsafeSlow(FIRST_LOOK)
  try {
    const handle = await openFile(location, OPEN_FLAGS)
    try {
      return await lookInto(handle, buffer, name, limit)
    } finally {
      await closeFile(handle)
    }
  } catch (error) {
    return describeFailure(error)
  } finally {
    spareBuffers.push(buffer)
  }
}

async function lookInto(handle: number, buffer: Buffer, name: string, limit: number): Promise<ReadOutcome> {
  let length = 0
  while (length < FIRST_LOOK) {
    const { bytesRead } = await readInto(handle, buffer, length, FIRST_LOOK - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  if (length === 0) return { kind: 'skipped', reason: 'empty', detail: 'The file is empty (0 bytes).' }
  if (isPackageName(name) || isDatasetStart(name, buffer.subarray(0, length))) return { kind: 'dataset' }
  const size = length < FIRST_LOOK ? length : (await statFile(handle)).size
  if (size > limit) return describeTooLarge(size, limit)
  if (size > FIRST_LOOK) return { kind: 'long' }
  return { kind: 'bytes', bytes: new Uint8Array(buffer.subarray(0, length)) }
}

/** Reads a file that the first look found `long`. */
export async function readLong(location: FileLocation, limit: number): Promise<ReadOutcome> {
  try {
    const bytes = await readFile(location)
    // It may have grown since the first look.
    return bytes.length > limit ? describeTooLarge(bytes.length, limit) : { kind: 'bytes', bytes }
  } catch (error) {
    return describeFailure(error)
  }
}

/** Bytes of a file from a place on, `most` of them unless it ends before; none behind its end. Rejects when it cannot be read. */
export async function readPart(
  location: FileLocation,
  from: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await openFile(location, OPEN_FLAGS)
  try {
    const buffer = new Uint8Array(Math.max(0, Math.min(most, (await statFile(handle)).size - from)))
    let length = 0
    while (length < buffer.length) {
      const { bytesRead } = await readInto(handle, buffer, length, buffer.length - length, from + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return length === buffer.length ? buffer : buffer.slice(0, length)
  } finally {
    await closeFile(handle)
  }
}

/** True for bytes of a `.json` file that begin as a dataset does. */
export function isDatasetStart(name: string, bytes: Uint8Array): boolean {
  if (extensionOf(name) !== '.json') return false
  const start = bytes.subarray(0, DATASET_PEEK)
  return DATASET_MARK.test(Buffer.from(start.buffer, start.byteOffset, start.length).toString('latin1'))
}

type Skipped = Extract<ReadOutcome, { kind: 'skipped' }>

/** What is said of a file above the limit. @param size bytes; null where reading stopped before its end */
export function describeTooLarge(size: number | null, limit: number): Skipped {
  const detail =
    size === null
      ? `It is above the limit of ${inMegabytes(limit)} MB.`
      : `The file has ${inMegabytes(size)} MB, above the limit of ${inMegabytes(limit)} MB.`
  return { kind: 'skipped', reason: 'too-large', detail }
}

/** One decimal, rounded up, so that a file above the limit never reads as being at it. */
function inMegabytes(bytes: number): string {
  return String(Math.ceil((bytes / (1024 * 1024)) * 10) / 10)
}

/** What is said of a file that the system did not open. */
export function describeFailure(error: unknown): Skipped {
  if (isCode(error, 'ENOENT')) {
    return { kind: 'skipped', reason: 'vanished', detail: 'The file was there a moment ago and is gone.' }
  }
  const why = isCode(error, 'EACCES', 'EPERM')
    ? 'This account may not read it'
    : 'The system could not read it'
  return { kind: 'skipped', reason: 'unreadable', detail: `${why}${codeOf(error)}.` }
}
