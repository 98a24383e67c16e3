import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * The command that starts the built program on a runtime.
 * @param {Pick<import('./runtime.mjs').Runtime, 'kind' | 'path'>} runtime
 * @param {string} main main's built file
 * @param {readonly string[]} args the program's own arguments
 * @returns {{ program: string, args: string[], env: NodeJS.ProcessEnv }}
 */
export function programCommand(runtime, main, args) {
  if (runtime.kind === 'electron') {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    // Chromium has no sandbox for root and refuses to start with one.
    return {
      program: runtime.path,
      args: [...(asRoot ? ['--no-sandbox'] : []), main, ...args],
      env: process.env,
    }
  }
  return {
    program: process.execPath,
    args: [SMALL_NURSERY, '--import', SHELL_LOADER, main, ...args],
    env: { ...ONE_ARENA, ...process.env, CROSSREAD_BROWSER: runtime.path },
  }
}

/*
 * Main hands on bytes and computes little, so memory is dearer to it than time. Left alone, V8 lets 32 MB of young
 * objects gather before it looks which are still used, and glibc keeps a store of freed memory for each thread that
 * reads files: together some 50 MB while a folder is imported.
 */
const SMALL_NURSERY = '--max-semi-space-size=4'
/** Read by glibc alone; any other system passes it by. */
const ONE_ARENA = { MALLOC_ARENA_MAX: '1' }

/** The module that Node loads before main, so that `electron` means the shell. As a URL: the folder may be any. */
export const SHELL_LOADER = pathToFileURL(join(ROOT, 'tools', 'chromium-shell', 'register.mjs')).href
