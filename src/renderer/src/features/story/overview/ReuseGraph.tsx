import { useId } from 'react'
import type { ComparedSource, ComparisonView } from '#services/comparison'
import { useZoom } from '#store/zoom'
import { shorten, type SourceLabel } from '../labels'
import { percent } from './percent'
import { Picture } from './Picture'
import classes from './Pictures.module.css'
import { reuseLinks, type ReuseLink } from './reuse-links'

interface ReuseGraphProps {
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
}

/** Which source has text of which: an arc for each two, with an arrow where the dates tell the way. */
export function ReuseGraph({ view, labels }: ReuseGraphProps) {
  const links = reuseLinks(view)
  const nameOf = (id: string) => labels.get(id)?.name ?? ''
  return (
    <Picture
      title="Who has text of whom"
      hint={
        links.length === 0
          ? 'No source was found to take over text of another.'
          : 'Arrows point from the earlier article to the later one; without dates there is no arrow.'
      }
      table={{
        columns: ['Earlier', 'Later', 'Share', 'How', 'Order known'],
        rows: links.map(({ from, to, share, manner, isDirected }) => [
          nameOf(from),
          nameOf(to),
          percent(share),
          manner,
          isDirected ? 'by date' : 'no',
        ]),
      }}
    >
      {links.length > 0 && (
        <Arcs
          sources={view.sources}
          labels={labels}
          links={links}
          label={`Reuse graph. ${links
            .map(
              ({ from, to, share, isDirected }) =>
                `${percent(share)} ${isDirected ? `from ${nameOf(from)} to ${nameOf(to)}` : `between ${nameOf(from)} and ${nameOf(to)}`}`,
            )
            .join('; ')}.`}
        />
      )}
    </Picture>
  )
}

/** Sizes in rem. */
const ROW = 1.75
const NODES = 11
const PAD = 0.5
const NAME_LENGTH = 22

interface ArcsProps {
  readonly sources: readonly ComparedSource[]
  readonly labels: ReadonlyMap<string, SourceLabel>
  readonly links: readonly ReuseLink[]
  readonly label: string
}

/** Sources below each other by date, arcs beside them; the further apart, the wider the arc. */
function Arcs({ sources, labels, links, label }: ArcsProps) {
  const rem = useZoom((state) => state.rem)
  const marker = useId()
  const rows = new Map(sources.map(({ article }, index) => [article.id, index]))
  const yOf = (id: string) => (PAD + ROW * ((rows.get(id) ?? 0) + 0.5)) * rem
  const reach = Math.max(1, ...links.map(({ from, to }) => spanOf(rows, from, to)))
  const arcWidth = Math.min(12, 3 + reach * 1.5)
  const width = (NODES + arcWidth + 3) * rem
  const height = (2 * PAD + ROW * sources.length) * rem
  const x = NODES * rem
  return (
    <svg
      className={classes['arcs']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <defs>
        <marker
          id={marker}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth={0.625 * rem}
          markerHeight={0.625 * rem}
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" className={classes['arrow']} />
        </marker>
      </defs>
      {links.map((link) => {
        const [from, to] = [yOf(link.from), yOf(link.to)]
        const bend = x + ((arcWidth * spanOf(rows, link.from, link.to)) / reach) * rem
        const start = x + 0.5 * rem
        return (
          <g key={link.finding}>
            <path
              className={classes['arc']}
              d={`M${start} ${from} C${bend} ${from} ${bend} ${to} ${start} ${to}`}
              strokeWidth={(0.09375 + link.share * 0.1875) * rem}
              markerEnd={link.isDirected ? `url(#${marker})` : undefined}
            >
              <title>{`${percent(link.share)}, ${link.manner}`}</title>
            </path>
            <text
              className={classes['share']}
              x={start + (bend - start) * 0.75 + 0.375 * rem}
              y={(from + to) / 2}
            >
              {percent(link.share)}
            </text>
          </g>
        )
      })}
      {sources.map(({ article }) => {
        const source = labels.get(article.id)
        return (
          <g key={article.id}>
            <circle className={classes['node']} cx={x} cy={yOf(article.id)} r={0.28125 * rem} />
            <text className={classes['nodeName']} x={x - 0.75 * rem} y={yOf(article.id)}>
              {`${shorten(source?.name ?? article.title, NAME_LENGTH)}  ${source?.number ?? ''}`}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function spanOf(rows: ReadonlyMap<string, number>, from: string, to: string): number {
  return Math.abs((rows.get(from) ?? 0) - (rows.get(to) ?? 0))
}
