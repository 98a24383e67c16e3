import { PACKAGE_EXTENSION } from '#core/model/package'
import type { ExportKind } from '#ipc/channels'

const EXTENSIONS: Readonly<Record<ExportKind, string>> = {
  dataset: '.json',
  package: PACKAGE_EXTENSION,
  report: '.csv',
  table: '.csv',
  page: '.html',
}

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Longest base of a suggested name, in code points; below what every file system allows in bytes. */
const MAX_BASE = 60

/** A file name that every system takes, made of a name such as a corpus's; the dialog only proposes it. */
export function suggestFileName(name: string, kind: ExportKind): string {
  const extension = EXTENSIONS[kind]
  const bare = name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name
  const clean = bare.replaceAll(/[\s\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, ' ').replace(/^[. ]+/, '')
  const base = [...clean]
    .slice(0, MAX_BASE)
    .join('')
    .replace(/[. ]+$/, '')
  return `${base === '' || DEVICE.test(base) ? 'crossread' : base}${extension}`
}
