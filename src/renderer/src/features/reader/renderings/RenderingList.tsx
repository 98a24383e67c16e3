import { useMemo } from 'react'
import { CHANGE_SIGNS, markWords } from '#core/compare/marked-words'
import { valuesOf, wordsOf } from '#core/compare/matrix'
import type { Annotation } from '#core/model/annotation'
import type { Rendering } from '#services/comparison'
import { MarkedWords } from '#ui/MarkedWords'
import { openOther } from './actions'
import classes from './Renderings.module.css'

interface RenderingListProps {
  readonly annotation: Annotation
  /** Not empty. */
  readonly renderings: readonly Rendering[]
  /** Language of this article, BCP 47; null unknown. */
  readonly language: string | null
}

/** How other sources render an annotation: each a button that opens the article there. */
export function RenderingList({ annotation, renderings, language }: RenderingListProps) {
  return (
    <ul className={classes['list']}>
      {renderings.map((rendering) => (
        <li key={`${rendering.story} ${rendering.annotation.id}`}>
          <button
            type="button"
            className={classes['item']}
            data-status={rendering.annotation.status}
            onClick={() => openOther(rendering, annotation.id)}
          >
            <span className={classes['head']}>
              <b dir="auto">{rendering.sourceName}</b>
              <span dir="auto">
                {rendering.speakerName ?? (rendering.annotation.quotation ? 'speaker unknown' : '')}
              </span>
            </span>
            <Values annotation={rendering.annotation} />
            <span className={classes['words']} dir="auto">
              <Words own={annotation} other={rendering.annotation} language={language} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Values({ annotation }: { readonly annotation: Annotation }) {
  const values = annotation.claim ? valuesOf(annotation.claim) : []
  if (values.length === 0) return null
  return <span className={classes['values']}>{values.map(({ short }) => short).join('; ')}</span>
}

interface WordsProps {
  readonly own: Annotation
  readonly other: Annotation
  readonly language: string | null
}

/** The other's words, with what differs from the words here. */
function Words({ own, other, language }: WordsProps) {
  const here = wordsOf(own)
  const there = wordsOf(other)
  const marked = useMemo(() => markWords(here, there, language), [here, there, language])
  if (marked.equal) return there
  return <MarkedWords parts={marked.parts} signs={CHANGE_SIGNS} rephrased={marked.rephrased} />
}
