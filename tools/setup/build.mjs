import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'

/** What the build is made from. */
const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tools/chromium-shell',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
/** One file of each of its parts. */
const RESULTS = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/shell/index.js',
]

/**
 * What `npm run build` runs.
 * @type {readonly [string, ...string[]][]}
 */
const BUILDERS = [
  ['electron-vite/bin/electron-vite.js'],
  ['vite/bin/vite.js', '--config', join(ROOT, 'tools', 'chromium-shell', 'vite.config.ts')],
]

/** Builds main, preload, renderer and the Chromium shell when the build is missing or older than the sources. */
export async function ensureBuild() {
  const reason = buildProblem(ROOT)
  if (reason === null) return
  console.error(`Crossread: ${reason}; building.`)
  for (const [cli, ...options] of BUILDERS) {
    const args = [join(ROOT, 'node_modules', cli), 'build', ...options]
    const code = await run(process.execPath, args, { quiet: true })
    if (code !== 0) throw new Error(`The build failed (${code}); see the lines above.`)
  }
}

/**
 * Why the build has to be made; null when it need not be.
 * @param {string} root
 * @returns {string | null}
 */
export function buildProblem(root) {
  const built = RESULTS.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const oldest = Math.min(...built)
  if (oldest === 0) return 'there is no build'
  const newest = Math.max(...SOURCES.map((path) => newestChange(join(root, path))))
  return newest > oldest ? 'the build is older than the sources' : null
}

/**
 * When a file, or anything in a folder, last changed, in milliseconds. A folder's own time counts: it changes when a file
 * in it goes.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)))
  return Math.max(mtimeMs, ...inside)
}
