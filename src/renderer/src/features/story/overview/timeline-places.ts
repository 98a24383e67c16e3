import type { ComparedSource } from '#services/comparison'
import type { SourceLabel } from '../labels'

/** Where an article stands in time, as precisely as it says. */
export interface TimePlace {
  readonly label: SourceLabel
  /** The date as the article has it. */
  readonly iso: string
  readonly from: Date
  /** The end of the day, month or year; the same as `from` for a moment. */
  readonly to: Date
  readonly isMoment: boolean
}

/** The places of those articles that have a date which can be read, in the given order. */
export function placesInTime(
  sources: readonly ComparedSource[],
  labels: ReadonlyMap<string, SourceLabel>,
): readonly TimePlace[] {
  return sources.flatMap(({ article }) => {
    const iso = article.publishedAt
    const label = labels.get(article.id)
    const stretch = iso === null ? null : stretchOf(iso)
    return iso === null || stretch === null || !label ? [] : [{ label, iso, ...stretch }]
  })
}

/** The stretch of time (UTC) that an ISO date stands for at its precision; null when it is none. */
function stretchOf(iso: string): Omit<TimePlace, 'label' | 'iso'> | null {
  const from = new Date(iso)
  if (Number.isNaN(from.getTime())) return null
  if (iso.includes('T')) return { from, to: from, isMoment: true }
  const to = new Date(from)
  if (iso.length <= 4) to.setUTCFullYear(to.getUTCFullYear() + 1)
  else if (iso.length <= 7) to.setUTCMonth(to.getUTCMonth() + 1)
  else to.setUTCDate(to.getUTCDate() + 1)
  return { from, to, isMoment: false }
}
