import { create } from 'zustand'
import { NO_SELECTION, type Selection } from './library'

interface SpeakersView {
  readonly query: string
  readonly selection: Selection
  readonly dialog: 'merge' | 'split' | null
  /** Scroll offset (CSS pixels) of the list, so that coming back finds the same place. */
  readonly offset: number
  /** Grows each time the name of the selected speaker is to take the focus. */
  readonly renaming: number
}

const START: SpeakersView = { query: '', selection: NO_SELECTION, dialog: null, offset: 0, renaming: 0 }

/** How the speakers are looked at. */
export const useSpeakersView = create<SpeakersView>(() => START)

/** Selects one speaker alone. */
export function selectSpeaker(id: string): void {
  useSpeakersView.setState({ selection: { selected: new Set([id]), active: id, anchor: id } })
}

/** Selects speakers and asks which name they go by as one. */
export function askToMerge(ids: readonly string[]): void {
  const active = ids[0] ?? null
  useSpeakersView.setState({
    selection: { selected: new Set(ids), active, anchor: active },
    dialog: 'merge',
  })
}

/** Selects nobody. */
export function selectNoSpeaker(): void {
  useSpeakersView.setState({ selection: NO_SELECTION })
}

/** Asks the form to give the speaker's name the focus. */
export function askToRename(): void {
  useSpeakersView.setState(({ renaming }) => ({ renaming: renaming + 1 }))
}

/** Another corpus has been opened. */
export function resetSpeakersView(): void {
  useSpeakersView.setState(START)
}
