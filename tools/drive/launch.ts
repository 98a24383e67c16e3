import { ensureRuntime } from '../setup/runtime.mjs'
import { launchOnElectron } from './launch-electron'
import { launchOnShell } from './launch-shell'
import type { LaunchOptions, RunningProgram } from './program'

/** Starts the built program on what this machine has: Electron's binary, else the Chromium shell. */
export async function launchProgram(options: LaunchOptions): Promise<RunningProgram> {
  const runtime = await ensureRuntime()
  return runtime.kind === 'electron' ? launchOnElectron(options, runtime.path) : launchOnShell(options)
}
