import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonPieces } from '../../../src/core/exchange/json-pieces'

/** Reads a text in parts of the given lengths, the last as long as it takes. */
function readInParts(text: string, lengths: readonly number[]) {
  const reader = new JsonPieces()
  let at = 0
  for (const length of lengths) {
    reader.push(text.slice(at, at + length))
    at += length
  }
  reader.push(text.slice(at))
  return reader.end()
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const lengths = fc.array(fc.nat({ max: 9 }), { maxLength: 40 })
const record = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom('articles', '__proto__', 'a"b\\')),
  fc.jsonValue(),
)

describe('JSON in parts', () => {
  it('is what JSON.parse says, wherever it is parted', () => {
    fc.assert(
      fc.property(record, lengths, fc.constantFrom(undefined, 1, '\t'), (value, parts, space) => {
        const text = JSON.stringify(value, null, space)
        expect(readInParts(text, parts)).toEqual({ ok: true, value: JSON.parse(text) as unknown })
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with JSON.parse on what is JSON, when characters are lost, doubled or put in', () => {
    const damage = fc.record({
      at: fc.nat({ max: 200 }),
      gone: fc.nat({ max: 2 }),
      put: fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', ' ', '1', 'x', '\n'),
    })
    fc.assert(
      fc.property(record, fc.array(damage, { maxLength: 2 }), lengths, (value, damages, parts) => {
        let text = JSON.stringify(value)
        for (const { at, gone, put } of damages) text = text.slice(0, at) + put + text.slice(at + gone)
        const read = readInParts(text, parts)
        expect(read.ok, text).toBe(isJson(text))
        if (read.ok) expect(read.value).toEqual(JSON.parse(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('that stops anywhere is cut off there', () => {
    const text = JSON.stringify({ format: 'x', articles: [{ text: 'a "b" \\ ü' }, [1, true]], n: -1.5e3 })
    for (let end = 1; end < text.length; end += 1) {
      const read = readInParts(text.slice(0, end), [3, 4])
      expect(!read.ok && read.error, text.slice(0, end)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringContaining(`ends at character ${String(end)} `) as string,
      })
    }
  })

  it.each([
    ['{"a":1} x', 8],
    ['{"a":[1,2,]}', 10],
    ['{"a":[1 2]}', 8],
    ['{"a" 1}', 5],
    ['{"a":tru}', 8],
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ['[1,}', 3],
  ])('%s does not fit at %i', (text, position) => {
    for (const parts of [[], [2], [1, 1, 1, 1, 1, 1, 1]]) {
      const read = readInParts(text, parts)
      expect(!read.ok && read.error.message).toContain(`not JSON from character ${String(position)} on`)
    }
  })
})
