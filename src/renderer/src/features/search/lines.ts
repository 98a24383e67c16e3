import type { ConcordanceRow } from '#core/search/concordance'

/** Names a line of a concordance. */
export function lineKey({ article, start }: Pick<ConcordanceRow, 'article' | 'start'>): string {
  return `${article}:${String(start)}`
}
