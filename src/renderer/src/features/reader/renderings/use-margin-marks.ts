import { useEffect, useMemo, useRef, type MouseEvent, type PointerEvent } from 'react'
import { marginMarkAt } from '#dom/margin-mark'
import { showRenderings, useReader } from '#store/reader'
import { openReader } from '../open-reader'

/** How long the pointer rests on a sign before it shows what it stands for, and may be away before that goes. Milliseconds. */
const REST = 250

/** Listeners of the text for the signs in its margin: resting on one shows the renderings, a click keeps them. */
export function useMarginMarks() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useMemo(() => {
    const annotationAt = (event: PointerEvent | MouseEvent): string | null => {
      const mark = marginMarkAt(event.target, event.clientX)
      return mark?.ids.findLast((id) => openReader()?.renderings.has(id)) ?? null
    }
    return {
      onPointerMove(event: PointerEvent) {
        const { renderings } = useReader.getState()
        if (renderings?.stays) return
        const annotation = annotationAt(event)
        clearTimeout(timer.current)
        if (annotation === (renderings?.annotation ?? null)) return
        timer.current = setTimeout(
          () => showRenderings(annotation === null ? null : { annotation, stays: false }),
          REST,
        )
      },
      onPointerLeave() {
        clearTimeout(timer.current)
        if (useReader.getState().renderings?.stays === false) {
          timer.current = setTimeout(() => showRenderings(null), REST)
        }
      },
      onClick(event: MouseEvent) {
        const annotation = annotationAt(event)
        if (annotation === null) return
        clearTimeout(timer.current)
        showRenderings({ annotation, stays: true })
      },
    }
  }, [])
}
