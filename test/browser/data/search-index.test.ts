import { describe, expect, it } from 'vitest'
import type { Change } from '#core/model/journal'
import { createSource } from '#core/model/source'
import { DamagedIndexError } from '#core/search/block-cache'
import { nextPack, packBodies } from '#data/bodies'
import { CorpusDatabase, deleteDatabase, openCorpusDatabase } from '#data/database'
import { applyCommand, undo } from '#data/journal'
import { MIGRATIONS } from '#data/migrations/index'
import { changeIndex, readIndex, type HeldIndex } from '#data/search-store'
import type { StoredArticle } from '#data/stored'
import { SegmentBuilder } from '#core/search/segment-builder'
import { ColumnBuilder } from '#core/search/columns'
import { SearchIndexer, type IndexProgress } from '#workers/search-indexer'
import type { SearchResults } from '#workers/search-messages'
import { Searcher } from '#workers/search-run'
import { articleOf, bodyOf, highlightOf, ME, withCorpus } from './samples'

/** Adds articles as an import does: texts in new packs, rows without a journal. */
async function add(db: CorpusDatabase, ...texts: readonly string[]): Promise<StoredArticle[]> {
  return db.transaction('rw', db.articles, db.bodies, db.counts, async () => {
    const first = await nextPack(db)
    const before = await db.articles.count()
    const rows = texts.map((text, index) => ({
      ...articleOf(text, `${String(before + index)}.txt`),
      pack: first,
    }))
    const bodies = rows.map(({ id }, index) => ({ id, body: bodyOf(texts[index] ?? '') }))
    await db.bodies.bulkAdd(packBodies(bodies, first))
    await db.articles.bulkPut(rows)
    const count = await db.articles.filter(({ removed }) => !removed).count()
    await db.counts.put({ key: 'articles', value: count })
    return rows
  })
}

class Desk {
  readonly states: IndexProgress[] = []
  held: HeldIndex | null = null
  readonly searcher: Searcher
  indexer: SearchIndexer | null = null
  readonly #db: CorpusDatabase

  constructor(db: CorpusDatabase) {
    this.#db = db
    this.searcher = new Searcher(db)
  }

  async catchUp(): Promise<void> {
    this.indexer ??= await SearchIndexer.open(
      this.#db,
      (index) => {
        this.held = index
        this.searcher.setIndex(index)
      },
      (progress) => {
        this.searcher.complete = progress.state === 'current'
        this.states.push(progress)
      },
    )
    await this.indexer.catchUp()
  }

  async search(query: string): Promise<SearchResults> {
    const options = { order: 'relevance', from: 0, count: 50, snippets: true, counts: true } as const
    const result = await this.searcher.ask({ kind: 'search', query, options })
    if (!result.ok) throw new Error(result.error.message)
    return result.value as SearchResults
  }

  /** Ids of the articles that a query finds. */
  async find(query: string): Promise<string[]> {
    return (await this.search(query)).hits.map(({ article }) => article).sort()
  }
}

async function withDesk(
  texts: readonly string[],
  work: (desk: Desk, db: CorpusDatabase, articles: readonly StoredArticle[]) => Promise<void>,
): Promise<void> {
  await withCorpus(async (db) => {
    const articles = await add(db, ...texts)
    const desk = new Desk(db)
    await desk.catchUp()
    await work(desk, db, articles)
  })
}

function edit(id: string, before: Partial<StoredArticle>, after: Partial<StoredArticle>): Change {
  return { table: 'articles', id, before, after }
}

const FERRY = 'The ferry to Kyiv sank.\n“It was overloaded,” the minister said.'
const PEACE = 'Peace talks resumed in Kyiv after the minister left.'
const BRIDGE = 'The bridge reopened.'

describe('migration 004', () => {
  it('makes room for the index and leaves the rows of the version before', async () => {
    const name = `crossread-test-${crypto.randomUUID()}`
    const before = new CorpusDatabase(
      name,
      'strict',
      MIGRATIONS.filter(({ version }) => version <= 3),
    )
    await before.open()
    await add(before, FERRY)
    await before.annotations.put(highlightOf('a1', 'x'))
    before.close()
    const db = await openCorpusDatabase(name, 'strict')
    expect(await readIndex(db)).toBeNull()
    expect(await db.annotations.count()).toBe(1)
    const desk = new Desk(db)
    await desk.catchUp()
    expect((await desk.search('ferry')).total).toBe(1)
    db.close()
    await deleteDatabase(name)
  })
})

