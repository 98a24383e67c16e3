import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from './display.mjs'
import { findBrowser } from './find-browser.mjs'
import { findElectron } from './find-electron.mjs'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'

/**
 * @typedef {object} Runtime
 * @property {'electron' | 'chromium-shell'} kind
 * @property {string} path Electron's binary or the browser
 * @property {string} why what is used and why, for a person, in one line
 */

/**
 * What the program runs on: Electron's binary where it is there and can run, else an installed browser, else one that is
 * installed now.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const electron = findElectron(ROOT)
  if (electron !== null && hasDisplay()) {
    return { kind: 'electron', path: electron, why: `running on Electron (${electron}).` }
  }
  const browser = await ensureBrowser()
  const reason =
    electron === null
      ? "Electron's binary is not here (npx install-electron downloads it)"
      : 'Electron cannot run without a display'
  return {
    kind: 'chromium-shell',
    path: browser.path,
    why: `running on ${browser.name} (${browser.path}), because ${reason}.`,
  }
}

/**
 * A Chromium browser: an installed one, or one that is installed now.
 * @returns {Promise<import('./find-browser.mjs').FoundBrowser>}
 */
export async function ensureBrowser() {
  const installed = findBrowser()
  if (installed !== null) return installed
  console.error('Crossread: no Chromium browser is installed; running npx playwright install chromium.')
  const cli = join(ROOT, 'node_modules', 'playwright-core', 'cli.js')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
  await run(process.execPath, [cli, 'install', 'chromium'], { env })
  const downloaded = findBrowser()
  if (downloaded !== null && starts(downloaded.path)) return downloaded
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.error('Crossread: that gave no browser that starts; running apt-get install chromium.')
    const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { env: quietly, quiet: true })
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env: quietly,
      quiet: true,
    })
  }
  const found = findBrowser()
  if (found !== null && starts(found.path)) return found
  throw new Error(
    'Crossread found no browser to run on. Install Chrome, Chromium or Edge, or set CROSSREAD_BROWSER to the path of one.',
  )
}

/**
 * True when the browser starts: one that was downloaded may lack libraries. Only Linux answers without a window.
 * @param {string} path
 */
function starts(path) {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}
