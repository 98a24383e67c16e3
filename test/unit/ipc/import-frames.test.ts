import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFrames, encodeFrameHeader } from '#ipc/import-frames'
import type { ImportFrameHeader } from '#ipc/import-stream'

function encode(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts = files.flatMap(([path, bytes]) => [
    encodeFrameHeader({ kind: 'file', root: 0, path, size: bytes.length }),
    bytes,
  ])
  return new Uint8Array(Buffer.concat(parts))
}

describe('frames', () => {
  it('carry any path and any bytes', () => {
    const file = fc.tuple(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }))
    fc.assert(
      fc.property(fc.array(file, { maxLength: 20 }), (files) => {
        const frames = decodeFrames(encode(files))
        expect(
          frames.map(({ header, bytes }) => [header.kind === 'file' && header.path, [...bytes]]),
        ).toEqual(files.map(([path, bytes]) => [path, [...bytes]]))
      }),
    )
  })

  it('begin with the length of their header, big endian', () => {
    const header: ImportFrameHeader = { kind: 'status', size: 0, seen: 3, total: null, done: true }
    const frame = Buffer.from(encodeFrameHeader(header))
    expect(frame.readUInt32BE(0)).toBe(frame.length - 4)
    expect(JSON.parse(frame.toString('utf8', 4))).toEqual(header)
  })

  it('read from a view that does not begin where its memory does', () => {
    const whole = Buffer.concat([Buffer.from([1, 2, 3]), encode([['é.txt', new Uint8Array([9])]])])
    expect(decodeFrames(whole.subarray(3)).map((frame) => [...frame.bytes])).toEqual([[9]])
  })

  it('do not let a broken connection pass for the end', () => {
    const whole = encode([['a.txt', new Uint8Array(50)]])
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => decodeFrames(whole.subarray(0, length))).toThrow('broke off')
    }
  })
})