describe('the search index', () => {
  it('finds words in text and title, with snippet, hits and counts', () =>
    withDesk([FERRY, PEACE, BRIDGE], async (desk, _, [ferry, peace]) => {
      const results = await desk.search('kyiv minister')
      expect(results).toMatchObject({ total: 2, occurrences: 5, complete: true, notes: [] })
      expect(results.hits.map(({ article }) => article).sort()).toEqual([ferry?.id, peace?.id].sort())
      const [hit] = (await desk.search('"was overloaded"')).hits
      const [found] = hit?.snippet?.hits ?? []
      expect(FERRY.slice(found?.start, found?.end)).toBe('was overloaded')
      expect(results.counts).toMatchObject({ sources: [{ source: null, count: 2 }], undated: 2 })
      expect(desk.states.at(-1)).toEqual({ state: 'current', indexed: 3, total: 3 })
    }))

  it('is read again as it was written', () =>
    withDesk([FERRY, PEACE], async (_, db, [ferry]) => {
      const again = new Desk(db)
      const stored = await readIndex(db)
      await again.catchUp()
      expect(again.held?.state).toEqual(stored?.state)
      expect(await again.find('overloaded')).toEqual([ferry?.id])
    }))

  it('follows titles, metadata, removals and undo through the journal', () =>
    withDesk([FERRY, PEACE, BRIDGE], async (desk, db, [ferry]) => {
      const id = ferry?.id ?? ''
      const source = createSource('Harbour Post')
      await applyCommand(
        db,
        {
          label: 'Edit',
          changes: [
            { table: 'sources', id: source.id, before: null, after: source },
            edit(id, { title: ferry?.title ?? '' }, { title: 'Disaster at sea' }),
            edit(id, { source: null, publishedAt: null }, { source: source.id, publishedAt: '2024-03-05' }),
          ],
        },
        ME,
      )
      await desk.catchUp()
      expect(await desk.find('disaster in:title')).toEqual([id])
      expect(await desk.find('"the ferry" in:title')).toEqual([])
      expect(await desk.find('overloaded source:post date:2024-03')).toEqual([id])
      expect((await desk.search('overloaded')).hits[0]?.sourceName).toBe('Harbour Post')
      await applyCommand(
        db,
        { label: 'Remove', changes: [edit(id, { removed: false }, { removed: true })] },
        ME,
      )
      await desk.catchUp()
      expect(await desk.find('overloaded')).toEqual([])
      expect(await desk.find('-bridge')).toHaveLength(1)
      await undo(db, ME)
      await desk.catchUp()
      expect(await desk.find('overloaded')).toEqual([id])
      expect(desk.states.at(-1)).toEqual({ state: 'current', indexed: 3, total: 3 })
    }))

  it('takes in single articles and merges what becomes many segments', () =>
    withDesk([BRIDGE], async (desk, db) => {
      for (let number = 0; number < 30; number++) {
        await add(db, `Report ${String(number)} about a harbour and item${String(number)}.`)
        await desk.catchUp()
        expect((await desk.search(`item${String(number)}`)).total).toBe(1)
      }
      expect((await desk.search('harbour')).total).toBe(30)
      expect(desk.held?.segments.length).toBeLessThan(12)
      const stored = await readIndex(db)
      expect(stored?.segments.map(({ id }) => id)).toEqual(desk.held?.segments.map(({ id }) => id))
      // Blocks of merged segments are gone from the disk too.
      const blocks = stored?.segments.reduce((sum, segment) => sum + segment.blocks + segment.chunks, 0)
      expect(await db.searchBlocks.count()).toBe(blocks)
    }))

  it('sees what an import changes without a journal', () =>
    withDesk([FERRY, PEACE], async (desk, db, [ferry]) => {
      const id = ferry?.id ?? ''
      await db.articles.update(id, { removed: true })
      await db.counts.put({ key: 'articles', value: 1 })
      await desk.catchUp()
      expect(await desk.find('minister')).toHaveLength(1)
      await db.articles.update(id, { removed: false })
      await db.counts.put({ key: 'articles', value: 2 })
      await desk.catchUp()
      expect(await desk.find('minister')).toHaveLength(2)
    }))

  it('waits while files are imported', () =>
    withDesk([FERRY], async (desk, db) => {
      await db.imports.put({
        id: 'i',
        roots: [],
        state: 'running',
        seen: 0,
        total: null,
        imported: 0,
        sameAs: 0,
        skipped: 0,
        startedAt: '',
        cursor: null,
        batches: 0,
        recent: [],
        error: null,
      })
      await add(db, PEACE)
      await desk.catchUp()
      expect(desk.states.at(-1)).toEqual({ state: 'waiting', indexed: 1, total: 2 })
      await db.imports.update('i', { state: 'done' })
      await desk.catchUp()
      expect(desk.states.at(-1)).toEqual({ state: 'current', indexed: 2, total: 2 })
    }))
})

