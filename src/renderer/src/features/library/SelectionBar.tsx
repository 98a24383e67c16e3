import { Autocomplete, Button, Menu, Popover } from '@mantine/core'
import {
  IconCircleCheck,
  IconColumns3,
  IconFileExport,
  IconNews,
  IconSparkles,
  IconTrash,
} from '@tabler/icons-react'
import { useMemo, useState, type FormEvent } from 'react'
import type { ArticleStatus } from '#core/model/article'
import { liveSources, setSource, setStatus } from '#services/articles'
import { useLive } from '#services/use-live'
import { runCommand } from '#store/command-registry'
import { notifyError, orNotify } from '#ui/notify'
import { formatCount } from '#ui/counts'
import { STATUS_LABELS } from './format'
import classes from './SelectionBar.module.css'
import { StatusIcon } from './StatusIcon'

interface SelectionBarProps {
  readonly selected: ReadonlySet<string>
}

/** What can be done to all selected articles at once. */
export function SelectionBar({ selected }: SelectionBarProps) {
  const ids = useMemo(() => [...selected], [selected])
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected articles">
      <span className={classes['count']} role="status">
        {formatCount(ids.length)} selected
      </span>
      <StatusMenu ids={ids} />
      <SourcePopover ids={ids} />
      <Button
        variant="default"
        leftSection={<IconSparkles size="0.9375rem" aria-hidden />}
        onClick={() => runCommand('suggest.selection')}
      >
        Suggest
      </Button>
      {ids.length > 1 && (
        <Button
          leftSection={<IconColumns3 size="0.9375rem" aria-hidden />}
          aria-keyshortcuts="Control+Shift+C"
          onClick={() => runCommand('library.compare')}
        >
          Compare
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconFileExport size="0.9375rem" aria-hidden />}
        onClick={() => runCommand('export.selection')}
      >
        Export
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size="0.9375rem" aria-hidden />}
        onClick={() => runCommand('library.remove')}
      >
        Remove
      </Button>
    </div>
  )
}

function StatusMenu({ ids }: { readonly ids: readonly string[] }) {
  const statuses: readonly ArticleStatus[] = ['todo', 'in-progress', 'done']
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconCircleCheck size="0.9375rem" aria-hidden />}>
          Status
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses.map((status) => (
          <Menu.Item
            key={status}
            leftSection={<StatusIcon status={status} isDecoration />}
            onClick={() => void orNotify(setStatus(ids, status))}
          >
            {STATUS_LABELS[status]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function SourcePopover({ ids }: { readonly ids: readonly string[] }) {
  const sources = useLive(liveSources(), [])
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const names = useMemo(() => [...new Set(sources.map((source) => source.name))], [sources])

  const apply = async (value: string | null) => {
    const done = await setSource(ids, value)
    if (!done.ok) {
      notifyError(done.error)
      return
    }
    setOpen(false)
    setName('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void apply(name.trim())
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width="18rem" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconNews size="0.9375rem" aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          Source
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Set the source">
        <form onSubmit={submit} className={classes['form']}>
          <Autocomplete
            label="Source of the selected articles"
            description="One that is there, or a new one."
            data={names}
            value={name}
            onChange={setName}
            openOnFocus={false}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <div className={classes['buttons']}>
            <Button variant="subtle" onClick={() => void apply(null)}>
              No source
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              Set source
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
