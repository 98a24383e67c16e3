import type { Stats } from 'node:fs'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, sep } from 'node:path'
import type { ImportFormat, SkipReason } from '#ipc/import-stream'
import { comparePaths, extensionOf, type FileLocation, isSupported, supportedExtensions } from './file-names'
import { type Child, listFolder } from './folder-listing'
import { codeOf, isCode } from './system-errors'

/** A file to read, or one that is not handed out and why. Nothing has been read of either yet. */
export type WalkEntry =
  | { readonly kind: 'file'; readonly root: number; readonly path: string; readonly location: FileLocation }
  | {
      readonly kind: 'skipped'
      readonly root: number
      readonly path: string
      readonly reason: SkipReason
      readonly detail: string
    }

/**
 * A place in a walk: everything up to and including this path of this root has been passed; with `part`, only so many
 * parts of the archive at that path.
 */
export interface WalkCursor {
  readonly root: number
  readonly path: string
  readonly part?: number
}

/**
 * Walks the roots depth first, names in code-point order, folders and files mixed: the same tree gives the same order on
 * every system, so a path is enough to resume (test/unit/main/walk.test.ts). Each entry but a folder is yielded once.
 *
 * Links are followed once, and only to a file inside the same root; links to folders never, which is also what rules out
 * loops.
 * @param roots absolute paths, as the person chose them
 * @param after yields only what comes after this place; null for everything
 * @param format decides which kinds of files are handed out
 */
export async function* walk(
  roots: readonly string[],
  after: WalkCursor | null = null,
  format: ImportFormat = 'articles',
): AsyncGenerator<WalkEntry> {
  for (let root = after?.root ?? 0; root < roots.length; root += 1) {
    const cursor = after !== null && after.root === root ? after : null
    yield* walkRoot(roots[root] ?? '', root, cursor, format)
  }
}

async function* walkRoot(
  chosen: string,
  root: number,
  cursor: WalkCursor | null,
  format: ImportFormat,
): AsyncGenerator<WalkEntry> {
  const name = basename(chosen)
  let real: string
  let found: Stats
  try {
    real = await realpath(chosen)
    found = await stat(real)
  } catch (error) {
    if (isAhead(name, cursor))
      yield skipped(root, name, 'vanished', `It cannot be found any more${codeOf(error)}.`)
    return
  }
  if (found.isDirectory()) {
    yield* walkFolder({ real, root, cursor, format }, real, '')
  } else if (isAhead(name, cursor)) {
    const child: Child = { name, location: real, type: found.isFile() ? 'file' : 'other' }
    yield classify(child, { root, format }, name)
  }
}

interface RootWalk {
  readonly real: string
  readonly root: number
  readonly cursor: WalkCursor | null
  readonly format: ImportFormat
}

async function* walkFolder(
  walked: RootWalk,
  folder: FileLocation,
  prefix: string,
): AsyncGenerator<WalkEntry> {
  let children: Child[]
  try {
    children = await listFolder(folder)
  } catch (error) {
    const path = prefix === '' ? basename(walked.real) : prefix.slice(0, -1)
    if (isAhead(path, walked.cursor)) {
      yield skipped(walked.root, path, 'unreadable', `The folder cannot be opened${codeOf(error)}.`)
    }
    return
  }
  for (const child of children) {
    const path = prefix + child.name
    if (child.type === 'folder') {
      if (!isPassed(path, walked.cursor)) yield* walkFolder(walked, child.location, `${path}/`)
    } else if (isAhead(path, walked.cursor)) {
      yield child.type === 'link' ? await classifyLink(child, walked, path) : classify(child, walked, path)
    }
  }
}

/** What is said before the kinds of files that are read. */
const READS: Readonly<Record<ImportFormat, string>> = {
  articles: 'an import reads',
  brat: 'an import from brat reads',
}

/** True for what the walk has not passed; an archive whose parts are passed in part is still ahead. */
function isAhead(path: string, cursor: WalkCursor | null): boolean {
  if (cursor === null) return true
  const order = comparePaths(path, cursor.path)
  return order > 0 || (order === 0 && cursor.part !== undefined)
}

