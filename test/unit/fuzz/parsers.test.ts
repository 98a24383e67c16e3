import fc from 'fast-check'
import { describe, it } from 'vitest'
import { PARSERS } from './parsers'

/** `npm run bench -- fuzz` makes fifty times as many. */
const RUNS = 200

describe('whatever comes in, reading it', () => {
  it.each(PARSERS.map(({ name, property }) => [name, property] as const))(
    'never throws, never loops and tells true offsets: %s',
    (_name, property) => {
      fc.assert(property, { numRuns: RUNS })
    },
  )
})
