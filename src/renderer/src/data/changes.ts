import type { Change } from '#core/model/journal'

/** A row seen as its fields; rows are plain JSON values. */
type Fields = Readonly<Record<string, unknown>>

/** True when two JSON values are equal; a missing field and one that is undefined are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => sameValue(item, b[index]))
  }
  return fieldsOf(a, b).every((field) => sameValue((a as Fields)[field], (b as Fields)[field]))
}

function fieldsOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** The change with only the fields that differ, or null when nothing does. Creations and deletions stay whole. */
export function pruneChange(change: Change): Change | null {
  const { before, after } = change
  if (before === null && after === null) return null
  if (before === null || after === null) return change
  const pruned: { before: Record<string, unknown>; after: Record<string, unknown> } = {
    before: {},
    after: {},
  }
  let differs = false
  for (const field of fieldsOf(before, after)) {
    const from = (before as Fields)[field]
    const to = (after as Fields)[field]
    if (sameValue(from, to)) continue
    differs = true
    if (from !== undefined) pruned.before[field] = from
    if (to !== undefined) pruned.after[field] = to
  }
  return differs ? ({ ...change, ...pruned } as Change) : null
}

/** What a change makes of a row: the row afterwards (undefined when deleted), or that it does not fit. */
export type Applied<Row> = { readonly fits: true; readonly row: Row | undefined } | { readonly fits: false }

/**
 * Applies a change to the row as it is now. A change fits when each field it changes has the value that it had
 * before; other fields may have moved on (an import adds a path while a person sets the status). What is already
 * as the change wants it fits too.
 */
export function applyChange<Row extends object>(current: Row | undefined, change: Change): Applied<Row> {
  const { before, after } = change
  if (before === null) {
    if (after === null || current === undefined || sameValue(current, after)) {
      return { fits: true, row: after === null ? current : ((current ?? after) as Row) }
    }
    return { fits: false }
  }
  if (after === null) {
    return current === undefined || sameValue(current, before)
      ? { fits: true, row: undefined }
      : { fits: false }
  }
  if (current === undefined) return { fits: false }
  const row = new Map(Object.entries(current))
  for (const field of fieldsOf(before, after)) {
    const from = (before as Fields)[field]
    const to = (after as Fields)[field]
    if (sameValue(from, to) || sameValue(row.get(field), to)) continue
    if (!sameValue(row.get(field), from)) return { fits: false }
    if (to === undefined) row.delete(field)
    else row.set(field, to)
  }
  return { fits: true, row: Object.fromEntries(row) as Row }
}
