import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { Layer } from '#core/model/codebook'
import type { ReviewItem } from '#services/suggestions'
import { useReview } from '#store/review'
import { useZoom } from '#store/zoom'
import { activate, move, moveToEnd, openActive } from './actions'
import { itemAt } from './queue'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './Review.module.css'
import { ReviewCard } from './ReviewCard'
import { useContexts } from './use-contexts'

/** Height of a card in rem before it is measured. */
const ESTIMATE = 7.5

interface ReviewListProps {
  /** Not empty. */
  readonly items: readonly ReviewItem[]
  readonly layers: readonly Layer[]
}

/** The queue as cards, drawn only where they are seen. The focus is on the list; one card is active. */
export function ReviewList({ items, layers }: ReviewListProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useZoom((state) => state.rem)
  const active = useReview((state) => state.active)
  const place = useReview((state) => state.place)
  const deciding = useReview((state) => state.deciding)
  const current = itemAt(items, active, place, deciding)
  const index = current ? items.indexOf(current) : -1
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE * rem,
    getItemKey: (at) => items[at]?.annotation.id ?? at,
    overscan: 4,
    paddingStart: 0.5 * rem,
    paddingEnd: 0.5 * rem,
    scrollPaddingStart: 2 * rem,
    scrollPaddingEnd: 2 * rem,
  })
  const drawn = virtualizer.getVirtualItems()
  const contexts = useContexts(drawn.flatMap((one) => items[one.index]?.annotation.id ?? []))

  useEffect(() => {
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [virtualizer, index, current?.annotation.id])
  // With nothing else focused, keys and screen readers belong to the list: at first, and on the way back from an article.
  useTakeLostFocus(scroller)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const page = Math.max(1, drawn.length - 8)
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'PageDown') move(page)
    else if (event.key === 'PageUp') move(-page)
    else if (event.key === 'Home') moveToEnd('first')
    else if (event.key === 'End') moveToEnd('last')
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Suggestions"
      aria-activedescendant={
        drawn.some((one) => one.index === index) ? `${id}-${items[index]?.annotation.id}` : undefined
      }
      tabIndex={0}
      className={classes['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes['cards']} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map((one) => {
          const item = items[one.index]
          if (!item) return null
          return (
            <div
              key={one.key}
              ref={virtualizer.measureElement}
              data-index={one.index}
              role="option"
              id={`${id}-${item.annotation.id}`}
              aria-setsize={items.length}
              aria-posinset={one.index + 1}
              aria-selected={one.index === index}
              className={classes['option']}
              data-deciding={deciding.has(item.annotation.id) || undefined}
              style={{ transform: `translateY(${one.start}px)` }}
              onClick={() => activate(item)}
              onDoubleClick={() => {
                activate(item)
                openActive(false)
              }}
            >
              <ReviewCard
                item={item}
                layer={layers.find((layer) => layer.id === item.annotation.layer)}
                context={contexts.get(item.annotation.id) ?? null}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
