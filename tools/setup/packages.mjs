import { statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'

/** Installs the packages when they are missing or older than the lock file. */
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
 * Why packages have to be installed; null when they need not be.
 * @param {string} root
 * @returns {string | null}
 */
export function packagesProblem(root) {
  const lock = statSync(join(root, 'package-lock.json'))
  // npm writes this file last, so an installation that was cut short has none.
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })
  if (installed === undefined) return 'the packages are not installed'
  return installed.mtimeMs < lock.mtimeMs ? 'the packages are older than package-lock.json' : null
}
