import type { CorpusDatabase } from '#data/database'
import { readReadingPosition, writeReadingPosition } from '#data/reading'
import { openedCorpus } from './open-corpus'

/** Scrolling moves the position many times a second; it is written this many milliseconds after the first move. */
const WRITE_DELAY = 500

interface Waiting {
  readonly database: CorpusDatabase
  readonly positions: Map<string, number>
}

let waiting: Waiting | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Where a person was in an article (UTF-16 offset), null when it was never opened. */
export async function readingPosition(id: string): Promise<number | null> {
  const current = openedCorpus()
  if (!current) return null
  const unwritten = waiting?.database === current.database ? waiting.positions.get(id) : undefined
  return unwritten ?? readReadingPosition(current.database, id)
}

/** Remembers where a person is in an article. Written shortly after; a kill may lose the last half second. */
export function keepReadingPosition(id: string, offset: number): void {
  const current = openedCorpus()
  if (!current) return
  if (waiting?.database !== current.database) waiting = { database: current.database, positions: new Map() }
  waiting.positions.set(id, offset)
  timer ??= setTimeout(() => void flushReadingPosition(), WRITE_DELAY)
}

/** Writes what waits. */
export async function flushReadingPosition(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const writing = waiting
  waiting = null
  if (writing) await writeReadingPosition(writing.database, writing.positions)
}
