import type { Live } from '#data/live'

/** The present value of something followed, read once. Rejects when following fails. */
export function firstValue<T>(live: Live<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = live.subscribe(
      (value) => {
        resolve(value)
        // It may answer before it has said how to stop.
        queueMicrotask(() => stop())
      },
      (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
    )
  })
}
