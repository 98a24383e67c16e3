import { linkedTop, placeMap, type Anchor } from './scroll-map'
import type { Tie } from './ties'

/** One column as the scrolling sees it. */
export interface LinkedColumn {
  readonly article: string
  readonly scroller: HTMLElement
}

/** Keeps the columns level while one of them is scrolled. */
export interface LinkedScrolling {
  /** Scrolls every column so that the passage is at the height where one reads. */
  reveal(tie: Tie): void
  destroy(): void
}

/** A change of offset by less than this is the scrolling's own, rounded. CSS pixels. */
const ROUNDING = 2
/** Height seen above a passage that is brought into sight, as a share of what is seen. */
const LEVEL = 0.3

type Places = ReadonlyMap<number, readonly [top: number, bottom: number]>

/**
 * Links the scrolling of columns. What it scrolls itself is remembered and its event passed over, so that two columns
 * never chase each other. Places are measured when first needed after the layout changed.
 */
export function linkScrolling(
  columns: readonly LinkedColumn[],
  ties: readonly Tie[],
  isLinked: () => boolean,
): LinkedScrolling {
  const expected = new Map<HTMLElement, number>()
  let places = new Map<HTMLElement, Places>()
  let maps = new Map<string, (place: number) => number>()

  const forget = (): void => {
    places = new Map()
    maps = new Map()
    for (const { scroller } of columns) spreadMarks(scroller)
  }

  function placesOf({ scroller }: LinkedColumn): Places {
    let found = places.get(scroller)
    if (!found) places.set(scroller, (found = measure(scroller)))
    return found
  }

  function mapOf(from: LinkedColumn, to: LinkedColumn): (place: number) => number {
    const key = `${from.article} ${to.article}`
    let map = maps.get(key)
    if (!map) {
      const [there, here] = [placesOf(from), placesOf(to)]
      const anchors = ties.flatMap(({ number, passages }): Anchor[] => {
        const [a, b] = [passages.get(from.article), passages.get(to.article)]
        const [fromPlace, toPlace] = [there.get(number), here.get(number)]
        if (!a || !b || a.moved || b.moved || !fromPlace || !toPlace) return []
        return [{ from: fromPlace, to: toPlace }]
      })
      map = placeMap(anchors, from.scroller.scrollHeight, to.scroller.scrollHeight)
      maps.set(key, map)
    }
    return map
  }

  function scrollTo(scroller: HTMLElement, top: number): void {
    if (Math.abs(scroller.scrollTop - top) < 1) return
    scroller.scrollTop = top
    expected.set(scroller, scroller.scrollTop)
  }

  function onScroll(event: Event): void {
    const driver = columns.find(({ scroller }) => scroller === event.currentTarget)
    if (!driver) return
    const { scroller } = driver
    const own = expected.get(scroller)
    if (own !== undefined && Math.abs(scroller.scrollTop - own) < ROUNDING) return
    expected.delete(scroller)
    if (!isLinked()) return
    const state = { top: scroller.scrollTop, height: scroller.clientHeight, content: scroller.scrollHeight }
    for (const column of columns) {
      if (column !== driver) scrollTo(column.scroller, linkedTop(state, mapOf(driver, column)))
    }
  }

  const resized = new ResizeObserver(forget)
  for (const { scroller } of columns) {
    scroller.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(scroller)
    for (const child of scroller.children) resized.observe(child)
  }

  return {
    reveal({ number }) {
      for (const column of columns) {
        const place = measure(column.scroller).get(number)
        if (place) scrollTo(column.scroller, Math.max(0, place[0] - column.scroller.clientHeight * LEVEL))
      }
    },
    destroy() {
      resized.disconnect()
      for (const { scroller } of columns) scroller.removeEventListener('scroll', onScroll)
    },
  }
}

/** Upper and lower edge of each passage, from the top of the scrolled content. */
function measure(scroller: HTMLElement): Places {
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop
  const places = new Map<number, readonly [number, number]>()
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-tie]')) {
    const number = Number(element.dataset['tie'])
    const box = element.getBoundingClientRect()
    const before = places.get(number)
    places.set(number, [before?.[0] ?? box.top - origin, box.bottom - origin])
  }
  return places
}

/** Moves the numbers of passages that begin on one line beside each other. */
function spreadMarks(scroller: HTMLElement): void {
  let line = Number.NaN
  let onLine = 0
  for (const mark of scroller.querySelectorAll<HTMLElement>('[data-mark]')) {
    const isSame = Math.abs(mark.offsetTop - line) < mark.offsetHeight / 2
    onLine = isSame ? onLine + 1 : 0
    line = mark.offsetTop
    mark.style.setProperty('--on-line', String(onLine))
  }
}
