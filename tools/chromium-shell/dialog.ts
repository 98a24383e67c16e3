import { existsSync } from 'node:fs'
import { headless } from './browser'
import { BrowserWindow } from './browser-window'
import { findDesktopDialogs } from './desktop-dialogs'
import type { Prompt, PromptAnswer } from './page/messages'
import { askTest, underTest } from './test-channel'
import type { AskedDialog } from './test-messages'

type OpenOptions = Pick<
  Electron.OpenDialogOptions,
  'title' | 'defaultPath' | 'buttonLabel' | 'filters' | 'message'
> & {
  properties?: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory' | 'dontAddToRecent')[]
}
type SaveOptions = Pick<
  Electron.SaveDialogOptions,
  'title' | 'defaultPath' | 'buttonLabel' | 'filters' | 'message'
> & {
  properties?: ('showOverwriteConfirmation' | 'createDirectory' | 'dontAddToRecent')[]
}
type MessageOptions = Pick<
  Electron.MessageBoxOptions,
  'message' | 'type' | 'buttons' | 'defaultId' | 'title' | 'detail' | 'cancelId' | 'noLink'
>

/**
 * Electron's `dialog`. Under test the test answers; with a window, the desktop's own dialog program (zenity, kdialog)
 * where there is one, else a question in the page; with no window at all, everything is cancelled.
 */
export const dialog = {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox,
}

async function showOpenDialog(
  ...given: [options: OpenOptions] | [window: BrowserWindow, options: OpenOptions]
): Promise<Pick<Electron.OpenDialogReturnValue, 'canceled' | 'filePaths'>> {
  const options = given.length === 2 ? given[1] : given[0]
  const paths = await openPaths(options)
  return { canceled: paths.length === 0, filePaths: [...paths] }
}

async function openPaths(options: OpenOptions): Promise<readonly string[]> {
  if (underTest) {
    const answer = await askTest(describe('open', options))
    return 'paths' in answer ? answer.paths : []
  }
  if (headless) return cancelled(options)
  const properties = options.properties ?? []
  const directory = properties.includes('openDirectory')
  const many = properties.includes('multiSelections')
  const title = options.title ?? 'Open'
  const desktop = findDesktopDialogs()
  if (desktop) return desktop.open({ title, directory, many, start: options.defaultPath ?? '' })
  const what = directory ? 'Path of a folder' : 'Path of a file'
  const answer = await askPage({
    title,
    message: options.message ?? '',
    input: { label: many ? `${what}; one a line` : what, value: options.defaultPath ?? '', many },
    buttons: [options.buttonLabel ?? 'Open', 'Cancel'],
    defaultButton: 0,
    cancelButton: 1,
  })
  return answer.button === 0 ? lines(answer.text) : []
}

async function showSaveDialog(
  ...given: [options: SaveOptions] | [window: BrowserWindow, options: SaveOptions]
): Promise<Pick<Electron.SaveDialogReturnValue, 'canceled' | 'filePath'>> {
  const options = given.length === 2 ? given[1] : given[0]
  const path = await savePath(options)
  return { canceled: path === null, filePath: path ?? '' }
}

async function savePath(options: SaveOptions): Promise<string | null> {
  if (underTest) {
    const answer = await askTest(describe('save', options))
    return ('paths' in answer && answer.paths[0]) || null
  }
  if (headless) return cancelled(options)[0] ?? null
  const title = options.title ?? 'Save'
  const desktop = findDesktopDialogs()
  if (desktop) return desktop.save({ title, start: options.defaultPath ?? '' })
  let value = options.defaultPath ?? ''
  let message = options.message ?? ''
  let confirmed: string | null = null
  for (;;) {
    const { button, text } = await askPage({
      title,
      message,
      input: { label: 'Path of the file to write', value, many: false },
      buttons: [options.buttonLabel ?? 'Save', 'Cancel'],
      defaultButton: 0,
      cancelButton: 1,
    })
    if (button !== 0 || text === '') return null
    if (!existsSync(text) || text === confirmed) return text
    message = 'A file of this name exists. Save again to replace it.'
    value = text
    confirmed = text
  }
}

async function showMessageBox(
  ...given: [options: MessageOptions] | [window: BrowserWindow, options: MessageOptions]
): Promise<Pick<Electron.MessageBoxReturnValue, 'response'>> {
  const options = given.length === 2 ? given[1] : given[0]
  const buttons = options.buttons?.length ? options.buttons : ['OK']
  const cancelButton =
    options.cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
    )
  if (underTest) {
    const answer = await askTest({ ...describe('message', options), buttons })
    return { response: 'button' in answer ? answer.button : cancelButton }
  }
  if (headless) {
    console.error(options.message)
    return { response: cancelButton }
  }
  const answer = await askPage({
    title: options.title ?? options.message,
    message: [options.title === undefined ? '' : options.message, options.detail ?? ''].join('\n').trim(),
    input: null,
    buttons,
    defaultButton: options.defaultId ?? 0,
    cancelButton,
  })
  return { response: answer.button }
}

/** Shown before there is a window, so it goes to the terminal the shell was started from. */
function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`)
  if (underTest) void askTest({ ...describe('error', { title, message: content }) })
}

function describe(
  kind: AskedDialog['dialog'],
  options: { title?: string; message?: string; defaultPath?: string },
): AskedDialog {
  const { title = '', message = '', defaultPath = '' } = options
  return { dialog: kind, title, message, buttons: [], defaultPath }
}

function cancelled(options: { title?: string }): readonly string[] {
  console.error(`There is no display to show the dialog "${options.title ?? ''}" on; it counts as cancelled.`)
  return []
}

function askPage(prompt: Prompt): Promise<PromptAnswer> {
  const window = BrowserWindow.getFocusedWindow()
  if (window === null) return Promise.resolve({ button: prompt.cancelButton, text: '' })
  return window.webContents.prompt(prompt)
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
