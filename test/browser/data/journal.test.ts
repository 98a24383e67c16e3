import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import type { Change, Command } from '#core/model/journal'
import type { CorpusDatabase } from '#data/database'
import { openCorpusDatabase } from '#data/database'
import { applyCommand, decideCommand, liveHistory, redo, undo } from '#data/journal'
import { countStats, isEmptyStats } from '#data/stats'
import { addArticles, highlightOf, ME, withCorpus } from './samples'

function add(annotation: Annotation): Change {
  return { table: 'annotations', id: annotation.id, before: null, after: annotation }
}

function command(label: string, ...changes: readonly Change[]): Command {
  return { label, changes }
}

async function historyOf(db: CorpusDatabase) {
  return new Promise((resolve) => {
    const stop = liveHistory(db).subscribe((history) => {
      resolve(history)
      queueMicrotask(() => stop())
    })
  })
}

it('writes state, statistics and a journal entry with who, when, before and after', () =>
  withCorpus(async (db) => {
    const [article] = await addArticles(db, 'abc def')
    const annotation = highlightOf('a1', article?.id ?? '', { tags: ['t1', 't2'] })
    const done = await applyCommand(db, command('Add highlight', add(annotation)), ME)
    expect(done).toMatchObject({ ok: true, value: { seq: 1, label: 'Add highlight', by: 'me', kind: 'do' } })
    expect(await db.annotations.get('a1')).toEqual(annotation)
    expect(await db.stats.get(article?.id ?? '')).toEqual({
      article: article?.id,
      accepted: 1,
      suggested: 0,
      rejected: 0,
      tags: { t1: 1, t2: 1 },
    })
    expect(await db.journalChanges.get(1)).toEqual({ seq: 1, changes: [add(annotation)] })
    expect(await db.annotators.toArray()).toEqual([ME])
  }))

it('refuses a command whose before no longer holds and changes nothing', () =>
  withCorpus(async (db) => {
    const before = highlightOf('a1', 'x')
    await applyCommand(db, command('Add', add(before)), ME)
    const stale = { ...before, note: 'as someone saw it' }
    const refused = await applyCommand(
      db,
      command(
        'Two edits',
        {
          table: 'tags',
          id: 't',
          before: null,
          after: { id: 't', name: 'T', parent: null, color: '#000000', shortcut: null, definition: '' },
        },
        { table: 'annotations', id: 'a1', before: stale, after: { ...stale, note: 'new' } },
      ),
      ME,
    )
    expect(refused).toMatchObject({ ok: false, error: { kind: 'conflict', kept: 'Nothing was changed.' } })
    expect(await db.annotations.get('a1')).toEqual(before)
    expect(await db.tags.count()).toBe(0)
    expect(await db.journal.count()).toBe(1)
  }))

it('undoes a change of one field though another field has moved on', () =>
  withCorpus(async (db) => {
    const [article] = await addArticles(db, 'abc def')
    const id = article?.id ?? ''
    const change: Change = { table: 'articles', id, before: { status: 'todo' }, after: { status: 'done' } }
    await applyCommand(db, command('Set status', change), ME)
    await db.articles.update(id, { paths: ['00000.txt', 'again.txt'] })
    expect(await undo(db, ME)).toMatchObject({ ok: true })
    expect(await db.articles.get(id)).toMatchObject({ status: 'todo', paths: ['00000.txt', 'again.txt'] })
  }))

