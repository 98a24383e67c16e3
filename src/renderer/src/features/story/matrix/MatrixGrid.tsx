import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { MatrixRow } from '#core/compare/matrix'
import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { isIn, toggleIn, useMatrix } from '#store/matrix'
import { keepPlace, placeIn, useStoryView } from '#store/story'
import { useZoom } from '#store/zoom'
import { activateCell, dropHere, openMember, openMatrix, tabOf } from './actions'
import { cellAfterKey, foundCell, keptMember, type ActiveCell } from './cells'
import { ColumnHead } from './ColumnHead'
import { skippedBefore } from './drawn-columns'
import classes from './Matrix.module.css'
import { MatrixRowView } from './MatrixRowView'
import { keptSizes, keepSizes } from './row-sizes'
import type { Room } from './use-room'

interface MatrixGridProps {
  readonly view: ComparisonView
  readonly kind: ClusterKind
  /** Not empty. */
  readonly rows: readonly MatrixRow[]
  readonly base: number
  /** What the grid may fill, inside its scroll bars. */
  readonly room: Room
}

/** Widths in rem: of the heads of the rows, and the least of a column. */
const HEAD_WIDTH = 11
const LEAST_WIDTH = 12.5
/** Height of the heads of the columns and of a row before it is measured, in rem. */
const HEAD_HEIGHT = 2.75
const ESTIMATE = 7
/** With more columns than this only those in sight are drawn, and rows do not grow with what is out of sight. */
const MANY_COLUMNS = 8

