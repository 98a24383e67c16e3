import { describe, expect, it } from 'vitest'
import { icnsOf, icoOf } from '../../../tools/package/icon-containers.mjs'

const image = (size: number) => ({ size, png: Uint8Array.from([size % 251, 1, 2]) })

describe('icoOf', () => {
  it('lists every image that fits with where its bytes are', () => {
    const ico = icoOf([image(16), image(256), image(512)])
    expect(ico.readUInt16LE(2)).toBe(1)
    expect(ico.readUInt16LE(4)).toBe(2)
    const entry = (index: number) => {
      const at = 6 + 16 * index
      return { size: ico.readUInt8(at), length: ico.readUInt32LE(at + 8), offset: ico.readUInt32LE(at + 12) }
    }
    expect(entry(0)).toEqual({ size: 16, length: 3, offset: 38 })
    expect(entry(1)).toEqual({ size: 0, length: 3, offset: 41 })
    expect([...ico.subarray(41, 44)]).toEqual([256 % 251, 1, 2])
    expect(ico).toHaveLength(44)
  })
})

describe('icnsOf', () => {
  it('wraps each image in every type of its size, and says the length of the whole', () => {
    const icns = icnsOf([image(32), image(1024)])
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      types.push(icns.toString('latin1', at, at + 4))
    }
    expect(types).toEqual(['icp5', 'ic11', 'ic10'])
  })
})
