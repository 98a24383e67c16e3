import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useLibrary } from '#store/library'
import { createRowSorter, filterRows, type FacetCounts, type LibraryRow } from './rows'
import { keepShown } from '#store/selection'

/** Rows as the library's filter and order have them. */
export interface ShownRows {
  readonly rows: readonly LibraryRow[]
  readonly facets: FacetCounts
}

/** Filters and sorts, tells the store what is shown, and lets go of selected rows that no longer are. */
export function useShownRows(all: readonly LibraryRow[]): ShownRows {
  const filter = useLibrary((state) => state.filter)
  const sort = useLibrary((state) => state.sort)
  // Typing in the filter, and everything else while an import brings batch after batch, stays ahead of the list.
  const deferredFilter = useDeferredValue(filter)
  const deferredRows = useDeferredValue(all)
  const [sorter] = useState(() => createRowSorter())
  const filtered = useMemo(() => filterRows(deferredRows, deferredFilter), [deferredRows, deferredFilter])
  const rows = useMemo(() => sorter(filtered.rows, sort), [sorter, filtered.rows, sort])

  useEffect(() => {
    const visible = rows.map((row) => row.article.id)
    useLibrary.setState(({ selection }) => ({ visible, selection: keepShown(selection, visible) }))
  }, [rows])

  return { rows, facets: filtered.facets }
}
