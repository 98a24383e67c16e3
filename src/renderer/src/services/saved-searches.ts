import { newId } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'
import type { SavedSearch } from '#core/model/saved-search'
import type { Live } from '#data/live'
import { readSavedSearches } from '#data/saved-searches'
import { liveOfCorpus, perform } from './open-corpus'

export type { SavedSearch } from '#core/model/saved-search'

const saved = liveOfCorpus<readonly SavedSearch[]>(readSavedSearches, [])

/** The searches that a person keeps, in the order in which they were saved. */
export function liveSavedSearches(): Live<readonly SavedSearch[]> {
  return saved
}

/** The one of that name, whichever case it is written in. */
export function searchNamed(all: readonly SavedSearch[], name: string): SavedSearch | undefined {
  const wanted = name.trim().toLocaleLowerCase()
  return all.find((one) => one.name.toLocaleLowerCase() === wanted)
}

const GONE = fail('not-found', 'This saved search is no longer there.')

function change(before: SavedSearch | null, after: SavedSearch | null): Change {
  return { table: 'savedSearches', id: (before ?? after)?.id ?? '', before, after }
}

function nameOf(name: string): Result<string> {
  const trimmed = name.trim()
  return trimmed === '' ? fail('invalid-input', 'A saved search needs a name.') : ok(trimmed)
}

/** Keeps a search under a name; one that has the name already asks this from now on. Answers the name. */
export async function saveSearch(
  name: string,
  { query, order }: Pick<SavedSearch, 'query' | 'order'>,
): Promise<Result<string>> {
  const named = nameOf(name)
  if (!named.ok) return named
  if (query.trim() === '') {
    return fail('invalid-input', 'There is no query to save.', { advice: 'Write one first.' })
  }
  const done = await perform(['savedSearches'], async (db) => {
    const before = searchNamed(await db.savedSearches.toArray(), named.value) ?? null
    const after = { id: before?.id ?? newId(), name: named.value, query: query.trim(), order }
    return ok({ label: `Save search ${after.name}`, changes: [change(before, after)] })
  })
  return done.ok ? named : done
}

/** Renames a saved search; refused when another has the name. Answers the name. */
export async function renameSearch(id: string, name: string): Promise<Result<string>> {
  const named = nameOf(name)
  if (!named.ok) return named
  const done = await perform(['savedSearches'], async (db) => {
    const all = await db.savedSearches.toArray()
    const before = all.find((one) => one.id === id)
    if (!before) return GONE
    const other = searchNamed(all, named.value)
    if (other && other.id !== id) {
      return fail('invalid-input', `Another saved search is called “${other.name}”.`, {
        kept: 'Nothing was changed.',
        advice: 'Choose another name.',
      })
    }
    const after = { ...before, name: named.value }
    return ok({ label: `Rename search ${before.name}`, changes: [change(before, after)] })
  })
  return done.ok ? named : done
}

/** Removes a saved search; what it finds is not touched. */
export async function removeSearch(id: string): Promise<Result<null>> {
  return perform(['savedSearches'], async (db) => {
    const before = await db.savedSearches.get(id)
    return before ? ok({ label: `Remove search ${before.name}`, changes: [change(before, null)] }) : GONE
  })
}
