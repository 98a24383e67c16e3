import { Dexie } from 'dexie'
import { fail, type AppError, type Result } from '#core/model/result'

/** The names of an error and of the errors it wraps, outermost first (Dexie keeps the browser's error as `inner`). */
function errorNames(error: unknown): string[] {
  const names: string[] = []
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException;) {
    names.push(at.name)
    // A failed bulk write reports only counts by name; the first failure says why.
    if (at instanceof Dexie.BulkError) at = at.failures[0]
    else at = 'inner' in at ? at.inner : undefined
  }
  return names
}

/**
 * The expected failure that a database error stands for, null for a bug.
 * A full disk shows as QuotaExceededError, often inside an AbortError.
 */
export function databaseFailure(error: unknown): AppError | null {
  const names = errorNames(error)
  const is = (name: string) => names.includes(name)
  if (is('QuotaExceededError')) {
    return {
      kind: 'disk-full',
      message: 'The disk is full: the change could not be written.',
      kept: 'Everything up to the last change is kept.',
      advice: 'Free some space, then try again.',
    }
  }
  if (is('VersionError')) {
    return {
      kind: 'unsupported-version',
      message: 'A newer Crossread has written this corpus.',
      kept: 'Nothing was changed.',
      advice: 'Open it with that version, or update this one.',
    }
  }
  if (is('BlockedError')) {
    return {
      kind: 'blocked',
      message: 'Another part of Crossread still has this corpus open as it was before the update.',
      kept: 'Nothing was changed.',
      advice: 'Close every window of Crossread, start it again, and open the corpus.',
    }
  }
  if (is('DatabaseClosedError') || is('InvalidStateError') || is('UnknownError') || is('OpenFailedError')) {
    return {
      kind: 'unavailable',
      message: "The corpus' database did not answer.",
      kept: 'Everything up to the last change is kept.',
      advice: 'Close the corpus and open it again; if that does not help, restart Crossread.',
    }
  }
  return null
}

/** Runs a piece of database work; expected failures become a `Result`, bugs still throw. */
export async function attempt<T>(work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const failure = databaseFailure(error)
    if (!failure) throw error
    return { ok: false, error: failure }
  }
}

/** The refusal of a service that needs an open corpus. */
export function noCorpus() {
  return fail('unavailable', 'No corpus is open.', { advice: 'Open a corpus first.' })
}
