import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { TextRange } from '#core/model/range'
import { directionOf } from '#dom/direction'
import type { Tick } from '#dom/ticks'
import type { Rendering } from '#services/comparison'
import { noteSelection, rangeOfSelection, useReader } from '#store/reader'
import { activateAt, clearText, dragBoundary, enterText } from './actions'
import { setTextSession } from './open-reader'
import classes from './Reader.module.css'
import { createTextSession, type TextSession, type TextSessionModel } from './text-session'
import { useMarginMarks } from './renderings/use-margin-marks'
import type { Typography } from './TypographyMenu'

interface TextColumnProps {
  readonly articleId: string | null
  readonly body: ArticleBody | null
  readonly language: string | null
  readonly annotations: readonly Annotation[]
  readonly renderings: ReadonlyMap<string, readonly Rendering[]>
  readonly codebook: Codebook
  readonly typography: Typography
  readonly hits: readonly TextRange[]
  readonly position: number
  readonly onPosition: (offset: number) => void
}

const HIT_TICK = '#e8590c'
const UNKNOWN_LAYER = '#999999'
const HINT_ID = 'reader-text-hint'

/**
 * The text of the article. What is inside the focusable element belongs to the text session, not to React; the element
 * itself stays when another article comes, and with it the focus.
 */
export function TextColumn(props: TextColumnProps) {
  const { articleId, body, language, annotations, renderings, codebook, typography, hits } = props
  const frame = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const status = useRef<HTMLDivElement>(null)
  const session = useRef<TextSession | null>(null)
  const latest = useRef(props)
  const active = useReader((state) => state.active)
  const currentHit = useReader((state) => state.find.current)
  const dir = useMemo(() => (body ? directionOf(body.text, language) : 'ltr'), [body, language])
  const ticks = useTicks(annotations, codebook, hits)
  const rendered = useMemo(() => new Set(renderings.keys()), [renderings])
  const margin = useMarginMarks()

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    if (!body || !frame.current || !scroller.current || !host.current || !status.current) return undefined
    const { position } = latest.current
    const made = createTextSession(
      { frame: frame.current, scroller: scroller.current, host: host.current, status: status.current },
      body,
      { lang: language, dir },
      {
        onSelection(selection, by) {
          noteSelection(selection)
          const { pick } = useReader.getState()
          if (by === 'pointer' && pick && rangeOfSelection(selection)) enterText()
        },
        onPress(offset) {
          if (!useReader.getState().pick) activateAt(offset)
        },
        onEnter: enterText,
        onEscape: clearText,
        onMoveEdge: (edge, range) => void dragBoundary(edge, range),
        onPosition: (offset) => latest.current.onPosition(offset),
      },
    )
    session.current = made
    setTextSession(made)
    const first = Math.min(position, body.text.length)
    scroller.current.scrollTop = 0
    if (first > 0) made.reveal(first, 'top')
    made.select({ anchor: first, focus: first })
    noteSelection({ anchor: first, focus: first })
    return () => {
      session.current = null
      setTextSession(null)
      made.destroy()
    }
  }, [articleId, body, language, dir])

  const model = useMemo((): TextSessionModel => {
    const annotation = annotations.find(({ id }) => id === active)
    return {
      annotations,
      codebook,
      activeId: active,
      hits,
      currentHit,
      rendered,
      handles: annotation ? { start: annotation.start, end: annotation.end } : null,
      ticks,
    }
  }, [annotations, codebook, active, hits, currentHit, rendered, ticks])

  useLayoutEffect(() => session.current?.show(model), [model, body, language, dir])

  // With nothing else focused, keys go to the text as soon as it is there.
  useEffect(() => {
    if (body && (document.activeElement === null || document.activeElement === document.body)) {
      session.current?.focus()
    }
  }, [body])

  return (
    <div className={classes['frame']} ref={frame}>
      <div className={classes['scroller']} ref={scroller} dir={dir}>
        <div
          ref={host}
          className={classes['text']}
          style={styleOf(typography)}
          data-font={typography.readerFont}
          role="document"
          aria-label="Article text"
          aria-describedby={HINT_ID}
          tabIndex={0}
          {...margin}
        />
      </div>
      <p id={HINT_ID} className={classes['unseen']}>
        Arrow keys move by word and sentence, with Shift they select. Enter goes to the annotation at the
        caret. The question mark shows all keys.
      </p>
      <div ref={status} className={classes['unseen']} role="status" />
    </div>
  )
}

function useTicks(
  annotations: readonly Annotation[],
  { layers }: Codebook,
  hits: readonly TextRange[],
): readonly Tick[] {
  return useMemo(() => {
    const colors = new Map(layers.map(({ id, color }) => [id, color]))
    return [
      ...annotations.map(({ start, layer }): Tick => ({
        offset: start,
        color: colors.get(layer) ?? UNKNOWN_LAYER,
        side: 'annotation',
      })),
      ...hits.map(({ start }): Tick => ({ offset: start, color: HIT_TICK, side: 'hit' })),
    ]
  }, [annotations, layers, hits])
}

/** Sizes in rem, so that the text follows the zoom of the window. */
function styleOf({ measure, fontSize, lineHeight }: Typography): CSSProperties {
  return { maxWidth: `${measure}ch`, fontSize: `${fontSize / 16}rem`, lineHeight }
}
