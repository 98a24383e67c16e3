import { mkdirSync } from 'node:fs'
import { findPackage, defaultPath, type PathName } from './environment'
import { InstanceLock } from './single-instance'
import { createEvent, TypedEmitter } from './typed-emitter'
import type { WebContents } from './web-contents'

/** Events of `app` that the shell sends. */
export interface AppEvents {
  ready: () => void
  'window-all-closed': () => void
  'before-quit': (event: Electron.Event) => void
  'will-quit': (event: Electron.Event) => void
  quit: (event: Electron.Event, exitCode: number) => void
  activate: (event: Electron.Event, hasVisibleWindows: boolean) => void
  'open-file': (event: Electron.Event, path: string) => void
  'second-instance': (event: Electron.Event, argv: string[], workingDirectory: string) => void
  'web-contents-created': (event: Electron.Event, contents: WebContents) => void
}

/** A window as quitting sees it. */
interface Closable {
  close(): void
}

/** How long a browser may take to put its databases in order before the process ends without it, in milliseconds. */
const SHUTDOWN_LIMIT = 15_000

type Supported =
  | 'whenReady'
  | 'isReady'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'getAppPath'
  | 'getLocale'
  | 'quit'
  | 'exit'
  | 'isPackaged'
  | 'requestSingleInstanceLock'

/** Electron's `app`. Beside it: what the rest of the shell needs of a program's life. */
class App extends TypedEmitter<AppEvents> implements Pick<Electron.App, Supported> {
  readonly commandLine = new CommandLine()

  readonly #package = findPackage(process.argv[1] ?? '.')
  readonly isPackaged = this.#package.resources !== null
  readonly #paths = new Map<PathName, string>()
  readonly #windows = new Set<Closable>()
  readonly #cleanups = new Set<() => Promise<void>>()
  #lock: InstanceLock | null = null
  #ready = false
  #state: 'running' | 'quitting' | 'ending' = 'running'
  readonly #whenReady: Promise<void>

  constructor() {
    super()
    const { resources } = this.#package
    if (resources !== null) {
      Object.defineProperty(process, 'resourcesPath', { value: resources })
      // A packaged program is its own executable: the arguments follow it at once.
      process.argv.splice(1, 1)
    }
    this.#whenReady = new Promise((resolve) => {
      // After main's first turn, so that it can set paths, schemes and the instance lock before.
      setTimeout(() => {
        if (this.#state === 'ending') return
        mkdirSync(this.getPath('userData'), { recursive: true })
        this.#ready = true
        this.emit('ready')
        resolve()
      }, 0)
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit())
  }

  whenReady(): Promise<void> {
    return this.#whenReady
  }

  isReady(): boolean {
    return this.#ready
  }

  getName(): string {
    return this.#package.name
  }

  getVersion(): string {
    return this.#package.version
  }

  getAppPath(): string {
    return this.#package.root
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPath(name: PathName): string {
    return this.#paths.get(name) ?? defaultPath(name, this.#package.name)
  }

  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'))
    const taken = this.#lock.take(({ argv, workingDirectory }) =>
      this.emit('second-instance', createEvent(), [...argv], workingDirectory),
    )
    if (!taken) {
      const told = this.#lock.notifyHolder({ argv: process.argv, workingDirectory: process.cwd() })
      this.#cleanups.add(() => told)
      this.#lock = null
    }
    return taken
  }

  quit(): void {
    if (this.#state !== 'running') return
    const event = createEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#state = 'quitting'
    if (this.#windows.size === 0) this.#finish()
    else for (const window of [...this.#windows]) window.close()
  }

  exit(code = 0): void {
    if (this.#state === 'ending') return
    this.#state = 'ending'
    this.emit('quit', createEvent(), code)
    const limit = setTimeout(() => process.exit(code), SHUTDOWN_LIMIT)
    void Promise.allSettled([...this.#cleanups].map((cleanup) => cleanup())).then(() => {
      clearTimeout(limit)
      this.#lock?.release()
      process.exit(code)
    })
  }

  /** Work that must be over before the process ends: the browser's orderly close. */
  addCleanup(cleanup: () => Promise<void>): void {
    this.#cleanups.add(cleanup)
  }

  windowOpened(window: Closable, contents: WebContents): void {
    this.#windows.add(window)
    this.emit('web-contents-created', createEvent(), contents)
  }

  windowClosed(window: Closable): void {
    this.#windows.delete(window)
    if (this.#windows.size > 0 || this.#state === 'ending') return
    if (this.#state === 'quitting') this.#finish()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  /** A window's `close` was prevented, and with it a quit under way. */
  closePrevented(): void {
    if (this.#state === 'quitting') this.#state = 'running'
  }

  #finish(): void {
    const event = createEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#state = 'running'
    else this.exit(0)
  }
}

/** Electron's `app.commandLine`: reads the program's own switches and adds to the browser's. */
class CommandLine implements Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> {
  readonly #added: string[] = []

  appendSwitch(name: string, value?: string): void {
    this.#added.push(value === undefined ? `--${name}` : `--${name}=${value}`)
  }

  hasSwitch(name: string): boolean {
    return this.#all().some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
  }

  getSwitchValue(name: string): string {
    const prefix = `--${name}=`
    return (
      this.#all()
        .find((argument) => argument.startsWith(prefix))
        ?.slice(prefix.length) ?? ''
    )
  }

  /** Switches for the browser. */
  added(): readonly string[] {
    return this.#added
  }

  #all(): readonly string[] {
    return [...process.argv.slice(1), ...this.#added]
  }
}

export const app = new App()
