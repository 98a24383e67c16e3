/** Where a tied passage stands in two columns: upper and lower edge, CSS pixels from the top of each column's content. */
export interface Anchor {
  readonly from: readonly [top: number, bottom: number]
  readonly to: readonly [top: number, bottom: number]
}

/** A column that scrolls, CSS pixels. */
export interface Scrolled {
  readonly top: number
  /** Height of what is seen. */
  readonly height: number
  /** Height of the whole content. */
  readonly content: number
}

/** Share of the height seen at which passages are held level: where one reads. */
const LEVEL = 0.3

/**
 * A map from places in one column to places in another: edges of tied passages lie on each other, what is between them
 * is stretched. Ties that cross the ones before are left out, so that the map never turns back.
 */
export function placeMap(
  anchors: readonly Anchor[],
  fromContent: number,
  toContent: number,
): (place: number) => number {
  const points: { from: number; to: number }[] = [{ from: 0, to: 0 }]
  for (const { from, to } of anchors.toSorted((a, b) => a.from[0] - b.from[0])) {
    for (const edge of [0, 1] as const) {
      const last = points.at(-1)
      if (last && from[edge] > last.from && to[edge] >= last.to)
        points.push({ from: from[edge], to: to[edge] })
    }
  }
  const last = points.at(-1)
  if (last && fromContent > last.from) points.push({ from: fromContent, to: Math.max(toContent, last.to) })
  return (place) => {
    const index = points.findIndex(({ from }) => from >= place)
    const after = points[index === -1 ? points.length - 1 : index]
    const before = points[Math.max(0, (index === -1 ? points.length : index) - 1)]
    if (!after || !before) return 0
    const span = after.from - before.from
    return span === 0 ? after.to : before.to + ((place - before.from) / span) * (after.to - before.to)
  }
}

/**
 * The scroll offset at which the other column holds the same passage at the same height. At either end the height moves
 * to that end, so that both columns reach their beginning and end together.
 */
export function linkedTop(driver: Scrolled, map: (place: number) => number): number {
  const left = Math.max(0, driver.content - driver.height - driver.top)
  let level = driver.height * LEVEL
  if (driver.top < level) level = driver.top
  else if (left < driver.height - level) level = driver.height - left
  return Math.max(0, map(driver.top + level) - level)
}
