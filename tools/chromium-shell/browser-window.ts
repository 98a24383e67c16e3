import type { CDPSession, Page } from 'playwright-core'
import { app } from './app'
import { headless, openPage } from './browser'
import { createEvent, TypedEmitter } from './typed-emitter'
import { WebContents } from './web-contents'

type Rectangle = Electron.Rectangle
type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

/** Events of a window that the shell sends. */
export interface BrowserWindowEvents {
  close: (event: Electron.Event) => void
  closed: () => void
  'ready-to-show': () => void
  show: () => void
  resize: () => void
  move: () => void
  maximize: () => void
  unmaximize: () => void
}

/** Options of a window. What would weaken it cannot be asked for. */
export type BrowserWindowConstructorOptions = Pick<
  Electron.BrowserWindowConstructorOptions,
  | 'width'
  | 'height'
  | 'x'
  | 'y'
  | 'minWidth'
  | 'minHeight'
  | 'show'
  | 'title'
  | 'backgroundColor'
  | 'autoHideMenuBar'
  | 'icon'
> & {
  webPreferences?: Pick<Electron.WebPreferences, 'preload' | 'spellcheck' | 'backgroundThrottling'> & {
    sandbox?: true
    contextIsolation?: true
    nodeIntegration?: false
    nodeIntegrationInWorker?: false
    nodeIntegrationInSubFrames?: false
    webSecurity?: true
    webviewTag?: false
    allowRunningInsecureContent?: false
    navigateOnDragDrop?: false
    devTools?: boolean
  }
}

type Supported =
  | 'id'
  | 'show'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'loadURL'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'isFullScreen'
  | 'setFullScreen'

const windows = new Set<BrowserWindow>()
let lastId = 0

/** Electron's `BrowserWindow`: a window of the browser without its controls. It shows at once, whatever `show` says. */
export class BrowserWindow
  extends TypedEmitter<BrowserWindowEvents>
  implements Pick<Electron.BrowserWindow, Supported>
{
  readonly id: number
  readonly webContents: WebContents
  readonly #options: BrowserWindowConstructorOptions
  readonly #opening: Promise<CDPSession>
  #bounds: Rectangle
  #normal: Rectangle
  #state: WindowState = 'normal'
  #closing = false
  #destroyed = false
  #visible: boolean

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    lastId += 1
    this.id = lastId
    this.#options = options
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    this.#normal = this.#bounds
    this.#visible = options.show ?? true
    this.webContents = new WebContents(this.id)
    windows.add(this)
    app.windowOpened(this, this.webContents)
    this.#opening = this.#open()
    // Told to whoever waits in loadURL; a window that is never loaded must not end the process.
    this.#opening.catch(() => undefined)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  /** The window a key press would go to: the newest, for the shell cannot see the desktop's focus. */
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].at(-1) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }

  async loadURL(url: string): Promise<void> {
    await this.#opening
    await this.webContents.load(url)
    if (!this.#destroyed) this.emit('ready-to-show')
  }

  show(): void {
    this.#visible = true
    this.emit('show')
  }

  isVisible(): boolean {
    return this.#visible
  }

  focus(): void {
    void this.#opening.then(() => this.webContents.page().bringToFront())
  }

  close(): void {
    if (this.#destroyed || this.#closing) return
    const event = createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) app.closePrevented()
    else this.destroy()
  }

  destroy(): void {
    if (this.#destroyed || this.#closing) return
    this.#closing = true
    this.#opening.then(
      () => this.webContents.page().close(),
      () => this.#closed(),
    )
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#normal }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    const { x: left, y: top, width, height } = this.#bounds
    void this.#place({ left, top, width, height })
  }

  maximize(): void {
    void this.#place({ windowState: 'maximized' })
  }

  unmaximize(): void {
    this.restore()
  }

  isMaximized(): boolean {
    return this.#state === 'maximized'
  }

  minimize(): void {
    void this.#place({ windowState: 'minimized' })
  }

  isMinimized(): boolean {
    return this.#state === 'minimized'
  }

  restore(): void {
    void this.#place({ windowState: 'normal' })
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }

  setFullScreen(full: boolean): void {
    void this.#place({ windowState: full ? 'fullscreen' : 'normal' })
  }

  async #open(): Promise<CDPSession> {
    const { x, y } = this.#options
    const page: Page = await openPage({ x, y, width: this.#bounds.width, height: this.#bounds.height })
    page.on('close', () => this.#closed())
    const preload = this.#options.webPreferences?.preload ?? null
    const cdp = await page.context().newCDPSession(page)
    await this.webContents.attach(page, preload, () => void this.#look(cdp))
    await this.#look(cdp)
    return cdp
  }

  #closed(): void {
    if (this.#destroyed) return
    // The person closed it: main hears of it, and can no longer prevent it.
    if (!this.#closing) this.emit('close', createEvent())
    this.#destroyed = true
    windows.delete(this)
    this.emit('closed')
    app.windowClosed(this)
  }

  /** Notes where the window is now, and tells main of a change. */
  async #look(cdp: CDPSession): Promise<void> {
    const found = await cdp.send('Browser.getWindowForTarget').catch(() => null)
    if (!found) return
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = found.bounds
    const [before, stateBefore] = [this.#bounds, this.#state]
    this.#bounds = { x: left, y: top, width, height }
    this.#state = windowState
    if (windowState === 'normal') this.#normal = this.#bounds
    if (before.width !== width || before.height !== height) this.emit('resize')
    if (before.x !== left || before.y !== top) this.emit('move')
    if (windowState === 'maximized' && stateBefore !== 'maximized') this.emit('maximize')
    if (windowState !== 'maximized' && stateBefore === 'maximized') this.emit('unmaximize')
  }

  async #place(bounds: {
    left?: number
    top?: number
    width?: number
    height?: number
    windowState?: WindowState
  }): Promise<void> {
    // A headless window has a size and no state worth keeping.
    if (headless && bounds.windowState !== undefined) return
    const cdp = await this.#opening
    const { windowId } = await cdp.send('Browser.getWindowForTarget')
    await cdp.send('Browser.setWindowBounds', { windowId, bounds })
    await this.#look(cdp)
  }
}
