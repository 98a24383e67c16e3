import { Button, Menu, Popover, Select, Switch } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import type { MatrixOrder } from '#core/compare/matrix'
import { CHANGE_SIGNS } from '#core/compare/marked-words'
import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { runCommand } from '#store/command-registry'
import { useMatrix } from '#store/matrix'
import { setBase, setClusterFilter, useStoryView, type ClusterFilter } from '#store/story'
import { countOf, formatCount } from '#ui/counts'
import { shortName } from '../labels'
import classes from './Matrix.module.css'

interface MatrixToolbarProps {
  readonly view: ComparisonView
  readonly kind: ClusterKind
  readonly shown: number
  readonly total: number
}

const SHOW = [
  { value: 'any', label: 'All rows' },
  { value: 'all', label: 'In all sources' },
  { value: 'some', label: 'In some sources' },
  { value: 'one', label: 'In one source' },
  { value: 'findings', label: 'With findings' },
  { value: 'undecided', label: 'Undecided' },
]

const ORDERS: { readonly value: MatrixOrder; readonly label: string }[] = [
  { value: 'spread', label: 'Most sources first' },
  { value: 'conflict', label: 'Conflicts first' },
  { value: 'base', label: 'As in the base' },
]

/** What narrows and orders the rows, what the words are held against, and the ways out. */
export function MatrixToolbar({ view, kind, shown, total }: MatrixToolbarProps) {
  const order = useMatrix((state) => state.order)
  const only = useMatrix((state) => state.only)
  const differences = useMatrix((state) => state.differences)
  const filter = useStoryView((state) => state.clusterFilters[kind])
  const base = useStoryView((state) => state.base)
  return (
    <div className={classes['toolbar']}>
      <Select
        aria-label="Rows shown"
        size="xs"
        className={classes['choice'] ?? ''}
        allowDeselect={false}
        data={SHOW}
        value={only ?? (filter?.by === 'spread' ? filter.spread : 'any')}
        onChange={(value) => showRows(kind, value)}
      />
      <Select
        aria-label="Order of the rows"
        size="xs"
        className={classes['choice'] ?? ''}
        allowDeselect={false}
        data={ORDERS}
        value={order}
        onChange={(value) => {
          const chosen = ORDERS.find((one) => one.value === value)
          if (chosen) useMatrix.setState({ order: chosen.value })
        }}
      />
      <Select
        aria-label="Base: the source that the others are held against"
        size="xs"
        className={classes['choice'] ?? ''}
        allowDeselect={false}
        data={view.sources.map(({ article, sourceName }) => ({
          value: article.id,
          label: `Base: ${shortName(sourceName)}`,
        }))}
        value={base ?? view.sources[0]?.article.id ?? null}
        onChange={setBase}
      />
      <Switch
        label="Differences"
        size="xs"
        checked={differences}
        onChange={(event) => useMatrix.setState({ differences: event.currentTarget.checked })}
      />
      {filter !== null && filter.by !== 'spread' && <Narrowed kind={kind} filter={filter} view={view} />}
      <span className={classes['count']} role="status">
        {shown === total ? countOf(total, 'row') : `${formatCount(shown)} of ${countOf(total, 'row')}`}
      </span>
      {differences && (
        <>
          <Legend />
          <Popover position="bottom-start" withinPortal>
            <Popover.Target>
              <Button variant="subtle" size="compact-xs" className={classes['legendButton'] ?? ''}>
                Signs
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Legend />
            </Popover.Dropdown>
          </Popover>
        </>
      )}
      <span className={classes['space']} />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size="0.875rem" aria-hidden />}
            aria-haspopup="menu"
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => runCommand('matrix.copy')}>Copy as table</Menu.Item>
          <Menu.Item onClick={() => runCommand('matrix.csv')}>Export matrix as CSV…</Menu.Item>
          <Menu.Item onClick={() => runCommand('story.report')}>Export report (HTML)…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function showRows(kind: ClusterKind, value: string | null): void {
  useMatrix.setState({ only: value === 'findings' || value === 'undecided' ? value : null })
  const isSpread = value === 'all' || value === 'some' || value === 'one'
  setClusterFilter(kind, isSpread ? { by: 'spread', spread: value } : null)
}

interface NarrowedProps {
  readonly kind: ClusterKind
  readonly filter: Exclude<ClusterFilter, { by: 'spread' }>
  readonly view: ComparisonView
}

/** Another view has narrowed the rows: says to what, and takes it back. */
function Narrowed({ kind, filter, view }: NarrowedProps) {
  const names =
    filter.by === 'articles'
      ? view.sources.flatMap(({ article, sourceName }) =>
          filter.articles.includes(article.id) ? shortName(sourceName) : [],
        )
      : []
  return (
    <Button
      variant="light"
      size="compact-xs"
      rightSection={<IconX size="0.75rem" aria-hidden />}
      aria-label="Show all rows again"
      onClick={() => setClusterFilter(kind, null)}
    >
      {filter.by === 'cluster' ? `One ${kind}` : `Only in ${names.join(', ')}`}
    </Button>
  )
}

/** What the signs beside the words mean. */
function Legend() {
  return (
    <span className={classes['legend']}>
      <ins>only here</ins> <del>only in the base</del>
      {Object.values(CHANGE_SIGNS).map(({ letter, name }) => (
        <span key={name} className={classes['legendSign']}>
          <b>{letter}</b> {name}
        </span>
      ))}
    </span>
  )
}
