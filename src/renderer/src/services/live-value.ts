import type { Live } from '#data/live'

/** A value in memory that can be followed. */
export interface LiveValue<T> extends Live<T> {
  get(): T
  set(value: T): void
}

/** Makes a followed value; subscribers get it at once and after each `set`. */
export function createLiveValue<T>(initial: T): LiveValue<T> {
  let value = initial
  const subscribers = new Set<(value: T) => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const subscriber of [...subscribers]) subscriber(next)
    },
    subscribe: (next) => {
      // A function given twice is two subscribers.
      const subscriber = (current: T) => next(current)
      subscribers.add(subscriber)
      next(value)
      return () => subscribers.delete(subscriber)
    },
  }
}
