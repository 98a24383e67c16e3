import { Modal } from '@mantine/core'
import { useState } from 'react'
import { allCommands } from '#store/command-registry'
import type { AppCommand, CommandPlace } from '#store/commands'
import { KeyHint } from '#ui/KeyHint'
import { CARET_KEYS } from '../features/reader/caret-moves'
import { currentPlace, isPlaceShown } from './keyboard'
import classes from './KeysOverlay.module.css'

const PLACE_LABELS: Readonly<Record<CommandPlace, string>> = {
  everywhere: 'Everywhere',
  library: 'In the library',
  search: 'In the search',
  reader: 'In the reader',
  codebook: 'In the codebook',
  review: 'In the review',
  speakers: 'Among the speakers',
  stories: 'Among the stories',
  story: 'In a story',
  findings: 'Among the findings',
  matrix: 'In a matrix',
  'side-by-side': 'Side by side',
  'import-report': 'In the import report',
}

/** In the order shown, after the place the person is in. */
const PLACES: readonly CommandPlace[] = [
  'reader',
  'library',
  'search',
  'codebook',
  'review',
  'speakers',
  'stories',
  'findings',
  'matrix',
  'side-by-side',
  'story',
  'import-report',
  'everywhere',
]

/** Keys that panes handle themselves, because they move rather than command. */
const MOVES: Readonly<Partial<Record<CommandPlace, readonly (readonly [string, string])[]>>> = {
  library: [
    ['Up', 'Previous article'],
    ['Down', 'Next article'],
    ['Shift+Down', 'Extend the selection'],
    ['Mod+Down', 'Move without selecting'],
    ['Space', 'Select or deselect'],
    ['Home', 'First article'],
    ['End', 'Last article'],
  ],
  search: [
    ['Up', 'Previous result or line'],
    ['Down', 'Next result or line'],
    ['Shift+Down', 'Extend the selection'],
    ['Space', 'Select or deselect'],
    ['Mod+A', 'Select all'],
  ],
  reader: CARET_KEYS,
  codebook: [
    ['Up', 'Previous tag'],
    ['Down', 'Next tag'],
    ['Right', 'Open, or to the first tag below'],
    ['Left', 'Close, or to the tag above'],
  ],
  review: [
    ['Down', 'Next suggestion'],
    ['Up', 'Previous suggestion'],
    ['Home', 'First suggestion'],
    ['End', 'Last suggestion'],
  ],
  speakers: [
    ['Up', 'Previous speaker'],
    ['Down', 'Next speaker'],
    ['Shift+Down', 'Extend the selection'],
    ['Space', 'Select or deselect'],
  ],
  stories: [
    ['Up', 'Previous story or proposal'],
    ['Down', 'Next story or proposal'],
    ['Shift+Down', 'Extend the selection'],
    ['Space', 'Select or deselect'],
  ],
  findings: [
    ['Up', 'Previous finding'],
    ['Down', 'Next finding'],
    ['Home', 'First finding'],
    ['End', 'Last finding'],
  ],
}

interface KeysOverlayProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The keys of where the person is, then those that work everywhere. */
export function KeysOverlay({ opened, onClose }: KeysOverlayProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="44rem">
      <KeyTables />
    </Modal>
  )
}

function KeyTables() {
  // Asked once, at opening: the focus is in the dialog by the time it is drawn again.
  const [here] = useState(() => currentPlace(null))
  const places = PLACES.filter(isPlaceShown).toSorted((a, b) => Number(b === here) - Number(a === here))
  return (
    <div className={classes['tables']}>
      {places.map((place) => (
        <KeyTable key={place} place={place} />
      ))}
    </div>
  )
}

function KeyTable({ place }: { readonly place: CommandPlace }) {
  const commands = allCommands()
    .filter((entry) => entry.place === place && entry.command.keys.length > 0)
    .map(({ command }) => command)
  const moves = MOVES[place] ?? []
  if (commands.length + moves.length === 0) return null
  return (
    <section className={classes['table']}>
      <h3 className={classes['title']}>{PLACE_LABELS[place]}</h3>
      <dl className={classes['list']}>
        {moves.map(([keys, label]) => (
          <KeyRow key={keys} label={label} keys={[keys]} />
        ))}
        {commands.map((command: AppCommand) => (
          <KeyRow key={command.id} label={command.label} keys={command.keys} />
        ))}
      </dl>
    </section>
  )
}

function KeyRow({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  return (
    <div className={classes['row']}>
      <dt>{label}</dt>
      <dd className={classes['keys']}>
        {keys.slice(0, 2).map((key) => (
          <KeyHint key={key} keys={key} />
        ))}
      </dd>
    </div>
  )
}
