import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, useEffect, useId, type MouseEvent } from 'react'
import { sortBy, useLibrary, type SortColumn } from '#store/library'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './ArticleTable.module.css'
import { Flags } from './Flags'
import { formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { formatLanguage, STATUS_LABELS } from './format'
import type { LibraryRow } from './rows'
import { StatusIcon } from './StatusIcon'
import { useArticleList } from './use-article-list'

const COLUMNS: readonly { readonly id: SortColumn; readonly label: string; readonly isNumber?: boolean }[] = [
  { id: 'title', label: 'Title' },
  { id: 'source', label: 'Source' },
  { id: 'date', label: 'Date' },
  { id: 'language', label: 'Language' },
  { id: 'words', label: 'Words', isNumber: true },
  { id: 'annotations', label: 'Annotations', isNumber: true },
  { id: 'status', label: 'Status' },
  { id: 'flags', label: 'Flags' },
]

const ROW_HEIGHT = 2
const HEADER_HEIGHT = 2

interface ArticleTableProps {
  /** Ids of the articles in the order shown. */
  readonly ids: readonly string[]
  /** Undefined while it is read. */
  readonly row: (id: string) => LibraryRow | undefined
  /** Called with the first and last place in sight. */
  readonly onShow: (first: number, last: number) => void
  readonly onOpen: (id: string) => void
}

/** All articles with all columns: what the library is when no article is open. */
export function ArticleTable({ ids, row: rowOf, onShow, onOpen }: ArticleTableProps) {
  const id = useId()
  const sort = useLibrary((state) => state.sort)
  const initialOffset = useLibrary.getState().tableOffset
  const { scroller, items, height, selection, active, onKeyDown, onRowClick, onRowDoubleClick } =
    useArticleList({
      ids,
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
      initialOffset,
      revealed: null,
      onOpen,
      onShow,
      opensOnClick: false,
    })

  useTakeLostFocus(scroller)
  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) useLibrary.setState({ tableOffset: element.scrollTop })
    }
  }, [scroller])

  const isActiveDrawn = items.some((item) => item.index === active)
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Articles"
      aria-rowcount={ids.length + 1}
      aria-colcount={COLUMNS.length}
      aria-multiselectable="true"
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['grid']}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" aria-rowindex={1} className={classes['row']}>
          {COLUMNS.map((column) => (
            <SortHeader
              key={column.id}
              column={column.id}
              label={column.label}
              isNumber={column.isNumber === true}
              direction={sort?.column !== column.id ? null : sort.descending ? 'descending' : 'ascending'}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['rows']} style={{ height }}>
        {items.map((item) => {
          const articleId = ids[item.index] ?? ''
          const row = rowOf(articleId)
          return row ? (
            <TableRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              top={item.start}
              row={row}
              isSelected={selection.selected.has(articleId)}
              isActive={item.index === active}
              onClick={onRowClick}
              onDoubleClick={onRowDoubleClick}
            />
          ) : (
            <PendingRow key={item.key} index={item.index} top={item.start} />
          )
        })}
      </div>
    </div>
  )
}

interface SortHeaderProps {
  readonly column: SortColumn
  readonly label: string
  readonly isNumber: boolean
  readonly direction: 'ascending' | 'descending' | null
}

function SortHeader({ column, label, isNumber, direction }: SortHeaderProps) {
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? 'none'}
      className={classes['header']}
      data-column={column}
      data-number={isNumber || undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes['sort']}
        title={`Sort by ${label.toLowerCase()}`}
        onClick={() => sortBy(column)}
      >
        <span>{label}</span>
        {direction && <Arrow size="0.75rem" aria-hidden />}
      </button>
    </div>
  )
}

interface TableRowProps {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly row: LibraryRow
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly onClick: (event: MouseEvent, id: string) => void
  readonly onDoubleClick: (id: string) => void
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, index, top, row, isSelected, isActive, onClick, onDoubleClick } = props
  const { article, sourceName, accepted, suggested, copies } = row
  const guessed = (field: 'title' | 'source' | 'publishedAt' | 'language') =>
    article.guessed.includes(field) ? { 'data-guessed': true, title: 'Guessed' } : {}
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(event, article.id)}
      onDoubleClick={() => onDoubleClick(article.id)}
    >
      <div role="gridcell" data-column="title" className={classes['cell']} title={article.title}>
        {article.title}
      </div>
      <div role="gridcell" data-column="source" className={classes['cell']} {...guessed('source')}>
        {sourceName ?? <Unknown />}
      </div>
      <div role="gridcell" data-column="date" className={classes['cell']} {...guessed('publishedAt')}>
        {article.publishedAt === null ? <Unknown /> : formatDate(article.publishedAt)}
      </div>
      <div role="gridcell" data-column="language" className={classes['cell']} {...guessed('language')}>
        {article.language === null ? <Unknown /> : formatLanguage(article.language)}
      </div>
      <div role="gridcell" data-column="words" data-number className={classes['cell']}>
        {formatCount(article.words)}
      </div>
      <div
        role="gridcell"
        data-column="annotations"
        data-number
        className={classes['cell']}
        title={
          suggested > 0 ? `${formatCount(accepted)} made, ${formatCount(suggested)} suggested` : undefined
        }
      >
        {accepted > 0 || suggested > 0 ? formatCount(accepted) : <Unknown text="none" />}
        {suggested > 0 && <span className={classes['suggested']}> +{formatCount(suggested)}</span>}
      </div>
      <div role="gridcell" data-column="status" className={classes['cell']}>
        <span className={classes['status']}>
          <StatusIcon status={article.status} isDecoration />
          {STATUS_LABELS[article.status]}
        </span>
      </div>
      <div role="gridcell" data-column="flags" className={classes['cell']}>
        <Flags article={article} copies={copies} />
      </div>
    </div>
  )
})

/** A dash to the eye, a word to the ear. */
function Unknown({ text = 'unknown' }: { readonly text?: string }) {
  return (
    <span className={classes['unknown']} role="img" aria-label={text}>
      –
    </span>
  )
}

/** A row that is being read. */
function PendingRow({ index, top }: Pick<TableRowProps, 'index' | 'top'>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-busy className={classes['cell']} />
    </div>
  )
}
