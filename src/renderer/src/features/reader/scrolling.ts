import type { TextView } from '#dom/text-view'

/** Where an offset is brought to: anywhere in sight, to the top (reading on), or to the middle (a hit). */
export type RevealPlace = 'nearest' | 'top' | 'middle'

/** Distance from the edges within which text does not count as in sight, in CSS pixels. */
const EDGE = 40

/** Scrolls so that the offset is in sight. */
export function revealOffset(
  view: TextView,
  scroller: HTMLElement,
  offset: number,
  place: RevealPlace,
): void {
  const box = view.caretBox(offset)
  const frame = scroller.getBoundingClientRect()
  if (place === 'nearest' && box.top >= frame.top + EDGE && box.bottom <= frame.bottom - EDGE) return
  const down = place === 'top' ? EDGE : frame.height / (place === 'middle' ? 3 : 2)
  scroller.scrollTop += box.top - frame.top - down
}

/** The offset of the first line in sight; 0 at the very top, where the heading above the text is in sight too. */
export function firstVisibleOffset(view: TextView, scroller: HTMLElement): number {
  if (scroller.scrollTop === 0) return 0
  const top = scroller.getBoundingClientRect().top + EDGE
  let low = 0
  let high = view.units.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((view.units[middle]?.element.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1
    else high = middle
  }
  const unit = view.units[low]
  if (!unit) return view.units.at(-1)?.end ?? 0
  const box = unit.element.getBoundingClientRect()
  if (box.top >= top) return unit.start
  const edge = view.root.dir === 'rtl' ? box.right - 2 : box.left + 2
  return view.offsetAtPoint(edge, top) ?? unit.start
}
