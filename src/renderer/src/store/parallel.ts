import { create } from 'zustand'

interface ParallelView {
  /** Number of the tied passage that keys work on, null before one was chosen. */
  readonly tie: number | null
  /** Place of the article among the columns that has the focus. */
  readonly column: number
  /** Number of the passage under the pointer, null for none. */
  readonly hovered: number | null
  /** Whether the words of the chosen passage are marked against the first column's. */
  readonly differences: boolean
  /** Whether scrolling one article scrolls the others to the same passage. */
  readonly linked: boolean
}

const START: ParallelView = { tie: null, column: 0, hovered: null, differences: true, linked: true }

/** How articles are read side by side. */
export const useParallel = create<ParallelView>(() => START)

/** Other articles are shown: no passage of the last ones stays chosen. */
export function leaveParallel(): void {
  useParallel.setState({ tie: null, hovered: null, column: 0 })
}

/** Another corpus has been opened. */
export function resetParallel(): void {
  useParallel.setState(START)
}
