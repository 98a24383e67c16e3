import { memo, useMemo, type MouseEvent } from 'react'
import { valueSigns, type MatrixRow } from '#core/compare/matrix'
import type { ComparisonView } from '#services/comparison'
import { skippedBefore } from './drawn-columns'
import classes from './Matrix.module.css'
import { MatrixCellView } from './MatrixCellView'
import { RowHead } from './RowHead'

interface MatrixRowViewProps {
  readonly measure: (element: HTMLElement | null) => void
  /** CSS pixels from the top of the rows. */
  readonly top: number
  readonly index: number
  readonly row: MatrixRow
  readonly view: ComparisonView
  readonly base: number
  /** The columns drawn, as text: the same text, the same columns. */
  readonly columnsKey: string
  readonly columnWidth: number
  /** The cell of this row that has the keyboard, -1 for its head; null while another row has it. */
  readonly activeColumn: number | null
  readonly member: string | null
  readonly isExpanded: boolean
  readonly isSelected: boolean
  readonly moving: string | null
  readonly differences: boolean
  readonly cellId: (row: number, column: number) => string
  readonly onCell: (event: MouseEvent, row: number, column: number, member: string | null) => void
  readonly onOpen: (member: string) => void
}

/** One row: its head, and what each source says. */
export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowViewProps) {
  const { measure, top, index, row, view, base, columnsKey, columnWidth, activeColumn } = props
  const { member, isExpanded, isSelected, moving, differences, cellId, onCell, onOpen } = props
  const columns = useMemo(() => columnsKey.split(' ').map(Number), [columnsKey])
  const values = useMemo(() => valueSigns(row), [row])
  const against = row.cells[base]?.[0] ?? null
  return (
    <div
      ref={measure}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes['row']}
      data-active={activeColumn !== null || undefined}
      data-expanded={isExpanded || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHead
        id={cellId(index, -1)}
        index={index}
        row={row}
        view={view}
        isExpanded={isExpanded}
        isActive={activeColumn === -1}
        onCell={onCell}
      />
      {columns.map((column, at) => (
        <MatrixCellView
          key={column}
          id={cellId(index, column)}
          row={row}
          index={index}
          column={column}
          skipped={skippedBefore(columns, at) * columnWidth}
          view={view}
          values={values}
          against={column === base || !differences ? null : against}
          isBase={column === base}
          isActive={activeColumn === column}
          member={activeColumn === column ? member : null}
          isExpanded={isExpanded}
          moving={moving}
          onCell={onCell}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
})
