import { access } from 'node:fs/promises'
import { fail, ok, type Result } from '#core/model/result'
import type { ImportGrant } from '#ipc/channels'
import { DATASET_PART, DEFAULT_FILE_LIMIT, type ImportFormat } from '#ipc/import-stream'
import { readFirst, readPart } from './file-reader'
import { type GrantStore, type ImportRecord, rootNames } from './grants'
import { createImportBatches, type ImportBatches } from './import-batches'
import { locateFile, type WalkCursor } from './walk'

/** Grants, and the streams behind them. */
export interface Imports {
  readonly grant: (paths: readonly string[]) => ImportGrant
  /** The grant of an interrupted import, while at least one of its roots is there. */
  readonly resume: (token: string) => Promise<Result<ImportGrant>>
  readonly close: (token: string) => void
  /** Sets the largest file handed out, in bytes; without effect where the command line set one. */
  readonly setLimit: (bytes: number) => void
  /** The batch after a place; null for a token that grants nothing. */
  readonly nextBatch: (
    token: string,
    after: WalkCursor | null,
    format: ImportFormat,
  ) => Promise<Uint8Array<ArrayBuffer> | null>
  /** A dataset file from a byte on, `DATASET_PART` bytes at most, none at its end; null when token and place name none. */
  readonly readDataset: (
    token: string,
    place: WalkCursor,
    from: number,
  ) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Stops reading; the grants stay. */
  readonly stopReading: () => void
}

/** @param fixedLimit largest file in bytes as given on the command line, or null for the settings' */
export function createImports(grants: GrantStore, fixedLimit: number | null): Imports {
  const readers = new Map<string, { readonly format: ImportFormat; readonly batches: ImportBatches }>()
  let limit = fixedLimit ?? DEFAULT_FILE_LIMIT

  const stop = (token: string): void => {
    readers.get(token)?.batches.close()
    readers.delete(token)
  }

  const readerOf = ({ token, roots }: ImportRecord, format: ImportFormat): ImportBatches => {
    const known = readers.get(token)
    if (known?.format === format) return known.batches
    stop(token)
    const batches = createImportBatches(roots, () => limit, format)
    readers.set(token, { format, batches })
    return batches
  }

  return {
    grant: (paths) => publicGrant(grants.addImport(paths)),
    resume: async (token) => {
      const record = grants.findImport(token)
      if (record === null) {
        return fail('not-found', 'This import is not known any more.', {
          advice: 'Start it again; what it imported is kept.',
        })
      }
      const there = await Promise.all(record.roots.map(isThere))
      if (!there.includes(true)) {
        const names = rootNames(record.roots).join(', ')
        return fail('not-found', `${names} cannot be found.`, {
          kept: 'What was imported is kept.',
          advice: 'Connect the drive or put the folder back, then resume.',
        })
      }
      return ok(publicGrant(record))
    },
    close: (token) => {
      stop(token)
      grants.removeImport(token)
    },
    setLimit: (bytes) => {
      if (fixedLimit === null) limit = bytes
    },
    nextBatch: async (token, after, format) => {
      const record = grants.findImport(token)
      return record === null ? null : readerOf(record, format).next(after)
    },
    readDataset: async (token, place, from) => {
      const record = grants.findImport(token)
      const location = record === null ? null : await locateFile(record.roots, place)
      if (location === null) return null
      // Only a dataset is handed out whole, so that the limit on articles holds.
      const outcome = await readFirst(location, place.path, 0)
      return outcome.kind === 'dataset' ? readPart(location, from, DATASET_PART) : null
    },
    stopReading: () => {
      for (const token of [...readers.keys()]) stop(token)
    },
  }
}

function publicGrant(record: ImportRecord): ImportGrant {
  return { token: record.token, roots: rootNames(record.roots) }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
