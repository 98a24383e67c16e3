import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { LogLevel } from '#ipc/channels'

/** Where main, and the page through `app:log`, write what went wrong. */
export interface Log {
  readonly write: (level: LogLevel, message: string) => void
}

/** The log is moved to `<name>.1` when it passes this many bytes, so both together stay below twice that. */
export const LOG_LIMIT = 1_000_000

/**
 * A log file, one line an entry: ISO time, level, message with line breaks made visible. Synchronous, so that the last
 * words before a crash are there. A log that cannot be written must not bring the program down, so errors are dropped.
 */
export function createLog(path: string, now: () => Date = () => new Date()): Log {
  let size: number | null = null
  return {
    write: (level, message) => {
      const line = `${now().toISOString()} ${level} ${message.replaceAll(/\r\n|\r|\n/g, ' ⏎ ')}\n`
      try {
        size ??= openedSize(path)
        if (size > 0 && size + line.length > LOG_LIMIT) {
          renameSync(path, `${path}.1`)
          size = 0
        }
        appendFileSync(path, line, { mode: 0o600 })
        size += Buffer.byteLength(line)
      } catch {
        size = null
      }
    },
  }
}

function openedSize(path: string): number {
  mkdirSync(dirname(path), { recursive: true })
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What to write of something thrown, which may be anything. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
