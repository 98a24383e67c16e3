import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSearch } from '#store/search'
import { countOf } from '#ui/counts'
import { chosenArticles, makeStory } from './actions'

/** From here on a comparison takes long, and its table has more columns than anyone reads. */
const MANY = 100

/** Asks what a story of the articles found is called. */
export function StoryDialog() {
  const opened = useSearch((state) => state.dialog === 'story')
  const close = () => useSearch.setState({ dialog: null })
  return (
    <Modal opened={opened} onClose={close} title="Make a story of what was found">
      <StoryForm onDone={close} />
    </Modal>
  )
}

function StoryForm({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState(useSearch.getState().query)
  const [count] = useState(() => chosenArticles().length)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void makeStory(name.trim()).then((made) => {
          if (made) onDone()
        })
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name of the story"
          description={
            count > MANY
              ? `It would hold ${countOf(count, 'article')}; comparing so many takes long. Select some of them first to take fewer.`
              : `It holds ${countOf(count, 'article')}.`
          }
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            Make story
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
