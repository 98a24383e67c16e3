import type { SpeakerUse } from '#services/speakers'
import type { AppCommand } from '#store/commands'
import { askToRename, useSpeakersView } from '#store/speakers'

/** The field that speakers are looked for in. */
export const SEARCH_INPUT_ID = 'speakers-search'

let selected: readonly SpeakerUse[] = []

/** Tells the commands who is selected; the screen does so as it changes. */
export function provideSpeakers(present: readonly SpeakerUse[]): void {
  selected = present
}

const isOne = (): boolean => selected.length === 1

/** Commands of the speakers' screen. */
export const speakerCommands: readonly AppCommand[] = [
  {
    id: 'speakers.find',
    label: 'Find a speaker',
    keys: ['/', 'Mod+F'],
    menu: 'corpus',
    group: 4,
    run: () => document.getElementById(SEARCH_INPUT_ID)?.focus(),
  },
  {
    id: 'speakers.rename',
    label: 'Rename speaker',
    keys: ['F2'],
    menu: 'corpus',
    group: 4,
    enabled: isOne,
    run: askToRename,
  },
  {
    id: 'speakers.merge',
    label: 'Merge the selected speakers…',
    keys: ['m'],
    menu: 'corpus',
    group: 4,
    enabled: () => selected.length > 1,
    run: () => useSpeakersView.setState({ dialog: 'merge' }),
  },
  {
    id: 'speakers.split',
    label: 'Split the speaker…',
    keys: ['s'],
    menu: 'corpus',
    group: 4,
    enabled: () => isOne() && selected.some(({ accepted, suggested }) => accepted + suggested > 0),
    run: () => useSpeakersView.setState({ dialog: 'split' }),
  },
]
