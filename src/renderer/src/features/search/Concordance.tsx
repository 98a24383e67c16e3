import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Select } from '@mantine/core'
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Codebook } from '#core/model/codebook'
import { sortedWord, type ConcordanceOrder } from '#core/search/concordance'
import { wordsOf } from '#core/search/words'
import type { Concordance as Lines } from '#services/search'
import { orderLines, useSearch } from '#store/search'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'
import { useZoom } from '#store/zoom'
import { countOf, formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { openLine } from './actions'
import classes from './Concordance.module.css'
import { LINES_ID } from './ids'
import { LinesBar } from './LinesBar'
import { lineKey } from './lines'

const ROW_HEIGHT = 1.75

const ORDERS: readonly { readonly value: ConcordanceOrder; readonly label: string }[] = [
  { value: 'article', label: 'As articles were found' },
  { value: 'hit', label: 'By the words found' },
  { value: 'left', label: 'By the 1st word before' },
  { value: 'left-2', label: 'By the 2nd word before' },
  { value: 'left-3', label: 'By the 3rd word before' },
  { value: 'right', label: 'By the 1st word after' },
  { value: 'right-2', label: 'By the 2nd word after' },
  { value: 'right-3', label: 'By the 3rd word after' },
]

interface ConcordanceProps {
  readonly lines: Lines
  readonly codebook: Codebook
}

/** The lines in which the words stand, with the words below each other (key word in context). */
export function Concordance({ lines, codebook }: ConcordanceProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useSearch((state) => state.lines)
  const order = useSearch((state) => state.lineOrder)
  const most = useSearch((state) => state.mostLines)
  const { rows, articles } = lines
  const keys = useMemo(() => rows.map(lineKey), [rows])
  const initialOffset = useSearch.getState().linesOffset
  const size = ROW_HEIGHT * rem
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 12,
    initialOffset,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])
  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) useSearch.setState({ linesOffset: element.scrollTop })
    }
  }, [])
  useEffect(() => {
    scroller.current?.scrollTo({ top: useSearch.getState().linesOffset })
  }, [order])

  const active = selection.active === null ? -1 : keys.indexOf(selection.active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size) - 1)
    const target = targetOfKey(event.key, active, keys.length, page)
    if (target !== null && keys.length > 0) {
      useSearch.setState({
        lines: moveTo(selection, keys, target, { toggle: isMod, extend: event.shiftKey }),
      })
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      useSearch.setState({ lines: toggleRow(selection, selection.active) })
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      useSearch.setState({ lines: selectAll(selection, keys) })
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, key: string) => {
    const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
    useSearch.setState({ lines: clickRow(selection, keys, key, modifiers) })
  }
  const items = virtualizer.getVirtualItems()
  return (
    <>
      <div className={classes['bar']}>
        <Select
          aria-label="Order of the lines"
          className={classes['order'] ?? ''}
          allowDeselect={false}
          value={order}
          data={ORDERS}
          onChange={(value) => value !== null && orderLines(value)}
        />
        <span className={classes['count']} role="status" aria-label="Lines">
          {countOf(rows.length, 'line')}
          {lines.read < lines.total && ` of the first ${countOf(lines.read, 'article')}`}
        </span>
        {lines.read < lines.total && (
          <Button variant="subtle" onClick={() => useSearch.setState({ mostLines: most * 5 })}>
            Up to {formatCount(most * 5)}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={classes['none']}>
          The words stand in titles or notes only, or the query has filters alone; there is no line of a text
          to show.
        </p>
      ) : (
        <div
          ref={scroller}
          id={LINES_ID}
          role="listbox"
          aria-label="Lines of the concordance"
          aria-multiselectable="true"
          aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
          tabIndex={0}
          className={classes['list']}
          onKeyDown={onKeyDown}
          onFocus={() => {
            if (selection.active === null && keys[0] !== undefined)
              useSearch.setState({ lines: { ...selection, active: keys[0], anchor: keys[0] } })
          }}
        >
          <div role="presentation" className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows[index]
              const key = keys[index]
              if (!row || key === undefined) return null
              const article = articles.get(row.article)
              return (
                <div
                  key={key}
                  role="option"
                  id={`${id}-${index}`}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  aria-selected={selection.selected.has(key)}
                  data-active={index === active || undefined}
                  className={classes['row']}
                  style={{ transform: `translateY(${start}px)` }}
                  title={article?.title}
                  onClick={(event) => onClick(event, key)}
                  onDoubleClick={() => openLine(row)}
                >
                  <span className={classes['article']}>
                    {article?.sourceName ?? article?.title}
                    {article?.publishedAt && ` · ${formatDate(article.publishedAt)}`}
                  </span>
                  <span className={classes['line']} dir={RIGHT_TO_LEFT.test(row.hit) ? 'rtl' : 'ltr'}>
                    <span className={classes['left']}>
                      <span>
                        <Context text={row.left} side="left" order={order} />
                      </span>
                    </span>
                    <mark className={classes['hit']}>{row.hit}</mark>
                    <span className={classes['right']}>
                      <Context text={row.right} side="right" order={order} />
                    </span>
                  </span>
                </div>
              )
            })}
          </div>
        </div>
      )}
      <LinesBar codebook={codebook} />
    </>
  )
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

interface ContextProps {
  readonly text: string
  readonly side: 'left' | 'right'
  readonly order: ConcordanceOrder
}

/** What stands beside the words, with the word underlined that the lines are sorted by. */
function Context({ text, side, order }: ContextProps) {
  const sorted = sortedWord(order)
  if (sorted?.side !== side) return <>{text}</>
  const { starts, ends } = wordsOf(text)
  const index = side === 'left' ? starts.length - sorted.word : sorted.word - 1
  const [start, end] = [starts[index], ends[index]]
  if (start === undefined || end === undefined) return <>{text}</>
  return (
    <>
      {text.slice(0, start)}
      <span className={classes['sorted']}>{text.slice(start, end)}</span>
      {text.slice(end)}
    </>
  )
}
