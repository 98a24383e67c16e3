import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '#data/migrations/index'
import landed from '../../fixtures/corpus-versions/landed-migrations.json' with { type: 'json' }

/* People's corpora were made by these migrations, so each stays for ever what it was when it landed. */

const REMEDY =
  'A migration that has landed never changes: put it back, and add a migration with the next version.'

/** A migration as landed-migrations.json keeps it; of a function it says only whether there is one. */
const recorded = MIGRATIONS.map(({ version, stores, upgrade }) => ({
  version,
  stores,
  upgrades: upgrade !== undefined,
}))

describe('a migration that has landed', () => {
  it.each(landed)('$version is what it was', (before) => {
    expect(recorded[before.version - 1], REMEDY).toEqual(before)
  })

  it('is recorded in test/fixtures/corpus-versions/landed-migrations.json', () => {
    expect(recorded.slice(landed.length), 'Append the new ones to the file.').toEqual([])
  })
})
