import { Dexie, RangeSet, type ObservabilitySet, type Table } from 'dexie'
import type { CorpusDatabase } from './database'

/** Rows read at a time: a page of articles must not hold up the window for a frame. */
const PAGE = 500

/** Milliseconds between two refreshes while changes keep coming, as in an import. */
const REFRESH_INTERVAL = 120

/** Called after each refresh with the keys whose rows came, changed or went; null: any may have. */
export type CopyListener = (changed: ReadonlySet<string> | null) => void

/** A table kept in memory that reads only the rows that changed, whichever window or worker changed them. */
export interface TableCopy<Row> {
  /** By primary key. Complete once `listener` was called. */
  readonly rows: ReadonlyMap<string, Row>
  readonly loaded: boolean
  stop(): void
}

/**
 * Keeps a copy of a table whose primary key is a string. Where liveQuery would read the whole table again after each
 * change, this reads the changed rows: Dexie's `storagemutated` event names their keys, or a range after a write of
 * fifty rows and more (then everything is read again, in pages).
 */
export function copyTable<Row>(
  db: CorpusDatabase,
  table: Table<Row, string>,
  keyOf: (row: Row) => string,
  listener: CopyListener,
  onError: (error: unknown) => void,
): TableCopy<Row> {
  const part = `idb://${db.name}/${table.name}/`
  let rows = new Map<string, Row>()
  let loaded = false
  let stopped = false
  let refreshing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastRefresh = 0
  let stale: Set<string> | null = null

  const readAll = async () => {
    const all = new Map<string, Row>()
    for (let after = ''; ;) {
      const page = await table.where(':id').above(after).limit(PAGE).toArray()
      for (const row of page) all.set(keyOf(row), row)
      const last = page.at(-1)
      if (!last || page.length < PAGE || stopped) break
      after = keyOf(last)
    }
    rows = all
  }

  const readSome = async (keys: readonly string[]) => {
    for (let from = 0; from < keys.length; from += PAGE) {
      const page = keys.slice(from, from + PAGE)
      const found = await table.bulkGet(page)
      page.forEach((key, index) => {
        const row = found[index]
        if (row === undefined) rows.delete(key)
        else rows.set(key, row)
      })
    }
  }

  const refresh = async () => {
    timer = undefined
    refreshing = true
    const changed = stale
    stale = new Set()
    try {
      if (changed === null) await readAll()
      else await readSome([...changed])
      lastRefresh = performance.now()
      loaded = true
      if (!stopped) listener(changed)
    } catch (error) {
      if (!stopped) onError(error)
    }
    refreshing = false
    schedule()
  }

  const schedule = () => {
    const nothing = stale !== null && stale.size === 0
    if (stopped || refreshing || timer !== undefined || nothing) return
    const wait = Math.max(0, lastRefresh + REFRESH_INTERVAL - performance.now())
    timer = setTimeout(() => void refresh(), loaded ? wait : 0)
  }

  const onMutated = (parts: ObservabilitySet) => {
    const mutated = parts[part] ?? parts['all']
    if (!mutated) return
    for (const { from, to } of RangeSet(mutated)) {
      if (from === to && typeof from === 'string') stale?.add(from)
      else stale = null
    }
    schedule()
  }

  Dexie.on('storagemutated', onMutated)
  schedule()
  return {
    get rows() {
      return rows
    },
    get loaded() {
      return loaded
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      Dexie.on.storagemutated.unsubscribe(onMutated)
    },
  }
}
