import type { TextRange } from '#core/model/range'
import type { TextView } from './text-view'
import './overlay.css'

/** Which end of the active annotation a handle moves. */
export type Edge = 'start' | 'end'

/** What a dragged handle reports. `exact`: the person holds Alt, and the edge need not stand at a word's. */
export interface HandleListener {
  readonly onDrag: (edge: Edge, offset: number, exact: boolean) => void
  /** The handle was let go where the last `onDrag` said; not called when the drag was given up. */
  readonly onDrop: (edge: Edge) => void
  /** The drag was given up (Escape, or the pointer was taken away). */
  readonly onCancel: () => void
}

/** Caret and handles: drawn above the text, in a layer of their own, so that the text's nodes stay as they are. */
export interface Overlay {
  /** Shows the caret at an offset, or hides it. */
  showCaret(offset: number | null): void
  /** Shows handles at both ends of a range, or hides them. */
  showHandles(range: TextRange | null): void
  /** Puts everything where its offset stands now, after the layout changed. */
  place(): void
  destroy(): void
}

/** Makes the overlay of a view. Its host is the view's root, which must be positioned. */
export function createOverlay(view: TextView, listener: HandleListener): Overlay {
  let caretAt: number | null = null
  let range: TextRange | null = null
  let dragged: Edge | null = null

  const layer = document.createElement('div')
  layer.className = 'text-overlay'
  // What it shows is said in words by the live region and the inspector, and every move has a key.
  layer.ariaHidden = 'true'
  const caret = append('text-caret')
  const handles: Readonly<Record<Edge, HTMLElement>> = {
    start: append('text-handle is-start'),
    end: append('text-handle is-end'),
  }
  view.root.after(layer)

  function append(className: string): HTMLElement {
    const element = document.createElement('div')
    element.className = className
    element.hidden = true
    layer.append(element)
    return element
  }

  function put(element: HTMLElement, offset: number | null, edge: Edge = 'start'): void {
    element.hidden = offset === null
    if (offset === null) return
    // The end of a range stands behind its last character, which may be a line above the start of the next one.
    const box = edge === 'end' ? endBox(view, offset) : view.caretBox(offset)
    const origin = layer.getBoundingClientRect()
    element.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`
    element.style.height = `${box.height}px`
  }

  function place(): void {
    put(caret, caretAt)
    put(handles.start, range?.start ?? null)
    put(handles.end, range?.end ?? null, 'end')
  }

  const endDrag = (): Edge | null => {
    const edge = dragged
    dragged = null
    return edge
  }
  const onKey = (event: KeyboardEvent): void => {
    if (dragged && event.key === 'Escape') {
      event.stopPropagation()
      endDrag()
      listener.onCancel()
    }
  }
  for (const edge of ['start', 'end'] as const) {
    const handle = handles[edge]
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      handle.setPointerCapture(event.pointerId)
      dragged = edge
    })
    handle.addEventListener('pointermove', (event) => {
      if (dragged !== edge) return
      const offset = offsetUnder(view, layer, event)
      if (offset !== null) listener.onDrag(edge, offset, event.altKey)
    })
    handle.addEventListener('pointerup', () => {
      if (endDrag() === edge) listener.onDrop(edge)
    })
    handle.addEventListener('pointercancel', () => {
      if (endDrag()) listener.onCancel()
    })
  }
  document.addEventListener('keydown', onKey, true)

  return {
    showCaret(offset) {
      caretAt = offset
      put(caret, offset)
      // The blinking starts anew, so that a moving caret is always seen.
      for (const animation of caret.getAnimations()) animation.currentTime = 0
    },
    showHandles(next) {
      range = next
      put(handles.start, next?.start ?? null)
      put(handles.end, next?.end ?? null, 'end')
    },
    place,
    destroy() {
      document.removeEventListener('keydown', onKey, true)
      layer.remove()
    },
  }
}

/** The edge behind the character that ends at `offset`. */
function endBox(view: TextView, offset: number): DOMRect {
  const range = view.domRange({ start: Math.max(0, offset - 1), end: offset })
  const box = [...range.getClientRects()].at(-1)
  if (!box) return view.caretBox(offset)
  return new DOMRect(view.root.dir === 'rtl' ? box.left : box.right, box.top, 0, box.height)
}

/** The offset under the pointer; the handle itself must not be what is found there. */
function offsetUnder(view: TextView, layer: HTMLElement, event: PointerEvent): number | null {
  layer.classList.add('lets-through')
  const offset = view.offsetAtPoint(event.clientX, event.clientY)
  layer.classList.remove('lets-through')
  return offset
}
