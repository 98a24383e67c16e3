import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { mergeStories, type StoryView } from '#services/stories'
import { selectStory } from '#store/story'
import { countOf } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { storyFacts } from './rows'
import { offerUndo } from './undo'

interface MergeDialogProps {
  readonly stories: readonly StoryView[]
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes the selected stories into one; the person says which name it goes by. */
export function MergeDialog({ stories, opened, onClose }: MergeDialogProps) {
  const title = `Merge ${countOf(stories.length, 'story', 'stories')} into one`
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <MergeForm stories={stories} onClose={onClose} />
    </Modal>
  )
}

function MergeForm({ stories, onClose }: Omit<MergeDialogProps, 'opened'>) {
  const [largest] = stories.toSorted((a, b) => b.articles - a.articles)
  const [into, setInto] = useState(largest?.story.id ?? '')
  const target = stories.find(({ story }) => story.id === into)?.story
  const merge = async () => {
    if (!target) return
    const merged = await mergeStories(
      stories.map(({ story }) => story.id),
      into,
    )
    if (!merged.ok) {
      notifyError(merged.error)
      return
    }
    onClose()
    selectStory(into)
    await offerUndo(`${countOf(stories.length, 'story', 'stories')} merged into “${target.name}”.`)
  }
  return (
    <Stack gap="sm">
      <Radio.Group label="Keep the name" value={into} onChange={setInto}>
        <Stack gap={6} mt={6} mah="18rem" style={{ overflow: 'auto' }}>
          {stories.map((view) => (
            <Radio
              key={view.story.id}
              value={view.story.id}
              label={view.story.name}
              description={storyFacts(view)}
              {...(view.story.id === into ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      <div>It gets the articles and decisions of all of them. You can undo this.</div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!target} onClick={() => void merge()}>
          Merge
        </Button>
      </Group>
    </Stack>
  )
}
