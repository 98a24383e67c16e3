import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useSearch } from '#store/search'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'
import { useZoom } from '#store/zoom'
import classes from './FoundList.module.css'

interface FoundListProps {
  readonly id: string
  readonly label: string
  /** Which selection and place of the search it is. */
  readonly part: 'results' | 'lines'
  /** Height of a row, in rem. */
  readonly rowHeight: number
  /** Rows drawn beyond those in sight. */
  readonly overscan: number
  /** Rows in all, also those that are not known yet. */
  readonly count: number
  /** By what rows are selected, in order, as far as they are known. */
  readonly keys: readonly string[]
  /** When it changes, the list goes to the place that the search remembers. */
  readonly order: string
  readonly rowClass: string | undefined
  readonly rowTitle?: (index: number) => string | undefined
  readonly onOpen: (index: number) => void
  /** Called with the first and last row drawn. */
  readonly onShow?: (first: number, last: number) => void
  /** What a row shows. */
  readonly children: (index: number) => ReactNode
}

/** What a search found, in rows of one height, drawn where they are in sight; several can be selected. */
export function FoundList(props: FoundListProps) {
  const { part, count, keys, order, onShow, onOpen } = props
  const id = useId()
  const offset = part === 'results' ? 'resultsOffset' : 'linesOffset'
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useSearch((state) => state[part])
  const initialOffset = useSearch.getState()[offset]
  const size = props.rowHeight * rem
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: props.overscan,
    initialOffset,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])
  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) useSearch.setState({ [offset]: element.scrollTop })
    }
  }, [offset])
  useEffect(() => {
    scroller.current?.scrollTo({ top: useSearch.getState()[offset] })
  }, [order, offset])
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onShow?.(first, last), [onShow, first, last])

  const active = selection.active === null ? -1 : keys.indexOf(selection.active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size) - 1)
    const target = targetOfKey(event.key, active, keys.length, page)
    if (target !== null && keys.length > 0) {
      const modifiers = { toggle: isMod, extend: event.shiftKey }
      useSearch.setState({ [part]: moveTo(selection, keys, target, modifiers) })
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      useSearch.setState({ [part]: toggleRow(selection, selection.active) })
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      useSearch.setState({ [part]: selectAll(selection, keys) })
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, index: number) => {
    const key = keys[index]
    const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
    if (key !== undefined) useSearch.setState({ [part]: clickRow(selection, keys, key, modifiers) })
  }
  return (
    <div
      ref={scroller}
      id={props.id}
      role="listbox"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const [key] = keys
        if (selection.active === null && key !== undefined)
          useSearch.setState({ [part]: { ...selection, active: key, anchor: key } })
      }}
    >
      <div role="presentation" className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <div
            key={keys[index] ?? index}
            role="option"
            id={`${id}-${index}`}
            aria-setsize={count}
            aria-posinset={index + 1}
            aria-selected={selection.selected.has(keys[index] ?? '')}
            data-active={index === active || undefined}
            className={`${classes['row'] ?? ''} ${props.rowClass ?? ''}`}
            style={{ height: size, transform: `translateY(${start}px)` }}
            title={props.rowTitle?.(index)}
            onClick={(event) => onClick(event, index)}
            onDoubleClick={() => onOpen(index)}
          >
            {props.children(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
