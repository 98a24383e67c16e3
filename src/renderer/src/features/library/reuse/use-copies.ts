import { useMemo, useState } from 'react'
import { liveReuse, type Reuse } from '#services/reuse'
import { useLive } from '#services/use-live'
import type { LibraryRow } from '../rows'
import { copiesByArticle, type Copy } from './copies'

/** Gives rows their copies; made anew only when the row or its copies are, so that unchanged rows need not be drawn. */
type CopyMarker = (
  rows: readonly LibraryRow[],
  copies: ReadonlyMap<string, readonly Copy[]>,
) => readonly LibraryRow[]

/** A marker that remembers the rows it has made. */
function createCopyMarker(): CopyMarker {
  const made = new WeakMap<LibraryRow, LibraryRow>()
  return (rows, copies) => {
    if (copies.size === 0) return rows
    return rows.map((row) => {
      const own = copies.get(row.article.id)
      if (!own) return row
      const before = made.get(row)
      if (before?.copies === own) return before
      const marked = { ...row, copies: own }
      made.set(row, marked)
      return marked
    })
  }
}

/** The rows, those that share text with others marked by them. */
export function useCopies(rows: readonly LibraryRow[]): readonly LibraryRow[] {
  const pairs = useLive<Reuse | null>(liveReuse(), null)?.pairs
  const [mark] = useState(createCopyMarker)
  const copies = useMemo(() => copiesByArticle(pairs ?? []), [pairs])
  return useMemo(() => mark(rows, copies), [mark, rows, copies])
}
