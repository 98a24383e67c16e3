import type { BrowserContext } from 'playwright-core'
import { chooseMenuItem } from './menu'
import type { AskedDialog, DialogAnswer, FromShell, ToShell } from './test-messages'

/** True when a test started this process and answers its dialogs (test/e2e/fixtures.ts). */
export const underTest = process.env['CROSSREAD_SHELL_TEST'] === '1' && process.send !== undefined

const answers: DialogAnswer[] = []
const waiting: ((answer: DialogAnswer) => void)[] = []

if (underTest) {
  process.on('message', (message: ToShell) => {
    if (message.kind === 'choose-menu-item') {
      void chooseMenuItem(message.name)
      return
    }
    const next = waiting.shift()
    if (next) next(message.answer)
    else answers.push(message.answer)
  })
  // Whoever started this process is gone: nobody would ever end it.
  process.on('disconnect', () => process.exit(1))
  process.channel?.unref()
}

function tell(message: FromShell): void {
  process.send?.(message)
}

/** Lets the test drive the browser with Playwright, beside the shell. */
export async function announceBrowser(context: BrowserContext): Promise<void> {
  if (!underTest) return
  const bound = await context.browser()?.bind('crossread')
  if (bound) tell({ kind: 'browser', endpoint: bound.endpoint })
}

/** The answer that the test gave in advance, or the next one it gives. */
export function askTest(asked: AskedDialog): Promise<DialogAnswer> {
  tell({ kind: 'dialog', asked })
  const ready = answers.shift()
  return ready ? Promise.resolve(ready) : new Promise((resolve) => waiting.push(resolve))
}

/** Tells the test what would have been shown on the desktop. */
export function tellDesktopCall(call: 'showItemInFolder' | 'openExternal', target: string): void {
  tell({ kind: 'desktop', call, target })
}
