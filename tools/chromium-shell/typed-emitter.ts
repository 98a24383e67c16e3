import { EventEmitter } from 'node:events'

/** Listeners by event name. */
type ListenerMap<Events> = { readonly [K in keyof Events]: (...args: never[]) => void }

type AnyListener = (...args: unknown[]) => void

/** An emitter that knows its events, so that listening to one the shell never sends is a type error. */
export class TypedEmitter<Events extends ListenerMap<Events>> {
  readonly #emitter = new EventEmitter()

  on<K extends keyof Events & string>(name: K, listener: Events[K]): this {
    this.#emitter.on(name, listener as unknown as AnyListener)
    return this
  }

  once<K extends keyof Events & string>(name: K, listener: Events[K]): this {
    this.#emitter.once(name, listener as unknown as AnyListener)
    return this
  }

  off<K extends keyof Events & string>(name: K, listener: Events[K]): this {
    this.#emitter.off(name, listener as unknown as AnyListener)
    return this
  }

  removeListener<K extends keyof Events & string>(name: K, listener: Events[K]): this {
    return this.off(name, listener)
  }

  emit<K extends keyof Events & string>(name: K, ...args: Parameters<Events[K]>): boolean {
    return this.#emitter.emit(name, ...args)
  }

  listenerCount(name: keyof Events & string): number {
    return this.#emitter.listenerCount(name)
  }
}

/** An event as Electron gives its listeners, with the event's own parameters on it. */
export function createEvent<Params extends object = object>(params?: Params): Electron.Event<Params> {
  const event = {
    ...params,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event as unknown as Electron.Event<Params>
}
