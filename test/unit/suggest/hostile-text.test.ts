import { describe, expect, it } from 'vitest'
import { readDateline } from '#core/intake/metadata/dateline'
import { suggestClaims } from '#core/suggest/claims'
import { suggestQuotations } from '#core/suggest/quotations'
import { splitBlocks } from '#core/text/blocks'
import { countWords } from '#core/text/segmentation'

/** Time for long input in ms: linear work takes a tenth of it, anything quadratic many times as much. */
const LONG = 5_000
const SIZE = 200_000

const bodyOf = (piece: string) => {
  const text = `${piece.repeat(Math.ceil(SIZE / piece.length))}x`
  return { text, blocks: splitBlocks(text, 'text'), furniture: [] }
}

describe('text made to keep the rules busy', () => {
  it.each(['“‘', "'word ", '“a” ', '“Word said.\n\n', '- a\n', "s' a"])(
    'is read for quotations and claims in time that grows with its length: %j',
    (piece) => {
      const body = bodyOf(piece)
      suggestClaims(body, 'en', '2022-02-02', suggestQuotations(body, 'en'))
    },
    LONG,
  )

  it.each([
    'A. '.repeat(60),
    `London, Reuters ${'-'.repeat(90)}x`,
    'AB/C.'.repeat(30),
    'Ab, Cd. '.repeat(20),
  ])(
    'is read for a dateline in no time: %j',
    (paragraph) => {
      expect(readDateline(paragraph)).toBeNull()
    },
    LONG,
  )

  it(
    'is counted in words without end of a script that needs a dictionary',
    () => {
      expect(countWords('ก'.repeat(SIZE))).toBeGreaterThan(0)
    },
    LONG,
  )
})
