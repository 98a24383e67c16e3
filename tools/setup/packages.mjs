import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'

/** Installs the packages when they are missing, or other than the lock file says. */
export async function ensurePackages() {
  const reason = packagesProblem(ROOT)
  if (reason === null) return
  console.error(`Crossread: ${reason}; running npm ci.`)
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Error(
      `npm ci failed (${code}). Crossread needs its packages once from the npm registry; see the lines above.`,
    )
  }
}

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional] left out where the system is another one
 * @property {boolean} [devOptional]
 */

/**
 * Why packages have to be installed; null when they need not be. A lock file that is merely newer, as after a checkout, is
 * compared with what npm has noted of its installation.
 * @param {string} root
 * @returns {string | null}
 */
export function packagesProblem(root) {
  const lock = join(root, 'package-lock.json')
  // npm writes this file last, so an installation that was cut short has none.
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return 'the packages are not installed'
  if (statSync(note).mtimeMs >= statSync(lock).mtimeMs) return null
  const installed = readPackages(note)
  for (const [path, wanted] of Object.entries(readPackages(lock))) {
    if (path === '') continue
    const found = installed[path]
    const mayLack = wanted.optional === true || wanted.devOptional === true
    if (found === undefined ? !mayLack : found.version !== wanted.version) {
      return `the packages are older than package-lock.json (${path.replace(/^node_modules\//, '')})`
    }
  }
  return null
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}
