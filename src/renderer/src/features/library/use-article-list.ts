import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { runCommand } from '#store/command-registry'
import { setSelection, useLibrary, type Selection } from '#store/library'
import { useZoom } from '#store/zoom'
import type { LibraryRow } from './rows'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'

interface ArticleListOptions {
  readonly rows: readonly LibraryRow[]
  /** Height of a row in rem. */
  readonly rowHeight: number
  /** Height in rem of a header that stays at the top of the scrolled element and covers rows. */
  readonly headerHeight: number
  /** Scroll offset to begin with, in CSS pixels. */
  readonly initialOffset: number
  /** Row to bring into view when it changes: the open article. Null for none. */
  readonly revealed: string | null
  readonly onOpen: (id: string) => void
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
  const { rows, rowHeight, headerHeight, initialOffset, revealed, onOpen, opensOnClick } = options
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useLibrary((state) => state.selection)
  const size = rowHeight * rem
  const header = headerHeight * rem
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: (index) => rows[index]?.article.id ?? index,
    overscan: 8,
    initialOffset,
    scrollPaddingStart: header,
    paddingStart: header,
  })

  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])

  const revealedIndex = revealed === null ? -1 : rows.findIndex((row) => row.article.id === revealed)
  useEffect(() => {
    if (revealedIndex !== -1) virtualizer.scrollToIndex(revealedIndex, { align: 'auto' })
  }, [virtualizer, revealedIndex])

  const ids = () => rows.map((row) => row.article.id)
  const active = selection.active === null ? -1 : rows.findIndex((row) => row.article.id === selection.active)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - header) / size) - 1)
    const target = targetOfKey(event.key, active, rows.length, page)
    if (target !== null && rows.length > 0) {
      setSelection(moveTo(selection, ids(), target, { toggle: isMod, extend: event.shiftKey }))
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      setSelection(toggleRow(selection, selection.active))
    } else if (event.key === 'Enter' && !isMod && selection.active !== null) {
      onOpen(selection.active)
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      setSelection(selectAll(selection, ids()))
    } else if (event.key === 'Delete' && selection.selected.size > 0) {
      runCommand('library.remove')
    } else if (event.key === 'Escape' && selection.selected.size > 1 && selection.active !== null) {
      setSelection(clickRow(selection, ids(), selection.active, { toggle: false, extend: false }))
    } else {
      return
    }
    event.preventDefault()
  }

  // Stable while scrolling, so that rows already drawn are not drawn again.
  const onRowClick = useCallback(
    (event: MouseEvent, id: string) => {
      const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
      const shown = rows.map((row) => row.article.id)
      setSelection(clickRow(useLibrary.getState().selection, shown, id, modifiers))
      if (opensOnClick && !modifiers.toggle && !modifiers.extend) onOpen(id)
    },
    [rows, opensOnClick, onOpen],
  )

  return {
    scroller,
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    selection,
    active,
    onKeyDown,
    onRowClick,
    onRowDoubleClick: onOpen,
  }
}
