import { isUtf8 } from 'node:buffer'
import { join } from 'node:path'
import { PACKAGE_EXTENSION } from '#core/model/package'
import type { ImportFormat } from '#ipc/import-stream'

/**
 * A path as the file system takes it. Linux allows names that are no valid UTF-8; those survive only as bytes, so a path
 * turns into a Buffer from such a name downwards.
 */
export type FileLocation = string | Buffer

/**
 * Order of names by code points. JavaScript's own `<` orders by UTF-16 units, which puts emoji before `\uE000`; the order
 * must not depend on how a language stores its strings, as it is also the cursor's.
 */
export function compareNames(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above every other unit, so they go last. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Order of relative paths in a depth-first walk: segment by segment, a folder before what is in it. */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index += 1) {
    const order = compareNames(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** `folder` + `name`, in bytes as soon as one of them is. */
export function joinLocation(folder: FileLocation, name: FileLocation): FileLocation {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name)
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)])
}

/** How one name of a folder is shown, and how the file system is asked for it. */
export interface ShownName {
  readonly shown: string
  readonly raw: FileLocation
}

/**
 * Readable, distinct names for the raw names of one folder. A byte that is no UTF-8 is shown as `%E9`; where a file of
 * exactly that name exists too, a further `%` in front keeps the two apart.
 */
export function showNames(raws: readonly Buffer[]): ShownName[] {
  const valid = raws.filter((raw) => isUtf8(raw)).map((raw) => raw.toString('utf8'))
  const taken = new Set(valid)
  const broken = raws
    .filter((raw) => !isUtf8(raw))
    .sort((a, b) => Buffer.compare(a, b))
    .map((raw): ShownName => {
      let shown = showBytes(raw)
      while (taken.has(shown)) shown = `%${shown}`
      taken.add(shown)
      return { shown, raw }
    })
  return [...valid.map((name) => ({ shown: name, raw: name })), ...broken]
}

function showBytes(raw: Buffer): string {
  let shown = ''
  for (let at = 0; at < raw.length;) {
    const length = [1, 2, 3, 4].find((size) => at + size <= raw.length && isUtf8(raw.subarray(at, at + size)))
    if (length === undefined) {
      shown += `%${(raw[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
      at += 1
    } else {
      shown += raw.toString('utf8', at, at + length)
      at += length
    }
  }
  return shown
}

const LITTER: ReadonlySet<string> = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  'icon\r',
])

/** Hidden files and what operating systems and office programs leave behind: nobody means to import these. */
export function isLitter(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || LITTER.has(name.toLowerCase())
}

const SUPPORTED = [
  ...['.txt', '.md', '.markdown', '.html', '.htm'],
  ...['.json', '.jsonl', '.ndjson', '.csv', '.tsv'],
  ...['.docx', '.pdf', '.eml'],
]

/** Archives, single files packed by gzip, and packages. */
const PACKED = ['.zip', '.tar', '.tgz', '.gz', PACKAGE_EXTENSION] as const

const SUPPORTED_BY: Readonly<Record<ImportFormat, readonly string[]>> = {
  articles: [...SUPPORTED, ...PACKED],
  brat: ['.txt', '.ann'],
}

/** The file types an import of that format reads, for messages and dialogs; without the dot. */
export function supportedExtensions(format: ImportFormat): string[] {
  return SUPPORTED_BY[format].map((extension) => extension.slice(1))
}

/** The name's extension in lower case with its dot, or '' for none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** True for the name of a package. */
export function isPackageName(name: string): boolean {
  return extensionOf(name) === PACKAGE_EXTENSION
}

/** True for the extension (with its dot, lower case) of articles that are not packed: what is read of an archive. */
export function isArticleExtension(extension: string): boolean {
  return SUPPORTED.some((supported) => supported === extension)
}

/** The file types of articles that are not packed, for messages; without the dot. */
export function articleExtensions(): string[] {
  return SUPPORTED.map((extension) => extension.slice(1))
}

/** True for a name whose extension an import of that format reads. */
export function isSupported(name: string, format: ImportFormat = 'articles'): boolean {
  const extension = extensionOf(name)
  if (extension === '.gz') {
    const inner = extensionOf(name.slice(0, -extension.length))
    return format === 'articles' && (inner === '.tar' || isArticleExtension(inner))
  }
  return SUPPORTED_BY[format].includes(extension)
}
