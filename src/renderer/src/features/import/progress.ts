import { formatCount } from '#ui/counts'

/** How many files of a report had each outcome. */
export function countOutcomes(lines: readonly { readonly outcome: 'imported' | 'same-as' | 'skipped' }[]): {
  readonly imported: number
  readonly sameAs: number
  readonly skipped: number
} {
  const counts = { imported: 0, sameAs: 0, skipped: 0 }
  for (const { outcome } of lines) counts[outcome === 'same-as' ? 'sameAs' : outcome] += 1
  return counts
}

/** What an import came to, in one line: "839 imported, 1 with the same text, 2 skipped". */
export function summarize(counts: {
  readonly imported: number
  readonly sameAs: number
  readonly skipped: number
}): string {
  const { imported, sameAs, skipped } = counts
  return [
    `${formatCount(imported)} imported`,
    ...(sameAs > 0 ? [`${formatCount(sameAs)} with the same text as another`] : []),
    ...(skipped > 0 ? [`${formatCount(skipped)} skipped`] : []),
  ].join(', ')
}
