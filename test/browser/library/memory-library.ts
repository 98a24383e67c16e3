import { LibraryIndex } from '#core/library/library-index'
import { createLiveValue } from '#services/live-value'
import type { LibrarySummary } from '#core/library/library-query'
import type { LibraryRow } from '../../../src/renderer/src/features/library/rows'
import type { LibrarySource } from '../../../src/renderer/src/features/library/source'

/** A library of these rows, found as the program finds them, without a database and a worker. */
export function memoryLibrary(rows: readonly LibraryRow[]): LibrarySource {
  const index = new LibraryIndex('en')
  const names = rows.flatMap(({ article, sourceName }) =>
    article.source !== null && sourceName !== null ? [[article.source, sourceName] as const] : [],
  )
  index.sourceNames = new Map(names)
  for (const row of rows) {
    index.put(row.article)
    index.setCounts(row.article.id, row)
  }
  for (const steps = index.settle(true); !steps.next().done;);
  const byId = new Map(rows.map((row) => [row.article.id, row]))
  return {
    live: createLiveValue<LibrarySummary | null>(index.summary()),
    find: (filter, sort) => {
      const { order, facets } = index.query(filter, sort)
      return Promise.resolve({ ids: Array.from(order, (number) => index.ids[number] ?? ''), facets })
    },
    onRows: () => () => undefined,
    read: (ids) => Promise.resolve(ids.flatMap((id) => byId.get(id) ?? [])),
  }
}
