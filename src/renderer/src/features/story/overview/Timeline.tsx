import { useCallback, useMemo } from 'react'
import type { ComparedSource } from '#services/comparison'
import { formatDate } from '#ui/dates'
import type { SourceLabel } from '../labels'
import { NAMES, nameScale } from './name-scale'
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
  const all = useMemo(() => sources.flatMap(({ article }) => labels.get(article.id) ?? []), [sources, labels])
  const draw = useCallback(
    (plot: PlotLibrary, size: DrawingSize) => drawTimeline(plot, size, all, places),
    [all, places],
  )
  return (
    <Picture
      title="When they published"
      table={{
        columns: ['Source', 'Published', 'Title'],
        rows: sources.map(({ article }) => [
          labels.get(article.id)?.name ?? '',
          article.publishedAt === null ? 'no date' : describeTime(article.publishedAt),
          article.title,
        ]),
      }}
    >
      <PlotDrawing draw={draw} label={summarize(all, places)} />
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

function summarize(all: readonly SourceLabel[], places: readonly TimePlace[]): string {
  const dated = new Map(places.map(({ label, iso }) => [label, describeTime(iso)]))
  return `Timeline: ${all.map((label) => `${label.name}, ${dated.get(label) ?? 'no date'}`).join('; ')}.`
}

const ROW = 1.375
/** Room for the dates below the lines, in rem. */
const AXIS = 2.25

function drawTimeline(
  plot: PlotLibrary,
  { width, rem }: DrawingSize,
  all: readonly SourceLabel[],
  places: readonly TimePlace[],
): Element {
  const isDated = places.length > 0
  const row = ({ label }: TimePlace) => label.number
  const title = ({ label, iso }: TimePlace) => `${label.name}: ${describeTime(iso)}`
  const undated = all.filter((label) => !places.some((place) => place.label === label))
  return plot.plot({
    width,
    height: (all.length * ROW + (isDated ? AXIS : 0)) * rem,
    marginTop: 0,
    marginBottom: isDated ? AXIS * rem : 0,
    marginLeft: NAMES * rem,
    marginRight: 1.5 * rem,
    style: { fontSize: '0.75rem' },
    x: {
      type: 'utc',
      axis: isDated ? 'bottom' : null,
      label: null,
      grid: true,
      ticks: Math.max(2, Math.floor((width - (NAMES + 1.5) * rem) / (5 * rem))),
    },
    y: nameScale(all),
    marks: [
      plot.barX(
        places.filter(({ isMoment }) => !isMoment),
        {
          x1: 'from',
          x2: 'to',
          y: row,
          fill: 'var(--cr-accent)',
          fillOpacity: 0.45,
          rx: 2,
          insetTop: 0.25 * rem,
          insetBottom: 0.25 * rem,
          title,
        },
      ),
      plot.dot(
        places.filter(({ isMoment }) => isMoment),
        { x: 'from', y: row, r: 0.3125 * rem, fill: 'var(--cr-accent)', title },
      ),
      plot.text(undated, {
        frameAnchor: 'left',
        y: 'number',
        text: () => 'no date',
        fill: 'currentColor',
        fontStyle: 'italic',
      }),
    ],
  })
}
