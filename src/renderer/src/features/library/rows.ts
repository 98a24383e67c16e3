import type { Article } from '#core/model/article'
import type { LibraryFilter } from '#core/library/library-query'
import type { Copy } from './reuse/copies'

/** What the list needs of an article; the services' rows are of this shape. */
export interface LibraryRow {
  readonly article: Article
  readonly sourceName: string | null
  /** Accepted and suggested annotations. */
  readonly accepted: number
  readonly suggested: number
  /** Annotations by id of tag. */
  readonly tags: Readonly<Record<string, number>>
  /** Other articles that share its text, as far as they were looked for; absent: none. */
  readonly copies?: readonly Copy[]
}

/** True when the filter lets everything through. */
export function isFilterEmpty(filter: LibraryFilter): boolean {
  const { query, sources, statuses, tags, languages, flags, from, to } = filter
  const lists = [sources, statuses, tags, languages, flags]
  return query.trim() === '' && lists.every((list) => list.length === 0) && from === null && to === null
}
