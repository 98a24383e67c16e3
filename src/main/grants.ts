import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import { TOKEN_PATTERN } from '#ipc/arguments'
import { type Guarded, isIntegerIn, isListOf, isMatching, isRecordOf, isText } from '#ipc/guards'
import { writeFileAtomically } from './atomic-file'
import type { Log } from './log'

const isToken = isMatching(TOKEN_PATTERN, 32)
const isPath = isText(32_767)
const isTime = isIntegerIn(0, Number.MAX_SAFE_INTEGER)

const isImportRecord = isRecordOf({ token: isToken, roots: isListOf(isPath, 10_000), since: isTime })
const isExportRecord = isRecordOf({ token: isToken, target: isPath, temporary: isPath, since: isTime })
const isGrantFile = isRecordOf({
  imports: isListOf(isImportRecord, 100_000),
  exports: isListOf(isExportRecord, 100_000),
})

/** What may be read under a token: absolute paths, none inside another. `since` is in milliseconds since 1970. */
export type ImportRecord = Guarded<typeof isImportRecord>

/** What may be written under a token, and the file it is gathered in. `since` is in milliseconds since 1970. */
export type ExportRecord = Guarded<typeof isExportRecord>

/** An import nobody resumed for so long is forgotten. */
const FORGET_AFTER_MS = 90 * 24 * 60 * 60 * 1000

/**
 * The grants, kept in a file so that an import goes on after a kill under its old token, and a temporary file of a killed
 * export is found and removed. Every change is on disk before it is answered.
 */
export interface GrantStore {
  readonly addImport: (paths: readonly string[]) => ImportRecord
  readonly findImport: (token: string) => ImportRecord | null
  readonly removeImport: (token: string) => void
  readonly addExport: (target: string, temporary: string) => ExportRecord
  readonly removeExport: (token: string) => void
  /** Exports under way; right after the start, those that a crash left behind. */
  readonly exports: () => readonly ExportRecord[]
}

/** Opens the store. A file that is broken or from elsewhere counts as empty: it grants nothing. */
export function openGrantStore(path: string, log: Log, now: () => number = Date.now): GrantStore {
  const kept = readGrants(path, log)
  const imports = new Map(
    kept.imports
      .filter((grant) => now() - grant.since < FORGET_AFTER_MS)
      .map((grant) => [grant.token, grant]),
  )
  const exports = new Map(kept.exports.map((grant) => [grant.token, grant]))
  const save = (): void => {
    writeFileAtomically(
      path,
      JSON.stringify({ imports: [...imports.values()], exports: [...exports.values()] }),
    )
  }
  return {
    addImport: (paths) => {
      const record: ImportRecord = { token: createToken(), roots: outermostPaths(paths), since: now() }
      imports.set(record.token, record)
      save()
      return record
    },
    findImport: (token) => imports.get(token) ?? null,
    removeImport: (token) => {
      if (imports.delete(token)) save()
    },
    addExport: (target, temporary) => {
      const record: ExportRecord = { token: createToken(), target, temporary, since: now() }
      exports.set(record.token, record)
      save()
      return record
    },
    removeExport: (token) => {
      if (exports.delete(token)) save()
    },
    exports: () => [...exports.values()],
  }
}

function readGrants(path: string, log: Log): Guarded<typeof isGrantFile> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { imports: [], exports: [] }
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isGrantFile(value)) return value
  } catch {
    // Falls through to the one answer for a broken file.
  }
  log.write('warn', 'The list of grants was unreadable; interrupted imports have to be started again.')
  return { imports: [], exports: [] }
}

function createToken(): string {
  return randomBytes(24).toString('base64url')
}

/** The paths without repetition and without those inside another: a file must not be imported by two of its roots. */
export function outermostPaths(paths: readonly string[]): string[] {
  const resolved = [...new Set(paths.map((path) => resolve(path)))]
  return resolved.filter(
    (path) => !resolved.some((other) => other !== path && path.startsWith(withSeparator(other))),
  )
}

function withSeparator(path: string): string {
  return path.endsWith(sep) ? path : path + sep
}

/** What a grant's roots are called on screen. */
export function rootNames(roots: readonly string[]): string[] {
  return roots.map((root) => basename(root) || root)
}