/** True when the cursor lies behind everything in the folder, so that it need not be opened. */
function isPassed(folder: string, cursor: WalkCursor | null): boolean {
  return cursor !== null && comparePaths(folder, cursor.path) < 0 && !cursor.path.startsWith(`${folder}/`)
}

function classify(
  child: Child,
  { root, format }: Pick<RootWalk, 'root' | 'format'>,
  path: string,
): WalkEntry {
  if (child.type === 'other') {
    return skipped(root, path, 'not-a-file', 'It is a device, a pipe or a socket, not a file.')
  }
  if (!isSupported(child.name, format)) {
    const extension = extensionOf(child.name)
    const what = extension === '' ? 'It has no extension' : `It is a ${extension} file`
    return skipped(
      root,
      path,
      'unsupported-type',
      `${what}; ${READS[format]} ${supportedExtensions(format).join(', ')}.`,
    )
  }
  return { kind: 'file', root, path, location: child.location }
}

async function classifyLink(link: Child, walked: RootWalk, path: string): Promise<WalkEntry> {
  let target: Buffer
  let found: Stats
  try {
    target = await realpath(link.location, { encoding: 'buffer' })
    found = await lstat(target)
  } catch (error) {
    if (isCode(error, 'ELOOP'))
      return skipped(walked.root, path, 'symlink-loop', 'The link leads back to itself.')
    return skipped(
      walked.root,
      path,
      'unreadable',
      `The link leads to nothing that can be opened${codeOf(error)}.`,
    )
  }
  if (!isInside(target, Buffer.from(walked.real))) {
    return skipped(walked.root, path, 'symlink-outside', 'The link leads out of the imported folder.')
  }
  if (found.isDirectory()) {
    const holder = Buffer.from(link.location)
    return isInside(holder, target)
      ? skipped(walked.root, path, 'symlink-loop', 'The link leads to a folder that holds the link itself.')
      : skipped(
          walked.root,
          path,
          'not-a-file',
          'The link leads to another folder of this import, read there.',
        )
  }
  const type = found.isFile() ? 'file' : 'other'
  return classify({ name: link.name, location: target, type }, walked, path)
}

/** True for `folder` itself and for what lies in it; both real paths. */
function isInside(path: Buffer, folder: Buffer): boolean {
  if (path.equals(folder)) return true
  const last = folder[folder.length - 1]
  const prefix = last === sep.charCodeAt(0) ? folder : Buffer.concat([folder, Buffer.from(sep)])
  return path.subarray(0, prefix.length).equals(prefix)
}

function skipped(root: number, path: string, reason: SkipReason, detail: string): WalkEntry {
  return { kind: 'skipped', root, path, reason, detail }
}

/**
 * Finds a file of a walk by its path, through the same listing as the walk: a path that climbs out, or names a link to
 * somewhere else, is simply not there (test/unit/main/walk.test.ts). Null for anything but a readable kind of file.
 */
export async function locateFile(roots: readonly string[], place: WalkCursor): Promise<FileLocation | null> {
  const chosen = roots[place.root]
  if (chosen === undefined) return null
  try {
    const real = await realpath(chosen)
    if (!(await stat(real)).isDirectory()) return place.path === basename(chosen) ? real : null
    const segments = place.path.split('/')
    let folder: FileLocation = real
    for (const [index, segment] of segments.entries()) {
      const child: Child | undefined = (await listFolder(folder)).find(
        (candidate) => candidate.name === segment,
      )
      if (child === undefined) return null
      if (index === segments.length - 1)
        return await locateLast(
          child,
          { real, root: place.root, cursor: null, format: 'articles' },
          place.path,
        )
      if (child.type !== 'folder') return null
      folder = child.location
    }
    return null
  } catch {
    return null
  }
}

async function locateLast(child: Child, walked: RootWalk, path: string): Promise<FileLocation | null> {
  if (child.type === 'folder') return null
  const entry =
    child.type === 'link' ? await classifyLink(child, walked, path) : classify(child, walked, path)
  return entry.kind === 'file' ? entry.location : null
}
