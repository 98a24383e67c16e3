import type { TextRange } from '#core/model/range'
import classes from './Marked.module.css'

interface MarkedProps {
  readonly text: string
  /** Ranges of the text, in order; may overlap. */
  readonly hits: readonly TextRange[]
}

/** Text with its hits underlined and in bold: seen without colour too. */
export function Marked({ text, hits }: MarkedProps) {
  const parts = []
  let at = 0
  for (const { start, end } of hits) {
    if (end <= at) continue
    const from = Math.max(start, at)
    if (from > at) parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} className={classes['hit']}>
        {text.slice(from, end)}
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
