import type { Table } from 'dexie'
import type { Annotation } from '#core/model/annotation'
import type { Article } from '#core/model/article'
import type { Annotator } from '#core/model/corpus'
import { newId } from '#core/model/ids'
import {
  invert,
  type Change,
  type Command,
  type JournaledTable,
  type JournalEntry,
  type JournalHead,
} from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'
import { applyChange, pruneChange } from './changes'
import type { CorpusDatabase } from './database'
import { attempt } from './errors'
import { liveOf, type Live } from './live'
import { readRows } from './read-rows'
import { clearSpeaker } from './speakers'
import { changeStats, isEmptyStats } from './stats'
import type { ArticleStats } from './stored'

/** What undo and redo would do next; null for nothing. */
export interface History {
  readonly undo: string | null
  readonly redo: string | null
}

const JOURNALED: readonly JournaledTable[] = [
  'corpus',
  'articles',
  'annotations',
  'layers',
  'tags',
  'sources',
  'speakers',
  'annotators',
  'stories',
  'clusterDecisions',
  'findingDecisions',
  'savedSearches',
]

/** A journaled row: which table it is of is known where it is read. */
interface Row {
  readonly id: string
}

function rowsOf(db: CorpusDatabase, table: JournaledTable): Table<Row, string> {
  return db.table<Row, string>(table)
}

/**
 * Carries out a command: in one transaction checks what was before, writes, brings statistics up to date and
 * appends the journal entry, on disk when the result is there.
 * @param by who did it; entered among the corpus' annotators when not there yet
 * @returns the entry, or null when the command changes nothing; `conflict` when a row is no longer as `before` says
 */
export async function applyCommand(
  db: CorpusDatabase,
  command: Command,
  by: Annotator,
): Promise<Result<JournalEntry | null>> {
  const tables = [...new Set(command.changes.map((change) => change.table))]
  return decideCommand(db, tables, () => Promise.resolve(ok(command)), by)
}

/**
 * Like `applyCommand`, with the command decided inside the transaction from the rows as they are, so that two quick
 * changes to one row cannot miss each other. `decide` may await nothing but reads of `tables`.
 */
export async function decideCommand(
  db: CorpusDatabase,
  tables: readonly JournaledTable[],
  decide: () => Promise<Result<Command>>,
  by: Annotator,
): Promise<Result<JournalEntry | null>> {
  return attempt(() =>
    db.transaction('rw', scope(db, tables), async () => {
      const decided = await decide()
      if (!decided.ok) return decided
      const { label } = decided.value
      const changes = decided.value.changes.map(pruneChange).filter((change) => change !== null)
      if (changes.length === 0) return ok(null)
      const written = await writeChanges(db, changes, label)
      if (!written.ok) return written
      const last = await lastHead(db)
      const seq = (last?.seq ?? 0) + 1
      return ok(
        await append(
          db,
          {
            seq,
            label,
            kind: 'do',
            target: null,
            undoTop: seq,
            redoTop: null,
            below: last?.undoTop ?? null,
          },
          changes,
          by,
        ),
      )
    }),
  )
}

/** Takes back the newest command that is not taken back. The result is its entry, or `not-found` when there is none. */
export async function undo(db: CorpusDatabase, by: Annotator): Promise<Result<JournalEntry>> {
  return attempt(() =>
    db.transaction('rw', scope(db, JOURNALED), async () => {
      const last = await lastHead(db)
      const target = last?.undoTop ? await readEntry(db, last.undoTop) : undefined
      if (!last || !target) return fail('not-found', 'There is nothing to undo.')
      const changes = target.changes.map(invert).reverse()
      const written = await writeChanges(db, changes, `Undo: ${target.label}`)
      if (!written.ok) return written
      const seq = last.seq + 1
      return ok(
        await append(
          db,
          {
            seq,
            label: target.label,
            kind: 'undo',
            target: target.seq,
            undoTop: target.below,
            redoTop: seq,
            below: last.redoTop,
          },
          changes,
          by,
        ),
      )
    }),
  )
}

