import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { SpeakerUse } from '#services/speakers'
import { clickRow, moveTo, selectAll, targetOfKey, toggleRow } from '#store/selection'
import { useSpeakersView } from '#store/speakers'
import { useZoom } from '#store/zoom'
import type { Selection } from '#store/library'
import { countOf, formatCount } from '#ui/counts'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './Speakers.module.css'

const ROW_HEIGHT = 2.75

function setSelection(selection: Selection): void {
  useSpeakersView.setState({ selection })
}

/** The speakers in dense rows, most used first; several can be selected. */
export function SpeakerList({ speakers }: { readonly speakers: readonly SpeakerUse[] }) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const selection = useSpeakersView((state) => state.selection)
  const initialOffset = useSpeakersView.getState().offset
  const size = ROW_HEIGHT * rem
  const virtualizer = useVirtualizer({
    count: speakers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: (index) => speakers[index]?.speaker.id ?? index,
    overscan: 8,
    initialOffset,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size])
  useTakeLostFocus(scroller)
  useEffect(() => {
    const element = scroller.current
    return () => {
      if (element) useSpeakersView.setState({ offset: element.scrollTop })
    }
  }, [])

  const ids = speakers.map(({ speaker }) => speaker.id)
  const active = selection.active === null ? -1 : ids.indexOf(selection.active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size) - 1)
    const target = targetOfKey(event.key, active, ids.length, page)
    if (target !== null) {
      setSelection(moveTo(selection, ids, target, { toggle: isMod, extend: event.shiftKey }))
      virtualizer.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === ' ' && selection.active !== null) {
      setSelection(toggleRow(selection, selection.active))
    } else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) {
      setSelection(selectAll(selection, ids))
    } else {
      return
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, speaker: string) => {
    const modifiers = { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey }
    setSelection(clickRow(selection, ids, speaker, modifiers))
  }
  const items = virtualizer.getVirtualItems()
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Speakers"
      aria-multiselectable="true"
      aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const use = speakers[item.index]
          if (!use) return null
          const { speaker, accepted, suggested } = use
          return (
            <div
              key={item.key}
              role="option"
              id={`${id}-${item.index}`}
              aria-setsize={speakers.length}
              aria-posinset={item.index + 1}
              aria-selected={selection.selected.has(speaker.id)}
              data-active={item.index === active || undefined}
              className={classes['row']}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => onClick(event, speaker.id)}
            >
              <span className={classes['name']}>{speaker.name}</span>
              <span className={classes['uses']}>
                {accepted > 0 && <span title={countOf(accepted, 'annotation')}>{formatCount(accepted)}</span>}
                {suggested > 0 && (
                  <span className={classes['suggested']} title={`${formatCount(suggested)} suggested`}>
                    +{formatCount(suggested)}
                  </span>
                )}
              </span>
              <span className={classes['aliases']}>{speaker.aliases.join(', ')}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
