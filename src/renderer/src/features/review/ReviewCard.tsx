import { useMemo, type CSSProperties } from 'react'
import type { Layer } from '#core/model/codebook'
import { describeReason } from '#core/suggest/reasons'
import type { ReviewContext, ReviewItem } from '#services/suggestions'
import { passageOf } from './passage'
import classes from './Review.module.css'

interface ReviewCardProps {
  readonly item: ReviewItem
  readonly layer: Layer | undefined
  /** Null until it is read: the suggestion's own words are shown meanwhile. */
  readonly context: ReviewContext | null
}

const NO_CONTEXT: ReviewContext = { before: '', after: '' }

/** One suggestion with all that is needed to decide on it without opening the article. */
export function ReviewCard({ item, layer, context }: ReviewCardProps) {
  const { annotation, articleTitle, sourceName, speakerName } = item
  const { quotation, claim, reason } = annotation
  const passage = useMemo(() => passageOf(annotation, context ?? NO_CONTEXT), [annotation, context])
  const kind = quotation
    ? `${layer?.name ?? annotation.layer}, ${quotation.type}`
    : (layer?.name ?? annotation.layer)
  const cue = quotation?.cue?.exact
  return (
    <div className={classes['card']} style={styleOf(layer?.color)}>
      <div className={classes['head']}>
        <span className={classes['kind']}>{kind}</span>
        <span className={classes['speaker']}>
          {speakerName ?? (quotation ? 'speaker unknown' : claim ? 'stated by the outlet' : '')}
        </span>
        {cue !== undefined && <span className={classes['cue']}>cue “{cue}”</span>}
        {reason && <span className={classes['sure']}>{Math.round(reason.score * 100)} % sure</span>}
      </div>
      <p className={classes['passage']} dir="auto">
        {passage.map(({ text, role }, index) =>
          role === 'around' ? (
            text
          ) : (
            // Parts of one passage never change places.
            <mark key={index} data-role={role}>
              {text}
            </mark>
          ),
        )}
      </p>
      <div className={classes['foot']}>
        <span>{reason ? describeReason(reason.rule) : ''}</span>
        <span className={classes['article']} title={articleTitle}>
          {[sourceName, articleTitle].filter(Boolean).join(' · ')}
        </span>
      </div>
    </div>
  )
}

function styleOf(color: string | undefined): CSSProperties {
  return (color === undefined ? {} : { '--layer-color': color }) as CSSProperties
}
