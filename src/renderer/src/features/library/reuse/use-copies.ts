import { useCallback, useMemo, useState } from 'react'
import { liveReuse, type Reuse } from '#services/reuse'
import { useLive } from '#services/use-live'
import type { LibraryRow } from '../rows'
import { copiesByArticle, type Copy } from './copies'

/** Gives a row its copies; made anew only when the row or its copies are, so that unchanged rows need not be drawn. */
export type CopyMarker = (row: LibraryRow) => LibraryRow

/** What is known of copies: those of an article, and rows marked by theirs. */
export interface Copies {
  readonly of: (id: string) => readonly Copy[] | undefined
  readonly mark: CopyMarker
}

/** The copies that were found in the corpus. */
export function useCopies(): Copies {
  const pairs = useLive<Reuse | null>(liveReuse(), null)?.pairs
  const [made] = useState(() => new WeakMap<LibraryRow, LibraryRow>())
  const copies = useMemo(() => copiesByArticle(pairs ?? []), [pairs])
  const of = useCallback((id: string) => copies.get(id), [copies])
  const mark = useCallback(
    (row: LibraryRow) => {
      const own = copies.get(row.article.id)
      if (!own) return row
      const before = made.get(row)
      if (before?.copies === own) return before
      const marked = { ...row, copies: own }
      made.set(row, marked)
      return marked
    },
    [copies, made],
  )
  return useMemo(() => ({ of, mark }), [of, mark])
}
