import { memo } from 'react'
import type { ComparedSource } from '#services/comparison'
import { setBase } from '#store/story'
import { formatDate } from '#ui/dates'
import { shortName } from '../labels'
import type { ActiveCell } from './cells'
import classes from './Matrix.module.css'

interface ColumnHeadProps {
  readonly id: string
  readonly source: ComparedSource
  readonly column: number
  /** Width of the columns not drawn before it, CSS pixels. */
  readonly skipped: number
  readonly isBase: boolean
  readonly isActive: boolean
  readonly onActivate: (cell: ActiveCell) => void
}

/** A source: its name and date, and whether the others are held against it. Enter or a click makes it the base. */
export const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { id, source, column, skipped, isBase, isActive, onActivate } = props
  const { article, sourceName } = source
  return (
    <div
      role="columnheader"
      id={id}
      aria-colindex={column + 2}
      tabIndex={isActive ? 0 : -1}
      className={classes['columnHead']}
      data-base={isBase || undefined}
      data-active={isActive || undefined}
      style={{ marginInlineStart: skipped }}
      title={article.title === sourceName ? sourceName : `${sourceName}: ${article.title}`}
      onClick={() => onActivate({ row: -1, column })}
    >
      <span className={classes['sourceName']} dir="auto">
        {shortName(sourceName)}
      </span>
      <span className={classes['sourceFacts']}>
        {article.publishedAt === null ? 'no date' : formatDate(article.publishedAt)}
        {isBase ? (
          <b className={classes['base']}>base</b>
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={classes['makeBase']}
            onClick={() => setBase(article.id)}
          >
            make base
          </button>
        )}
      </span>
    </div>
  )
})
