import type { Annotator, Corpus } from '#core/model/corpus'
import type { Command, JournaledTable, JournalEntry } from '#core/model/journal'
import { ok, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import { attempt, noCorpus } from '#data/errors'
import { decideCommand } from '#data/journal'
import { liveOf, type Live } from '#data/live'
import { readAnnotator } from '#data/registry'

/*
 * The corpus that is open, for the other services. Screens use `session.ts`.
 */

/** The open corpus: its row with the registry's id, and its database. */
export interface OpenCorpus {
  readonly corpus: Corpus
  readonly database: CorpusDatabase
  /** False for a corpus that the registry does not know. */
  readonly listed: boolean
}

let open: OpenCorpus | null = null
const listeners = new Set<() => void>()

/** The open corpus, or null. */
export function openedCorpus(): OpenCorpus | null {
  return open
}

/** Replaces the open corpus and tells everyone who follows it. */
export function setOpenCorpus(next: OpenCorpus | null): void {
  open = next
  for (const listener of [...listeners]) listener()
}

/** Calls `listener` after every change of the open corpus; answers the function that ends it. */
export function onCorpusChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Runs `work` on the open corpus' database; refuses when none is open. Expected database failures become results. */
export function withDatabase<T>(work: (db: CorpusDatabase) => Promise<Result<T>>): Promise<Result<T>> {
  const current = open
  return current ? attempt(() => work(current.database)) : Promise.resolve(noCorpus())
}

let annotator: Promise<Annotator> | null = null

/** The annotator of this machine; asked of the registry once. */
export function currentAnnotator(): Promise<Annotator> {
  annotator ??= readAnnotator()
  return annotator
}

/** Makes the next command ask for the annotator again, after the name has changed. */
export function forgetAnnotator(): void {
  annotator = null
}

/**
 * Decides and carries out a command on the open corpus as this machine's annotator (see `decideCommand`).
 * `decide` may await nothing but reads of `tables`. The value is null when nothing had to change.
 */
export function command(
  tables: readonly JournaledTable[],
  decide: (db: CorpusDatabase, by: Annotator) => Promise<Result<Command>>,
): Promise<Result<JournalEntry | null>> {
  return withDatabase(async (db) => {
    const by = await currentAnnotator()
    return decideCommand(db, tables, () => decide(db, by), by)
  })
}

/** Like `command`, for the services that have nothing to answer. */
export async function perform(
  tables: readonly JournaledTable[],
  decide: (db: CorpusDatabase, by: Annotator) => Promise<Result<Command>>,
): Promise<Result<null>> {
  const done = await command(tables, decide)
  return done.ok ? ok(null) : done
}

/** A query of the open corpus, followed, also when another corpus is opened; `closed` while none is. */
export function liveOfCorpus<T>(query: (db: CorpusDatabase) => PromiseLike<T>, closed: T): Live<T> {
  return followCorpus((db) => liveOf(() => query(db)), closed)
}

/** Follows what `make` makes of the open corpus' database, also when another is opened; `closed` while none is. */
export function followCorpus<T>(make: (db: CorpusDatabase) => Live<T>, closed: T): Live<T> {
  return {
    subscribe(next, error) {
      let database: CorpusDatabase | null | undefined
      let stop = () => {}
      const follow = () => {
        const current = open?.database ?? null
        if (current === database) return
        stop()
        database = current
        if (current) {
          stop = make(current).subscribe(next, error)
        } else {
          stop = () => {}
          next(closed)
        }
      }
      const end = onCorpusChange(follow)
      follow()
      return () => {
        end()
        stop()
      }
    },
  }
}

/** How many `Live` objects `keyed` keeps. */
const KEPT = 200

/**
 * Makes `make` answer the same `Live` for the same key, so that a screen may ask in every render without
 * subscribing anew. The oldest go when there are many; their subscribers keep theirs.
 */
export function keyed<T>(make: (key: string) => Live<T>): (key: string) => Live<T> {
  const made = new Map<string, Live<T>>()
  return (key) => {
    const live = made.get(key) ?? make(key)
    made.delete(key)
    made.set(key, live)
    const oldest = made.keys().next().value
    if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
    return live
  }
}
