/**
 * Numbers as bytes, seven bits at a time, the lowest first; all but the last byte have the high bit set (LEB128). Small
 * numbers, which most differences are, take one byte.
 */

/** Bytes that grow as they are written. */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Writes a number from 0 to 2^32 - 1. */
  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.reserve(5)
    const { bytes } = this
    let rest = value
    while (rest > 127) {
      bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[this.length++] = rest
  }

  /** Writes the first `length` bytes of `from`. */
  append(from: Uint8Array, length: number): void {
    this.reserve(length)
    this.bytes.set(from.subarray(0, length), this.length)
    this.length += length
  }

  /** Makes room for that many bytes more. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  /** A copy of what was written; the writer is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }
}

/** Reads varints one after the other. */
export class ByteReader {
  bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** The next number. At the end of the bytes it answers 0; a damaged block is told by its counts. */
  varint(): number {
    const { bytes } = this
    let byte = bytes[this.at++] ?? 0
    if (byte < 128) return byte
    let value = byte & 127
    let shift = 7
    do {
      byte = bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value >>> 0
  }

  /** Passes over that many numbers. */
  skip(count: number): void {
    const { bytes } = this
    let at = this.at
    for (let left = count; left > 0 && at < bytes.length; at++) if ((bytes[at] ?? 0) < 128) left--
    this.at = at
  }
}

/** The number of several bytes that begins there, for loops that read those of one byte themselves. */
export function longNumber(bytes: Uint8Array, from: number): number {
  let value = 0
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = bytes[at] ?? 0
    value |= (byte & 127) << shift
    if (byte < 128) return value >>> 0
  }
}

/** How many bytes a number takes. */
export function bytesOf(value: number): number {
  return value < 1 << 14 ? (value < 1 << 7 ? 1 : 2) : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5
}
