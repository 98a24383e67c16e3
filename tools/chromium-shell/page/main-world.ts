import type { BetweenWorlds, PackedArgument, Shape, WorldSetup } from './messages'

/**
 * The page's side of `contextBridge`: runs in the page's own world before any of its scripts and builds the exposed
 * objects there. Everything it needs later is taken now, since the page may replace any global or prototype
 * afterwards; it keeps no reference that the page could reach. The secret event name is never passed to anything but
 * functions taken here. (Held by test/e2e/shell.spec.ts, "page cannot reach the bridge's internals".)
 *
 * Stands alone: its source is sent into the window.
 */
export function installMainWorld(setup: Pick<WorldSetup, 'secret'>): void {
  'use strict'
  if (window !== window.top) return

  const { secret } = setup
  const page = document
  const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect
  const { freeze, create } = Object
  const { isArray } = Array
  const clone = structuredClone
  const toString = Object.prototype.toString
  const CustomEventHere = CustomEvent
  const DragEventHere = DragEvent
  const DataTransferHere = DataTransfer
  const PromiseHere = Promise
  const ErrorHere = Error
  const TypeErrorHere = TypeError
  const dispatch = EventTarget.prototype.dispatchEvent
  const stop = Event.prototype.stopImmediatePropagation
  const addItem = DataTransferItemList.prototype.add as (this: DataTransferItemList, file: File) => void
  const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
  const itemsOf = getOwnPropertyDescriptor(DataTransfer.prototype, 'items')?.get
  if (!detailOf || !itemsOf) throw new TypeError('This browser lacks what the bridge needs.')

  type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }
  const callbacks = create(null) as Record<number, (...args: unknown[]) => unknown>
  const waiting = create(null) as Record<number, Settle>
  let lastCallback = 0
  let reply: BetweenWorlds | null = null
  let carryingFiles = false

  /** Sets an own entry, so that setters the page plants on a prototype see nothing. */
  const put = (target: object, key: PropertyKey, value: unknown): void => {
    defineProperty(target, key, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    } as PropertyDescriptor)
  }

  const tell = (message: BetweenWorlds): void => {
    const init = { __proto__: null, detail: message, bubbles: false, cancelable: false, composed: false }
    apply(dispatch, page, [new CustomEventHere(secret, init as CustomEventInit)])
  }

  const pack = (value: unknown, files: { transfer: DataTransfer | null; count: number }): PackedArgument => {
    if (typeof value === 'function') {
      lastCallback += 1
      callbacks[lastCallback] = value as (...args: unknown[]) => unknown
      return { t: 'function', id: lastCallback }
    }
    if (typeof value === 'object' && value !== null) {
      if (isArray(value)) {
        const items: PackedArgument[] = []
        for (let at = 0; at < value.length; at += 1) put(items, at, pack(value[at], files))
        return { t: 'array', items }
      }
      if (apply(toString, value, []) === '[object File]') {
        files.transfer ??= new DataTransferHere()
        const items = apply(itemsOf, files.transfer, []) as DataTransferItemList
        apply(addItem, items, [value as File])
        files.count += 1
        return { t: 'file', index: files.count - 1 }
      }
    }
    return { t: 'value', value: clone(value) }
  }

  const call = (fn: number, given: readonly unknown[]): unknown => {
    const files: { transfer: DataTransfer | null; count: number } = { transfer: null, count: 0 }
    const args: PackedArgument[] = []
    for (let at = 0; at < given.length; at += 1) put(args, at, pack(given[at], files))
    if (files.transfer !== null) {
      // A File that is cloned loses its identity; a DataTransfer carries the file itself into the other world.
      const init = { __proto__: null, dataTransfer: files.transfer, bubbles: false, cancelable: false }
      carryingFiles = true
      apply(dispatch, page, [new DragEventHere(secret, init as DragEventInit)])
      carryingFiles = false
    }
    reply = null
    tell({ kind: 'call', fn, args })
    const answer = reply as BetweenWorlds | null
    reply = null
    if (answer === null) throw new TypeErrorHere('An object could not be cloned.')
    if (answer.kind === 'returned') return build(answer.shape)
    if (answer.kind === 'promised') {
      return new PromiseHere((resolve, reject) => {
        waiting[answer.id] = { __proto__: null, resolve, reject } as Settle
      })
    }
    throw new ErrorHere(answer.kind === 'threw' ? answer.message : 'The bridge gave no answer.')
  }

  const build = (shape: Shape): unknown => {
    if (shape.t === 'value') return shape.value
    if (shape.t === 'function') {
      const { id } = shape
      return freeze((...args: unknown[]) => call(id, args))
    }
    const built = {}
    for (let at = 0; at < shape.entries.length; at += 1) {
      const entry = shape.entries[at]
      if (entry) put(built, entry[0], build(entry[1]))
    }
    return freeze(built)
  }

  apply(EventTarget.prototype.addEventListener, page, [
    secret,
    (event: Event) => {
      if (carryingFiles) return
      // Null where the preload's world sent something that cannot be cloned.
      const message = apply(detailOf, event, []) as BetweenWorlds | null
      if (message === null) return
      switch (message.kind) {
        case 'expose':
          apply(stop, event, [])
          defineProperty(window, message.key, {
            __proto__: null,
            value: build(message.shape),
            enumerable: true,
            writable: false,
            configurable: false,
          } as PropertyDescriptor)
          return
        case 'settled': {
          const settle = waiting[message.id]
          deleteProperty(waiting, message.id)
          if (message.ok) settle?.resolve(message.value)
          else settle?.reject(new ErrorHere(message.value as string))
          return
        }
        case 'callback':
          if (callbacks[message.id]) apply(callbacks[message.id] as () => unknown, undefined, message.args)
          return
        case 'returned':
        case 'promised':
        case 'threw':
          reply = message
          return
        case 'call':
          return
      }
    },
  ])
}
