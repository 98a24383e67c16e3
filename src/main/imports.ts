import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PackageManifest } from '#core/model/package'
import { fail, ok, type Result } from '#core/model/result'
import type { ImportGrant } from '#ipc/channels'
import { DATASET_PART, DEFAULT_FILE_LIMIT, type ImportFormat } from '#ipc/import-stream'
import { type FileLocation, isPackageName } from './file-names'
import { readFirst, readPart } from './file-reader'
import { type GrantStore, type ImportRecord, rootNames } from './grants'
import { createImportBatches, type ImportBatches } from './import-batches'
import { createPackageReader, inspectPackage, type PackageReader } from './package-file'
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
  /**
   * A dataset, in a file or in a package, from a byte on, `DATASET_PART` bytes at most, none at its end; null when token and
   * place name none. Fails for a package that is not whole.
   */
  readonly readDataset: (
    token: string,
    place: WalkCursor,
    from: number,
  ) => Promise<Result<Uint8Array<ArrayBuffer>> | null>
  /** What the package that was chosen says of itself, when it is whole; `close` stops looking. */
  readonly inspect: (token: string) => Promise<Result<PackageManifest>>
  /** Stops reading; the grants stay. */
  readonly stopReading: () => void
}

/** @param fixedLimit largest file in bytes as given on the command line, or null for the settings' */
export function createImports(grants: GrantStore, fixedLimit: number | null): Imports {
  const readers = new Map<string, { readonly format: ImportFormat; readonly batches: ImportBatches }>()
  const packages = new Map<string, { readonly place: string; readonly reader: PackageReader }>()
  const inspections = new Map<string, AbortController>()
  let limit = fixedLimit ?? DEFAULT_FILE_LIMIT

  const stop = (token: string): void => {
    readers.get(token)?.batches.close()
    readers.delete(token)
    void packages.get(token)?.reader.close()
    packages.delete(token)
    inspections.get(token)?.abort()
    inspections.delete(token)
  }

  const packageOf = (token: string, { root, path }: WalkCursor, location: FileLocation): PackageReader => {
    const place = `${String(root)}/${path}`
    const known = packages.get(token)
    if (known?.place === place) return known.reader
    void known?.reader.close()
    const reader = createPackageReader(location, basename(path))
    packages.set(token, { place, reader })
    return reader
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
      if (isPackageName(place.path)) return packageOf(token, place, location).read(from, DATASET_PART)
      // Only a dataset is handed out whole, so that the limit on articles holds.
      const outcome = await readFirst(location, place.path, 0)
      return outcome.kind === 'dataset' ? ok(await readPart(location, from, DATASET_PART)) : null
    },
    inspect: async (token) => {
      const root = grants.findImport(token)?.roots[0]
      if (root === undefined) return fail('not-found', 'What was opened is not known any more.', OPEN_AGAIN)
      const name = basename(root)
      if (!isPackageName(name)) return fail('invalid-input', `${name} is not called as a package is.`)
      const inspection = new AbortController()
      inspections.get(token)?.abort()
      inspections.set(token, inspection)
      try {
        return await inspectPackage(root, name, inspection.signal)
      } finally {
        if (inspections.get(token) === inspection) inspections.delete(token)
      }
    },
    stopReading: () => {
      for (const token of [...readers.keys(), ...packages.keys(), ...inspections.keys()]) stop(token)
    },
  }
}

const OPEN_AGAIN = { advice: 'Open it again.' }

function publicGrant(record: ImportRecord): ImportGrant {
  return { token: record.token, roots: rootNames(record.roots) }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
