import { test as base, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AskedDialog } from '../../tools/chromium-shell/test-messages'
import { launchProgram } from '../../tools/drive/launch'
import type { RunningProgram } from '../../tools/drive/program'
import { removeFolder } from '../../tools/drive/remove-folder'
import { BUILT_MAIN } from '../../tools/setup/paths.mjs'

/** Answers to the program's dialogs. Each answers the dialog that is open, or the next one. */
export interface Dialogs {
  /** Chooses these paths in a dialog that opens files or folders. */
  choose(...paths: readonly string[]): Promise<void>
  /** Saves under this path. */
  saveAs(path: string): Promise<void>
  /** Presses the button of this index in a message. */
  press(button: number): Promise<void>
  /** Cancels an open or save dialog. */
  cancel(): Promise<void>
  /** The dialogs so far, oldest first. */
  asked(): Promise<readonly AskedDialog[]>
}

/** The running program. It can be ended and started again on the same data. */
export interface App {
  /** The window's page; another one after `launch`. */
  readonly page: Page
  readonly runtime: RunningProgram['runtime']
  readonly pid: number
  /** Folder of the program's data, empty before the first start. */
  readonly userData: string
  readonly dialogs: Dialogs
  /** Chooses an item of the native menu by id, label or role. */
  menu(item: string): Promise<void>
  /** What main wrote to stdout and stderr since the last start. */
  output(): string
  /** Quits as a person would; the exit code. */
  quit(): Promise<number | null>
  /** SIGKILL, as in a crash or a power cut. */
  kill(): Promise<void>
  /** Starts again on the same data, after `quit` or `kill`. */
  launch(...args: readonly string[]): Promise<void>
}

/** What a project or a spec may set. */
export interface Options {
  /** Main's built file; another one for the packaged program and for a test of the shell itself. */
  main: string
  /** The program's own arguments at the first start. */
  args: readonly string[]
}

interface Fixtures extends Options {
  app: App
}

/** Playwright's `test` with the program: `test('…', async ({ app }) => { await app.page.getByRole(…) })`. */
export const test = base.extend<Fixtures>({
  main: [BUILT_MAIN, { option: true }],
  args: [[], { option: true }],
  app: async ({ main, args }, use, testInfo) => {
    const userData = mkdtempSync(join(tmpdir(), 'crossread-e2e-'))
    let program: RunningProgram | null = await launchProgram({ main, userData, args })
    const running = (): RunningProgram => {
      if (program === null) throw new Error('The program is not running; call app.launch() first.')
      return program
    }
    await use({
      userData,
      get page() {
        return running().page
      },
      get runtime() {
        return running().runtime
      },
      get pid() {
        return running().pid
      },
      dialogs: {
        choose: (...paths) => running().answerDialog({ paths }),
        saveAs: (path) => running().answerDialog({ paths: [path] }),
        press: (button) => running().answerDialog({ button }),
        cancel: () => running().answerDialog({ paths: [] }),
        asked: () => running().askedDialogs(),
      },
      menu: (item) => running().chooseMenuItem(item),
      output: () => running().output(),
      quit: async () => {
        const ending = running()
        program = null
        return ending.quit()
      },
      kill: async () => {
        const ending = running()
        program = null
        await ending.kill()
      },
      launch: async (...again) => {
        if (program !== null) throw new Error('The program is still running; quit or kill it first.')
        program = await launchProgram({ main, userData, args: again })
      },
    })
    if (program !== null && testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('output', { body: program.output(), contentType: 'text/plain' })
    }
    await program?.kill()
    await removeFolder(userData)
  },
})

export { expect } from '@playwright/test'
