import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { readClusterDecisions, readComparison, readReuse } from '#data/comparisons'
import { CorpusDatabase, deleteDatabase, openCorpusDatabase } from '#data/database'
import { attempt, databaseFailure } from '#data/errors'
import { applyCommand, undo } from '#data/journal'
import { MIGRATIONS } from '#data/migrations/index'
import { annotationsOfSpeaker } from '#data/speakers'
import { readStoryFacts } from '#data/stories'
import { readRows } from '#data/read-rows'
import type { StoredModel } from '#data/stored'
import { readTagger } from '#data/tagger'
import type { Migration } from '#data/migrations/migration'
import type { ClusterDecision } from '#core/model/comparison'
import { ok, type Result } from '#core/model/result'
import type { SavedSearch } from '#core/model/saved-search'
import { highlightOf, ME, withCorpus } from './samples'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** A database of the version before a migration, made by the migrations up to there. */
async function atVersion(version: number, fill: (db: CorpusDatabase) => Promise<unknown>): Promise<string> {
  const name = `crossread-test-${crypto.randomUUID()}`
  const earlier = MIGRATIONS.filter((migration) => migration.version <= version)
  const db = new CorpusDatabase(name, 'strict', earlier)
  await db.open()
  await fill(db)
  db.close()
  return name
}

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('001 makes the tables of a new corpus, with few indexes', async () => {
    const indexes: Record<string, string[]> = {}
    const name = await atVersion(1, async (db) => {
      for (const table of db.tables) indexes[table.name] = table.schema.indexes.map((index) => index.name)
      await db.articles.count()
    })
    expect(indexes).toMatchObject({
      articles: ['textSha256'],
      bodies: [],
      annotations: ['article'],
      journal: [],
      stats: [],
    })
    await deleteDatabase(name)
  })

  it('002 lets suggestions be found by score, speaker and claimant, those of the version before too', async () => {
    const suggestion = highlightOf('s1', 'x', {
      status: 'suggested',
      reason: { rule: 'direct.tail', score: 0.9 },
      quotation: { type: 'direct', speaker: 'spk_1', speakerSpan: null, cue: null, content: [] },
    })
    const claim = highlightOf('c1', 'x', { claim: { claimant: 'spk_2', quantities: [], dates: [] } })
    const name = await atVersion(1, async (db) => {
      await db.annotations.bulkPut([highlightOf('a1', 'x'), suggestion, claim])
      await db.speakers.put({ id: 'spk_1', name: 'Ann Ode', aliases: [] })
    })
    const db = await openCorpusDatabase(name, 'strict')
    expect(await db.annotations.where('[status+reason.score]').equals(['suggested', 0.9]).toArray()).toEqual([
      suggestion,
    ])
    expect((await annotationsOfSpeaker(db, 'spk_1')).map(({ id }) => id)).toEqual(['s1'])
    expect((await annotationsOfSpeaker(db, 'spk_2')).map(({ id }) => id)).toEqual(['c1'])
    expect(await db.annotations.count()).toBe(3)
    expect(await db.speakers.count()).toBe(1)
    expect(await readTagger(db)).toBeNull()
    db.close()
    await deleteDatabase(name)
  })

  it('003 brings decisions and comparisons to the stories of the version before', async () => {
    const story = { id: 'sty_1', name: 'The bridge', articles: ['art_1', 'art_2'] }
    const name = await atVersion(2, async (db) => {
      await db.stories.put(story)
      await db.annotations.put(highlightOf('a1', 'x'))
      await db.tagger.put({ part: 'model', model: {} } as StoredModel)
    })
    const db = await openCorpusDatabase(name, 'strict')
    expect(await db.stories.toArray()).toEqual([story])
    expect([await db.annotations.count(), await db.tagger.count()]).toEqual([1, 1])
    expect((await readStoryFacts(db, [story]))[0]).toMatchObject({ basis: null, openFindings: 0 })
    expect([await readComparison(db, 'sty_1'), await readReuse(db)]).toEqual([null, null])
    const decision: ClusterDecision = {
      id: 'd',
      story: 'sty_1',
      kind: 'utterance',
      verdict: 'together',
      members: ['a1'],
      apart: [],
    }
    valueOf(
      await applyCommand(
        db,
        {
          label: 'Confirm utterance',
          changes: [{ table: 'clusterDecisions', id: 'd', before: null, after: decision }],
        },
        ME,
      ),
    )
    expect(await readClusterDecisions(db, 'sty_1')).toEqual([decision])
    valueOf(await undo(db, ME))
    expect(await readClusterDecisions(db, 'sty_1')).toEqual([])
    db.close()
    await deleteDatabase(name)
  })

  it('005 gives the corpus of the version before a place for the searches a person keeps', async () => {
    const name = await atVersion(4, (db) => db.annotations.put(highlightOf('a1', 'x')))
    const db = await openCorpusDatabase(name, 'strict')
    expect([await db.annotations.count(), await db.savedSearches.count()]).toEqual([1, 0])
    const search: SavedSearch = { id: 's', name: 'The bridge', query: 'bridge', order: 'newest' }
    valueOf(
      await applyCommand(
        db,
        {
          label: 'Save search',
          changes: [{ table: 'savedSearches', id: 's', before: null, after: search }],
        },
        ME,
      ),
    )
    expect(await db.savedSearches.toArray()).toEqual([search])
    valueOf(await undo(db, ME))
    expect(await db.savedSearches.count()).toBe(0)
    db.close()
    await deleteDatabase(name)
  })

  it('run once over the rows of the version before', async () => {
    const name = await atVersion(1, (db) => db.annotations.put(highlightOf('a1', 'x')))
    let runs = 0
    const next: Migration = {
      version: 2,
      stores: { annotations: 'id, article, layer' },
      upgrade: async (transaction) => {
        runs += 1
        await transaction.table('annotations').toCollection().modify({ note: 'migrated' })
      },
    }
    for (let opened = 0; opened < 2; opened++) {
      const db = new CorpusDatabase(name, 'strict', [...MIGRATIONS.slice(0, 1), next])
      expect(await db.annotations.where('layer').equals('highlight').toArray()).toMatchObject([
        { note: 'migrated' },
      ])
      db.close()
    }
    expect(runs).toBe(1)
    await deleteDatabase(name)
  })

  it('leave everything as it was when one breaks', async () => {
    const name = await atVersion(1, (db) => db.annotations.put(highlightOf('a1', 'x')))
    const broken: Migration = {
      version: 2,
      stores: {},
      upgrade: async (transaction) => {
        await transaction.table('annotations').clear()
        throw new Error('half way')
      },
    }
    const db = new CorpusDatabase(name, 'strict', [...MIGRATIONS.slice(0, 1), broken])
    await expect(db.open()).rejects.toThrow('half way')
    db.close()
    const before = await openCorpusDatabase(name, 'strict')
    expect(await before.annotations.count()).toBe(1)
    before.close()
    await deleteDatabase(name)
  })
})

