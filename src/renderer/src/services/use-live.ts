import { useEffect, useState } from 'react'
import type { Live } from '#data/live'

export type { Live } from '#data/live'

/**
 * The latest value of `live`, `initial` until there is one. Another `live` starts from `initial` again, so the text
 * of one article is never shown with the annotations of another. An error is thrown to the nearest error boundary.
 */
export function useLive<T>(live: Live<T>, initial: T): T {
  const [state, setState] = useState<{ live: Live<T>; value: T } | null>(null)
  useEffect(
    () =>
      live.subscribe(
        (value) => setState({ live, value }),
        (error) =>
          setState(() => {
            throw error
          }),
      ),
    [live],
  )
  return state?.live === live ? state.value : initial
}
