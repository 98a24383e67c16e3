import { describe, expect, it } from 'vitest'
import { editMetadata, removeArticles } from '#services/articles'
import { undo } from '#services/history'
import { kwic, liveSearchIndex, rebuildSearchIndex, search, searchArticles } from '#services/search'
import { closeCorpus } from '#services/session'
import type { Live } from '#services/use-live'
import { until, valueOf, withOpenCorpus } from './fake-main'

const FERRY = 'The ferry to Kyiv sank. “It was overloaded,” the minister said.'
const PEACE = 'Peace talks resumed in Kyiv after the minister left.'

const whenCurrent = (articles: number) =>
  until(liveSearchIndex(), (status) => status?.state === 'current' && status.total === articles)

describe('search', () => {
  it('finds what a worker has indexed, and follows what is edited, removed and undone', () =>
    withOpenCorpus([FERRY, PEACE], async ([ferry, peace]) => {
      await whenCurrent(2)
      const found = valueOf(await search('minister "the ferry"'))
      expect(found).toMatchObject({ total: 1, complete: true, hits: [{ article: ferry?.id }] })
      valueOf(await editMetadata(peace?.id ?? '', { title: 'Negotiations' }))
      const negotiations = asking(() => search('negotiations in:title'))
      await until(negotiations, (answer) => answer.ok && answer.value.total === 1)
      valueOf(await removeArticles([ferry?.id ?? '']))
      await whenCurrent(1)
      expect(valueOf(await searchArticles('minister'))).toEqual([peace?.id])
      valueOf(await undo())
      await whenCurrent(2)
      expect(valueOf(await kwic('kyiv', { order: 'left' })).rows.map(({ left }) => left)).toEqual([
        'Peace talks resumed in ',
        'The ferry to ',
      ])
    }))

  it('makes the index anew when it is asked to', () =>
    withOpenCorpus([FERRY], async () => {
      await whenCurrent(1)
      const states: unknown[] = []
      const stop = liveSearchIndex().subscribe((status) => states.push(status?.state))
      rebuildSearchIndex()
      await until(liveSearchIndex(), () => states.includes('building') && states.at(-1) === 'current')
      stop()
      expect(valueOf(await search('ferry')).total).toBe(1)
    }))

  it('says where a query cannot be understood, and that no corpus is open', async () => {
    await withOpenCorpus([FERRY], async () => {
      expect(await search('colour:red')).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input', at: { start: 0, end: 7 } },
      })
      await closeCorpus()
      expect(await search('ferry')).toMatchObject({ ok: false, error: { kind: 'unavailable', at: null } })
    })
  })
})

/** Asks again and again until nobody listens. */
function asking<T>(ask: () => Promise<T>): Live<T> {
  return {
    subscribe: (next) => {
      let listening = true
      const again = async () => {
        while (listening) next(await ask())
      }
      void again()
      return () => {
        listening = false
      }
    },
  }
}
