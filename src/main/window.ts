import { BrowserWindow, screen } from 'electron'
import { APP_ROOT } from './app-url'
import type { Log } from './log'
import { DEFAULT_SIZE, fitToDisplays, keepWindowState, MINIMUM_SIZE, readWindowState } from './window-state'

/** What the window is made with. */
export interface WindowOptions {
  readonly preload: string
  /** File that keeps size and place; null for a hidden window, which has neither. */
  readonly statePath: string | null
  readonly log: Log
}

/** Makes the one window and starts to load the page. Hidden, where there is no state to keep, it never shows. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const state = options.statePath === null ? null : readWindowState(options.statePath)
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...(fitToDisplays(state?.bounds ?? null, areas) ?? DEFAULT_SIZE),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Crossread',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // A hidden page would be slowed down as one that nobody looks at.
      backgroundThrottling: options.statePath !== null,
    },
  })
  if (options.statePath !== null) keepPlace(window, options.statePath, state?.maximised === true, options.log)
  window.loadURL(APP_ROOT).catch((error: unknown) => {
    options.log.write('error', `The page did not load: ${String(error)}`)
  })
  return window
}

function keepPlace(window: BrowserWindow, path: string, maximised: boolean, log: Log): void {
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  window.on('close', () => {
    keepWindowState(path, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }, log)
  })
}

/** Brings the window to the front, from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
