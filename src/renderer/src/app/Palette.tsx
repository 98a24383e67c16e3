import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { allCommands } from '#store/command-registry'
import type { AppCommand } from '#store/commands'
import { KeyHint } from '#ui/KeyHint'
import { isPlaceShown } from './keyboard'
import classes from './Palette.module.css'

/** What each menu is called, here and in the overlay of keys. */
export const MENU_LABELS: Readonly<Record<AppCommand['menu'], string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  article: 'Article',
  annotate: 'Annotate',
  corpus: 'Corpus',
  help: 'Help',
}

function paletteActions(): SpotlightActionData[] {
  return allCommands()
    .filter(({ place, command }) => isPlaceShown(place) && command.enabled?.() !== false)
    .map(({ command }) => ({
      id: command.id,
      label: command.label,
      // Found by the menu's name too.
      keywords: [MENU_LABELS[command.menu]],
      rightSection: (
        <span className={classes['right']}>
          <span className={classes['menu']}>{MENU_LABELS[command.menu]}</span>
          {command.keys[0] !== undefined && <KeyHint keys={command.keys[0]} />}
        </span>
      ),
      // After the palette is gone, so that the command finds the focus where it was.
      onClick: () => setTimeout(command.run, 0),
    }))
}

/** The command palette: every command that can run now, by name. */
export function Palette() {
  const [actions, setActions] = useState<SpotlightActionData[]>([])
  return (
    <Spotlight
      actions={actions}
      onSpotlightOpen={() => setActions(paletteActions())}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight="24rem"
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 60, transition: 'fade' }}
      classNames={{ action: classes['action'] ?? '', search: classes['search'] ?? '' }}
      nothingFound="No command of that name"
      searchProps={{
        leftSection: <IconSearch size="1rem" aria-hidden />,
        placeholder: 'Find a command',
        'aria-label': 'Find a command',
      }}
    />
  )
}
