import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * @typedef {object} FoundBrowser
 * @property {string} path absolute path of the executable
 * @property {string} name for a person, such as `Chromium`
 */

/**
 * Commands of Chromium browsers, best first.
 * @type {readonly (readonly [command: string, name: string])[]}
 */
const COMMANDS = [
  ['chromium', 'Chromium'],
  ['chromium-browser', 'Chromium'],
  ['google-chrome-stable', 'Google Chrome'],
  ['google-chrome', 'Google Chrome'],
  ['microsoft-edge-stable', 'Microsoft Edge'],
  ['microsoft-edge', 'Microsoft Edge'],
]

/**
 * A Chromium browser of this machine: the one that CROSSREAD_BROWSER names, an installed one, or one that Playwright
 * keeps; null when there is none.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {FoundBrowser | null}
 */
export function findBrowser(environment = process.env) {
  const named = environment['CROSSREAD_BROWSER']
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`CROSSREAD_BROWSER names ${named}, which is not a program.`)
    return { path: named, name: 'the browser of CROSSREAD_BROWSER' }
  }
  for (const [path, name] of candidates(process.platform, environment)) {
    if (isExecutable(path)) return { path, name }
  }
  return null
}

/**
 * Where browsers usually are, best first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 * @returns {(readonly [path: string, name: string])[]}
 */
export function candidates(platform, environment) {
  /** @type {(readonly [string, string])[]} */
  const found = []
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((key) => environment[key])
    for (const root of roots) {
      if (root === undefined || root === '') continue
      found.push([join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'), 'Google Chrome'])
      found.push([join(root, 'Chromium', 'Application', 'chrome.exe'), 'Chromium'])
      found.push([join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'), 'Microsoft Edge'])
    }
  } else if (platform === 'darwin') {
    for (const root of ['/Applications', join(homedir(), 'Applications')]) {
      found.push([join(root, 'Google Chrome.app/Contents/MacOS/Google Chrome'), 'Google Chrome'])
      found.push([join(root, 'Chromium.app/Contents/MacOS/Chromium'), 'Chromium'])
      found.push([join(root, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'), 'Microsoft Edge'])
    }
  }
  const extension = platform === 'win32' ? '.exe' : ''
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (platform === 'linux') folders.push('/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome')
  for (const [command, name] of COMMANDS) {
    for (const folder of folders) found.push([join(folder, command + extension), name])
  }
  return [...found, ...playwrightBrowsers(platform, environment)]
}

/**
 * Chromium builds that `npx playwright install chromium` has put on this machine, newest first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 * @returns {(readonly [path: string, name: string])[]}
 */
function playwrightBrowsers(platform, environment) {
  const cache =
    platform === 'win32'
      ? join(environment['LOCALAPPDATA'] ?? homedir(), 'ms-playwright')
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches', 'ms-playwright')
        : join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright')
  const root = environment['PLAYWRIGHT_BROWSERS_PATH'] ?? cache
  if (!existsSync(root)) return []
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  return readdirSync(root)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((folder) =>
      programs.map(
        (program) => /** @type {const} */ ([join(root, folder, program), "Playwright's Chromium"]),
      ),
    )
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
