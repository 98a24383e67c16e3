import { Modal, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { allCommands } from '#store/command-registry'
import type { AppCommand } from '#store/commands'
import { KeyHint } from '#ui/KeyHint'
import { isPlaceShown } from './keyboard'
import classes from './Palette.module.css'

/** What each menu is called. */
const MENU_LABELS: Readonly<Record<AppCommand['menu'], string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  article: 'Article',
  annotate: 'Annotate',
  story: 'Story',
  corpus: 'Corpus',
  help: 'Help',
}

/** What can run now, apart from the palette itself. */
function runnableCommands(): readonly AppCommand[] {
  return allCommands()
    .filter(({ place, command }) => isPlaceShown(place) && command.enabled?.() !== false)
    .map(({ command }) => command)
    .filter(({ id }) => id !== 'help.palette')
}

/** Commands whose label or menu has every word of the query; labels that begin with it first. */
function findCommands(commands: readonly AppCommand[], query: string): readonly AppCommand[] {
  const wanted = query.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const begins = (command: AppCommand) => Number(command.label.toLowerCase().startsWith(wanted))
  return commands
    .filter(({ label, menu }) => {
      const text = `${label} ${MENU_LABELS[menu]}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => begins(b) - begins(a))
}

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The command palette: every command that can run now, by name. */
export function Palette({ opened, onClose }: PaletteProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size="36rem" yOffset="12vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content className={classes['palette'] ?? ''}>
        <VisuallyHidden>
          <Modal.Title>Commands</Modal.Title>
        </VisuallyHidden>
        <CommandBox onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

/** A combobox with its list always open (WAI-ARIA): the focus stays in the box, the arrows move through the list. */
function CommandBox({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const [commands] = useState(runnableCommands)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = findCommands(commands, query)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const run = (command: AppCommand | undefined) => {
    if (!command) return
    onClose()
    // After the palette is gone, so that the command finds the focus where it was.
    setTimeout(command.run, 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter') run(found[active])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={classes['box']}>
        <IconSearch size="1rem" aria-hidden />
        <input
          role="combobox"
          aria-label="Find a command"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          placeholder="Find a command"
          className={classes['input']}
          value={query}
          data-autofocus
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Commands" className={classes['list']}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes['command']}
            // The focus stays in the box.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <span className={classes['label']}>{command.label}</span>
            <span className={classes['menu']}>{MENU_LABELS[command.menu]}</span>
            {command.keys[0] !== undefined && <KeyHint keys={command.keys[0]} />}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes['none']} role="status">
          No command of that name can run here.
        </p>
      )}
    </>
  )
}