/** Makes the command again that undo took back last. The result is its entry, or `not-found` when there is none. */
export async function redo(db: CorpusDatabase, by: Annotator): Promise<Result<JournalEntry>> {
  return attempt(() =>
    db.transaction('rw', scope(db, JOURNALED), async () => {
      const last = await lastHead(db)
      const undone = last?.redoTop ? await readEntry(db, last.redoTop) : undefined
      if (!last || !undone) return fail('not-found', 'There is nothing to redo.')
      const changes = undone.changes.map(invert).reverse()
      const written = await writeChanges(db, changes, `Redo: ${undone.label}`)
      if (!written.ok) return written
      return ok(
        await append(
          db,
          {
            seq: last.seq + 1,
            label: undone.label,
            kind: 'redo',
            target: undone.target,
            undoTop: undone.target,
            redoTop: undone.below,
            below: null,
          },
          changes,
          by,
        ),
      )
    }),
  )
}

/** What undo and redo would do next, followed. */
export function liveHistory(db: CorpusDatabase): Live<History> {
  return liveOf(async () => {
    const last = await lastHead(db)
    const label = async (seq: number | null | undefined) =>
      seq ? ((await db.journal.get(seq))?.label ?? null) : null
    return { undo: await label(last?.undoTop), redo: await label(last?.redoTop) }
  })
}

/** Position in the journal of what undo would take back, null for nothing. */
export async function undoTop(db: CorpusDatabase): Promise<number | null> {
  return (await lastHead(db))?.undoTop ?? null
}

function scope(db: CorpusDatabase, tables: readonly JournaledTable[]): Table[] {
  const all = new Set<string>([...tables, 'annotators', 'stats', 'counts', 'journal', 'journalChanges'])
  if (all.has('speakers')) all.add('annotations')
  return [...all].map((name) => db.table(name))
}

function lastHead(db: CorpusDatabase): PromiseLike<JournalHead | undefined> {
  return db.journal.orderBy('seq').last()
}

async function readEntry(db: CorpusDatabase, seq: number): Promise<JournalEntry | undefined> {
  const head = await db.journal.get(seq)
  const stored = await db.journalChanges.get(seq)
  return head && stored && { ...head, changes: stored.changes }
}

async function append(
  db: CorpusDatabase,
  place: Omit<JournalHead, 'id' | 'by' | 'at'>,
  changes: readonly Change[],
  by: Annotator,
): Promise<JournalEntry> {
  const known = await db.annotators.get(by.id)
  if (known?.name !== by.name) await db.annotators.put(by)
  const head: JournalHead = { ...place, id: newId(), by: by.id, at: new Date().toISOString() }
  await db.journal.add(head)
  await db.journalChanges.add({ seq: head.seq, changes })
  return { ...head, changes }
}

/** Rows of one table before and after the changes. */
interface Rewrite {
  readonly table: JournaledTable
  readonly before: ReadonlyMap<string, Row>
  readonly after: ReadonlyMap<string, Row>
  readonly ids: readonly string[]
}

/** Writes the changes with statistics and counts, or nothing at all when one of them does not fit. */
async function writeChanges(
  db: CorpusDatabase,
  changes: readonly Change[],
  label: string,
): Promise<Result<null>> {
  const rewrites: Rewrite[] = []
  for (const table of JOURNALED) {
    const own = changes.filter((change) => change.table === table)
    if (own.length === 0) continue
    const rewrite = await planRewrite(db, table, own)
    if (!rewrite) return conflict(label, table)
    rewrites.push(rewrite)
  }
  for (const rewrite of rewrites) {
    await writeRows(db, rewrite)
    if (rewrite.table === 'annotations') await writeStats(db, rewrite)
    if (rewrite.table === 'articles') await writeArticleCount(db, rewrite)
    if (rewrite.table === 'speakers') await releaseSpeakers(db, rewrite)
  }
  return ok(null)
}

const ROW_NAMES: Readonly<Record<JournaledTable, string>> = {
  corpus: 'the corpus',
  articles: 'an article',
  annotations: 'an annotation',
  layers: 'a layer',
  tags: 'a tag',
  sources: 'a source',
  speakers: 'a speaker',
  annotators: 'an annotator',
  stories: 'a story',
  clusterDecisions: 'a decision on a cluster',
  findingDecisions: 'a decision on a finding',
  savedSearches: 'a saved search',
}

