import type { ArticleRow } from '#services/articles'
import type { StoryView } from '#services/stories'
import { countOf } from '#ui/counts'
import { formatDate, formatDateRange } from '#ui/dates'

/** Articles by id, for names and dates. */
export type RowsById = ReadonlyMap<string, ArticleRow>

/** Gathers rows by the id of their article. */
export function rowsById(rows: readonly ArticleRow[]): RowsById {
  return new Map(rows.map((row) => [row.article.id, row]))
}

/** The rows of those articles that there are, oldest first, undated last, in the given order where dates are equal. */
export function rowsOf(ids: readonly string[], rows: RowsById): readonly ArticleRow[] {
  return ids
    .flatMap((id) => rows.get(id) ?? [])
    .toSorted((a, b) => compareDates(a.article.publishedAt, b.article.publishedAt))
}

function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Outlet and date of an article in one line. */
export function articleFacts({ article, sourceName }: ArticleRow): string {
  const date = article.publishedAt === null ? 'no date' : formatDate(article.publishedAt)
  return `${sourceName ?? 'Unknown source'} · ${date}`
}

/** Size and dates of a story in one line. */
export function storyFacts({ articles, sources, from, to }: StoryView): string {
  const facts = [countOf(articles, 'article')]
  if (sources.length > 0) facts.push(countOf(sources.length, 'known outlet'))
  if (from !== null && to !== null) facts.push(formatDateRange(from, to))
  return facts.join(' · ')
}

/** How far the comparison of a story is, in a few words. */
export function storyState({ compared, openFindings, unread, articles }: StoryView): string {
  if (unread.length >= articles) return 'nothing marked yet'
  if (compared === 'never') return 'not compared yet'
  const findings = openFindings === 0 ? 'no open findings' : countOf(openFindings, 'open finding')
  return compared === 'stale' ? `${findings}, changed since` : findings
}
