import { useEffect, useRef } from 'react'

/**
 * Runs `save` when the component goes away. A field that saves when it loses the focus needs it: React fires no blur on a
 * field that a key, such as the one of another screen, takes from under the person's hands.
 */
export function useOnLeave(save: () => void): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => latest.current(), [])
}
