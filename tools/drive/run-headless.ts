import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BUILT_MAIN } from '../setup/paths.mjs'
import { programCommand } from '../setup/program-command.mjs'
import { ensureRuntime } from '../setup/runtime.mjs'

/** What a run without a window gave. */
export interface HeadlessResult {
  readonly code: number
  readonly stderr: string
}

/** Runs the built program with `--headless` and these arguments; its stderr is also passed on when `echo` is set. */
export async function runHeadless(args: readonly string[], { echo = false } = {}): Promise<HeadlessResult> {
  const command = programCommand(await ensureRuntime(), BUILT_MAIN, ['--headless', ...args])
  const child = spawn(command.program, command.args, {
    env: command.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    if (echo) process.stderr.write(text)
  })
  await once(child, 'close')
  return { code: child.exitCode ?? 3, stderr }
}
