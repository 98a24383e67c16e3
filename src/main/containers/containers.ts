import { close, fstat, open, read as readBytes } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { describeFailure } from '../file-reader'
import type { FileLocation } from '../file-names'
import { type ContainerFile, type ContainerPart, skippedPart } from './container-part'
import { readLinePieces } from './line-pieces'
import { memberOutcome } from './member-outcome'
import { readRowPieces } from './row-pieces'
import { readTar } from './tar-members'
import { createUnpackMeter, readUpTo, UnpackLimitError } from './unpack-limits'
import { readZip } from './zip-members'

/** What a file is unpacked as: an archive, a packed file, or long JSON lines or a long table in pieces. */
export type ContainerKind = 'zip' | 'tar' | 'tar.gz' | 'lines' | 'lines.gz' | 'rows' | 'rows.gz' | 'file.gz'

/** The container that a name says, null for a file that is read as it is. */
export function containerKind(name: string): ContainerKind | null {
  if (/\.zip$/iu.test(name)) return 'zip'
  if (/\.tar$/iu.test(name)) return 'tar'
  if (/\.(?:tgz|tar\.gz)$/iu.test(name)) return 'tar.gz'
  if (/\.(?:jsonl|ndjson)\.gz$/iu.test(name)) return 'lines.gz'
  if (/\.(?:jsonl|ndjson)$/iu.test(name)) return 'lines'
  if (/\.(?:csv|tsv)\.gz$/iu.test(name)) return 'rows.gz'
  if (/\.(?:csv|tsv)$/iu.test(name)) return 'rows'
  return /\.gz$/iu.test(name) ? 'file.gz' : null
}

/** A part with its number, from 1: what resuming goes by. */
export interface NumberedPart extends ContainerPart {
  readonly part: number
}

const openFile = promisify(open)
const closeFile = promisify(close)
const statFile = promisify(fstat)
const readInto = promisify(readBytes)

/** Bytes read from a container at a time. */
const CHUNK = 256 * 1024

/** A file's bytes. Unlike a stream of Node's, it leaves the handle to whoever opened it, also when it is destroyed. */
async function* chunksOf(handle: number, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK)
    const { bytesRead } = await readInto(handle, buffer, 0, CHUNK, at)
    if (bytesRead === 0) return
    at += bytesRead
    tell(bytesRead)
    yield buffer.subarray(0, bytesRead)
  }
}

/**
 * The parts of a container, one at a time, so that no more than one is in memory. Never throws: a container that cannot be
 * read, or breaks off, ends with a part that says so. It has at least one part unless all were passed.
 * @param after number of the last part that is passed already
 */
export async function* readContainer(
  kind: ContainerKind,
  location: FileLocation,
  path: string,
  limit: number,
  after = 0,
): AsyncGenerator<NumberedPart> {
  let part = 0
  let handle: number | null = null
  try {
    handle = await openFile(location, 'r')
    const { size } = await statFile(handle)
    for await (const read of readKind(kind, { path, handle, size, limit }, after)) {
      if (read.sidecarOf === undefined) part += 1
      if (part > after || read.sidecarOf !== undefined) yield { ...read, part }
    }
    if (part === 0) yield { ...skippedPart(path, 1, 'empty', 'There are no files in it.'), part: 1 }
  } catch (error) {
    part += 1
    if (part > after) yield { ...describeBreak(error, path, part - 1, handle !== null), part }
  } finally {
    if (handle !== null) await closeFile(handle)
  }
}

async function* readKind(
  kind: ContainerKind,
  file: ContainerFile,
  after: number,
): AsyncGenerator<ContainerPart> {
  if (kind === 'zip') {
    yield* readZip(file, after)
    return
  }
  const meter = createUnpackMeter(file.size)
  let read = 0
  const share = (): number => (file.size === 0 ? 1 : Math.min(1, read / file.size))
  const raw = Readable.from(
    chunksOf(file.handle, (bytes) => {
      read += bytes
    }),
    { objectMode: false },
  )
  const stream: Readable = kind.endsWith('gz') ? unpacked(raw) : raw
  try {
    if (kind === 'tar' || kind === 'tar.gz') yield* readTar(file, stream, meter, share)
    else if (kind === 'file.gz') {
      const bytes = await readUpTo(stream, file.limit, meter, 'drop')
      yield {
        path: file.path,
        share: 1,
        outcome: memberOutcome(bytes, file.limit, file.path.replace(/\.gz$/iu, '')),
      }
    } else if (kind === 'rows' || kind === 'rows.gz') yield* readRowPieces(file, stream, meter, share)
    else yield* readLinePieces(file, stream, meter, share)
  } finally {
    stream.destroy()
    raw.destroy()
  }
}

function unpacked(raw: Readable): Readable {
  // The error reaches whoever reads the stream; here it only must not go unheard.
  return pipeline(raw, createGunzip({ chunkSize: CHUNK }), () => undefined)
}

function describeBreak(error: unknown, path: string, before: number, opened: boolean): ContainerPart {
  if (!opened) return { path, share: 1, outcome: describeFailure(error) }
  if (error instanceof UnpackLimitError) return skippedPart(path, 1, 'too-large', error.message)
  const detail =
    before === 0
      ? 'It cannot be unpacked: it is damaged, or something else under this name.'
      : 'It is damaged or breaks off here; what came before was read, the rest is not there.'
  return skippedPart(path, 1, 'unreadable', detail)
}
