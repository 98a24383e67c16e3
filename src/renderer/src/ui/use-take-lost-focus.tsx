import { useEffect, type RefObject } from 'react'

/**
 * Gives an element the focus when it appears and nothing else has it: at the start, and when a screen took away what was
 * focused before. Keys of a place reach only what has the focus, so that without it a person would have to press Tab first.
 * Null for none.
 */
export function useTakeLostFocus(element: RefObject<HTMLElement | null> | null): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) element?.current?.focus({ preventScroll: true })
  }, [element])
}
