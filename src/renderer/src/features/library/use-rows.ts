import { useCallback, useEffect, useRef, useState } from 'react'
import type { LibrarySummary } from '#core/library/library-query'
import type { LibraryRow } from './rows'
import type { LibrarySource } from './source'

/** Rows read beyond those in sight, to both sides: scrolling meets them there. */
const AHEAD = 100
/** Rows kept; the oldest go when there are more. */
const KEPT = 2_000

/** Rows of a list as far as they were read. */
export interface Rows {
  /** Undefined while it is read. */
  readonly row: (id: string) => LibraryRow | undefined
  /** Has the rows in sight read, from one place to another, and those around them. */
  readonly show: (first: number, last: number) => void
}

/** Rows that were read, and which of them are of the corpus as it is now. */
class RowCache {
  readonly rows = new Map<string, LibraryRow>()
  readonly #fresh = new Set<string>()

  /** Has everything be read again when it comes into sight; what is there stays until then. */
  expire(): void {
    this.#fresh.clear()
  }

  /** Those of the ids that are to be read; they are taken for read from now on. */
  take(ids: readonly string[]): string[] {
    const wanted = ids.filter((id) => !this.#fresh.has(id))
    for (const id of wanted) this.#fresh.add(id)
    return wanted
  }

  /** Takes rows in; a row that is as before stays the same object, so that it need not be drawn again. */
  add(rows: readonly LibraryRow[]): void {
    for (const row of rows) {
      const { id } = row.article
      const before = this.rows.get(id)
      this.rows.delete(id)
      this.rows.set(id, before && JSON.stringify(before) === JSON.stringify(row) ? before : row)
    }
    for (const id of this.rows.keys()) {
      if (this.rows.size <= KEPT) break
      this.rows.delete(id)
      this.#fresh.delete(id)
    }
  }
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
      cache.add(found)
      setReads((reads) => reads + 1)
    })
  }, [source, ids, cache])

  useEffect(() => {
    cache.expire()
  }, [cache, summary])
  useEffect(read, [read, summary])

  const row = useCallback((id: string) => cache.rows.get(id), [cache])
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
