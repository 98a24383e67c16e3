import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { runAccelerator, acceleratorKeys } from './accelerators'
import { handleInvoke } from './ipc-main'
import { NativeImage } from './native-image'
import { toAppUrl, toBrowserUrl } from './origins'
import type { FromPreload, Prompt, PromptAnswer, ToPreload, WorldSetup } from './page/messages'
import { installMainWorld } from './page/main-world'
import { installPreloadWorld } from './page/preload-world'
import { askInPage } from './page/prompt'
import { decodeWire, encodeWire } from './page/wire'
import { ownSchemes } from './protocol'
import { defaultSession, type Session } from './session'
import { createEvent, TypedEmitter } from './typed-emitter'

/** The frame a call came from. Only top frames have a bridge, so the parent is always null. */
export type WebFrameMain = Pick<Electron.WebFrameMain, 'url' | 'origin'> & { readonly parent: null }

/** The event that `ipcMain.handle` listeners are given. */
export interface IpcMainInvokeEvent {
  readonly sender: WebContents
  readonly senderFrame: WebFrameMain | null
  readonly processId: number
}

type WillNavigate = Electron.Event<{ url: string }>
type WindowOpenHandler = (details: Pick<Electron.HandlerDetails, 'url' | 'frameName' | 'features'>) => {
  action: 'deny'
}

/** Events of `webContents` that the shell sends. `will-attach-webview` never comes, since there are no webviews. */
export interface WebContentsEvents {
  'will-navigate': (event: WillNavigate, url: string) => void
  'will-attach-webview': (event: Electron.Event) => void
  'did-finish-load': () => void
  'did-fail-load': (
    event: Electron.Event,
    errorCode: number,
    errorDescription: string,
    validatedURL: string,
    isMainFrame: boolean,
  ) => void
  'preload-error': (event: Electron.Event, preloadPath: string, error: Error) => void
  'render-process-gone': (
    event: Electron.Event,
    details: Pick<Electron.RenderProcessGoneDetails, 'reason' | 'exitCode'>,
  ) => void
  destroyed: () => void
}

/** Chromium's ERR_FAILED: Playwright tells the reason in words only. */
const FAILED = -2

const byPage = new WeakMap<Page, WebContents>()

/** The contents of a window's page; null for a page of no window. */
export function contentsOf(page: Page): WebContents | null {
  return byPage.get(page) ?? null
}

/**
 * A preload's world is set up anew for each document. Everything in it is reached through these names, which no page
 * can guess.
 */
interface Attached {
  readonly page: Page
  readonly cdp: CDPSession
  readonly setup: WorldSetup
  readonly world: string
  readonly mainFrame: string
}

/** Electron's `WebContents`: one page. */
export class WebContents extends TypedEmitter<WebContentsEvents> {
  readonly id: number
  readonly session: Session = defaultSession
  #attached: Attached | null = null
  #preloadContext: number | null = null
  #url = ''
  #preload = ''
  #loading: string | null = null
  #openHandler: WindowOpenHandler | null = null
  #prompts = new Map<number, (answer: PromptAnswer) => void>()
  #moved: () => void = () => undefined

  constructor(id: number) {
    super()
    this.id = id
  }

  get mainFrame(): WebFrameMain {
    const url = this.getURL()
    return { url, origin: /^[^:]+:\/\/[^/]*/.exec(url)?.[0] ?? 'null', parent: null }
  }

