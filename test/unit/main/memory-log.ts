import type { Log } from '../../../src/main/log'

/** A log that can be looked at. */
export function createMemoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  return { lines, write: (level, message) => void lines.push(`${level} ${message}`) }
}
