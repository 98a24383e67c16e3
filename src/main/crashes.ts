import { type BrowserWindow, dialog } from 'electron'
import type { HeadlessRun } from './headless-run'
import { describeThrown, type Log } from './log'

/** Bugs of main itself: logged every time, shown once. A run without a window fails by them. */
export function reportUncaught(log: Log, headless: () => HeadlessRun | null): void {
  let shown = false
  const report = (thrown: unknown): void => {
    log.write('fatal', describeThrown(thrown))
    const run = headless()
    if (run !== null) {
      run.fail(describeThrown(thrown))
    } else if (!shown) {
      shown = true
      dialog.showErrorBox(
        'Something went wrong in Crossread',
        `What you annotated is saved. If the window behaves oddly, close it and start again.\n\n${String(thrown)}`,
      )
    }
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}

/** Watches the page's process. Where a person is there to ask, they are asked; `onGone` runs before that. */
export function watchPage(
  window: BrowserWindow,
  log: Log,
  headless: HeadlessRun | null,
  onGone: () => void,
): void {
  const contents = window.webContents
  contents.on('render-process-gone', (_event, details) => {
    onGone()
    if (details.reason === 'clean-exit') return
    log.write('error', `The page's process is gone: ${details.reason} (${details.exitCode})`)
    if (headless === null) void offerReload(window)
    else headless.fail(`The page's process ended (${details.reason}).`)
  })
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame) return
    log.write('error', `${url} did not load: ${description} (${code})`)
    headless?.fail(`The page did not load: ${description}.`)
  })
  contents.on('preload-error', (_event, path, error) => {
    log.write('error', `${path}: ${describeThrown(error)}`)
    headless?.fail(`The preload script failed: ${error.message}`)
  })
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Crossread',
    message: 'The page stopped working.',
    detail:
      'Every annotation up to then is saved. Reloading opens the corpus again; an import goes on where it was.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}
