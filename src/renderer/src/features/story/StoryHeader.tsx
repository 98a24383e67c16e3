import { Menu, TextInput } from '@mantine/core'
import {
  IconArrowLeft,
  IconDots,
  IconFileExport,
  IconFiles,
  IconPencil,
  IconRefresh,
  IconReport,
  IconTable,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { renameStory, type StoryView } from '#services/stories'
import { runCommand } from '#store/command-registry'
import { showAllStories } from '#store/navigation'
import { useStoriesList, useStoryView } from '#store/story'
import { countOf } from '#ui/counts'
import { formatDateRange } from '#ui/dates'
import { IconButton } from '#ui/IconButton'
import { notifyError } from '#ui/notify'
import classes from './Story.module.css'

/** Name, size and dates of the story with the way back and its few actions; null for two articles without a story. */
export function StoryHeader({ story }: { readonly story: StoryView | null }) {
  return (
    <header className={classes['head']}>
      <IconButton label="All stories" keys="Escape" onClick={showAllStories}>
        <IconArrowLeft size="1.125rem" stroke={1.75} />
      </IconButton>
      {story === null ? (
        <div className={classes['heading']}>
          <h1 className={classes['name']}>Two articles side by side</h1>
        </div>
      ) : (
        <>
          <div className={classes['heading']}>
            <StoryName story={story} />
            <p className={classes['facts']}>{factsOf(story)}</p>
          </div>
          <StoryMenu />
        </>
      )}
    </header>
  )
}

function factsOf({ articles, sources, from, to }: StoryView): string {
  return [
    countOf(articles, 'article'),
    sources.length > 0 ? countOf(sources.length, 'known outlet') : null,
    from !== null && to !== null ? formatDateRange(from, to) : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}

/** The name; a field in its place while it is being changed, by double click, menu or key. */
function StoryName({ story: { story } }: { readonly story: StoryView }) {
  const asked = useStoriesList((state) => state.renaming)
  const [answered, setAnswered] = useState(asked)
  const close = () => setAnswered(asked)
  if (asked !== answered) return <NameField id={story.id} name={story.name} onClose={close} />
  return (
    <h1
      className={classes['name']}
      title={story.name}
      dir="auto"
      onDoubleClick={() => runCommand('story.rename')}
    >
      {story.name}
    </h1>
  )
}

interface NameFieldProps {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

function NameField({ id, name, onClose }: NameFieldProps) {
  const [draft, setDraft] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const end = async (keep: boolean) => {
    if (isOver.current) return
    isOver.current = true
    if (keep && draft.trim() !== name && draft.trim() !== '') {
      const renamed = await renameStory(id, draft)
      if (!renamed.ok) notifyError(renamed.error)
    }
    onClose()
  }
  return (
    <TextInput
      ref={field}
      aria-label="Name of the story"
      className={classes['rename'] ?? ''}
      value={draft}
      dir="auto"
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void end(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        void end(event.key === 'Enter')
      }}
    />
  )
}

const ACTIONS = [
  { command: 'story.rename', label: 'Rename', icon: IconPencil },
  { command: 'story.articles', label: 'Add or remove articles…', icon: IconFiles },
  { command: 'story.compare', label: 'Compare again', icon: IconRefresh },
  { command: 'story.report', label: 'Export report (HTML)…', icon: IconReport },
  { command: 'matrix.csv', label: 'Export matrix as CSV…', icon: IconTable },
  { command: 'story.export', label: 'Export this story…', icon: IconFileExport },
  { command: 'story.delete', label: 'Delete the story', icon: IconTrash },
] as const

/** What can be done to the whole story. A matrix is exported as it is narrowed and ordered, so one has to be shown. */
function StoryMenu() {
  const isMatrix = useStoryView(({ tab }) => tab === 'utterances' || tab === 'assertions')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label="Actions on this story">
          <IconDots size="1.125rem" stroke={1.75} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {ACTIONS.map(({ command, label, icon: ActionIcon }) => (
          <Menu.Item
            key={command}
            leftSection={<ActionIcon size="1rem" aria-hidden />}
            disabled={command === 'matrix.csv' && !isMatrix}
            onClick={() => runCommand(command)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
