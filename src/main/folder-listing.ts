import type { Dirent, Stats } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { compareNames, type FileLocation, isLitter, joinLocation, showNames } from './file-names'

/** One thing in a folder: its name as shown, and how the file system is asked for it. */
export interface Child {
  readonly name: string
  readonly location: FileLocation
  readonly type: 'file' | 'folder' | 'link' | 'other'
}

/** What is in a folder, litter left out, in the walk's order. Throws the system's error when it cannot be opened. */
export async function listFolder(folder: FileLocation): Promise<Child[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  // U+FFFD stands for bytes that are no UTF-8, or for itself: only the bytes tell.
  const children = entries.some((entry) => entry.name.includes('\uFFFD'))
    ? await listRawFolder(folder)
    : entries.map((entry): Child => childOf(folder, entry, entry.name, entry.name))
  return children.filter((child) => !isLitter(child.name)).sort((a, b) => compareNames(a.name, b.name))
}

async function listRawFolder(folder: FileLocation): Promise<Child[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const byName = new Map(entries.map((entry) => [entry.name.toString('hex'), entry]))
  return showNames(entries.map((entry) => entry.name)).flatMap(({ shown, raw }) => {
    const entry = byName.get(Buffer.from(raw).toString('hex'))
    return entry === undefined ? [] : [childOf(folder, entry, shown, raw)]
  })
}

function childOf(
  folder: FileLocation,
  entry: Dirent | Dirent<Buffer>,
  name: string,
  raw: FileLocation,
): Child {
  return { name, location: joinLocation(folder, raw), type: typeOf(entry) }
}

function typeOf(entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Child['type'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