/** The grid (WAI-ARIA): rows and columns drawn where they are seen, one cell with the focus. */
export function MatrixGrid({ view, kind, rows, base, room }: MatrixGridProps) {
  const id = useId()
  const tab = tabOf(kind)
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const kept = useStoryView(() => placeIn(tab).active)
  const expanded = useMatrix((state) => state.expanded)
  const selected = useMatrix((state) => state.selected)
  const differences = useMatrix((state) => state.differences)
  const moving = useMatrix((state) => state.moving)
  const columns = view.sources.length
  const active = foundCell(kept, rows, columns)
  const member = keptMember(kept)
  const isMany = columns > MANY_COLUMNS
  const headWidth = HEAD_WIDTH * rem
  const columnWidth = Math.max(LEAST_WIDTH * rem, Math.floor((room.width - headWidth) / columns))
  // Read once: later the grid is where the person scrolls it.
  const start = useRef(placeIn(tab)).current
  const sizesKey = `${view.story.id} ${kind} ${rem} ${columnWidth}`

  const withActive = useCallback(
    (index: number, count: number) => (range: Range) => {
      const seen = defaultRangeExtractor(range)
      return index < 0 || index >= count || seen.includes(index)
        ? seen
        : [...seen, index].toSorted((a, b) => a - b)
    },
    [],
  )
  const rowVirtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE * rem,
    getItemKey: (index) => rows[index]?.cluster.id ?? index,
    overscan: 3,
    paddingStart: HEAD_HEIGHT * rem,
    scrollPaddingStart: HEAD_HEIGHT * rem,
    initialOffset: start.top,
    initialRect: room,
    initialMeasurementsCache: keptSizes(sizesKey),
    // The row with the focus stays drawn wherever it is, or the focus would be lost.
    rangeExtractor: withActive(active.row, rows.length),
  })
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: isMany ? 1 : columns,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
    initialOffset: start.left,
    initialRect: room,
    rangeExtractor: withActive(active.column, columns),
  })
  useLayoutEffect(() => columnVirtualizer.measure(), [columnVirtualizer, columnWidth])

  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) keepPlace(tab, { top: element.scrollTop, left: element.scrollLeft })
      keepSizes(sizesKey, rowVirtualizer.measurementsCache)
    }
  }, [tab, rowVirtualizer, sizesKey])

  const cellId = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id])
  // True while the focus is to go to the active cell as soon as that is drawn: at first, and after a key.
  const wantsFocus = useRef(
    document.activeElement === null ||
      document.activeElement === document.body ||
      document.activeElement.closest('[role="tab"]') === null,
  )
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const element = document.getElementById(cellId(active.row, active.column))
    if (!element) return
    wantsFocus.current = false
    element.focus({ preventScroll: true })
  })

  // A decision makes rows anew: the focus goes with the words, and with nothing else focused keys belong here.
  const { row: activeRow, column: activeColumn } = active
  useEffect(() => {
    const { activeElement } = document
    const cell = document.getElementById(cellId(activeRow, activeColumn))
    const isOurs =
      activeElement === null || activeElement === document.body || scroller.current?.contains(activeElement)
    if (!isOurs || cell === null || cell === activeElement) return
    if (activeRow >= 0) rowVirtualizer.scrollToIndex(activeRow, { align: 'auto' })
    cell.focus({ preventScroll: true })
  }, [rows, activeRow, activeColumn, cellId, rowVirtualizer])

  const goTo = useCallback(
    (cell: ActiveCell, chosen: string | null = null) => {
      const matrix = openMatrix()
      if (!matrix) return
      wantsFocus.current = true
      activateCell(matrix, cell, chosen)
      if (cell.row >= 0) rowVirtualizer.scrollToIndex(cell.row, { align: 'auto' })
      if (cell.column >= 0) columnVirtualizer.scrollToIndex(cell.column, { align: 'auto' })
    },
    [rowVirtualizer, columnVirtualizer],
  )

  const drawnRows = rowVirtualizer.getVirtualItems()
  const drawnColumns = columnVirtualizer.getVirtualItems()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return
    const page = Math.max(1, drawnRows.length - 7)
    const next = cellAfterKey(
      { key: event.key, mod: event.ctrlKey || event.metaKey },
      active,
      rows.length,
      columns,
      page,
    )
    if (!next) return
    event.preventDefault()
    goTo(next)
  }
  const onCell = useCallback(
    (event: MouseEvent, row: number, column: number, chosen: string | null) => {
      const matrix = openMatrix()
      if (!matrix) return
      goTo({ row, column }, chosen)
      if (event.ctrlKey || event.metaKey) {
        // As in lists: with Ctrl a click adds the row to those selected.
        const members = matrix.rows[row]?.cluster.members
        if (members) useMatrix.setState((state) => ({ selected: toggleIn(state.selected, members) }))
      } else if (useMatrix.getState().moving !== null) void dropHere()
    },
    [goTo],
  )
  const onOpen = useCallback((id: string) => {
    const annotation = openMatrix()?.view.annotations.get(id)
    if (annotation) openMember(annotation)
  }, [])

  const first = drawnColumns[0]
  const shownColumns = drawnColumns.map(({ index }) => index)
  const columnsKey = shownColumns.join(' ')
  const totalWidth = headWidth + columns * columnWidth
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={kind === 'utterance' ? 'Utterances by source' : 'Assertions by source'}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns + 1}
      aria-multiselectable="true"
      className={classes['grid']}
      data-moving={moving !== null || undefined}
      data-many={isMany || undefined}
      style={{ '--head-width': `${headWidth}px`, '--column-width': `${columnWidth}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes['heads']} style={{ width: totalWidth }}>
        <div role="row" aria-rowindex={1} className={classes['row']}>
          <div
            role="columnheader"
            id={cellId(-1, -1)}
            aria-colindex={1}
            tabIndex={active.row === -1 && active.column === -1 ? 0 : -1}
            className={classes['corner']}
            data-active={(active.row === -1 && active.column === -1) || undefined}
            onClick={() => goTo({ row: -1, column: -1 })}
          >
            {kind === 'utterance' ? 'Utterance' : 'Assertion'}
          </div>
          {shownColumns.map((column, at) => {
            const source = view.sources[column]
            return source ? (
              <ColumnHead
                key={source.article.id}
                id={cellId(-1, column)}
                source={source}
                column={column}
                skipped={skippedBefore(shownColumns, at) * columnWidth}
                isBase={column === base}
                isActive={active.row === -1 && active.column === column}
                onActivate={goTo}
              />
            ) : null
          })}
        </div>
      </div>
      <div
        role="rowgroup"
        className={classes['rows']}
        style={{ height: rowVirtualizer.getTotalSize() - HEAD_HEIGHT * rem, width: totalWidth }}
      >
        {first &&
          drawnRows.map((item) => {
            const row = rows[item.index]
            return row ? (
              <MatrixRowView
                key={item.key}
                measure={rowVirtualizer.measureElement}
                top={item.start - HEAD_HEIGHT * rem}
                index={item.index}
                row={row}
                view={view}
                base={base}
                columnsKey={columnsKey}
                columnWidth={columnWidth}
                activeColumn={item.index === active.row ? active.column : null}
                member={item.index === active.row ? member : null}
                isExpanded={isIn(expanded, row.cluster.members)}
                isSelected={isIn(selected, row.cluster.members)}
                moving={moving}
                differences={differences}
                cellId={cellId}
                onCell={onCell}
                onOpen={onOpen}
              />
            ) : null
          })}
      </div>
    </div>
  )
}
