import { cmp, Dexie, RangeSet, type ObservabilitySet, type Table } from 'dexie'
import type { CorpusDatabase } from './database'

/** Rows read at a time: a page of articles must not hold up the window for a frame. */
const PAGE = 500

/** Milliseconds between two refreshes while changes keep coming, as in an import. */
const REFRESH_INTERVAL = 250

/** Reads the keys of rows that changed. */
export type KeyReader = () => PromiseLike<readonly string[]>

/**
 * Finds out which rows are behind a change that was announced for the whole table, by what the same transaction wrote
 * elsewhere; null when nothing tells.
 */
export type KeyFinder = (mutated: ObservabilitySet) => KeyReader | null

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
 * fifty rows and more (then everything is read again, in pages, unless `findKeys` finds the rows).
 */
export function copyTable<Row>(
  db: CorpusDatabase,
  table: Table<Row, string>,
  keyOf: (row: Row) => string,
  listener: CopyListener,
  onError: (error: unknown) => void,
  findKeys: KeyFinder = () => null,
): TableCopy<Row> {
  const part = `idb://${db.name}/${table.name}/`
  let rows = new Map<string, Row>()
  let loaded = false
  let stopped = false
  let refreshing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastRefresh = 0
  let stale: Set<string> | null = null
  let readers: KeyReader[] = []

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
    const reading = readers
    stale = new Set()
    readers = []
    try {
      if (changed) for (const keys of await Promise.all(reading.map((read) => read()))) addAll(changed, keys)
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
    const nothing = stale !== null && stale.size === 0 && readers.length === 0
    if (stopped || refreshing || timer !== undefined || nothing) return
    const wait = Math.max(0, lastRefresh + REFRESH_INTERVAL - performance.now())
    timer = setTimeout(() => void refresh(), loaded ? wait : 0)
  }

  const onMutated = (changes: ObservabilitySet) => {
    if (!changes[part] && !changes['all']) return
    const keys = mutatedKeys(changes, db.name, table.name)
    const reader = keys ? null : findKeys(changes)
    if (reader) readers.push(reader)
    else if (keys) addAll(stale, keys.map(String))
    else stale = null
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

function addAll(set: Set<string> | null, keys: readonly string[]): void {
  for (const key of keys) set?.add(key)
}