it('keeps undo and redo across a restart', () =>
  withCorpus(async (db) => {
    await applyCommand(db, command('Add one', add(highlightOf('a1', 'x'))), ME)
    await applyCommand(db, command('Add two', add(highlightOf('a2', 'x'))), ME)
    await undo(db, ME)
    db.close()
    const again = await openCorpusDatabase(db.name, 'strict')
    try {
      expect(await historyOf(again)).toEqual({ undo: 'Add one', redo: 'Add two' })
      expect(await redo(again, ME)).toMatchObject({
        ok: true,
        value: { label: 'Add two', kind: 'redo', target: 2 },
      })
      expect(await again.annotations.count()).toBe(2)
      expect(await redo(again, ME)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    } finally {
      again.close()
    }
  }))

it('goes back and forth through several commands, until a new one ends what could be made again', () =>
  withCorpus(async (db) => {
    const labels = ['One', 'Two', 'Three']
    for (const label of labels) await applyCommand(db, command(label, add(highlightOf(label, 'x'))), ME)
    const step = async (kind: typeof undo) => {
      const done = await kind(db, ME)
      return done.ok ? done.value.label : done.error.kind
    }
    const steps = [undo, undo, undo, undo, redo, redo, undo, redo, redo, redo, undo, undo]
    const taken: string[] = []
    for (const kind of steps) taken.push(await step(kind))
    expect(taken).toEqual([
      'Three',
      'Two',
      'One',
      'not-found',
      'One',
      'Two',
      'Two',
      'Two',
      'Three',
      'not-found',
      'Three',
      'Two',
    ])
    await applyCommand(db, command('Four', add(highlightOf('Four', 'x'))), ME)
    expect(await historyOf(db)).toEqual({ undo: 'Four', redo: null })
    expect((await db.annotations.toCollection().primaryKeys()).toSorted()).toEqual(['Four', 'One'])
    expect([await step(undo), await step(undo), await step(undo)]).toEqual(['Four', 'One', 'not-found'])
    expect(await db.journal.count()).toBe(16)
  }))

it('counts articles as they are removed and brought back', () =>
  withCorpus(async (db) => {
    const articles = await addArticles(db, 'one', 'two', 'three')
    const changes = articles.slice(0, 2).map(({ id }): Change => ({
      table: 'articles',
      id,
      before: { removed: false },
      after: { removed: true },
    }))
    await applyCommand(db, command('Remove', ...changes), ME)
    expect(await db.counts.get('articles')).toEqual({ key: 'articles', value: 1 })
    await undo(db, ME)
    expect(await db.counts.get('articles')).toEqual({ key: 'articles', value: 3 })
  }))

it('never loses one of two quick changes to the same row', () =>
  withCorpus(async (db) => {
    await applyCommand(db, command('Add', add(highlightOf('a1', 'x'))), ME)
    const tag = (name: string) =>
      decideCommand(
        db,
        ['annotations'],
        async () => {
          const before = await db.annotations.get('a1')
          if (!before) throw new Error('It is there')
          const after = { ...before, tags: [...before.tags, name] }
          return { ok: true, value: command('Tag', { table: 'annotations', id: 'a1', before, after }) }
        },
        ME,
      )
    await Promise.all([tag('t1'), tag('t2'), tag('t3')])
    expect((await db.annotations.get('a1'))?.tags.toSorted()).toEqual(['t1', 't2', 't3'])
  }))

it(
  'carries out and takes back a command of 10,000 changes',
  () =>
    withCorpus(async (db) => {
      const all = Array.from({ length: 10_000 }, (_, index) =>
        highlightOf(`a${String(index)}`, `x${String(index % 50)}`),
      )
      expect(await applyCommand(db, command('Add many', ...all.map(add)), ME)).toMatchObject({ ok: true })
      expect(await db.annotations.count()).toBe(10_000)
      expect(await db.stats.get('x7')).toMatchObject({ accepted: 200 })
      expect(await undo(db, ME)).toMatchObject({ ok: true })
      expect(await db.annotations.count()).toBe(0)
      expect(await db.stats.count()).toBe(0)
    }),
  60_000,
)

/** One step of a random session. `pick` chooses among the annotations that are there. */
type Step =
  | { readonly kind: 'add'; readonly article: string; readonly tags: string[]; readonly suggested: boolean }
  | {
      readonly kind: 'edit'
      readonly pick: number
      readonly tags: string[]
      readonly status: Annotation['status']
    }
  | { readonly kind: 'delete'; readonly pick: number; readonly count: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

const tags = fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'))
const article = fc.constantFrom('x1', 'x2')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), article, tags, suggested: fc.boolean() }),
  fc.record({
    kind: fc.constant('edit' as const),
    pick: fc.nat(),
    tags,
    status: fc.constantFrom('accepted' as const, 'suggested' as const, 'rejected' as const),
  }),
  fc.record({ kind: fc.constant('delete' as const), pick: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
  { arbitrary: fc.constant({ kind: 'undo' as const }), weight: 3 },
  { arbitrary: fc.constant({ kind: 'redo' as const }), weight: 3 },
)

/** What a corpus is to the test: all annotations, and the states before and after. */
class Model {
  now: readonly Annotation[] = []
  past: (readonly Annotation[])[] = []
  future: (readonly Annotation[])[] = []

  become(next: readonly Annotation[]) {
    this.past.push(this.now)
    this.future = []
    this.now = next
  }
}

function plan(model: Model, taken: Step, id: string): Command | null {
  if (taken.kind === 'add') {
    const status = taken.suggested ? 'suggested' : 'accepted'
    const annotation = highlightOf(id, taken.article, { tags: taken.tags, status })
    model.become([...model.now, annotation])
    return command('Add', add(annotation))
  }
  const picked =
    taken.kind === 'edit' || taken.kind === 'delete' ? model.now[taken.pick % model.now.length] : null
  if (taken.kind === 'edit' && picked) {
    const after = { ...picked, tags: taken.tags, status: taken.status }
    if (JSON.stringify(after) === JSON.stringify(picked)) return null
    model.become(model.now.map((one) => (one === picked ? after : one)))
    return command('Edit', { table: 'annotations', id: picked.id, before: picked, after })
  }
  if (taken.kind === 'delete' && picked) {
    const first = model.now.indexOf(picked)
    const gone = model.now.slice(first, first + taken.count)
    model.become(model.now.filter((one) => !gone.includes(one)))
    return command(
      'Delete',
      ...gone.map((one): Change => ({ table: 'annotations', id: one.id, before: one, after: null })),
    )
  }
  return null
}

async function expectEqual(db: CorpusDatabase, model: Model) {
  const byId = (all: readonly Annotation[]) => new Map(all.map((one) => [one.id, one]))
  expect(byId(await db.annotations.toArray())).toEqual(byId(model.now))
  const stats = new Map((await db.stats.toArray()).map((row) => [row.article, row]))
  for (const name of ['x1', 'x2']) {
    const counted = countStats(
      name,
      model.now.filter((one) => one.article === name),
    )
    expect(stats.get(name)).toEqual(isEmptyStats(counted) ? undefined : counted)
  }
}

it(
  'equals a simple model after any sequence of commands, undos and redos',
  () =>
    withCorpus(async (db) => {
      let made = 0
      const property = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const tables = [db.annotations, db.stats, db.journal, db.journalChanges]
        await Promise.all(tables.map((table) => table.clear()))
        const model = new Model()
        for (const taken of steps) {
          if (taken.kind === 'undo') {
            const before = model.past.pop()
            expect((await undo(db, ME)).ok).toBe(before !== undefined)
            if (before) {
              model.future.push(model.now)
              model.now = before
            }
          } else if (taken.kind === 'redo') {
            const after = model.future.pop()
            expect((await redo(db, ME)).ok).toBe(after !== undefined)
            if (after) {
              model.past.push(model.now)
              model.now = after
            }
          } else {
            const planned = plan(model, taken, `a${String(made++)}`)
            if (planned) expect(await applyCommand(db, planned, ME)).toMatchObject({ ok: true })
          }
        }
        await expectEqual(db, model)
      })
      await fc.assert(property, { numRuns: 40 })
    }),
  60_000,
)
