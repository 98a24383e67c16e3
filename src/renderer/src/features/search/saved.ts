import { undoOfLatest } from '#services/history'
import { removeSearch, renameSearch, saveSearch, type SavedSearch } from '#services/saved-searches'
import type { AppCommand } from '#store/commands'
import { runSearch, useSearch } from '#store/search'
import { notifyError, notifyUndo, orNotify } from '#ui/notify'
import { savedKey } from './saved-order'

let all: readonly SavedSearch[] = []

/** Tells commands which searches are saved; the screen does so as they change. */
export function provideSaved(saved: readonly SavedSearch[]): void {
  all = saved
}

/** The saved search that the keyboard is at, null for none: it is in the list, which is there while no query is. */
export function activeSaved(): SavedSearch | null {
  const { query, saved } = useSearch.getState()
  return query === '' ? (all.find(({ id }) => id === saved) ?? null) : null
}

/** Asks a saved search. */
export function runSaved({ query, order }: SavedSearch): void {
  runSearch(query, order)
}

async function offerUndo(message: string): Promise<void> {
  const takeBack = await undoOfLatest()
  notifyUndo(message, () => void orNotify(takeBack()))
}

/** Keeps the query that is asked under a name; false when that failed, which was said. */
export async function saveUnder(name: string): Promise<boolean> {
  const saved = await orNotify(saveSearch(name, useSearch.getState()))
  if (saved !== null) await offerUndo(`Search “${saved}” saved.`)
  return saved !== null
}

/** Gives the saved search that the keyboard is at another name; false when that failed, which was said. */
export async function renameActive(name: string): Promise<boolean> {
  const active = activeSaved()
  return active !== null && (await orNotify(renameSearch(active.id, name))) !== null
}

/** Removes the saved search that the keyboard is at and offers to take that back. */
export async function removeActive(): Promise<void> {
  const active = activeSaved()
  if (!active) return
  const removed = await removeSearch(active.id)
  if (removed.ok) await offerUndo(`Saved search “${active.name}” removed.`)
  else notifyError(removed.error)
}

/** Saved searches beyond these are run from their list alone: a menu of more is no menu. */
const MOST_COMMANDS = 30

/** A command for each saved search; keys 1 to 9 run the first nine. */
export function savedCommands(saved: readonly SavedSearch[]): readonly AppCommand[] {
  return saved.slice(0, MOST_COMMANDS).map((one, place) => ({
    id: `search.saved.${one.id}`,
    label: `Search: ${one.name}`,
    keys: [savedKey(place)].filter((key) => key !== null),
    menu: 'corpus',
    group: 6,
    run: () => runSaved(one),
  }))
}
