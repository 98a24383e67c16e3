import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { readResultPage, RESULTS_A_PAGE, type FoundArticles } from '#services/search-session'
import type { SearchHit } from '#services/search'
import { useSearch } from '#store/search'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'
import { useZoom } from '#store/zoom'
import { countOf } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { openResult } from './actions'
import { RESULTS_ID } from './ids'
import { Marked } from './Marked'
import classes from './ResultList.module.css'

const ROW_HEIGHT = 5.25

/** The articles found, in dense rows with the words found marked; several can be selected. */
export function ResultList({ found }: { readonly found: FoundArticles }) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useSearch((state) => state.results)
  const initialOffset = useSearch.getState().resultsOffset
  const { total } = found.summary
  const ids = found.ids ?? found.pages.get(0)?.map(({ article }) => article) ?? []
  const size = ROW_HEIGHT * rem
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 6,
    initialOffset,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])
  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) useSearch.setState({ resultsOffset: element.scrollTop })
    }
  }, [])
  const items = virtualizer.getVirtualItems()
  const first = Math.floor((items[0]?.index ?? 0) / RESULTS_A_PAGE)
  const last = Math.floor((items.at(-1)?.index ?? 0) / RESULTS_A_PAGE)
  useEffect(() => {
    for (let page = first; page <= last; page++) void readResultPage(page)
  }, [first, last, found])

  const active = selection.active === null ? -1 : ids.indexOf(selection.active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size) - 1)
    const target = targetOfKey(event.key, active, ids.length, page)
    if (target !== null && ids.length > 0) {
      const results = moveTo(selection, ids, target, { toggle: isMod, extend: event.shiftKey })
      useSearch.setState({ results })
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      useSearch.setState({ results: toggleRow(selection, selection.active) })
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      useSearch.setState({ results: selectAll(selection, ids) })
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, article: string) => {
    const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
    useSearch.setState({ results: clickRow(selection, ids, article, modifiers) })
  }
  return (
    <div
      ref={scroller}
      id={RESULTS_ID}
      role="listbox"
      aria-label="Results"
      aria-multiselectable="true"
      aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (selection.active === null && ids[0] !== undefined)
          useSearch.setState({ results: { ...selection, active: ids[0], anchor: ids[0] } })
      }}
    >
      <div role="presentation" className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const hit = found.pages.get(Math.floor(index / RESULTS_A_PAGE))?.[index % RESULTS_A_PAGE]
          return (
            <div
              key={key}
              role="option"
              id={`${id}-${index}`}
              aria-setsize={total}
              aria-posinset={index + 1}
              aria-selected={hit !== undefined && selection.selected.has(hit.article)}
              data-active={index === active || undefined}
              className={classes['row']}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => hit && onClick(event, hit.article)}
              onDoubleClick={() => hit && openResult(hit)}
            >
              {hit ? <Result hit={hit} /> : <span className={classes['waiting']}>…</span>}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Result({ hit }: { readonly hit: SearchHit }) {
  const { snippet, textHits } = hit
  const date = hit.publishedAt === null ? 'no date' : formatDate(hit.publishedAt)
  return (
    <>
      <div className={classes['head']}>
        <span className={classes['title']} dir="auto">
          <Marked text={hit.title} hits={hit.titleHits} />
        </span>
        <span className={classes['facts']}>
          {hit.sourceName ?? 'no source'} · {date}
          {textHits !== null && textHits > 1 && ` · ${countOf(textHits, 'hit')}`}
        </span>
      </div>
      {snippet && (
        <div className={classes['snippet']} dir="auto">
          {snippet.start > 0 && '… '}
          <Marked
            text={snippet.text}
            hits={snippet.hits.map(({ start, end }) => ({
              start: start - snippet.start,
              end: end - snippet.start,
            }))}
          />
          {' …'}
        </div>
      )}
    </>
  )
}