  getURL(): string {
    return toAppUrl(this.#url, ownSchemes())
  }

  isDestroyed(): boolean {
    return this.#attached?.page.isClosed() ?? false
  }

  send(channel: string, ...args: unknown[]): void {
    this.#tellPreload({ kind: 'event', channel, args: encodeWire(args) })
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  reload(): void {
    this.load(this.getURL()).catch(() => undefined)
  }

  async capturePage(): Promise<NativeImage> {
    return new NativeImage(await this.page().screenshot())
  }

  // --- the shell's own use -----------------------------------------------------------------------------------------

  page(): Page {
    if (this.#attached === null) throw new Error('The window has no page yet.')
    return this.#attached.page
  }

  /** Takes over a page: preload world, bridge, binding. `moved` is called when the window may have moved. */
  async attach(page: Page, preload: string | null, moved: () => void): Promise<void> {
    byPage.set(page, this)
    this.#moved = moved
    const cdp = await page.context().newCDPSession(page)
    const name = (): string => `s${randomBytes(16).toString('hex')}`
    const world = name()
    const { platform, arch, versions } = process
    const setup = {
      secret: name(),
      binding: name(),
      receiver: name(),
      process: { platform, arch, versions: { ...versions, electron: '0.0.0' } },
    }
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== world || context.auxData?.['frameId'] !== this.#attached?.mainFrame) return
      this.#preloadContext = context.id
      this.refreshAccelerators()
    })
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = null
    })
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      // The binding stands in no other world; this check is for the day it does.
      if (executionContextId !== this.#preloadContext) return
      this.#hear(JSON.parse(payload) as FromPreload, executionContextId)
    })
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = frame.url + (frame.urlFragment ?? '')
    })
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#attached?.mainFrame) this.#url = url
    })
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#openHandler?.({ url, frameName: windowName, features: windowFeatures.join(',') })
    })
    page.on('popup', (popup) => void popup.close())
    page.on('crash', () =>
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 }),
    )
    page.on('close', () => this.emit('destroyed'))

    await cdp.send('Page.enable')
    const { frameTree } = await cdp.send('Page.getFrameTree')
    this.#attached = { page, cdp, setup, world, mainFrame: frameTree.frame.id }
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: setup.binding, executionContextName: world })
    if (preload === null) return
    this.#preload = preload
    const [main, isolated] = worldScripts(setup, readFileSync(preload, 'utf8'))
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: main })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: world })
  }

  async load(url: string): Promise<void> {
    const target = toBrowserUrl(url, ownSchemes())
    if (target === null) throw new Error(`The shell loads pages of own schemes only, not ${url}`)
    this.#loading = url
    try {
      await this.page().goto(target, { waitUntil: 'load', timeout: 0 })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.emit('did-fail-load', createEvent(), FAILED, reason, url, true)
      throw error
    } finally {
      this.#loading = null
    }
    this.emit('did-finish-load')
  }

  /** Asks main's listeners about a navigation of the main frame; one that `load` began is not asked about. */
  mayNavigate(url: string): boolean {
    if (this.#loading !== null) return true
    const event = createEvent({ url })
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  /** Runs an editing command, such as `copy`, on what has the focus. */
  async edit(command: string): Promise<void> {
    if (this.#attached === null) return
    const { cdp } = this.#attached
    // No key, so nothing but the command happens.
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp' })
  }

  refreshAccelerators(): void {
    this.#tellPreload({ kind: 'accelerators', keys: acceleratorKeys() })
  }

  /** Puts a question into the page and waits for the answer. */
  prompt(prompt: Prompt): Promise<PromptAnswer> {
    const id = this.#prompts.size + 1
    return new Promise((resolve) => {
      this.#prompts.set(id, resolve)
      this.#tellPreload({ kind: 'prompt', id, prompt })
    })
  }

  #hear(message: FromPreload, context: number): void {
    switch (message.kind) {
      case 'invoke':
        void this.#answer(message, context)
        return
      case 'accelerator':
        runAccelerator(message.index, this)
        return
      case 'drop':
        void this.#resolveDrop(message, context)
        return
      case 'moved':
        this.#moved()
        return
      case 'preload-error': {
        const error = Object.assign(new Error(message.message), { stack: message.stack })
        this.emit('preload-error', createEvent(), this.#preload, error)
        return
      }
      case 'prompt':
        this.#prompts.get(message.id)?.(message.answer)
        return
    }
  }

  async #answer(message: Extract<FromPreload, { kind: 'invoke' }>, context: number): Promise<void> {
    const { id, channel } = message
    const event: IpcMainInvokeEvent = { sender: this, senderFrame: this.mainFrame, processId: this.id }
    try {
      const args = decodeWire(message.args) as unknown[]
      const value = encodeWire(await handleInvoke(event, channel, args))
      this.#tellPreload({ kind: 'answer', id, ok: true, value }, context)
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this.#tellPreload({ kind: 'answer', id, ok: false, message: String(error) }, context)
    }
  }

  /** Finds where dropped files lie: only the browser knows. */
  async #resolveDrop(drop: Extract<FromPreload, { kind: 'drop' }>, context: number): Promise<void> {
    if (this.#attached === null) return
    const { cdp, setup } = this.#attached
    const paths: string[] = []
    for (let index = 0; index < drop.count; index += 1) {
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: `${setup.receiver}Dropped(${drop.id})[${index}]`,
        contextId: context,
        objectGroup: setup.receiver,
      })
      const found =
        result.objectId === undefined
          ? null
          : await cdp.send('DOM.getFileInfo', { objectId: result.objectId }).catch(() => null)
      paths.push(found?.path ?? '')
    }
    await cdp.send('Runtime.releaseObjectGroup', { objectGroup: setup.receiver })
    this.#tellPreload({ kind: 'dropped', id: drop.id, paths }, context)
  }

  #tellPreload(message: ToPreload, context: number | null = this.#preloadContext): void {
    if (this.#attached === null || context === null) return
    const { cdp, setup } = this.#attached
    cdp
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { globalThis[${JSON.stringify(setup.receiver)}](text) }`,
        arguments: [{ value: JSON.stringify(message) }],
        executionContextId: context,
      })
      // A document that has gone in the meantime takes no messages.
      .catch(() => undefined)
  }
}

/** The scripts of the two worlds. The functions stand alone, so their source is all there is to send. */
function worldScripts(setup: WorldSetup, preload: string): readonly [main: string, isolated: string] {
  // The loader wraps named functions in calls of this helper, which the page does not have.
  const wrap = (call: string): string => `{ const __name = (target) => target; ${call} }`
  const { secret } = setup
  const runPreload = `function (require, module, process) { const exports = module.exports; ${preload}\n}`
  return [
    wrap(`(${installMainWorld.toString()})(${JSON.stringify({ secret })})`),
    wrap(
      `(${installPreloadWorld.toString()})(${JSON.stringify(setup)}, ${encodeWire.toString()},
        ${decodeWire.toString()}, ${askInPage.toString()}, ${runPreload})`,
    ),
  ]
}
