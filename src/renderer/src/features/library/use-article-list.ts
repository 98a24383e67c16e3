import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { runCommand } from '#store/command-registry'
import { setSelection, useLibrary, type Selection } from '#store/library'
import { useZoom } from '#store/zoom'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'

interface ArticleListOptions {
  /** Ids of the articles in the order shown. */
  readonly ids: readonly string[]
  /** Height of a row in rem. */
  readonly rowHeight: number
  /** Height in rem of a header that stays at the top of the scrolled element and covers rows. */
  readonly headerHeight: number
  /** Scroll offset to begin with, in CSS pixels. */
  readonly initialOffset: number
  /** Row to bring into view when it changes: the open article. Null for none. */
  readonly revealed: string | null
  readonly onOpen: (id: string) => void
  /** Called with the first and last place in sight. */
  readonly onShow: (first: number, last: number) => void
  /** Whether a plain click opens; otherwise a double click does. */
  readonly opensOnClick: boolean
}

/** What a list of articles needs to draw itself. */
export interface ArticleListView {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly items: readonly VirtualItem[]
  /** Height of all rows, CSS pixels. */
  readonly height: number
  readonly selection: Selection
  /** Index of the row with the keyboard, -1 for none. */
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onRowClick: (event: MouseEvent, id: string) => void
  readonly onRowDoubleClick: (id: string) => void
}

/** Behaviour shared by table and list of articles: virtual rows, selection by mouse and keyboard, opening. */
export function useArticleList(options: ArticleListOptions): ArticleListView {
  const { ids, rowHeight, headerHeight, initialOffset, revealed, onOpen, onShow, opensOnClick } = options
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useLibrary((state) => state.selection)
  const size = rowHeight * rem
  const header = headerHeight * rem
  // The same as long as the rows are: with another one the virtualizer measures all of them anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey,
    overscan: 8,
    initialOffset,
    scrollPaddingStart: header,
    paddingStart: header,
  })

  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])

  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onShow(first, last), [onShow, first, last])

  const revealedIndex = useMemo(() => (revealed === null ? -1 : ids.indexOf(revealed)), [ids, revealed])
  useEffect(() => {
    if (revealedIndex !== -1) virtualizer.scrollToIndex(revealedIndex, { align: 'auto' })
  }, [virtualizer, revealedIndex])

  const { active: activeId } = selection
  const active = useMemo(() => (activeId === null ? -1 : ids.indexOf(activeId)), [ids, activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - header) / size) - 1)
    const target = targetOfKey(event.key, active, ids.length, page)
    if (target !== null && ids.length > 0) {
      setSelection(moveTo(selection, ids, target, { toggle: isMod, extend: event.shiftKey }))
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      setSelection(toggleRow(selection, selection.active))
    } else if (event.key === 'Enter' && !isMod && selection.active !== null) {
      onOpen(selection.active)
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      setSelection(selectAll(selection, ids))
    } else if (event.key === 'Delete' && selection.selected.size > 0) {
      runCommand('library.remove')
    } else if (event.key === 'Escape' && selection.selected.size > 1 && selection.active !== null) {
      setSelection(clickRow(selection, ids, selection.active, { toggle: false, extend: false }))
    } else {
      return
    }
    event.preventDefault()
  }

  // Stable while scrolling, so that rows already drawn are not drawn again.
  const onRowClick = useCallback(
    (event: MouseEvent, id: string) => {
      const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
      setSelection(clickRow(useLibrary.getState().selection, ids, id, modifiers))
      if (opensOnClick && !modifiers.toggle && !modifiers.extend) onOpen(id)
    },
    [ids, opensOnClick, onOpen],
  )

  return {
    scroller,
    items,
    height: virtualizer.getTotalSize(),
    selection,
    active,
    onKeyDown,
    onRowClick,
    onRowDoubleClick: onOpen,
  }
}
