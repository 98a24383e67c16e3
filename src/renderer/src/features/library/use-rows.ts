import { useCallback, useEffect, useRef, useState } from 'react'
import type { LibrarySummary } from '#core/library/library-query'
import { RowCache } from './row-cache'
import type { LibraryRow } from './rows'
import type { LibrarySource } from './source'

/** Rows read beyond those in sight, to both sides: scrolling meets them there. */
const AHEAD = 100

/** Rows of a list as far as they were read. */
export interface Rows {
  /** Undefined while it is read. */
  readonly row: (id: string) => LibraryRow | undefined
  /** Has the rows in sight read, from one place to another, and those around them. */
  readonly show: (first: number, last: number) => void
}

/** Reads the rows of a list, those in sight and around them only. */
export function useRows(source: LibrarySource, ids: readonly string[], summary: LibrarySummary | null): Rows {
  const [cache] = useState(() => new RowCache())
  const [, setReads] = useState(0)
  const sight = useRef<readonly [number, number]>([0, 0])

  const read = useCallback(() => {
    const [first, last] = sight.current
    const wanted = cache.take(ids.slice(Math.max(0, first - AHEAD), last + 1 + AHEAD))
    if (wanted.length === 0) return
    void source.read(wanted).then((found) => {
      cache.add(wanted, found)
      setReads((reads) => reads + 1)
    })
  }, [source, ids, cache])

  useEffect(() => source.onRows((changed) => cache.expire(changed)), [source, cache])
  useEffect(read, [read, summary])

  const row = useCallback((id: string) => cache.get(id), [cache])
  const show = useCallback(
    (first: number, last: number) => {
      const [before, until] = sight.current
      if (before === first && until === last) return
      sight.current = [first, last]
      read()
    },
    [read],
  )
  return { row, show }
}
