import type { Readable } from 'node:stream'
import { describeTooLarge } from '../file-reader'
import type { ContainerFile, ContainerPart } from './container-part'
import { hasWideMark, PIECE_BYTES } from './line-pieces'
import { createRowScanner } from './row-scanner'
import type { UnpackMeter } from './unpack-limits'

/** A row that is longer than this has a quotation mark that does not close: the next row is looked for at a line's end. */
const MOST_ROW = 8 * 1024 * 1024
/** Top of a table longer than this names no columns. */
const MOST_HEAD = 1024 * 1024

const isBlank = (row: Uint8Array): boolean => row.every((byte) => byte <= 0x20)
/** What Excel writes above the names of the columns; a BOM may stand before it. */
const isSeparatorLine = (row: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?sep=.\s*$/i.test(Buffer.from(row.subarray(0, 16)).toString('latin1'))

/**
 * A long table in pieces of whole rows, so that no more of it than a piece is in memory. On top of each piece stands the
 * row that names the columns, so that each can be read by itself.
 * @param share how much of the container has been read, 0..1
 * @throws where the stream breaks off; the whole rows before were handed out
 */
export async function* readRowPieces(
  file: ContainerFile,
  stream: Readable,
  meter: UnpackMeter,
  share: () => number,
): AsyncGenerator<ContainerPart> {
  const scanner = createRowScanner()
  /** Bytes behind the last piece. */
  let kept: Uint8Array = new Uint8Array(0)
  let head: Uint8Array | null = null
  /** Rows that were handed out or stand in the head. */
  let rows = 0
  /** Ends of whole rows in `kept`; those that are no pieces yet. */
  let ends: number[] = []
  let wide: boolean | null = null

  const piece = (end: number): ContainerPart => {
    const bytes = new Uint8Array(Buffer.concat([head ?? new Uint8Array(0), kept.subarray(0, end)]))
    const firstLine = rows + 1
    rows += ends.filter((one) => one <= end).length
    ends = ends.filter((one) => one > end).map((one) => one - end)
    kept = kept.subarray(end)
    return {
      path: file.path,
      share: share(),
      outcome: { kind: 'bytes', bytes },
      ...(wide !== true && { firstLine }),
    }
  }

  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    meter.add(chunk.length)
    wide ??= hasWideMark(chunk)
    const before = kept.length
    kept = before === 0 ? chunk : Buffer.concat([kept, chunk])
    if (wide) {
      if (kept.length > file.limit) {
        yield { path: file.path, share: 1, outcome: describeTooLarge(null, file.limit) }
        return
      }
      continue
    }
    scanner.scan(chunk, (end) => ends.push(before + end))
    head ??= takeHead()
    if (head === null && kept.length > MOST_HEAD) head = new Uint8Array(0)
    const end = ends.at(-1)
    if (head !== null && end !== undefined && end >= PIECE_BYTES) yield piece(end)
    else if (kept.length > MOST_ROW) {
      const line = kept.lastIndexOf(0x0a) + 1
      scanner.forget()
      if (line > 0) ends.push(line)
      yield piece(line > 0 ? line : kept.length)
    }
  }
  if (kept.length > 0) yield piece(kept.length)

  /** Takes the rows up to the one that names the columns off what is kept; null while it is not whole. */
  function takeHead(): Uint8Array | null {
    let start = 0
    for (const [index, end] of ends.entries()) {
      const row = kept.subarray(start, end)
      start = end
      if (isBlank(row) || isSeparatorLine(row)) continue
      const taken = kept.subarray(0, end)
      kept = kept.subarray(end)
      rows = index + 1
      ends = ends.slice(index + 1).map((one) => one - end)
      return taken
    }
    return null
  }
}
