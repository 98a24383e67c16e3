import type { TextView } from './text-view'
import './ticks.css'

/** One mark beside the scroll bar. */
export interface Tick {
  /** UTF-16 offset of what it stands for. */
  readonly offset: number
  /** CSS colour. */
  readonly color: string
  /** Which half of the strip: annotations on one side, hits of find on the other. */
  readonly side: 'annotation' | 'hit'
}

/** The strip of ticks beside the scroll bar. */
export interface Ticks {
  show(ticks: readonly Tick[]): void
  destroy(): void
}

/** Width of the strip and height of a tick, in CSS pixels. */
const STRIP = { width: 12, tick: 2 }

/**
 * Draws ticks where the annotations and hits of a text are, on a canvas laid over the edge of `frame`, which holds the
 * scroller. A canvas, because thousands of ticks as elements would cost more than the text.
 */
export function createTicks(view: TextView, scroller: HTMLElement, frame: HTMLElement): Ticks {
  const canvas = document.createElement('canvas')
  canvas.className = 'scroll-ticks'
  canvas.ariaHidden = 'true'
  frame.append(canvas)
  let ticks: readonly Tick[] = []
  let scheduled = 0

  function schedule(): void {
    cancelAnimationFrame(scheduled)
    scheduled = requestAnimationFrame(draw)
  }

  function draw(): void {
    const context = canvas.getContext('2d')
    if (!context) return
    const height = scroller.clientHeight
    const scale = window.devicePixelRatio
    canvas.style.right = `${scroller.offsetWidth - scroller.clientWidth}px`
    canvas.style.height = `${height}px`
    canvas.width = Math.round(STRIP.width * scale)
    canvas.height = Math.round(height * scale)
    context.scale(scale, scale)
    const place = createPlaces(view, scroller)
    const half = STRIP.width / 2
    for (const tick of ticks) {
      context.fillStyle = tick.color
      const y = (place(tick.offset) / scroller.scrollHeight) * height
      context.fillRect(tick.side === 'annotation' ? 0 : half, Math.round(y), half - 1, STRIP.tick)
    }
  }

  const resized = new ResizeObserver(schedule)
  resized.observe(view.root)
  resized.observe(scroller)

  return {
    show(next) {
      ticks = next
      schedule()
    },
    destroy() {
      cancelAnimationFrame(scheduled)
      resized.disconnect()
      canvas.remove()
    },
  }
}

/** Height of an offset within the scrolled content; each unit is measured once for all its offsets. */
function createPlaces(view: TextView, scroller: HTMLElement): (offset: number) => number {
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop
  const boxes = new Map<number, DOMRect>()
  return (offset) => {
    const unit = view.units[Math.min(view.unitIndex(offset), view.units.length - 1)]
    if (!unit) return 0
    let box = boxes.get(unit.index)
    if (!box) boxes.set(unit.index, (box = unit.element.getBoundingClientRect()))
    const share = Math.max(0, Math.min(1, (offset - unit.start) / Math.max(1, unit.end - unit.start)))
    return box.top - top + share * box.height
  }
}
