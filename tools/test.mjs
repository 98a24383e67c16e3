import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { checkNode } from './setup/node-version.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ROOT } from './setup/paths.mjs'
import { npm, run } from './setup/run.mjs'
import { ensureBrowser, ensureRuntime } from './setup/runtime.mjs'
import { countCheck, countPlaywright, countVitest } from './setup/test-results.mjs'

/*
 * `npm test`: everything a fresh machine needs, then every check and every test. A step that fails does not keep the next
 * from running. Ends with `N passed, N failed`, in which each static check counts as one.
 */

const REPORTS = join(ROOT, 'test-results', 'reports')

/** @param {string} path below node_modules */
const tool = (path) => join(ROOT, 'node_modules', path)

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<import('./setup/test-results.mjs').Counts>} run
 */

/** @returns {Step[]} */
function steps() {
  return [
    ...['format', 'lint', 'rooms', 'types'].map((name) => ({
      name,
      run: async () => countCheck(await npm(['run', '--silent', `check:${name}`])),
    })),
    ...['unit', 'browser'].map((project) => ({ name: project, run: () => runVitest(project) })),
    { name: 'e2e', run: runPlaywright },
  ]
}

/** @param {string} project */
async function runVitest(project) {
  const report = join(REPORTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(process.execPath, [
    tool('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    ...reporters,
  ])
  return countVitest(report, code)
}

async function runPlaywright() {
  const report = join(REPORTS, 'e2e.json')
  const args = ['test', '-c', join('test', 'e2e', 'playwright.config.ts'), '--reporter=list,json']
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await run(process.execPath, [tool('@playwright/test/cli.js'), ...args], { env })
  return countPlaywright(report, code)
}

async function setUp() {
  await ensurePackages()
  const runtime = await ensureRuntime()
  console.error(`Crossread: ${runtime.why}`)
  // Vitest's browser tests need a browser even where the program has Electron to run on.
  process.env['CROSSREAD_BROWSER'] = (await ensureBrowser()).path
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
}

async function test() {
  await setUp()
  /** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
  const table = []
  /**
   * @param {string} name
   * @param {Step['run']} work
   */
  const take = async (name, work) => {
    console.error(`\n=== ${name} ===`)
    const started = Date.now()
    const counts = await work().catch((error) => {
      console.error(error)
      return { passed: 0, failed: 1 }
    })
    table.push({ name, ...counts, seconds: Math.round((Date.now() - started) / 1000) })
  }
  await take('build', async () => {
    await ensureBuild()
    return { passed: 1, failed: 0 }
  })
  for (const step of steps()) await take(step.name, step.run)

  console.log('\nstep        passed  failed  seconds')
  for (const { name, passed, failed, seconds } of table) {
    const numbers = [passed, failed, seconds].map((number) => String(number).padStart(6)).join('  ')
    console.log(`${name.padEnd(12)}${numbers}`)
  }
  const total = (/** @type {'passed' | 'failed'} */ key) => table.reduce((sum, row) => sum + row[key], 0)
  process.exitCode = total('failed') === 0 ? 0 : 1
  console.log(`${total('passed')} passed, ${total('failed')} failed`)
}

checkNode()
test().catch((error) => {
  console.error(`Crossread: ${error instanceof Error ? error.message : String(error)}`)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
