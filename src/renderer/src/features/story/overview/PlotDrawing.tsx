import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type * as Plot from '@observablehq/plot'
import { useZoom } from '#store/zoom'
import classes from './Pictures.module.css'

/** The chart library, which is loaded with the first picture and not with the program. */
export type PlotLibrary = typeof Plot

let loaded: PlotLibrary | null = null

/** What a drawing has to fit in, CSS pixels. */
export interface DrawingSize {
  readonly width: number
  /** Pixels of one rem, for margins that hold text. */
  readonly rem: number
}

interface PlotDrawingProps {
  /** Draws; a new function draws anew. Colours are the theme's CSS variables, so that they follow it by themselves. */
  readonly draw: (plot: PlotLibrary, size: DrawingSize) => Element
  /** What the picture shows, in a sentence, for who cannot see it. */
  readonly label: string
  /** Called with the `href` of a mark that is pressed; such a drawing is a group of links, any other one image. */
  readonly onFollow?: (href: string) => void
}

/** A chart by Observable Plot, as wide as there is room. */
export function PlotDrawing({ draw, label, onFollow }: PlotDrawingProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const host = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState(loaded)
  const rem = useZoom((state) => state.rem)
  useEffect(() => {
    if (plot) return undefined
    let wanted = true
    void import('@observablehq/plot').then((library) => {
      loaded = library
      if (wanted) setPlot(library)
    })
    return () => {
      wanted = false
    }
  }, [plot])
  useEffect(() => {
    const element = host.current
    if (!plot || !element || width === 0) return undefined
    const drawing = draw(plot, { width: Math.floor(width), rem })
    // The page's policy refuses style elements without its nonce; what they would say is in Pictures.module.css.
    for (const style of drawing.querySelectorAll('style')) style.remove()
    // The drawing as a whole has a name; those of its parts say how it is built, not what it shows.
    for (const part of drawing.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label')
    for (const link of drawing.querySelectorAll('a')) nameLink(link)
    element.replaceChildren(drawing)
    return () => element.replaceChildren()
  }, [plot, draw, width, rem])
  return (
    <div ref={ref} className={classes['drawing']}>
      <div
        ref={host}
        role={onFollow ? 'group' : 'img'}
        aria-label={label}
        className={classes['plot']}
        onClick={(event) => {
          const link = event.target instanceof Element ? event.target.closest('a') : null
          const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href')
          if (!href) return
          event.preventDefault()
          onFollow?.(href)
        }}
      />
    </div>
  )
}

/** Gives a link the name that its mark carries: a rectangle in it has no text of its own. */
function nameLink(link: SVGAElement | HTMLAnchorElement): void {
  const name = link.querySelector('title')?.textContent
  if (name) link.setAttribute('aria-label', name)
}
