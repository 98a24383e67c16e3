import type { ComparisonView } from '#services/comparison'

/** Text that went from one article of a story to another, or is in both where the dates do not tell which way. */
export interface ReuseLink {
  /** Id of the finding that says so. */
  readonly finding: string
  /** Article ids. */
  readonly from: string
  readonly to: string
  /** True when the dates tell which came first. */
  readonly isDirected: boolean
  /** 0..1: the larger share of one that the other has. */
  readonly share: number
  /** How it was taken over, in words: "same text", "contained". */
  readonly manner: string
}

const MANNERS: Readonly<Record<string, string>> = {
  'same-text': 'the same text',
  contained: 'contained',
  spun: 'mostly reworded',
  partial: 'in part',
}

/** The links that the findings of kind `reuse` state; dismissed ones are left out. */
export function reuseLinks(view: ComparisonView): readonly ReuseLink[] {
  return view.findings.flatMap(({ finding, status }) => {
    const [to, from] = finding.articles
    if (finding.kind !== 'reuse' || status === 'dismissed' || from === undefined || to === undefined)
      return []
    const isDirected = finding.signs.includes('dated')
    const manner = finding.signs.flatMap((sign) => MANNERS[sign] ?? [])
    return [{ finding: finding.id, from, to, isDirected, share: finding.score, manner: manner.join(', ') }]
  })
}
