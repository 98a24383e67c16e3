import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { type AppError, fail, ok, type Result } from '#core/model/result'
import type { ExportGrant, ExportKind } from '#ipc/channels'
import { prepareTarget } from './export-target'
import { createExportWriter, type ExportWriter, PART_LIMIT, WRITE_CALLS } from './export-writer'
import type { GrantStore } from './grants'
import type { Log } from './log'
import { inspectPackage } from './package-file'

/** A finished export, and where it lies. */
export interface FinishedExport {
  readonly name: string
  readonly bytes: number
}

/** Exports under way, by token. */
export interface Exports {
  /** A package is read again, and found whole, before it gets its name. */
  readonly grant: (target: string, kind?: ExportKind) => Promise<Result<ExportGrant>>
  readonly append: (token: string, part: number, bytes: Uint8Array) => Promise<Result<number>>
  readonly finish: (token: string) => Promise<Result<FinishedExport>>
  readonly abort: (token: string) => Promise<void>
  /** Absolute path of a finished export of this run of the program; null for any other token. */
  readonly finishedPath: (token: string) => string | null
  /** Ends what a page that is gone had under way. Exports not begun keep their grant. */
  readonly abortBegun: () => Promise<void>
  /** Removes every temporary file at once, for the last moment of the program. */
  readonly discardAll: () => void
}

interface Running {
  readonly writer: ExportWriter
  readonly target: string
  begun: boolean
}

/** Opens the exports, removing the temporary files that a killed run left behind. */
export function createExports(grants: GrantStore, log: Log): Exports {
  const running = new Map<string, Running>()
  const finished = new Map<string, string>()
  removeLeftovers(grants, log)

  const forget = (token: string): void => {
    running.delete(token)
    grants.removeExport(token)
  }

  const abort = async (token: string): Promise<void> => {
    await running.get(token)?.writer.abort()
    forget(token)
  }

  return {
    grant: async (target, kind) => {
      const prepared = await prepareTarget(target)
      if (!prepared.ok) return prepared
      const place = prepared.value
      const record = grants.addExport(place.target, place.temporary)
      const check = kind === 'package' ? inspectPackage : undefined
      running.set(record.token, {
        writer: createExportWriter(place, WRITE_CALLS, check),
        target: place.target,
        begun: false,
      })
      return ok({ token: record.token, name: basename(place.target) })
    },
    append: async (token, part, bytes) => {
      const found = running.get(token)
      if (found === undefined) return { ok: false, error: UNKNOWN }
      if (bytes.length > PART_LIMIT)
        return fail('too-large', `Part ${part} of the export is above ${PART_LIMIT} bytes.`)
      found.begun = true
      return found.writer.append(part, bytes)
    },
    finish: async (token) => {
      const found = running.get(token)
      if (found === undefined) return { ok: false, error: UNKNOWN }
      const result = await found.writer.finish()
      if (result.ok) finished.set(token, found.target)
      forget(token)
      return result
    },
    abort,
    finishedPath: (token) => finished.get(token) ?? null,
    abortBegun: async () => {
      const begun = [...running].filter(([, entry]) => entry.begun)
      await Promise.all(begun.map(([token]) => abort(token)))
    },
    discardAll: () => {
      for (const [token, { writer }] of [...running]) {
        try {
          writer.discard()
          forget(token)
        } catch (error) {
          // Its grant stays on record, so the next start removes the file.
          log.write('warn', `A temporary export file was left behind: ${String(error)}`)
        }
      }
    },
  }
}

const UNKNOWN: AppError = fail('not-found', 'This export is not known any more.', {
  advice: 'Start it again.',
}).error

function removeLeftovers(grants: GrantStore, log: Log): void {
  for (const { token, temporary } of grants.exports()) {
    // Only what looks like a name this program makes: the list is a file, and a file can be edited.
    if (!/^\..+\.[0-9a-f]{12}\.tmp$/.test(basename(temporary))) continue
    try {
      rmSync(temporary, { force: true })
      grants.removeExport(token)
    } catch (error) {
      log.write('warn', `A temporary export file could not be removed: ${String(error)}`)
    }
  }
}
