import { create } from 'zustand'

/** The panes beside the reader that a person can put away. */
export type SidePane = 'list' | 'inspector'

interface Panes {
  readonly list: boolean
  readonly inspector: boolean
  /** Side panes that have no room beside the reader: they open over it, one at a time. */
  readonly cramped: readonly SidePane[]
  /** The cramped pane that is open over the reader. */
  readonly over: SidePane | null
}

/** Which side panes are open. */
export const usePanes = create<Panes>(() => ({ list: true, inspector: true, cramped: [], over: null }))

/** True when the pane can be seen. */
export function isPaneShown(pane: SidePane, { cramped, over, list, inspector }: Panes): boolean {
  if (cramped.includes(pane)) return over === pane
  return pane === 'list' ? list : inspector
}

/** Opens or closes a side pane. */
export function setPane(pane: SidePane, open: boolean): void {
  const state = usePanes.getState()
  if (isPaneShown(pane, state) === open) return
  if (state.cramped.includes(pane)) usePanes.setState({ over: open ? pane : null })
  else usePanes.setState({ [pane]: open })
}

/** Turns a side pane over. */
export function togglePane(pane: SidePane): void {
  setPane(pane, !isPaneShown(pane, usePanes.getState()))
}

/** Says which panes have no room beside the reader. */
export function setCramped(cramped: readonly SidePane[]): void {
  if (cramped.join() !== usePanes.getState().cramped.join()) usePanes.setState({ cramped, over: null })
}
