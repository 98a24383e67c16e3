import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWire, encodeWire } from '../../../tools/chromium-shell/page/wire'

const across = (value: unknown): unknown => decodeWire(encodeWire(value))

describe('what crosses between window and main', () => {
  it('is the same on the other side, whatever plain data it is', { timeout: 30_000 }, () => {
    const small = { maxLength: 4 }
    const leaf = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.double(),
      fc.bigInt(),
      fc.boolean(),
      fc.constantFrom(null, undefined, NaN, Infinity, -Infinity, -0),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array(small),
      fc.float64Array(small),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', maxDepth: 3 },
        leaf,
        fc.array(tie('value'), small),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'v')), tie('value'), {
          noNullPrototype: true,
          maxKeys: 4,
        }),
        fc.array(fc.tuple(fc.string(), tie('value')), small).map((entries) => new Map(entries)),
        fc.array(fc.string(), small).map((entries) => new Set(entries)),
      ),
    }))
    fc.assert(
      fc.property(value, (given) => {
        expect(across(given)).toStrictEqual(given)
      }),
    )
  })

  it('gives the same thing twice where it stands twice', () => {
    const shared = { a: 1 }
    expect(across([shared, shared])).toEqual([{ a: 1 }, { a: 1 }])
  })

  it('keeps a large body of bytes whole', () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
    expect(Buffer.compare(across(bytes) as Uint8Array, bytes)).toBe(0)
  })

  it('carries errors with their name and message', () => {
    const error = across(new RangeError('too far'))
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'RangeError', message: 'too far' })
  })

  it('does not let a key named __proto__ change the prototype', () => {
    const back = across(JSON.parse('{"__proto__": {"admin": true}}')) as { admin?: boolean }
    expect(back.admin).toBeUndefined()
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('refuses %s, wherever it stands', (_name, value) => {
    expect(() => encodeWire({ deep: [value] })).toThrow(/could not be cloned/)
  })

  it('refuses what contains itself', () => {
    const loop: unknown[] = []
    loop.push(loop)
    expect(() => encodeWire(loop)).toThrow(/contains itself/)
  })
})
