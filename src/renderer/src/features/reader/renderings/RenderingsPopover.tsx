import { Popover } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { boxOfAnnotation } from '#dom/margin-mark'
import type { Annotation } from '#core/model/annotation'
import type { Rendering } from '#services/comparison'
import { showRenderings, useReader } from '#store/reader'
import { countOf } from '#ui/counts'
import { textSession } from '../open-reader'
import { RenderingList } from './RenderingList'
import classes from './Renderings.module.css'

interface RenderingsPopoverProps {
  readonly annotations: readonly Annotation[]
  readonly renderings: ReadonlyMap<string, readonly Rendering[]>
  readonly language: string | null
}

/** Over the text: how other sources render the words that `o` or the sign in the margin asked for. */
export function RenderingsPopover({ annotations, renderings, language }: RenderingsPopoverProps) {
  const shown = useReader((state) => state.renderings)
  const annotation = annotations.find(({ id }) => id === shown?.annotation)
  const others = renderings.get(shown?.annotation ?? '') ?? []
  // One source may say it more than once.
  const sources = new Set(others.map((other) => other.annotation.article)).size
  if (!shown || !annotation || others.length === 0) return null
  return (
    <AtWords key={annotation.id} annotation={annotation} stays={shown.stays}>
      <h2 className={classes['title']}>In {countOf(sources, 'other source')}</h2>
      <RenderingList annotation={annotation} renderings={others} language={language} />
    </AtWords>
  )
}

interface AtWordsProps {
  readonly annotation: Annotation
  readonly stays: boolean
  readonly children: React.ReactNode
}

function close(): void {
  showRenderings(null)
  textSession()?.focus()
}

/** A popover where the words begin; it goes when the text is scrolled, since the words go too. */
function AtWords({ annotation, stays, children }: AtWordsProps) {
  const list = useRef<HTMLDivElement>(null)
  // The pointer came in from the sign: then the focus stays in the text.
  const [isEntered, setEntered] = useState(false)
  const [box, setBox] = useState<DOMRect | null>(null)
  useLayoutEffect(() => setBox(boxOfAnnotation(document, annotation.id)), [annotation.id])
  useEffect(() => {
    const onScroll = (event: Event): void => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return
      showRenderings(null)
    }
    // What `o` itself scrolled is over by the next frame.
    const frame = requestAnimationFrame(() => document.addEventListener('scroll', onScroll, true))
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', onScroll, true)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return
    // Letters belong to the text below; here they do nothing.
    event.stopPropagation()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (event.key === 'Escape' || event.key === 'o') close()
    else if (event.key === 'ArrowDown') buttons[Math.min(at + 1, buttons.length - 1)]?.focus()
    else if (event.key === 'ArrowUp') buttons[Math.max(at - 1, 0)]?.focus()
    else return
    event.preventDefault()
  }
  if (!box) return null
  return (
    <Popover
      opened
      position="bottom-start"
      width="26rem"
      offset={6}
      shadow="md"
      trapFocus={stays && !isEntered}
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      withRoles={false}
      onDismiss={() => showRenderings(null)}
    >
      <Popover.Target>
        <span
          className={classes['anchor']}
          style={{ left: box.left, top: box.top, height: box.height }}
          aria-hidden
        />
      </Popover.Target>
      <Popover.Dropdown
        ref={list}
        className={classes['popover'] ?? ''}
        role="dialog"
        aria-label="In other sources"
        data-place="reader"
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          if (!stays) showRenderings(null)
        }}
        onPointerEnter={() => {
          if (stays) return
          setEntered(true)
          showRenderings({ annotation: annotation.id, stays: true })
        }}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
