import { spawn } from 'node:child_process'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the project's root
 * @property {NodeJS.ProcessEnv} [env] default: this process's
 * @property {boolean} [quiet] keep the output back, and print it only when the program fails
 */

/**
 * Runs a program; its output goes to stderr, so that stdout stays the program's own that is set up.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} exit code; 1 for a program that a signal ended or that could not be started
 */
export function run(program, args, { cwd = ROOT, env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    // npm is a script on Windows, which only a shell can run.
    const shell = process.platform === 'win32' && !program.endsWith('.exe')
    const child = spawn(program, args, {
      cwd,
      env,
      shell,
      stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => {
      if (code !== 0 && quiet) process.stderr.write(output)
      resolve(code ?? 1)
    })
  })
}

/**
 * Runs one of npm's commands.
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function npm(args) {
  const script = process.env['npm_execpath']
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args]) : run('npm', args)
}
