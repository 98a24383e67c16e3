import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { AppError } from '#core/model/result'
import { createCorpus } from '#services/corpora'
import { openCorpus } from '#services/session'
import { orNotify } from '#ui/notify'

interface NewCorpusDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes a corpus and opens it. */
export function NewCorpusDialog({ opened, onClose }: NewCorpusDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New corpus">
      <NewCorpusForm onDone={onClose} />
    </Modal>
  )
}

function NewCorpusForm({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await createCorpus(name, description)
    if (!made.ok) {
      setError(made.error)
      return
    }
    onDone()
    await orNotify(openCorpus(made.value.id))
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          placeholder="Foreign ministers, February 2022"
          value={name}
          error={error && [error.message, error.advice].filter(Boolean).join(' ')}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setError(null)
          }}
          data-autofocus
        />
        <Textarea
          label="Description"
          description="What it is about and how it was collected. Goes into the dataset."
          rows={2}
          resize="vertical"
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            Create corpus
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
