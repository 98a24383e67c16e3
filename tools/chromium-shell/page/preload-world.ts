import type {
  AcceleratorKey,
  BetweenWorlds,
  FromPreload,
  PackedArgument,
  Shape,
  ToPreload,
  WorldSetup,
} from './messages'

/** What the preload bundle gets from `require('electron')`. */
export interface PreloadModule {
  readonly contextBridge: { exposeInMainWorld(key: string, api: unknown): void }
  readonly ipcRenderer: {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>
    on(channel: string, listener: Listener): unknown
    removeListener(channel: string, listener: Listener): unknown
  }
  readonly webUtils: { getPathForFile(file: File): string }
}
type Listener = (event: object, ...args: unknown[]) => void

/** Builds the question in the page; its source comes along (see prompt.ts). */
type AskInPage = (
  message: Extract<ToPreload, { kind: 'prompt' }>,
  tell: (message: FromPreload) => void,
) => void

/**
 * Runs in an isolated world of the page, which shares its DOM and none of its objects: the preload bundle runs here,
 * out of reach of anything the page does to its globals and prototypes. The binding to the shell exists only here.
 *
 * Stands alone: its source is sent into the window.
 */
export function installPreloadWorld(
  setup: WorldSetup,
  encodeWire: (value: unknown) => string,
  decodeWire: (text: string) => unknown,
  askInPage: AskInPage,
  runPreload: (require: (name: string) => unknown, module: { exports: object }, process: object) => void,
): void {
  'use strict'
  if (window !== window.top) return

  const world = globalThis as unknown as Record<string, (message: unknown) => void>
  const tell = (message: FromPreload): void => world[setup.binding]?.(JSON.stringify(message))

  // --- contextBridge -------------------------------------------------------------------------------------------
  const functions: ((...args: unknown[]) => unknown)[] = []
  let carried: readonly File[] = []
  let promises = 0

  const toPage = (message: BetweenWorlds): void => {
    document.dispatchEvent(new CustomEvent(setup.secret, { detail: message }))
  }

  const unpack = (packed: PackedArgument): unknown => {
    switch (packed.t) {
      case 'value':
        return packed.value
      case 'array':
        return packed.items.map(unpack)
      case 'file':
        return carried[packed.index]
      case 'function': {
        const { id } = packed
        return (...args: unknown[]) => toPage({ kind: 'callback', id, args })
      }
    }
  }

  const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  const call = ({ fn, args }: Extract<BetweenWorlds, { kind: 'call' }>): void => {
    try {
      const value = functions[fn]?.(...args.map(unpack))
      if (!(value instanceof Promise)) {
        const shape = typeof value === 'function' ? functionShape(value) : ({ t: 'value', value } as const)
        toPage({ kind: 'returned', shape })
        return
      }
      promises += 1
      const id = promises
      toPage({ kind: 'promised', id })
      value.then(
        (result: unknown) => toPage({ kind: 'settled', id, ok: true, value: result }),
        (error: unknown) => toPage({ kind: 'settled', id, ok: false, value: describe(error) }),
      )
    } catch (error) {
      toPage({ kind: 'threw', message: describe(error) })
    }
  }

  document.addEventListener(setup.secret, (event: Event) => {
    if (event instanceof DragEvent) {
      carried = [...(event.dataTransfer?.files ?? [])]
      return
    }
    const message = (event as CustomEvent<BetweenWorlds | null>).detail
    if (message?.kind === 'call') call(message)
  })

  const functionShape = (api: unknown): Extract<Shape, { t: 'function' }> => {
    functions.push(api as (...args: unknown[]) => unknown)
    return { t: 'function', id: functions.length - 1 }
  }

  const shapeOf = (api: unknown): Shape => {
    if (typeof api === 'function') return functionShape(api)
    const isPlain =
      typeof api === 'object' &&
      api !== null &&
      (Object.getPrototypeOf(api) === Object.prototype || Object.getPrototypeOf(api) === null)
    if (!isPlain) return { t: 'value', value: api }
    return { t: 'object', entries: Object.entries(api).map(([key, entry]) => [key, shapeOf(entry)] as const) }
  }

  // --- ipcRenderer ---------------------------------------------------------------------------------------------
  const answers = new Map<number, (message: Extract<ToPreload, { kind: 'answer' }>) => void>()
  const listeners = new Map<string, Set<Listener>>()
  let invocations = 0

  const ipcRenderer: PreloadModule['ipcRenderer'] = {
    invoke: (channel, ...args) => {
      invocations += 1
      const id = invocations
      return new Promise((resolve, reject) => {
        const text = encodeWire(args)
        answers.set(id, (answer) => {
          if (answer.ok) resolve(decodeWire(answer.value))
          else reject(new Error(`Error invoking remote method '${channel}': ${answer.message}`))
        })
        tell({ kind: 'invoke', id, channel, args: text })
      })
    },
    on: (channel, listener) => {
      const known = listeners.get(channel) ?? new Set()
      listeners.set(channel, known.add(listener))
      return ipcRenderer
    },
    removeListener: (channel, listener) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }

  // --- dropped files: Electron knows their paths at once, here main has to ask the browser first -----------------
  const paths = new Map<File, string>()
  const drops = new Map<number, (paths: readonly string[]) => void>()
  const dropped = new Map<number, readonly File[]>()
  let lastDrop = 0

  const redispatch = (event: DragEvent, target: EventTarget, files: readonly File[]): void => {
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    target.dispatchEvent(
      new DragEvent('drop', {
        bubbles: true,
        cancelable: true,
        composed: true,
        dataTransfer: transfer,
        clientX: event.clientX,
        clientY: event.clientY,
        screenX: event.screenX,
        screenY: event.screenY,
        ctrlKey: event.ctrlKey,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
        metaKey: event.metaKey,
      }),
    )
  }

  window.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!event.isTrusted || files.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const target = event.composedPath()[0] ?? document
      lastDrop += 1
      const id = lastDrop
      dropped.set(id, files)
      drops.set(id, (found) => {
        paths.clear()
        files.forEach((file, index) => paths.set(file, found[index] ?? ''))
        redispatch(event, target, files)
      })
      tell({ kind: 'drop', id, count: files.length })
    },
    { capture: true },
  )

  // --- menu accelerators: after the page has had the key, unless it took it, as in Electron --------------------------
  let accelerators: readonly AcceleratorKey[] = []

  const matches = (event: KeyboardEvent, wanted: AcceleratorKey): boolean =>
    event.ctrlKey === wanted.ctrl &&
    event.metaKey === wanted.meta &&
    event.altKey === wanted.alt &&
    (wanted.shift === null || event.shiftKey === wanted.shift) &&
    (event.key.toLowerCase() === wanted.key ||
      // Where the key gives no Latin letter (another alphabet, a sign by Shift or Option), its place counts.
      (wanted.code !== null && event.code === wanted.code && !/^[a-z]$/i.test(event.key)))

  const lastOfAll = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const found = accelerators.find((wanted) => matches(event, wanted))
    if (!found) return
    event.preventDefault()
    if (found.index >= 0) tell({ kind: 'accelerator', index: found.index })
  }

  window.addEventListener(
    'keydown',
    () => {
      // Added anew at each key, so that it stands behind every listener that the page has on the window.
      window.removeEventListener('keydown', lastOfAll)
      window.addEventListener('keydown', lastOfAll)
    },
    { capture: true },
  )

  for (const name of ['resize', 'focus', 'blur', 'mouseout'] as const) {
    // No event tells that a window was moved; these come when a person has done it.
    window.addEventListener(name, (event) => {
      if (event.target === window || (event as MouseEvent).relatedTarget === null) tell({ kind: 'moved' })
    })
  }

  // --- messages from the shell -----------------------------------------------------------------------------------
  world[setup.receiver] = (text) => {
    const message = JSON.parse(text as string) as ToPreload
    switch (message.kind) {
      case 'answer':
        answers.get(message.id)?.(message)
        answers.delete(message.id)
        return
      case 'event':
        for (const listener of [...(listeners.get(message.channel) ?? [])]) {
          listener({}, ...(decodeWire(message.args) as unknown[]))
        }
        return
      case 'accelerators':
        accelerators = message.keys
        return
      case 'dropped':
        drops.get(message.id)?.(message.paths)
        drops.delete(message.id)
        dropped.delete(message.id)
        return
      case 'prompt':
        askInPage(message, tell)
        return
    }
  }
  Object.assign(world, { [`${setup.receiver}Dropped`]: (id: number) => dropped.get(id) ?? [] })

  const electron: PreloadModule = {
    contextBridge: {
      exposeInMainWorld: (key, api) => toPage({ kind: 'expose', key, shape: shapeOf(api) }),
    },
    ipcRenderer,
    webUtils: { getPathForFile: (file) => paths.get(file) ?? '' },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot load "${name}".`)
  }
  try {
    const process = { ...setup.process, type: 'renderer', sandboxed: true, contextIsolated: true }
    runPreload(require, { exports: {} }, process)
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    tell({ kind: 'preload-error', message: describe(error), stack })
  }
}
