import type { ImportFrameHeader } from './import-stream'

/** A frame as read: its header, and the file's bytes (empty for a frame that is no file). */
export interface ImportFrame {
  readonly header: ImportFrameHeader
  readonly bytes: Uint8Array
}

const LENGTH_BYTES = 4

/** The bytes that go before a frame's file: the header's length (big endian) and the header. */
export function encodeFrameHeader(header: ImportFrameHeader): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header))
  const frame = new Uint8Array(LENGTH_BYTES + json.length)
  new DataView(frame.buffer).setUint32(0, json.length)
  frame.set(json, LENGTH_BYTES)
  return frame
}

/**
 * Takes a batch apart. The files' bytes are views into `batch`, not copies.
 * Throws when the batch ends inside a frame: the connection broke, and what is missing must not pass for the end.
 */
export function decodeFrames(batch: Uint8Array): ImportFrame[] {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength)
  const decoder = new TextDecoder()
  const frames: ImportFrame[] = []
  let at = 0
  const take = (length: number): Uint8Array => {
    if (at + length > batch.length) throw new Error('The import stream broke off inside a frame.')
    at += length
    return batch.subarray(at - length, at)
  }
  while (at < batch.length) {
    const start = at
    take(LENGTH_BYTES)
    const json = decoder.decode(take(view.getUint32(start)))
    // Both ends are this program, of one build: the header is what `encodeFrameHeader` wrote.
    const header = JSON.parse(json) as ImportFrameHeader
    frames.push({ header, bytes: take(header.size) })
  }
  return frames
}
