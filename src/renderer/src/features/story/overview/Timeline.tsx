import { useCallback, useMemo } from 'react'
import type { ComparedSource } from '#services/comparison'
import { formatDate } from '#ui/dates'
import { shorten, type SourceLabel } from '../labels'
import { Picture } from './Picture'
import { PlotDrawing, type DrawingSize, type PlotLibrary } from './PlotDrawing'
import { placesInTime, type TimePlace } from './timeline-places'

interface TimelineProps {
  readonly sources: readonly ComparedSource[]
  readonly labels: ReadonlyMap<string, SourceLabel>
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: 'UTC' })

/** When each source published: a point where the time is known, a bar where only the day, month or year is. */
export function Timeline({ sources, labels }: TimelineProps) {
  const places = useMemo(() => placesInTime(sources, labels), [sources, labels])
  const undated = sources.length - places.length
  const draw = useCallback(
    (plot: PlotLibrary, size: DrawingSize) => drawTimeline(plot, size, places),
    [places],
  )
  return (
    <Picture
      title="When they published"
      {...(undated > 0 ? { hint: `Without a date: ${undatedNames(sources, labels)}.` } : {})}
      table={{
        columns: ['Source', 'Published', 'Title'],
        rows: sources.map(({ article }) => [
          labels.get(article.id)?.name ?? '',
          article.publishedAt === null ? 'no date' : describeTime(article.publishedAt),
          article.title,
        ]),
      }}
    >
      {places.length > 0 && <PlotDrawing draw={draw} label={summarize(places)} />}
    </Picture>
  )
}

/** Date, with the time where the article gives one. */
function describeTime(iso: string): string {
  const at = Date.parse(iso)
  return iso.includes('T') && !Number.isNaN(at)
    ? `${formatDate(iso)}, ${time.format(at)} UTC`
    : formatDate(iso)
}

function undatedNames(sources: readonly ComparedSource[], labels: ReadonlyMap<string, SourceLabel>): string {
  return sources
    .filter(({ article }) => article.publishedAt === null)
    .map(({ article }) => labels.get(article.id)?.name ?? article.title)
    .join(', ')
}

function summarize(places: readonly TimePlace[]): string {
  return `Timeline: ${places.map(({ name, iso }) => `${name}, ${describeTime(iso)}`).join('; ')}.`
}

const NAME_LENGTH = 22
const ROW = 1.375

function drawTimeline(plot: PlotLibrary, { width, rem }: DrawingSize, places: readonly TimePlace[]): Element {
  const names = places.map(({ name }) => name)
  return plot.plot({
    width,
    height: (names.length * ROW + 1.75) * rem,
    marginTop: 0.25 * rem,
    marginBottom: 1.5 * rem,
    marginLeft: 9.5 * rem,
    marginRight: rem,
    style: { fontSize: '0.75rem' },
    x: {
      type: 'utc',
      label: null,
      grid: true,
      ticks: Math.max(2, Math.floor((width - 10.5 * rem) / (5 * rem))),
    },
    y: { domain: names, label: null, tickSize: 0, tickFormat: (name: string) => shorten(name, NAME_LENGTH) },
    marks: [
      plot.barX(
        places.filter(({ isMoment }) => !isMoment),
        {
          x1: 'from',
          x2: 'to',
          y: 'name',
          fill: 'var(--cr-accent)',
          fillOpacity: 0.45,
          rx: 2,
          insetTop: 0.25 * rem,
          insetBottom: 0.25 * rem,
          title: ({ name, iso }: TimePlace) => `${name}: ${describeTime(iso)}`,
        },
      ),
      plot.dot(
        places.filter(({ isMoment }) => isMoment),
        {
          x: 'from',
          y: 'name',
          r: 0.3125 * rem,
          fill: 'var(--cr-accent)',
          title: ({ name, iso }: TimePlace) => `${name}: ${describeTime(iso)}`,
        },
      ),
    ],
  })
}
