import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { checkNode } from './setup/node-version.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ROOT } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { ensureBrowser, ensureRuntime } from './setup/runtime.mjs'

/*
 * `npm run bench -- <name…> [--option…]`: set-up, then test/bench/<name>.bench.ts, or all of them, each with the
 * options. A benchmark prints figures and ratios and asserts no time. One that needs a browser starts the one that CROSSREAD_BROWSER names.
 */

const FOLDER = join(ROOT, 'test', 'bench')
const SUFFIX = '.bench.ts'

async function bench() {
  const given = process.argv.slice(2)
  const options = given.filter((argument) => argument.startsWith('--'))
  const wanted = given.filter((argument) => !argument.startsWith('--'))
  const known = readdirSync(FOLDER)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort()
  const unknown = wanted.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. Known: ${known.join(', ')}.`)
    process.exitCode = 2
    return
  }
  await ensurePackages()
  await ensureBuild()
  const runtime = await ensureRuntime()
  console.error(`Crossread: ${runtime.why}`)
  process.env['CROSSREAD_BROWSER'] = (await ensureBrowser()).path
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  for (const name of wanted.length > 0 ? wanted : known) {
    console.error(`\n=== ${name} ===`)
    const code = await run(process.execPath, [tsx, join(FOLDER, name + SUFFIX), ...options])
    if (code !== 0) process.exitCode = 1
  }
}

checkNode()
bench().catch((error) => {
  console.error(`Crossread: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
