import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSidecarName } from '#core/intake/sidecar-name'
import { encodeFrameHeader } from '#ipc/import-frames'
import { readFirst, readLong } from './file-reader'
import type { WalkEntry } from './walk'

/** What a sidecar may be called (`isSidecarName`). */
const NAMES = ['metadata.csv', 'metadata.tsv', 'metadata.json']

/** Finds the sidecars of the folders that a walk comes into. */
export interface SidecarFinder {
  /** Frames of the sidecars that say something of an entry and were not found before; entries in the walk's order. */
  readonly framesFor: (entry: WalkEntry) => Promise<Uint8Array[]>
}

/** @param limit largest file handed out, in bytes, looked up for each file */
export function createSidecarFinder(roots: readonly string[], limit: () => number): SidecarFinder {
  const chosen = roots.filter((root) => isSidecarName(basename(root)))
  let root = -1
  /** Folders above the entry before, from the root on: a walk never comes back to one that it left. */
  let chain: string[] = []
  let areChosenRead = false

  const framesIn = async (folder: string): Promise<Uint8Array[]> => {
    const frames: Uint8Array[] = []
    for (const name of NAMES) {
      const bytes = await readSmall(join(roots[root] ?? '', folder, name), name, limit())
      if (!bytes) continue
      const path = folder === '' ? name : `${folder}/${name}`
      frames.push(encodeFrameHeader({ kind: 'sidecar', root, path, folder, size: bytes.length }), bytes)
    }
    return frames
  }

  /** The sidecars among files that were chosen one by one. */
  const chosenFrames = async (): Promise<Uint8Array[]> => {
    const frames: Uint8Array[] = []
    for (const location of chosen) {
      const path = basename(location)
      const bytes = await readSmall(location, path, limit())
      if (!bytes) continue
      frames.push(
        encodeFrameHeader({ kind: 'sidecar', root: null, path, folder: '', size: bytes.length }),
        bytes,
      )
    }
    return frames
  }

  return {
    framesFor: async (entry) => {
      const own = roots[entry.root] ?? ''
      const isFile = entry.kind === 'file' && entry.location === own
      if (isFile || entry.path === basename(own)) {
        if (areChosenRead || !chosen.some((other) => dirname(other) === dirname(own))) return []
        areChosenRead = true
        return chosenFrames()
      }
      if (entry.root !== root) chain = []
      root = entry.root
      const folders = foldersAbove(entry.path)
      const shared = folders.findIndex((folder, index) => folder !== chain[index])
      if (shared < 0) {
        chain = folders
        return []
      }
      chain = folders
      const frames: Uint8Array[] = []
      for (const folder of folders.slice(shared)) frames.push(...(await framesIn(folder)))
      return frames
    },
  }
}

/** '' and each folder on the way to a path: '', 'a', 'a/b' for 'a/b/c.txt'. */
function foldersAbove(path: string): string[] {
  const folders = ['']
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    folders.push(path.slice(0, slash))
  return folders
}

/** The file's bytes; null where there is none, or one that a walk would not hand out. */
async function readSmall(location: string, name: string, limit: number): Promise<Uint8Array | null> {
  const isFile = await lstat(location).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isFile) return null
  const first = await readFirst(location, name, limit)
  const outcome = first.kind === 'long' ? await readLong(location, limit) : first
  return outcome.kind === 'bytes' ? outcome.bytes : null
}
