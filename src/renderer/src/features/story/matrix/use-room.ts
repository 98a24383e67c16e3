import { startTransition, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Width and height that a scrolled element has inside its scroll bars, CSS pixels. */
export interface Room {
  readonly width: number
  readonly height: number
}

/**
 * The room that the only child of an element has, which is there while `isShown`; null before it was measured. It is known before the cells are drawn, so
 * that they are drawn once, and told as a transition: a screen of cells takes longer than a frame, and is drawn bit by bit.
 */
export function useRoom(isShown: boolean): readonly [RefObject<HTMLDivElement | null>, Room | null] {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      const inner = element.firstElementChild
      if (!inner) return
      const { clientWidth: width, clientHeight: height } = inner
      startTransition(() =>
        setRoom((before) =>
          before?.width === width && before.height === height ? before : { width, height },
        ),
      )
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isShown])
  return [frame, room]
}