function conflict(label: string, table: JournaledTable) {
  return fail('conflict', `“${label}” was not done: ${ROW_NAMES[table]} it concerns has changed meanwhile.`, {
    kept: 'Nothing was changed.',
    advice: 'Look at it as it is now, then do it again if it is still wanted.',
  })
}

async function planRewrite(
  db: CorpusDatabase,
  table: JournaledTable,
  changes: readonly Change[],
): Promise<Rewrite | null> {
  const ids = [...new Set(changes.map((change) => change.id))]
  const before = await readRows(rowsOf(db, table), ids)
  const after = new Map(before)
  for (const change of changes) {
    const applied = applyChange(after.get(change.id), change)
    if (!applied.fits) {
      if (table === 'annotations' && givesWay(change, after.get(change.id) as Annotation | undefined))
        continue
      return null
    }
    if (applied.row) after.set(change.id, applied.row)
    else after.delete(change.id)
  }
  return { table, before, after, ids }
}

/**
 * True for a change to a suggestion that left it undecided (a merge of speakers renames theirs) and that has been made
 * anew since: such a row is the program's, and must not keep a person from undoing (test/browser/services/speakers.test.ts).
 */
function givesWay({ before, after }: Change, current: Annotation | undefined): boolean {
  if (before === null || after === null || 'status' in before || 'status' in after) return false
  return current === undefined || current.status === 'suggested'
}

async function writeRows(db: CorpusDatabase, { table, before, after, ids }: Rewrite): Promise<void> {
  const rows = rowsOf(db, table)
  const changed = [...after.values()].filter((row) => before.get(row.id) !== row)
  const gone = ids.filter((id) => before.has(id) && !after.has(id))
  if (changed.length > 0) await rows.bulkPut(changed)
  if (gone.length > 0) await rows.bulkDelete(gone)
}

async function writeStats(db: CorpusDatabase, { before, after, ids }: Rewrite): Promise<void> {
  const pairs = ids.map((id) => ({
    before: before.get(id) as Annotation | undefined,
    after: after.get(id) as Annotation | undefined,
  }))
  const articles = [...new Set(pairs.flatMap((pair) => [pair.before?.article, pair.after?.article]))].filter(
    (article) => article !== undefined,
  )
  const stats = new Map<string, ArticleStats>()
  for (const row of await db.stats.bulkGet(articles)) if (row) stats.set(row.article, row)
  for (const pair of pairs) {
    for (const article of new Set([pair.before?.article, pair.after?.article])) {
      if (article === undefined) continue
      const was = pair.before?.article === article ? pair.before : undefined
      const is = pair.after?.article === article ? pair.after : undefined
      stats.set(article, changeStats(stats.get(article), article, was, is))
    }
  }
  await storeStats(db, stats.values())
}

/** Stores statistics; those that say nothing are deleted. */
export async function storeStats(db: CorpusDatabase, stats: Iterable<ArticleStats>): Promise<void> {
  const all = [...stats]
  const kept = all.filter((row) => !isEmptyStats(row))
  const empty = all.filter(isEmptyStats).map((row) => row.article)
  if (kept.length > 0) await db.stats.bulkPut(kept)
  if (empty.length > 0) await db.stats.bulkDelete(empty)
}

/** Suggestions made anew since may name a speaker that goes: a merge made again, or a split undone. */
async function releaseSpeakers(db: CorpusDatabase, { before, after, ids }: Rewrite): Promise<void> {
  for (const id of ids) if (before.has(id) && !after.has(id)) await clearSpeaker(db, id)
}

async function writeArticleCount(db: CorpusDatabase, { before, after, ids }: Rewrite): Promise<void> {
  const listed = (row: Row | undefined) => (row && !(row as Article).removed ? 1 : 0)
  let by = 0
  for (const id of ids) by += listed(after.get(id)) - listed(before.get(id))
  await addToArticleCount(db, by)
}

/** Adds to the number of articles that are not removed. Only within the transaction that changes it. */
export async function addToArticleCount(db: CorpusDatabase, by: number): Promise<void> {
  if (by === 0) return
  const value = (await db.counts.get('articles'))?.value ?? 0
  await db.counts.put({ key: 'articles', value: value + by })
}
