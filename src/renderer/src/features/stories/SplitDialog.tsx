import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { splitStory, type StoryView } from '#services/stories'
import { selectStory } from '#store/story'
import { countOf } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { articleFacts, rowsOf, type RowsById } from './rows'
import classes from './Stories.module.css'
import { offerUndo } from './undo'

interface SplitDialogProps {
  readonly view: StoryView
  readonly rows: RowsById
  readonly opened: boolean
  readonly onClose: () => void
}

/** Parts a story in two: the person says which articles leave it for a new one. */
export function SplitDialog({ view, rows, opened, onClose }: SplitDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Split “${view.story.name}”`} size="36rem">
      <SplitForm view={view} rows={rows} onClose={onClose} />
    </Modal>
  )
}

function SplitForm({ view: { story }, rows, onClose }: Omit<SplitDialogProps, 'opened'>) {
  const present = rowsOf(story.articles, rows)
  const [taken, setTaken] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? present.find(({ article }) => taken.includes(article.id))?.article.title ?? ''
  const canSplit = taken.length >= 2 && present.length - taken.length >= 2 && name.trim() !== ''
  const split = async (event: FormEvent) => {
    event.preventDefault()
    if (!canSplit) return
    const made = await splitStory(story.id, taken, name)
    if (!made.ok) {
      notifyError(made.error)
      return
    }
    onClose()
    selectStory(made.value)
    await offerUndo(`“${name}” split from “${story.name}”.`)
  }
  return (
    <form onSubmit={(event) => void split(event)}>
      <Stack gap="sm">
        <div>Choose the articles of the new story. Each of the two needs at least two.</div>
        <fieldset className={classes['choices']}>
          <legend className={classes['unseen']}>Articles of the new story</legend>
          {present.map((row, index) => (
            <Checkbox
              key={row.article.id}
              label={row.article.title}
              description={articleFacts(row)}
              checked={taken.includes(row.article.id)}
              onChange={(event) =>
                setTaken(
                  event.currentTarget.checked
                    ? [...taken, row.article.id]
                    : taken.filter((id) => id !== row.article.id),
                )
              }
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </fieldset>
        <TextInput
          label="Name of the new story"
          value={name}
          dir="auto"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!canSplit}>
            {taken.length === 0 ? 'Split' : `Split off ${countOf(taken.length, 'article')}`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