describe('annotations', () => {
  const span = (text: string, exact: string) => {
    const start = text.indexOf(exact)
    return { start, end: start + exact.length, exact }
  }

  it('are searched by what was quoted, claimed and noted, and shown where they stand', () =>
    withDesk([FERRY, PEACE], async (desk, db, [ferry, peace]) => {
      const said = span(FERRY, '“It was overloaded,”')
      const content = [said]
      await db.annotations.bulkPut([
        highlightOf('q', ferry?.id ?? '', {
          ...said,
          layer: 'quotation',
          note: 'Check with the minister',
          quotation: { type: 'direct', speaker: null, speakerSpan: null, cue: null, content },
        }),
        highlightOf('c', peace?.id ?? '', {
          ...span(PEACE, 'Peace talks resumed'),
          layer: 'claim',
          claim: { claimant: null, quantities: [], dates: [] },
        }),
        highlightOf('r', peace?.id ?? '', { status: 'rejected', note: 'minister' }),
      ])
      desk.searcher.forgetAnnotations()
      expect(await desk.find('overloaded in:quotations')).toEqual([ferry?.id])
      expect(await desk.find('minister in:quotations')).toEqual([])
      expect(await desk.find('minister in:notes')).toEqual([ferry?.id])
      expect(await desk.find('"peace talks" in:claims')).toEqual([peace?.id])
      expect(await desk.find('(overloaded in:quotations) ferry')).toEqual([ferry?.id])
      expect(await desk.find('kyiv -(minister in:notes)')).toEqual([peace?.id])
      expect(await desk.find('talks in:claims,quotations')).toEqual([peace?.id])
      const [hit] = (await desk.search('overloaded in:quotations')).hits
      const [shown] = hit?.snippet?.hits ?? []
      expect(FERRY.slice(shown?.start, shown?.end)).toBe('overloaded')
      await db.annotations.delete('q')
      desk.searcher.forgetAnnotations()
      expect(await desk.find('overloaded in:quotations')).toEqual([])
    }))

  it('filter by tag, with the tags below it', () =>
    withDesk([FERRY, PEACE], async (desk, db, [ferry, peace]) => {
      const tag = (id: string, name: string, parent: string | null) =>
        ({ id, name, parent, color: '#e69f00', shortcut: null, definition: '' }) as const
      await db.tags.bulkPut([tag('t1', 'Safety', null), tag('t2', 'Rescue at sea', 't1')])
      await db.stats.put({
        article: ferry?.id ?? '',
        accepted: 1,
        suggested: 0,
        rejected: 0,
        tags: { t2: 1 },
      })
      expect(await desk.find('minister tag:safety')).toEqual([ferry?.id])
      expect(await desk.find('minister tag:"rescue at"')).toEqual([ferry?.id])
      expect(await desk.find('minister tag:none')).toEqual([peace?.id])
      expect(await desk.find('tag:sea*')).toEqual([ferry?.id])
      expect((await desk.search('tag:peace')).notes[0]?.message).toBe('No tag is called “peace”.')
    }))

  it('filter by who speaks, under any name', () =>
    withDesk([FERRY, PEACE], async (desk, db, [ferry]) => {
      await db.speakers.put({ id: 'spk_1', name: 'Ann Ode', aliases: ['the foreign minister'] })
      await db.annotations.put(
        highlightOf('q', ferry?.id ?? '', {
          quotation: { type: 'direct', speaker: 'spk_1', speakerSpan: null, cue: null, content: [] },
        }),
      )
      expect(await desk.find('kyiv speaker:ode')).toEqual([ferry?.id])
      expect(await desk.find('kyiv speaker:"foreign minister"')).toEqual([ferry?.id])
    }))
})

