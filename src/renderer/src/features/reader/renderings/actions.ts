import type { Rendering } from '#services/comparison'
import { openRendering } from '#store/navigation'
import { showRenderings, useReader } from '#store/reader'
import { activeAnnotation } from '../actions'
import { openReader, textSession } from '../open-reader'
import { annotationsAt } from '../walk'

/** The annotation whose renderings are asked for: the active one, else the innermost at the caret that has some. */
export function renderedAnnotation(): string | null {
  const reader = openReader()
  if (!reader) return null
  const active = activeAnnotation()
  if (active) return reader.renderings.has(active.id) ? active.id : null
  const offset = useReader.getState().selection?.focus
  if (offset === undefined) return null
  return annotationsAt(reader.annotations, offset).find(({ id }) => reader.renderings.has(id))?.id ?? null
}

/** Shows over the text how other articles render what is active. */
export function showActiveRenderings(): void {
  const annotation = renderedAnnotation()
  if (annotation === null) return
  const start = openReader()?.annotations.find(({ id }) => id === annotation)?.start
  if (start !== undefined) textSession()?.reveal(start, 'nearest')
  showRenderings({ annotation, stays: true })
}

/** Opens the other article at its rendering; the way back leads to the annotation here. */
export function openOther({ article, annotation }: Rendering, own: string): void {
  const here = openReader()?.article.id
  showRenderings(null)
  if (here === undefined) return
  openRendering(
    { article, annotation: annotation.id, edit: false },
    { article: here, annotation: own, edit: false },
  )
}
