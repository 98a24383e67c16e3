import type { Live } from '#data/live'

interface Subscriber<T> {
  readonly next: (value: T) => void
  readonly error: ((error: unknown) => void) | undefined
}

/** One subscription to `live` for all who follow it; a later one gets the latest value at once. */
export function shareLive<T>(live: Live<T>): Live<T> {
  const subscribers = new Set<Subscriber<T>>()
  let latest: { readonly value: T } | null = null
  let stop = () => {}
  return {
    subscribe(next, error) {
      const subscriber = { next, error }
      subscribers.add(subscriber)
      if (subscribers.size === 1) {
        stop = live.subscribe(
          (value) => {
            latest = { value }
            for (const one of [...subscribers]) one.next(value)
          },
          (failure) => {
            for (const one of [...subscribers]) one.error?.(failure)
          },
        )
      } else if (latest) next(latest.value)
      return () => {
        if (!subscribers.delete(subscriber) || subscribers.size > 0) return
        stop()
        latest = null
      }
    },
  }
}
