import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  /** The name that is offered. */
  readonly initial: string
  /** What is worth knowing of a name; called with each that is written. */
  readonly describe: (name: string) => string
  /** What the button says, which may follow from the name. */
  readonly verb: (name: string) => string
  /** Does it; false leaves the dialog open. */
  readonly onName: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for a name. */
export function NameDialog({ title, onClose, ...form }: NameDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title}>
      <NameForm {...form} onClose={onClose} />
    </Modal>
  )
}

function NameForm({ label, initial, describe, verb, onName, onClose }: Omit<NameDialogProps, 'title'>) {
  const [name, setName] = useState(initial)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onName(name.trim()).then((done) => {
          if (done) onClose()
        })
      }}
    >
      <Stack gap="md">
        <TextInput
          label={label}
          description={describe(name)}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {verb(name)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
