import { useCallback, useMemo } from 'react'
import type { ComparedSource, Similarity } from '#services/comparison'
import type { SourceLabel } from '../labels'
import { NAMES, nameScale } from './name-scale'
import { percent } from './percent'
import { Picture } from './Picture'
import { PlotDrawing, type DrawingSize, type PlotLibrary } from './PlotDrawing'

interface HeatMapProps {
  readonly sources: readonly ComparedSource[]
  readonly labels: ReadonlyMap<string, SourceLabel>
  readonly similarities: readonly Similarity[]
}

interface Cell {
  /** The article whose words are looked for, and the one they are looked for in. */
  readonly row: SourceLabel
  readonly column: SourceLabel
  /** 0..1: share of the row's words that the column renders. */
  readonly share: number
}

/** How much of each source stands in each other one. */
export function HeatMap({ sources, labels, similarities }: HeatMapProps) {
  const cells = useMemo(() => cellsOf(similarities, labels), [similarities, labels])
  const all = useMemo(() => sources.flatMap(({ article }) => labels.get(article.id) ?? []), [sources, labels])
  const draw = useCallback(
    (plot: PlotLibrary, size: DrawingSize) => drawHeatMap(plot, size, all, cells),
    [all, cells],
  )
  return (
    <Picture
      title="How much they share"
      hint="Each row: the share of its words that the numbered source gives too, word for word or reworded."
      table={{
        columns: ['Source', ...all.map(({ number, name }) => `in ${number} ${name}`)],
        rows: all.map((row) => [
          `${row.number} ${row.name}`,
          ...all.map((column) => {
            const cell = cells.find((one) => one.row === row && one.column === column)
            return cell ? percent(cell.share) : '–'
          }),
        ]),
      }}
    >
      <PlotDrawing draw={draw} label={summarize(cells)} />
    </Picture>
  )
}

function cellsOf(
  similarities: readonly Similarity[],
  labels: ReadonlyMap<string, SourceLabel>,
): readonly Cell[] {
  return similarities.flatMap(({ a, b, aInB, bInA }) => {
    const [first, second] = [labels.get(a), labels.get(b)]
    if (!first || !second) return []
    return [
      { row: first, column: second, share: aInB },
      { row: second, column: first, share: bInA },
    ]
  })
}

/** The three strongest likenesses in words; the table has them all. */
function summarize(cells: readonly Cell[]): string {
  const strongest = cells.toSorted((a, b) => b.share - a.share).slice(0, 3)
  const words = strongest.map(
    ({ row, column, share }) => `${percent(share)} of ${row.name} stands in ${column.name}`,
  )
  return `Heat map of what the sources share. ${words.join('; ')}.`
}

/** The strongest ground; text on it keeps its contrast in both themes. */
const STRONGEST = 0.5
/** A row is never lower (rem), so that the names beside it stay apart, and a number above needs so much width. */
const LOWEST_ROW = 0.95
const NUMBER_WIDTH = 1.375
/** More sources leave no room for figures in the cells. */
const WITH_FIGURES = 10

function drawHeatMap(
  plot: PlotLibrary,
  { width, rem }: DrawingSize,
  all: readonly SourceLabel[],
  cells: readonly Cell[],
): Element {
  const left = NAMES * rem
  const cell = Math.min(3.25 * rem, (width - left - rem) / Math.max(1, all.length))
  const height = Math.max(LOWEST_ROW * rem, Math.min(cell, 2 * rem))
  const numbers = all.map(({ number }) => number)
  // Where columns are narrow, every second or third number stands above them.
  const step = Math.ceil((NUMBER_WIDTH * rem) / cell)
  return plot.plot({
    width: left + cell * all.length + 2,
    height: height * all.length + 1.5 * rem,
    marginTop: 1.375 * rem,
    marginBottom: 2,
    marginLeft: left,
    marginRight: 2,
    style: { fontSize: '0.75rem' },
    x: {
      domain: numbers,
      axis: 'top',
      label: null,
      tickSize: 0,
      padding: 0.04,
      ticks: numbers.filter((_, index) => index % step === 0),
    },
    y: nameScale(all),
    marks: [
      plot.cell(cells, {
        x: ({ column }: Cell) => column.number,
        y: ({ row }: Cell) => row.number,
        fill: 'var(--cr-accent)',
        // Shares would be taken for opacities as they are.
        fillOpacity: { value: ({ share }: Cell) => 0.03 + share * STRONGEST, scale: false },
        rx: 3,
        title: ({ row, column, share }: Cell) =>
          `${percent(share)} of the words of ${row.name} stand in ${column.name}`,
      }),
      ...(all.length > WITH_FIGURES
        ? []
        : [
            plot.text(cells, {
              x: ({ column }: Cell) => column.number,
              y: ({ row }: Cell) => row.number,
              text: ({ share }: Cell) => String(Math.round(share * 100)),
              fill: 'var(--cr-text)',
            }),
          ]),
    ],
  })
}
