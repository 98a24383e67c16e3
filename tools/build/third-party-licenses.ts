import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** File beside the page that names every package in the bundles, with its licence. */
export const LICENSES_FILE = 'third-party-licenses.txt'

const LICENSE_NAME = /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/iu

/** A licence at the head of a file is shorter, in characters. */
const COMMENT_LENGTH = 8_000

interface Bundled {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

/**
 * Writes the licences of all packages that the page and its workers are made of: they are bundled, so that no folder of
 * packages carries them. Workers, main and preload only add what they bundle.
 * @param seen package folders and files with a licence, shared by the bundles of one build
 * @param writes true for the bundle that comes last, the page's
 */
export function thirdPartyLicenses(seen: Set<string>, writes: boolean): Plugin {
  return {
    name: 'third-party-licenses',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const id of Object.keys(output.modules)) {
          const folder = packageFolder(id)
          if (folder !== null) seen.add(folder)
          else if (id.endsWith('.ts') && licenseComment(id) !== null) seen.add(id)
        }
      }
      if (writes) {
        this.emitFile({ type: 'asset', fileName: LICENSES_FILE, source: licenseText([...seen]) })
      }
    },
  }
}

/** The folder of the package that a module belongs to; null for the program's own. */
export function packageFolder(id: string): string | null {
  const path = id.replace(/^\0/u, '').replace(/\?.*$/u, '').replaceAll('\\', '/')
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(path)
  return match?.[1] ?? null
}

/** The licence that a file of the program's own begins with, because its data come from elsewhere; null for none. */
export function licenseComment(file: string): string | null {
  const head = existsSync(file) ? readFileSync(file, 'utf8').slice(0, COMMENT_LENGTH) : ''
  const comment = /^\/\*! @license\n(.*?)\*\//su.exec(head)?.[1]
  return comment?.replace(/^ \* ?/gmu, '').trim() ?? null
}

/** One section a package, by name, then the licences of data. */
export function licenseText(places: readonly string[]): string {
  const packages = places.flatMap((folder) => readPackage(folder) ?? [])
  const unique = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]))
  const sections = [...unique.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`)
  const data = [...places]
    .sort()
    .flatMap((file) => (file.endsWith('.ts') ? (licenseComment(file) ?? []) : []))
  return [...sections, ...data.map((text) => `${text}\n`)].join(`\n${'-'.repeat(80)}\n\n`)
}

function readPackage(folder: string): Bundled | null {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return null
  const found = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>
  const file = readdirSync(folder).find((name) => LICENSE_NAME.test(name))
  const text = (key: string) => (typeof found[key] === 'string' ? found[key] : '')
  return {
    name: text('name') || dirname(folder),
    version: text('version'),
    license: text('license') || 'see below',
    text: file === undefined ? `Licence: ${text('license')}.` : readFileSync(join(folder, file), 'utf8'),
  }
}
