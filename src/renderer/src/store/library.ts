import { create } from 'zustand'
import { NO_FILTER, type LibraryFilter, type SortColumn, type SortOrder } from '#core/library/library-query'

export { NO_FILTER } from '#core/library/library-query'
export type { LibraryFilter, LibraryFlag, SortColumn, SortOrder } from '#core/library/library-query'

/** What is selected: `active` is where the keyboard is, `anchor` where a range began. */
export interface Selection {
  readonly selected: ReadonlySet<string>
  readonly active: string | null
  readonly anchor: string | null
}

/** Nothing selected. */
export const NO_SELECTION: Selection = { selected: new Set(), active: null, anchor: null }

interface LibraryView {
  readonly filter: LibraryFilter
  /** Null: by path, as imported. */
  readonly sort: SortOrder | null
  readonly selection: Selection
  /** Ids in the order shown, for next and previous article. */
  readonly visible: readonly string[]
  /** Scroll offset (CSS pixels) of the full table, so that coming back to it finds the same place. */
  readonly tableOffset: number
  /** Whether facets stand beside the table; null: as the width of the window suggests. */
  readonly facetsOpen: boolean | null
  /** Id of the article whose copies are shown in a dialog, null for none. */
  readonly copiesOf: string | null
}

const START: LibraryView = {
  filter: NO_FILTER,
  sort: null,
  selection: NO_SELECTION,
  visible: [],
  tableOffset: 0,
  facetsOpen: null,
  copiesOf: null,
}

/** How the library is looked at. */
export const useLibrary = create<LibraryView>(() => START)

/** Narrows the list further or otherwise. */
export function changeFilter(patch: Partial<LibraryFilter>): void {
  useLibrary.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

/** Facets of the filter: lists of values that are alternatives. */
export type FilterList = 'sources' | 'statuses' | 'tags' | 'languages' | 'flags'

/** Adds a value to a facet of the filter, or takes it away. */
export function chooseInFilter(field: FilterList, value: string | null, isChosen: boolean): void {
  useLibrary.setState(({ filter }) => {
    const others = filter[field].filter((one) => one !== value)
    return { filter: { ...filter, [field]: isChosen ? [...others, value] : others } }
  })
}

/** Lets every article through again. */
export function clearFilter(): void {
  useLibrary.setState({ filter: NO_FILTER })
}

/** Sorts by a column; again by the same one: the other way round, then by path. */
export function sortBy(column: SortColumn): void {
  useLibrary.setState(({ sort }) => {
    if (sort?.column !== column) return { sort: { column, descending: false } }
    return { sort: sort.descending ? null : { column, descending: true } }
  })
}

/** Puts a selection in the place of the present one. */
export function setSelection(selection: Selection): void {
  useLibrary.setState({ selection })
}

/** The article after (1) or before (-1) `id` in the order shown, null at the end; the first one when `id` is not shown. */
export function neighbour(id: string, step: 1 | -1): string | null {
  const { visible } = useLibrary.getState()
  const index = visible.indexOf(id)
  return index === -1 ? (visible[0] ?? null) : (visible[index + step] ?? null)
}

/** Forgets filter, order and selection: another corpus has been opened. */
export function resetLibrary(): void {
  useLibrary.setState(({ facetsOpen }) => ({ ...START, facetsOpen }))
}
