import type { ArticleColumns, NameTable } from './columns'
import { countFlags } from './flags'
import type { SortOrder } from './library-query'

/** What sorting looks at. */
interface SortedColumns {
  readonly columns: ArticleColumns
  readonly sources: NameTable
  readonly languages: NameTable
  /** By id of source. */
  readonly sourceNames: ReadonlyMap<string, string>
}

/** After everything known, whichever way the column is sorted. */
const UNKNOWN = 0xffffffff
const MOST = 0xfffffffe

/** A number for each article that sorts it as wanted; unknown values come last in both directions. */
export function sortKeys(
  from: SortedColumns,
  { column, descending }: SortOrder,
  collator: Intl.Collator,
): Uint32Array {
  const { columns } = from
  const turn = (key: number) => (descending ? MOST - key : key)
  /** Zero stands for unknown. */
  const known = (values: ArrayLike<number>) =>
    Uint32Array.from(values, (value) => (value === 0 ? UNKNOWN : turn(value)))
  switch (column) {
    case 'title':
      return known(columns.titles)
    case 'date':
      return known(columns.dates)
    case 'source': {
      const ranks = rankNames(
        from.sources.names.map((id) => (id === null ? null : (from.sourceNames.get(id) ?? null))),
        collator,
      )
      return known(columns.sources.map((place) => ranks[place] ?? 0))
    }
    case 'language': {
      const ranks = rankNames(from.languages.names, collator)
      return known(columns.languages.map((place) => ranks[place] ?? 0))
    }
    case 'words':
      return columns.words.map(turn)
    case 'annotations':
      return columns.accepted.map((accepted, number) => turn(accepted + (columns.suggested[number] ?? 0)))
    case 'status':
      return Uint32Array.from(columns.statuses, turn)
    case 'flags':
      return Uint32Array.from(columns.flags, (flags) => turn(countFlags(flags)))
  }
}

/** Ranks from 1, equal names with the same; 0 for none. */
function rankNames(names: readonly (string | null)[], collator: Intl.Collator): readonly number[] {
  const sorted = names.filter((name) => name !== null).sort(collator.compare)
  const ranks = new Map<string, number>()
  let rank = 0
  for (const [at, name] of sorted.entries()) {
    if (at === 0 || collator.compare(sorted[at - 1] ?? '', name) !== 0) rank += 1
    ranks.set(name, rank)
  }
  return names.map((name) => (name === null ? 0 : (ranks.get(name) ?? 0)))
}
