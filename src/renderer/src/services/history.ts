import { fail, ok, type Result } from '#core/model/result'
import * as journal from '#data/journal'
import type { History } from '#data/journal'
import type { Live } from '#data/live'
import { currentAnnotator, followCorpus, openedCorpus, withDatabase } from './open-corpus'

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

/**
 * A way to take back what was done last, for a message that offers it. It undoes that and nothing else: once another
 * command, or an undo, has come in between, it answers `conflict`.
 */
export async function undoOfLatest(): Promise<() => Promise<Result<string>>> {
  const database = openedCorpus()?.database
  const offered = database ? await journal.undoTop(database) : null
  return () =>
    withDatabase(async (db) => {
      if (db !== database || (await journal.undoTop(db)) !== offered) {
        return fail('conflict', 'Something else was done since.', {
          kept: 'Nothing was undone.',
          advice: 'Undo step by step from the Edit menu.',
        })
      }
      return undo()
    })
}
