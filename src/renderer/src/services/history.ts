import { ok, type Result } from '#core/model/result'
import * as journal from '#data/journal'
import type { History } from '#data/journal'
import type { Live } from '#data/live'
import { currentAnnotator, followCorpus, withDatabase } from './open-corpus'

export type { History } from '#data/journal'

/** Takes the last command back. The value is its label, for "Undone: …"; `not-found` when there is none. */
export function undo(): Promise<Result<string>> {
  return withDatabase(async (db) => {
    const undone = await journal.undo(db, await currentAnnotator())
    return undone.ok ? ok(undone.value.label) : undone
  })
}

/** Makes the command again that undo took back last. The value is its label; `not-found` when there is none. */
export function redo(): Promise<Result<string>> {
  return withDatabase(async (db) => {
    const redone = await journal.redo(db, await currentAnnotator())
    return redone.ok ? ok(redone.value.label) : redone
  })
}

const history = followCorpus<History>(journal.liveHistory, { undo: null, redo: null })

/** Labels of what undo and redo would do, null for nothing. Survives restarts: it comes from the journal. */
export function liveHistory(): Live<History> {
  return history
}
