import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from '#core/exchange/json-fault'

describe('findJsonFault', () => {
  it('finds none in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (json, space) => {
        expect(findJsonFault(space + json + space)).toBeNull()
      }),
    )
  })

  it('says that JSON is cut off, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.nat(), (value, cut) => {
        const json = JSON.stringify(value)
        const part = json.slice(0, cut % json.length)
        expect(findJsonFault(part)).toEqual({ kind: 'cut-off', position: part.length })
      }),
    )
  })

  it('agrees with JSON.parse on what is JSON', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"\\u00e', '1', '-', '1.5e', 'true', 'nul', ' ']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        expect(findJsonFault(text) === null).toBe(valid)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['{"a": tru, "b": 1}', 'malformed', 6],
    ["{'a': 1}", 'malformed', 1],
    ['{"a": "x\ny"}', 'malformed', 8],
    ['{"a": 1,}', 'malformed', 8],
    ['[1, 2] x', 'malformed', 7],
    ['<html></html>', 'malformed', 0],
    ['[1, 01]', 'malformed', 5],
    ['', 'cut-off', 0],
    ['{"a": "x\\u00', 'cut-off', 12],
    ['[tr', 'cut-off', 3],
  ] as const)('finds the fault of %j', (text, kind, position) => {
    expect(findJsonFault(text)).toEqual({ kind, position })
  })

  it('reads strings of many megabytes and a depth of a million', () => {
    const long = `["${'line\\n'.repeat(3_000_000)}`
    expect(findJsonFault(long)).toEqual({ kind: 'cut-off', position: long.length })
    expect(findJsonFault('['.repeat(1_000_000))).toEqual({ kind: 'cut-off', position: 1_000_000 })
  })
})
