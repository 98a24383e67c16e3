import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from 'playwright-core'
import type { AskedDialog, FromShell, ToShell } from '../chromium-shell/test-messages'
import { findBrowser } from '../setup/find-browser.mjs'
import { programCommand } from '../setup/program-command.mjs'
import type { LaunchOptions, RunningProgram } from './program'

/** Origins of the own schemes (chromium-shell/origins.ts). */
const OWN_ORIGIN = /^https:\/\/[^/]+\.invalid\//

/** Starts the built program on the Chromium shell and waits for its page. */
export async function launchOnShell(options: LaunchOptions): Promise<RunningProgram> {
  const { main, userData, args = [], env = {} } = options
  const browser = findBrowser()
  if (browser === null) throw new Error('No Chromium browser was found; npm start installs one.')
  const runtime = { kind: 'chromium-shell', path: browser.path } as const
  const command = programCommand(runtime, main, ['--user-data', userData, ...args])
  const child = spawn(command.program, command.args, {
    env: { ...command.env, ...env, CROSSREAD_SHELL_TEST: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const asked: AskedDialog[] = []
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exited = once(child, 'exit')
  const endpoint = new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromShell) => {
      if (message.kind === 'browser') resolve(message.endpoint)
      if (message.kind === 'dialog') asked.push(message.asked)
    })
    child.on('exit', (code) =>
      reject(new Error(`The program ended with ${code} before its window.\n${output}`)),
    )
  })
  const page = await findPage(await endpoint).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  const tell = async (message: ToShell): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      child.send(message, (error) => (error ? reject(error) : resolve()))
    })
  }
  return {
    page,
    runtime: 'chromium-shell',
    pid: pidOf(child),
    answerDialog: (answer) => tell({ kind: 'dialog-answer', answer }),
    askedDialogs: () => Promise.resolve([...asked]),
    chooseMenuItem: (name) => tell({ kind: 'choose-menu-item', name }),
    output: () => output,
    quit: async () => {
      if (child.exitCode === null) child.kill('SIGTERM')
      await exited
      return child.exitCode
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function findPage(endpoint: string): Promise<Page> {
  const browser = await chromium.connect(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('The program has no window.')
  await page.waitForURL(OWN_ORIGIN)
  return page
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The program did not start.')
  return child.pid
}
