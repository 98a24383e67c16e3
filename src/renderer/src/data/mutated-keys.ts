import { cmp, RangeSet, type ObservabilitySet } from 'dexie'

/** The single keys of a table's announced change; null for ranges, or when the table was not written. */
export function mutatedKeys(mutated: ObservabilitySet, database: string, table: string): unknown[] | null {
  const ranges = mutated[`idb://${database}/${table}/`]
  if (!ranges) return null
  const keys: unknown[] = []
  for (const { from, to } of RangeSet(ranges)) {
    if (cmp(from, to) !== 0) return null
    keys.push(from)
  }
  return keys
}
