import { Button, SegmentedControl, UnstyledButton } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { showClusters, type Spread } from '#store/story'
import { countOf, formatCount } from '#ui/counts'
import type { SourceLabel } from '../labels'
import { Picture } from './Picture'
import classes from './Pictures.module.css'
import { PlotDrawing, type DrawingSize, type PlotLibrary } from './PlotDrawing'
import { sharingOf, type SharedSet, type Sharing as Counts } from './sharing'

const SPREADS: readonly { readonly spread: Spread; readonly label: string; readonly ground: number }[] = [
  { spread: 'all', label: 'in all', ground: 0.5 },
  { spread: 'some', label: 'in some', ground: 0.28 },
  { spread: 'one', label: 'in one', ground: 0.1 },
]

const KINDS: readonly { readonly kind: ClusterKind; readonly one: string; readonly many: string }[] = [
  { kind: 'utterance', one: 'utterance', many: 'utterances' },
  { kind: 'assertion', one: 'assertion', many: 'assertions' },
]

/** Sets of sources listed before "Show all". */
const FEW = 8

interface Bar {
  readonly kind: ClusterKind
  readonly row: string
  readonly spread: Spread
  readonly label: string
  readonly ground: number
  readonly count: number
  readonly title: string
}

interface SharingProps {
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
}

/** What is in all, some and one of the sources, and which sources share it; each part leads to the matrix. */
export function Sharing({ view, labels }: SharingProps) {
  const [kind, setKind] = useState<ClusterKind>('utterance')
  const counts = useMemo(
    () => ({ utterance: sharingOf(view, 'utterance'), assertion: sharingOf(view, 'assertion') }),
    [view],
  )
  const bars = useMemo(() => barsOf(counts), [counts])
  const draw = useCallback((plot: PlotLibrary, size: DrawingSize) => drawBars(plot, size, bars), [bars])
  return (
    <Picture
      title="What they have in common"
      hint="Press a part to see it in the matrix."
      table={{
        columns: ['Kind', ...SPREADS.map(({ label }) => `${label.slice(3)} of the sources`)],
        rows: KINDS.map(({ kind: one, many }) => [
          many,
          ...SPREADS.map(({ spread }) => formatCount(counts[one].spreads[spread])),
        ]),
      }}
    >
      <PlotDrawing
        draw={draw}
        label={`Stacked bars: ${bars.map(({ title }) => title).join('; ')}.`}
        onFollow={(href) => {
          const bar = bars.find((one) => hrefOf(one) === href)
          if (bar) showClusters(bar.kind, { by: 'spread', spread: bar.spread })
        }}
      />
      <SegmentedControl
        aria-label="Sets of sources of"
        w="fit-content"
        value={kind}
        onChange={(value) => setKind(value)}
        data={KINDS.map(({ kind: value, many }) => ({
          value,
          label: many.charAt(0).toUpperCase() + many.slice(1),
        }))}
      />
      <Sets key={kind} kind={kind} sets={counts[kind].sets} view={view} labels={labels} />
    </Picture>
  )
}

const hrefOf = ({ kind, spread }: Bar): string => `#${kind}-${spread}`

function barsOf(counts: Readonly<Record<ClusterKind, Counts>>): readonly Bar[] {
  return KINDS.flatMap(({ kind, one, many }) =>
    SPREADS.map(({ spread, label, ground }) => {
      const count = counts[kind].spreads[spread]
      const row = many.charAt(0).toUpperCase() + many.slice(1)
      const title = `${countOf(count, one, many)} ${label}${spread === 'one' ? ' source' : ' sources'}`
      return { kind, row, spread, label, ground, count, title }
    }).filter(({ count }) => count > 0),
  )
}

function drawBars(plot: PlotLibrary, { width, rem }: DrawingSize, bars: readonly Bar[]): Element {
  const longest = Math.max(
    1,
    ...KINDS.map(({ kind }) =>
      bars.filter((bar) => bar.kind === kind).reduce((sum, { count }) => sum + count, 0),
    ),
  )
  const left = 5.5 * rem
  const perOne = (width - left) / longest
  const stacked = plot.stackX({ x: 'count', y: 'row', order: null })
  return plot.plot({
    width,
    height: 5 * rem,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: left,
    marginRight: 0,
    style: { fontSize: '0.75rem' },
    x: { axis: null },
    y: { domain: [...new Set(bars.map(({ row }) => row))], label: null, tickSize: 0 },
    marks: [
      plot.barX(bars, {
        ...stacked,
        fill: 'var(--cr-accent)',
        fillOpacity: { value: 'ground', scale: false },
        stroke: 'var(--cr-accent)',
        strokeOpacity: 0.6,
        inset: 1,
        rx: 3,
        title: 'title',
        href: hrefOf,
      }),
      plot.text(bars, {
        ...stacked,
        // A label that has no room is left to the title.
        text: ({ count, label }: Bar) => {
          const room = count * perOne
          return room > 5 * rem ? `${count} ${label}` : room > 1.25 * rem ? String(count) : ''
        },
        fill: 'var(--cr-text)',
        pointerEvents: 'none',
      }),
    ],
  })
}

interface SetsProps extends SharingProps {
  readonly kind: ClusterKind
  readonly sets: readonly SharedSet[]
}

/** Which sources share how much: a row a set, a dot a source, a bar the count. */
function Sets({ kind, sets, view, labels }: SetsProps) {
  const [isLong, setLong] = useState(false)
  const most = Math.max(1, ...sets.map(({ count }) => count))
  const noun = KINDS.find((one) => one.kind === kind)
  if (sets.length === 0) return <p className={classes['hint']}>None are marked or suggested yet.</p>
  return (
    <>
      <table className={classes['sets']} aria-label="Which sources share how many">
        <thead>
          <tr>
            {view.sources.map(({ article }) => (
              <th key={article.id} scope="col" title={labels.get(article.id)?.name}>
                <span aria-hidden>{labels.get(article.id)?.number}</span>
                <span className={classes['unseen']}>{labels.get(article.id)?.name}</span>
              </th>
            ))}
            <th scope="col" className={classes['setCount']}>
              {noun?.many}
            </th>
          </tr>
        </thead>
        <tbody>
          {(isLong ? sets : sets.slice(0, FEW)).map((set) => {
            const names = set.articles.map((id) => labels.get(id)?.name).join(', ')
            return (
              <tr key={set.articles.join()}>
                {view.sources.map(({ article }) => {
                  const isIn = set.articles.includes(article.id)
                  return (
                    <td key={article.id}>
                      <span className={classes['dot']} data-in={isIn || undefined} aria-hidden />
                      <span className={classes['unseen']}>{isIn ? 'yes' : 'no'}</span>
                    </td>
                  )
                })}
                <td className={classes['setCount']}>
                  <UnstyledButton
                    className={classes['setBar'] ?? ''}
                    title={`In ${names}`}
                    aria-label={`${countOf(set.count, noun?.one ?? '', noun?.many)} in ${names}: show in the matrix`}
                    onClick={() => showClusters(kind, { by: 'articles', articles: set.articles })}
                  >
                    <span className={classes['setFill']} style={{ width: `${(set.count / most) * 70}%` }} />
                    <span>{formatCount(set.count)}</span>
                  </UnstyledButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {sets.length > FEW && !isLong && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setLong(true)}>
          Show all {formatCount(sets.length)} sets
        </Button>
      )}
    </>
  )
}
