import type { StatedMetadata } from '#core/intake/metadata/stated'
import { namesOf, normalName, readSidecar, type SidecarRow } from '#core/intake/sidecar'
import { isSidecarName } from '#core/intake/sidecar-name'
import type { ImportReportLine } from '#data/stored'
import type { ImportFrameHeader } from '#ipc/import-stream'
import { problem } from './import-report'

type SidecarHeader = Extract<ImportFrameHeader, { kind: 'sidecar' }>

interface Entry {
  readonly row: SidecarRow
  /** Files that were found under its name. */
  files: number
}

interface Known {
  readonly path: string
  readonly entries: ReadonlyMap<string, Entry>
  /** Rows whose name an earlier row has. */
  readonly doubled: readonly SidecarRow[]
}

/** The sidecars of an import, with what of them was used. */
export class Sidecars {
  /** By root and path. */
  readonly #known = new Map<string, Known>()
  /** By root and folder. */
  readonly #inFolder = new Map<string, Known[]>()
  /** Paths of files that an earlier run of the import has reported. */
  readonly #reported: readonly string[]

  constructor(reported: readonly string[] = []) {
    this.#reported = reported
  }

  /** Takes in a sidecar that main found. Once more is once, since a resumed walk sends it again. */
  add({ root, folder, path }: SidecarHeader, bytes: Uint8Array): void {
    const key = keyOf(root, path)
    if (this.#known.has(key)) return
    const sidecar = readSidecar(bytes, path)
    if (!sidecar) return
    const entries = new Map<string, Entry>()
    const doubled: SidecarRow[] = []
    for (const row of sidecar.rows) {
      const name = normalName(row.name)
      if (entries.has(name)) doubled.push(row)
      else entries.set(name, { row, files: 0 })
    }
    const known = { path, entries, doubled }
    this.#known.set(key, known)
    const place = keyOf(root, folder)
    this.#inFolder.set(place, [...(this.#inFolder.get(place) ?? []), known])
    for (const reported of this.#reported) if (isIn(reported, folder)) find(known, folder, reported)
  }

  /** True for a file that was taken in as a sidecar and so is no article. */
  has(root: number, path: string): boolean {
    return isSidecarName(path) && (this.#known.has(keyOf(root, path)) || this.#known.has(keyOf(null, path)))
  }

  /** What is said of a file, that in the nearest folder first; null when nothing is. */
  givenFor(root: number, path: string): StatedMetadata | null {
    if (this.#known.size === 0) return null
    for (let slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = slash < 0 ? '' : path.slice(0, slash)
      for (const place of [keyOf(root, folder), keyOf(null, folder)]) {
        for (const known of this.#inFolder.get(place) ?? []) {
          const stated = find(known, folder, path)
          if (stated) return stated
        }
      }
      if (slash <= 0) return null
    }
  }

  /** Lines of the report, at the end of the import: names without a file, and files named twice. */
  leftovers(): ImportReportLine[] {
    return [...this.#known.values()].flatMap(({ path, entries, doubled }) => [
      ...[...entries.values()]
        .filter(({ files }) => files === 0)
        .map(({ row }) => problem(placeOf(path, row), `There is no file “${row.name}” beside it.`)),
      ...doubled.map((row) =>
        problem(placeOf(path, row), `“${row.name}” is named twice in it; what is said of it first counts.`),
      ),
    ])
  }
}

function placeOf(path: string, { place }: SidecarRow): string {
  return `${path}#${place}`
}

/** What a sidecar says of a file in or below its folder. */
function find({ entries }: Known, folder: string, path: string): StatedMetadata | null {
  const names = namesOf(folder === '' ? path : path.slice(folder.length + 1))
  const entry = names.map((name) => entries.get(name)).find((one) => one !== undefined)
  if (!entry) return null
  entry.files += 1
  return entry.row.stated
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

function keyOf(root: number | null, path: string): string {
  return `${String(root)} ${path}`
}
