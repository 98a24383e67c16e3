import type { Readable } from 'node:stream'
import { describeTooLarge } from '../file-reader'
import { type ContainerFile, type ContainerPart } from './container-part'
import type { UnpackMeter } from './unpack-limits'

/** A piece ends with the line that takes it past this many bytes. */
export const PIECE_BYTES = 256 * 1024

const LINE_FEED = 0x0a

/**
 * A long file of JSON lines in pieces of whole lines, so that no more of it than a piece is in memory. A line above the
 * limit is a part of its own that says so.
 * @param share how much of the container has been read, 0..1
 * @throws where the stream breaks off; the whole lines before were handed out
 */
export async function* readLinePieces(
  file: ContainerFile,
  stream: Readable,
  meter: UnpackMeter,
  share: () => number,
): AsyncGenerator<ContainerPart> {
  let kept: Uint8Array[] = []
  let length = 0
  let line = 1
  /** The line that is being read is above the limit: its bytes are dropped up to its end. */
  let dropping = false
  let wide: boolean | null = null
  const piece = (): ContainerPart => {
    const bytes = new Uint8Array(Buffer.concat(kept))
    kept = []
    length = 0
    return {
      path: file.path,
      share: share(),
      outcome: { kind: 'bytes', bytes },
      ...(wide !== true && { firstLine: line }),
    }
  }
  const tooLong = (): ContainerPart => ({
    path: `${file.path}#${String(line)}`,
    share: share(),
    outcome: describeTooLarge(null, file.limit),
  })
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    meter.add(chunk.length)
    wide ??= hasWideMark(chunk)
    let rest = chunk
    if (dropping) {
      const end = rest.indexOf(LINE_FEED)
      if (end < 0) continue
      yield tooLong()
      dropping = false
      line += 1
      rest = rest.subarray(end + 1)
    }
    const end = rest.lastIndexOf(LINE_FEED)
    if (!wide && end >= 0 && length + end + 1 >= PIECE_BYTES) {
      const whole = rest.subarray(0, end + 1)
      kept.push(whole)
      const lines = countLines(kept)
      yield piece()
      line += lines
      rest = rest.subarray(end + 1)
    }
    kept.push(rest)
    length += rest.length
    if (length > file.limit + PIECE_BYTES) {
      const buffered = Buffer.concat(kept)
      const last = wide ? -1 : buffered.lastIndexOf(LINE_FEED)
      if (last >= 0) {
        kept = [buffered.subarray(0, last + 1)]
        const lines = countLines(kept)
        yield piece()
        line += lines
      }
      kept = []
      length = 0
      dropping = true
    }
  }
  if (dropping) yield tooLong()
  else if (length > 0) yield piece()
}

/** True for the byte order mark of UTF-16: its line ends are two bytes, so such a file is handed out whole. */
export function hasWideMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function countLines(chunks: readonly Uint8Array[]): number {
  let lines = 0
  for (const chunk of chunks) {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1
  }
  return lines
}
