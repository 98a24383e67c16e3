import { useEffect, useState } from 'react'
import type { LibrarySummary } from '#core/library/library-query'
import { liveLibrary, readLibraryRows } from '#services/library'
import { useLive } from '#services/use-live'
import { rowsById, type RowsById } from './rows'

const NONE: RowsById = new Map()

/**
 * The rows of those articles, read again when the corpus changes; those of the articles before stay until they are there.
 * @param ids the same list as long as the articles are the same
 */
export function useStoryRows(ids: readonly string[]): RowsById {
  const summary = useLive<LibrarySummary | null>(liveLibrary(), null)
  const [rows, setRows] = useState(NONE)
  useEffect(() => {
    let isWanted = true
    void readLibraryRows(ids).then((found) => {
      if (isWanted) setRows(rowsById(found))
    })
    return () => {
      isWanted = false
    }
  }, [ids, summary])
  return rows
}
