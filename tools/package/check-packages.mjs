import { listPackage, statFile } from '@electron/asar'
import fuses from '@electron/fuses'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const { FuseV1Options, getCurrentFuseWire } = fuses

/** How the wire says on and off: the digits' characters. */
const ON = 49
const OFF = 48

/** The archive may be this large, in bytes. */
const SIZE_LIMIT = 25 * 1024 * 1024

/** What the archive may hold. */
const ALLOWED = [
  /^\/out\/main\/index\.js$/u,
  /^\/out\/preload\/index\.cjs$/u,
  /^\/out\/renderer\/index\.html$/u,
  /^\/out\/renderer\/assets\/[^/]+\.(?:js|css|woff2|svg|png)$/u,
  /^\/out\/renderer\/third-party-licenses\.txt$/u,
  /^\/package\.json$/u,
  /^\/LICENSE$/u,
]

/** How each fuse has to stand. */
const FUSES = /** @type {const} */ ([
  ['RunAsNode', OFF],
  ['EnableCookieEncryption', ON],
  ['EnableNodeOptionsEnvironmentVariable', OFF],
  ['EnableNodeCliInspectArguments', OFF],
  ['EnableEmbeddedAsarIntegrityValidation', ON],
  ['OnlyLoadAppFromAsar', ON],
  ['GrantFileProtocolExtraPrivileges', OFF],
])

/**
 * Looks into every unpacked program below a folder: what its archive holds, how large that is, how its fuses stand.
 * @param {string} folder
 * @returns {Promise<string[]>} a line about each
 * @throws when there is none, or one is not as it has to be
 */
export async function checkPackages(folder) {
  const archives = findArchives(folder)
  if (archives.length === 0) throw new Error(`There is no app.asar below ${folder}.`)
  const lines = []
  for (const archive of archives) {
    const strange = archiveFiles(archive).filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))
    if (strange.length > 0) throw new Error(`${archive} holds what it should not: ${strange.join(', ')}.`)
    const { size } = statSync(archive)
    if (size > SIZE_LIMIT) throw new Error(`${archive} has ${String(size)} bytes, more than 25 MB.`)
    await checkFuses(binaryOf(archive))
    lines.push(`${archive}: ${(size / 1024 / 1024).toFixed(1)} MB, fuses as they should be.`)
  }
  return lines
}

/**
 * Paths of the files in an archive, each beginning with `/`.
 * @param {string} archive
 * @returns {string[]}
 */
export function archiveFiles(archive) {
  return listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !('files' in statFile(archive, path.slice(1))))
}

/** @param {string} binary */
async function checkFuses(binary) {
  const wire = await getCurrentFuseWire(binary)
  for (const [name, wanted] of FUSES) {
    if (wire[FuseV1Options[name]] !== wanted)
      throw new Error(`${binary}: the fuse ${name} is not as it should be.`)
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function findArchives(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'app.asar')
    .map((path) => join(folder, path))
}

/**
 * The program beside an archive. On macOS the fuses are in its framework.
 * @param {string} archive
 */
function binaryOf(archive) {
  const resources = join(archive, '..')
  const places = [
    join(resources, '..', 'crossread'),
    join(resources, '..', 'Crossread.exe'),
    join(resources, '..', 'Frameworks', 'Electron Framework.framework', 'Electron Framework'),
  ]
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`There is no program beside ${archive}.`)
  return found
}