describe('failures', () => {
  it('of a full disk are told from bugs, however they are wrapped', async () => {
    const full = new DOMException('full', 'QuotaExceededError')
    const wrapped = new Dexie.AbortError('Transaction aborted', full)
    for (const error of [full, wrapped]) expect(databaseFailure(error)).toMatchObject({ kind: 'disk-full' })
    expect(databaseFailure(new TypeError('bug'))).toBeNull()
    await expect(attempt(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
    expect(await attempt(() => Promise.reject(wrapped))).toMatchObject({
      ok: false,
      error: { kind: 'disk-full' },
    })
    expect(await attempt(() => Promise.resolve(ok(1)))).toEqual(ok(1))
  })

  it('of a closed database are told', () =>
    withCorpus(async (db) => {
      db.close()
      const counted = await attempt(async () => ok(await db.articles.count()))
      expect(counted).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    }))

  it('of one row among many are told', () =>
    withCorpus(async (db) => {
      await db.annotations.add(highlightOf('a1', 'x'))
      const error: unknown = await db.annotations
        .bulkAdd([highlightOf('a1', 'x')])
        .catch((caught: unknown) => caught)
      expect(databaseFailure(error)).toBeNull()
      const full = new DOMException('full', 'QuotaExceededError')
      const bulk = new Dexie.BulkError('1 of 1 failed', [full])
      expect(databaseFailure(bulk)).toMatchObject({ kind: 'disk-full' })
    }))
})

it('reads many rows of a table as it reads few: those that are there, in the order asked for', () =>
  withCorpus(async (db) => {
    const rows = Array.from({ length: 900 }, (_, index) => highlightOf(`a${String(index)}`, 'x'))
    await db.annotations.bulkPut(rows)
    const few = ['a7', 'gone', 'a3', 'a7']
    expect([...(await readRows(db.annotations, few)).keys()]).toEqual(['a7', 'a3'])
    const many = ['gone', ...rows.map(({ id }) => id).reverse()]
    const found = await readRows(db.annotations, many.slice(0, 700))
    expect([...found.keys()]).toEqual(many.slice(1, 700))
    expect(found.get('a899')).toEqual(rows.at(-1))
  }))
