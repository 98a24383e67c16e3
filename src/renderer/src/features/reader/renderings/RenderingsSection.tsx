import type { Annotation } from '#core/model/annotation'
import type { Rendering } from '#services/comparison'
import { KeyHint } from '#ui/KeyHint'
import { RenderingList } from './RenderingList'
import classes from './Renderings.module.css'

interface RenderingsSectionProps {
  readonly annotation: Annotation
  readonly renderings: readonly Rendering[]
  readonly language: string | null
}

/** In the inspector: how other sources render the annotation; nothing where none does. */
export function RenderingsSection({ annotation, renderings, language }: RenderingsSectionProps) {
  if (renderings.length === 0) return null
  return (
    <section className={classes['section']} aria-label="In other sources">
      <h3 className={classes['title']}>
        In other sources <KeyHint keys="o" />
      </h3>
      <RenderingList annotation={annotation} renderings={renderings} language={language} />
    </section>
  )
}
