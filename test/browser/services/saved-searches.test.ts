import { describe, expect, it } from 'vitest'
import { liveHistory, undo } from '#services/history'
import { liveSavedSearches, removeSearch, renameSearch, saveSearch } from '#services/saved-searches'
import { now, valueOf, withOpenCorpus } from './fake-main'

const FERRY = { query: 'ferry source:"Harbour Post"', order: 'newest' } as const

const saved = () => now(liveSavedSearches())

describe('a saved search', () => {
  it('keeps query and order under a name, and is undone', () =>
    withOpenCorpus(['One.'], async () => {
      valueOf(await saveSearch('  Ferries ', { ...FERRY, query: ` ${FERRY.query} ` }))
      expect(await saved()).toMatchObject([{ name: 'Ferries', ...FERRY }])
      expect(await now(liveHistory())).toMatchObject({ undo: 'Save search Ferries' })
      valueOf(await undo())
      expect(await saved()).toEqual([])
    }))

  it('asks something else once another query is saved under its name', () =>
    withOpenCorpus(['One.'], async () => {
      valueOf(await saveSearch('Ferries', FERRY))
      const [before] = await saved()
      valueOf(await saveSearch('ferries', { query: 'boat', order: 'relevance' }))
      expect(await saved()).toEqual([{ id: before?.id, name: 'ferries', query: 'boat', order: 'relevance' }])
      valueOf(await undo())
      expect(await saved()).toEqual([before])
    }))

  it('is renamed, not to the name of another, and removed; undo brings it back', () =>
    withOpenCorpus(['One.'], async () => {
      valueOf(await saveSearch('Ferries', FERRY))
      valueOf(await saveSearch('Boats', { query: 'boat', order: 'oldest' }))
      const [ferries] = await saved()
      const id = ferries?.id ?? ''
      expect(await renameSearch(id, 'boats')).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
      valueOf(await renameSearch(id, 'Crossings'))
      expect((await saved()).map(({ name }) => name)).toEqual(['Crossings', 'Boats'])
      valueOf(await removeSearch(id))
      expect((await saved()).map(({ name }) => name)).toEqual(['Boats'])
      valueOf(await undo())
      expect((await saved()).map(({ name }) => name)).toEqual(['Crossings', 'Boats'])
    }))

  it('needs a name, a query and to be there', () =>
    withOpenCorpus(['One.'], async () => {
      expect(await saveSearch(' ', FERRY)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } })
      expect(await saveSearch('Empty', { ...FERRY, query: ' ' })).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
      expect(await removeSearch('gone')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
      expect(await saved()).toEqual([])
    }))
})
