import { create } from 'zustand'
import type { MatrixOrder } from '#core/compare/matrix'

/** What a matrix is narrowed to beside the choices of the story: rows with findings, or those nobody has decided on. */
export type MatrixOnly = 'findings' | 'undecided'

interface MatrixView {
  readonly order: MatrixOrder
  readonly only: MatrixOnly | null
  /** Whether words are marked against the base. */
  readonly differences: boolean
  /** Rows shown with their context, each by the id of one of its annotations: ids of clusters change with a re-run. */
  readonly expanded: ReadonlySet<string>
  /** Rows chosen to be merged, each by the id of one of its annotations. */
  readonly selected: ReadonlySet<string>
  /** The annotation that is looking for another row; null for none. */
  readonly moving: string | null
}

const START: MatrixView = {
  order: 'spread',
  only: null,
  differences: true,
  expanded: new Set(),
  selected: new Set(),
  moving: null,
}

/** How the matrices are looked at. */
export const useMatrix = create<MatrixView>(() => START)

/** Adds the row of these annotations to a set of rows, or takes it out. The first annotation names it. */
export function toggleIn(rows: ReadonlySet<string>, members: readonly string[]): ReadonlySet<string> {
  const next = new Set([...rows].filter((id) => !members.includes(id)))
  const [first] = members
  if (next.size === rows.size && first !== undefined) next.add(first)
  return next
}

/** True when the row of these annotations is in the set. */
export function isIn(rows: ReadonlySet<string>, members: readonly string[]): boolean {
  return rows.size > 0 && members.some((id) => rows.has(id))
}

/** Another matrix is shown: nothing chosen in the last one stays chosen. */
export function leaveMatrix(): void {
  useMatrix.setState({ selected: START.selected, moving: null })
}

/** Another corpus has been opened. */
export function resetMatrix(): void {
  useMatrix.setState(START)
}
