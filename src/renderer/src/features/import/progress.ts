import { formatCount } from '#ui/counts'

/** Time left, as coarse as it is known: "a few seconds left", "40 s left", "3 min left", "1 h 10 min left". */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 55) return `${Math.ceil(seconds / 5) * 5} s left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return `${minutes} min left`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h left` : `${Math.floor(minutes / 60)} h ${rest} min left`
}

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
