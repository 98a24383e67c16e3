import { useEffect, useRef, type RefObject } from 'react'

/** What can be worked with where rows are: the rows, or what there is to do without any. */
const TARGETS = '[role=grid], [role=listbox], button'

/**
 * Keeps the keyboard in the library when what had the focus goes: the last row removed, the bar of a selection that is no
 * more. Keys of a place reach only what has the focus.
 * @param shown what the library shows now; when it is another, the focus is looked after
 * @param opened article beside the library, or null; where there is one, a lost focus is the reader's to take
 * @returns goes on the element that holds the rows
 */
export function useKeptFocus(shown: string, opened: string | null): RefObject<HTMLDivElement | null> {
  const rows = useRef<HTMLDivElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    if (opened !== null) return
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) rows.current?.querySelector<HTMLElement>(TARGETS)?.focus({ preventScroll: true })
  }, [shown, opened])
  return rows
}
