import { join } from 'node:path'
import { _electron } from 'playwright-core'
import type { AskedDialog, DialogAnswer } from '../chromium-shell/test-messages'
import type { LaunchOptions, RunningProgram } from './program'

/** What the scripted dialogs keep in Electron's main process. */
interface DialogScript {
  readonly asked: AskedDialog[]
  readonly answers: DialogAnswer[]
  readonly waiting: ((answer: DialogAnswer) => void)[]
}

/** Starts the built program on Electron's own binary and waits for its page. */
export async function launchOnElectron(options: LaunchOptions, binary: string): Promise<RunningProgram> {
  const { main, userData, args = [], env = {} } = options
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath: binary,
    args: [...(asRoot ? ['--no-sandbox'] : []), ...netLog(), main, '--user-data', userData, ...args],
    env: { ...definedOnly(process.env), ...env },
  })
  const child = electron.process()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const script = await electron.evaluateHandle(({ dialog }): DialogScript => {
    const asked: AskedDialog[] = []
    const answers: DialogAnswer[] = []
    const waiting: ((answer: DialogAnswer) => void)[] = []
    const ask = (kind: AskedDialog['dialog'], given: unknown[]): Promise<DialogAnswer> => {
      const shown = (given.at(-1) ?? {}) as Partial<AskedDialog>
      const { title = '', message = '', buttons = [], defaultPath = '' } = shown
      asked.push({ dialog: kind, title, message, buttons, defaultPath })
      const ready = answers.shift()
      return ready ? Promise.resolve(ready) : new Promise((resolve) => waiting.push(resolve))
    }
    const paths = (answer: DialogAnswer): string[] => ('paths' in answer ? [...answer.paths] : [])
    Object.assign(dialog, {
      showOpenDialog: async (...given: unknown[]) => {
        const filePaths = paths(await ask('open', given))
        return { canceled: filePaths.length === 0, filePaths }
      },
      showSaveDialog: async (...given: unknown[]) => {
        const [filePath = ''] = paths(await ask('save', given))
        return { canceled: filePath === '', filePath }
      },
      showMessageBox: async (...given: unknown[]) => {
        const answer = await ask('message', given)
        return { response: 'button' in answer ? answer.button : 0, checkboxChecked: false }
      },
      showErrorBox: (title: string, message: string) => void ask('error', [{ title, message }]),
    })
    return { asked, answers, waiting }
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    page: await electron.firstWindow(),
    runtime: 'electron',
    pid: child.pid ?? 0,
    answerDialog: (answer) =>
      script.evaluate((kept, given) => {
        const next = kept.waiting.shift()
        if (next) next(given)
        else kept.answers.push(given)
      }, answer),
    askedDialogs: () => script.evaluate(({ asked }) => asked),
    chooseMenuItem: (name) =>
      electron.evaluate(async ({ Menu, BrowserWindow }, wanted) => {
        const all = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
          menu?.items.flatMap((item) => [item, ...all(item.submenu)]) ?? []
        const find = (): Electron.MenuItem | undefined => {
          const items = all(Menu.getApplicationMenu())
          return (
            items.find(({ id }) => id === wanted) ??
            items.find(({ label, role }) => label.replaceAll('&', '') === wanted || role === wanted)
          )
        }
        // The menu follows the page with a delay.
        for (let looks = 0; find()?.enabled !== true; looks += 1) {
          if (looks === 500) throw new Error(`The menu has no item "${wanted}" that can be chosen.`)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        find()?.click(undefined, BrowserWindow.getAllWindows()[0])
      }, name),
    output: () => output,
    quit: async () => {
      await electron.close()
      await exited
      return child.exitCode
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Chromium's own account of its network, as the shell writes it. */
function netLog(): string[] {
  const folder = process.env['CROSSREAD_NET_LOGS']
  return folder === undefined ? [] : [`--log-net-log=${join(folder, `net-log-${String(Date.now())}.json`)}`]
}
