import { memo, useId, type MouseEvent } from 'react'
import classes from './ArticleList.module.css'
import { Flags } from './Flags'
import { formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import type { LibraryRow } from './rows'
import { StatusIcon } from './StatusIcon'
import { useArticleList } from './use-article-list'

const ROW_HEIGHT = 3.25

interface ArticleListProps {
  /** Ids of the articles in the order shown. */
  readonly ids: readonly string[]
  /** Undefined while it is read. */
  readonly row: (id: string) => LibraryRow | undefined
  /** Called with the first and last place in sight. */
  readonly onShow: (first: number, last: number) => void
  /** Id of the article in the reader, null for none. */
  readonly opened: string | null
  readonly onOpen: (id: string) => void
}

/** Articles in dense rows of two lines: what the library is beside the reader and in a narrow window. */
export function ArticleList({ ids, row: rowOf, onShow, opened, onOpen }: ArticleListProps) {
  const id = useId()
  const { scroller, items, height, selection, active, onKeyDown, onRowClick, onRowDoubleClick } =
    useArticleList({
      ids,
      rowHeight: ROW_HEIGHT,
      headerHeight: 0,
      initialOffset: 0,
      revealed: opened,
      onOpen,
      onShow,
      opensOnClick: opened !== null,
    })
  const isActiveDrawn = items.some((item) => item.index === active)
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Articles"
      aria-multiselectable="true"
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes['rows']} style={{ height }}>
        {items.map((item) => {
          const articleId = ids[item.index] ?? ''
          const row = rowOf(articleId)
          return row ? (
            <ListRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              count={ids.length}
              top={item.start}
              row={row}
              isSelected={selection.selected.has(articleId)}
              isActive={item.index === active}
              isOpened={articleId === opened}
              onClick={onRowClick}
              onDoubleClick={onRowDoubleClick}
            />
          ) : (
            <div
              key={item.key}
              role="presentation"
              className={classes['row']}
              style={{ transform: `translateY(${item.start}px)` }}
            />
          )
        })}
      </div>
    </div>
  )
}

interface ListRowProps {
  readonly id: string
  readonly index: number
  readonly count: number
  readonly top: number
  readonly row: LibraryRow
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isOpened: boolean
  readonly onClick: (event: MouseEvent, id: string) => void
  readonly onDoubleClick: (id: string) => void
}

const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, index, count, top, row, isSelected, isActive, isOpened, onClick, onDoubleClick } = props
  const { article, sourceName, accepted, suggested, copies } = row
  const particulars = [
    sourceName ?? 'Unknown source',
    ...(article.publishedAt === null ? [] : [formatDate(article.publishedAt)]),
  ]
  return (
    <div
      role="option"
      id={id}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-selected={isSelected}
      aria-current={isOpened ? 'page' : undefined}
      data-active={isActive || undefined}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(event, article.id)}
      onDoubleClick={() => onDoubleClick(article.id)}
    >
      <StatusIcon status={article.status} />
      <span className={classes['title']} title={article.title}>
        {article.title}
      </span>
      <span className={classes['count']}>
        {accepted > 0 && <span title={`${formatCount(accepted)} annotations`}>{formatCount(accepted)}</span>}
        {suggested > 0 && (
          <span className={classes['suggested']} title={`${formatCount(suggested)} suggested`}>
            +{formatCount(suggested)}
          </span>
        )}
      </span>
      <span className={classes['particulars']}>{particulars.join(' · ')}</span>
      <span className={classes['flags']}>
        <Flags article={article} copies={copies} />
      </span>
    </div>
  )
})
