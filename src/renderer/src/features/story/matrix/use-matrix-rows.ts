import { useMemo } from 'react'
import { matrixRows, orderRows, type MatrixOrder, type MatrixRow } from '#core/compare/matrix'
import type { ClusterKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { useMatrix, type MatrixOnly } from '#store/matrix'
import { useStoryView, type ClusterFilter } from '#store/story'
import { passesFilter } from '../spread'

/** The rows of a matrix as they are shown, and how many there are in all. */
export interface ShownRows {
  readonly rows: readonly MatrixRow[]
  readonly total: number
  /** Column of the article that the others are held against. */
  readonly base: number
}

/** What narrows and orders the rows. */
export interface RowChoice {
  readonly order: MatrixOrder
  readonly only: MatrixOnly | null
  readonly filter: ClusterFilter | null
  /** Id of the base article, null for the first. */
  readonly base: string | null
}

/** The rows of a view that pass the choice, in its order. */
export function shownRows(view: ComparisonView, kind: ClusterKind, choice: RowChoice): ShownRows {
  const base = Math.max(
    0,
    view.sources.findIndex(({ article }) => article.id === choice.base),
  )
  const all = matrixRows(view, kind)
  const passed = all.filter(
    (row) =>
      passesFilter(row.cluster, choice.filter, view.annotations, view.sources.length) &&
      (choice.only !== 'findings' || row.findings.length > 0) &&
      (choice.only !== 'undecided' || row.cluster.status === 'suggested'),
  )
  return { rows: orderRows(passed, choice.order, base), total: all.length, base }
}

/** The rows as the person has chosen to see them. */
export function useMatrixRows(view: ComparisonView, kind: ClusterKind): ShownRows {
  const order = useMatrix((state) => state.order)
  const only = useMatrix((state) => state.only)
  const filter = useStoryView((state) => state.clusterFilters[kind])
  const base = useStoryView((state) => state.base)
  return useMemo(
    () => shownRows(view, kind, { order, only, filter, base }),
    [view, kind, order, only, filter, base],
  )
}
