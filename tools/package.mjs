import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describeSigning } from './package/signing.mjs'
import { ensureBuild } from './setup/build.mjs'
import { checkNode } from './setup/node-version.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { ROOT } from './setup/paths.mjs'
import { run } from './setup/run.mjs'

/*
 * `npm run package -- [--linux | --mac | --win] [--dir]`: set-up, icons, then electron-builder for this system or the one
 * named; `--dir` stops before the installers. CROSSREAD_ELECTRON_DIST names an unpacked Electron to use instead of a
 * download, CROSSREAD_PACKAGES another folder for the result.
 */

const SYSTEMS = /** @type {const} */ (['mac', 'win', 'linux'])

function ownSystem() {
  return process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux'
}

async function packageProgram() {
  await ensurePackages()
  await ensureBuild()
  // After the packages: both import some.
  const { renderIcons } = await import('./package/render-icons.mjs')
  const { checkPackages } = await import('./package/check-packages.mjs')
  await renderIcons(join(ROOT, 'dist', 'icons'))
  const output = process.env['CROSSREAD_PACKAGES'] ?? join(ROOT, 'dist', 'packages')
  rmSync(output, { recursive: true, force: true })
  const dist = process.env['CROSSREAD_ELECTRON_DIST']
  const system = SYSTEMS.find((name) => process.argv.includes(`--${name}`)) ?? ownSystem()
  console.error(`Crossread: ${describeSigning(process.env, system)}`)
  const code = await run(process.execPath, [
    join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
    ...process.argv.slice(2),
    '--config',
    'electron-builder.config.mjs',
    '--publish=never',
    `--config.directories.output=${output}`,
    ...(dist === undefined ? [] : [`--config.electronDist=${dist}`]),
  ])
  if (code !== 0) throw new Error(`electron-builder failed (${code}); see the lines above.`)
  for (const line of await checkPackages(output)) console.log(line)
}

checkNode()
packageProgram().catch((error) => {
  console.error(`Crossread: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
