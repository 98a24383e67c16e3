import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOffsetMap } from '#core/text/offsets'

/** Any string of UTF-16 units: plain, astral, lone surrogates. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd7f0, max: 0xe010 }).map(toUnit)), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))

function toUnit(unit: number): string {
  return String.fromCharCode(unit)
}

describe('offset map', () => {
  it('agrees with iteration by code points at every boundary, on any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = createOffsetMap(text)
        let utf16 = 0
        let codePoint = 0
        for (const character of text) {
          expect(map.toCodePoint(utf16)).toBe(codePoint)
          expect(map.toUtf16(codePoint)).toBe(utf16)
          if (character.length === 2) expect(map.toCodePoint(utf16 + 1)).toBe(codePoint)
          utf16 += character.length
          codePoint++
        }
        expect(map.toCodePoint(text.length)).toBe(codePoint)
        expect(map.toUtf16(codePoint)).toBe(text.length)
        expect(map.codePointLength).toBe(codePoint)
        expect(map.utf16Length).toBe(text.length)
      }),
    )
  })

  it('gives the slice that a slice by code points gives', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
        const characters = [...text]
        const map = createOffsetMap(text)
        const start = Math.min(a, b, characters.length)
        const end = Math.min(Math.max(a, b), characters.length)
        expect(text.slice(map.toUtf16(start), map.toUtf16(end))).toBe(characters.slice(start, end).join(''))
      }),
    )
  })

  it('refuses offsets outside the text and between units', () => {
    const map = createOffsetMap('a😀b')
    expect(map.codePointLength).toBe(3)
    for (const offset of [-1, 5, 0.5, Number.NaN]) expect(() => map.toCodePoint(offset)).toThrow(RangeError)
    for (const offset of [-1, 4, 1.5]) expect(() => map.toUtf16(offset)).toThrow(RangeError)
  })
})
