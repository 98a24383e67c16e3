import { create } from 'zustand'

/** The panes beside the reader that a person can put away. */
export type SidePane = 'list' | 'inspector'

interface Panes {
  readonly list: boolean
  readonly inspector: boolean
}

/** Which side panes are open. Where the window is too narrow for all, the shell shows fewer without changing this. */
export const usePanes = create<Panes>(() => ({ list: true, inspector: true }))

/** Opens or closes a side pane. */
export function setPane(pane: SidePane, open: boolean): void {
  if (usePanes.getState()[pane] !== open) usePanes.setState({ [pane]: open })
}

/** Turns a side pane over. */
export function togglePane(pane: SidePane): void {
  setPane(pane, !usePanes.getState()[pane])
}
