import { useEffect, useState } from 'react'
import type { FacetCounts, LibrarySummary } from '#core/library/library-query'
import { useLive } from '#services/use-live'
import { useLibrary } from '#store/library'
import { keepShown } from '#store/selection'
import type { LibrarySource } from './source'

/** Articles as the library's filter and order have them. */
export interface ShownRows {
  /** Null while the corpus is read. */
  readonly summary: LibrarySummary | null
  readonly ids: readonly string[]
  readonly facets: FacetCounts
}

const NOTHING: Omit<ShownRows, 'summary'> = {
  ids: [],
  facets: {
    sources: new Map(),
    statuses: new Map(),
    tags: new Map(),
    languages: new Map(),
    flags: new Map(),
    dates: new Map(),
  },
}

/**
 * Asks for the articles whenever filter, order or corpus change, tells the store what is shown, and lets go of selected
 * rows that no longer are. What was shown stays until there is an answer.
 */
export function useShownRows(source: LibrarySource): ShownRows {
  const summary = useLive<LibrarySummary | null>(source.live, null)
  const filter = useLibrary((state) => state.filter)
  const sort = useLibrary((state) => state.sort)
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    if (summary === null) return
    let isWanted = true
    void source.find(filter, sort).then((answer) => {
      if (!answer || !isWanted) return
      setFound(answer)
      useLibrary.setState(({ selection }) => ({
        visible: answer.ids,
        selection: keepShown(selection, answer.ids),
      }))
    })
    return () => {
      // Answers come in the order of the questions, so an import that goes on does not keep the list from growing.
      const { filter: now, sort: order } = useLibrary.getState()
      isWanted = now === filter && order === sort
    }
  }, [source, summary, filter, sort])
  return { summary, ...found }
}
