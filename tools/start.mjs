import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { hasDisplay } from './setup/display.mjs'
import { checkNode } from './setup/node-version.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { BUILT_MAIN, ROOT, STARTED_IN } from './setup/paths.mjs'
import { programCommand } from './setup/program-command.mjs'
import { ensureRuntime } from './setup/runtime.mjs'

/*
 * `npm start`: everything a fresh machine needs, then the program. Runs before any package is installed, so it and
 * tools/setup use Node alone.
 */

/** Options with which the program shows no window. */
const WITHOUT_WINDOW = ['--headless', '--help', '-h', '--version']

async function start() {
  const args = process.argv.slice(2)
  await ensurePackages()
  await ensureBuild()
  const runtime = await ensureRuntime()
  console.error(`Crossread: ${runtime.why}`)
  const needsWindow = !args.some((argument) => WITHOUT_WINDOW.includes(argument))
  const command =
    needsWindow && !hasDisplay() ? withoutDisplay(args) : programCommand(runtime, BUILT_MAIN, args)
  const child = spawn(command.program, command.args, { cwd: STARTED_IN, env: command.env, stdio: 'inherit' })
  // A signal from the terminal reaches the program as well; this process waits for it to end.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    console.error(`Crossread: ${command.program}: ${error.message}`)
    process.exitCode = 3
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 3
  })
}

/**
 * The command that does the main job where no window can be shown. It starts the program itself, on the same runtime.
 * @param {readonly string[]} args
 */
function withoutDisplay(args) {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const script = join(ROOT, 'tools', 'without-display.ts')
  return { program: process.execPath, args: [tsx, script, ...args], env: process.env }
}

checkNode()
start().catch((error) => {
  console.error(`Crossread: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 3
})