describe('a break', () => {
  it('in a write leaves the index as it was', () =>
    withDesk([FERRY], async (desk, db, [ferry]) => {
      const { held } = desk
      if (!held) throw new Error('It was opened')
      const builder = new SegmentBuilder()
      builder.add({ id: 'other', fields: [['Other'], ['words']], fingerprint: 1 })
      const steps = builder.finish()
      let step = steps.next()
      while (!step.done) step = steps.next()
      const columns = new ColumnBuilder().build()
      // The id of a segment that is there: its blocks cannot be added a second time.
      const broken = { ...held, state: { ...held.state, nextSegment: held.state.nextSegment - 1 } }
      const before = await readIndex(db)
      await expect(
        changeIndex(db, broken, { added: [{ segment: step.value, columns }], marks: { pack: 99 } }),
      ).rejects.toThrow()
      expect(await readIndex(db)).toEqual(before)
      expect(await desk.find('overloaded')).toEqual([ferry?.id])
    }))

  it('with somebody else who writes changes nothing, and what they wrote is read', () =>
    withDesk([FERRY], async (desk, db) => {
      const { held } = desk
      if (!held) throw new Error('It was opened')
      const other = new Desk(db)
      await add(db, PEACE)
      await other.catchUp()
      expect(await changeIndex(db, held, { marks: { pack: 0 } })).toBeNull()
      await add(db, BRIDGE)
      await desk.catchUp()
      expect((await desk.search('the')).total).toBe(3)
    }))

  it('that loses a block is noticed, and the index is made anew', () =>
    withDesk([FERRY, PEACE], async (_, db) => {
      await db.searchBlocks.clear()
      const desk = new Desk(db)
      await desk.catchUp()
      await expect(desk.search('minister')).rejects.toThrow(DamagedIndexError)
      await desk.indexer?.rebuild()
      await desk.catchUp()
      expect(await desk.find('minister')).toHaveLength(2)
    }))

  it('by another version makes the index anew', () =>
    withDesk([FERRY, PEACE], async (_, db) => {
      await db.searchState.update('articles', { version: 0 })
      const desk = new Desk(db)
      await desk.catchUp()
      expect(await desk.find('minister')).toHaveLength(2)
      expect(desk.states[0]).toEqual({ state: 'building', indexed: 0, total: 2 })
    }))
})

describe('a question', () => {
  it('that cannot be understood is answered with the place of the mistake', () =>
    withDesk([FERRY], async (desk) => {
      const query = 'ferry ("to kyiv"'
      const result = await desk.searcher.ask({
        kind: 'articles',
        query,
        options: { order: 'relevance', most: 5 },
      })
      expect(result).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input', at: { start: 6, end: 7 } },
      })
    }))

  it('for unknown names is answered with a note', () =>
    withDesk([FERRY], async (desk) => {
      expect(await desk.search('ferry source:nobody')).toMatchObject({
        total: 0,
        notes: [{ message: 'No source is called “nobody”.', at: { start: 6, end: 19 } }],
      })
    }))

  it('for a concordance is answered with sorted lines', () =>
    withDesk([FERRY, PEACE], async (desk) => {
      const result = await desk.searcher.ask({
        kind: 'concordance',
        query: 'kyiv',
        options: { order: 'right', articles: 'relevance', most: 10 },
      })
      expect(result).toMatchObject({
        ok: true,
        value: {
          total: 2,
          read: 2,
          rows: [
            { left: 'Peace talks resumed in ', hit: 'Kyiv' },
            { left: 'The ferry to ', hit: 'Kyiv' },
          ],
        },
      })
    }))
})
