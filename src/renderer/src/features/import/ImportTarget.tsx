import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Corpus } from '#core/model/corpus'
import type { AppError } from '#core/model/result'
import { invoke } from '#services/bridge'
import { useCorpus } from '#services/session'
import { useIntake, type ChosenImport } from '#store/intake'
import { importIntoNew, importIntoOpen, nameOf } from './begin'

/** Asks where an import goes, when there is a corpus with articles open. */
export function ImportTarget() {
  const chosen = useIntake((state) => state.chosen)
  const corpus = useCorpus()
  const close = () => useIntake.setState({ chosen: null })
  const cancel = () => {
    if (chosen) void invoke('import:close', chosen.token)
    close()
  }
  return (
    <Modal opened={chosen !== null && corpus !== null} onClose={cancel} title="Import">
      {chosen && corpus && (
        <TargetForm key={chosen.token} chosen={chosen} corpus={corpus} onCancel={cancel} onDone={close} />
      )}
    </Modal>
  )
}

interface TargetFormProps {
  readonly chosen: ChosenImport
  readonly corpus: Corpus
  readonly onCancel: () => void
  readonly onDone: () => void
}

function TargetForm({ chosen, corpus, onCancel, onDone }: TargetFormProps) {
  const [target, setTarget] = useState<'open' | 'new'>('open')
  const [name, setName] = useState(nameOf(chosen))
  const [error, setError] = useState<AppError | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (target === 'open') {
      onDone()
      await importIntoOpen(chosen)
      return
    }
    const made = await importIntoNew(chosen, name)
    if (!made.ok) setError(made.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Radio.Group
          label={`Import ${chosen.roots.map((root) => `“${root}”`).join(', ')} into`}
          value={target}
          onChange={(value) => setTarget(value === 'new' ? 'new' : 'open')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="open" label={`the open corpus, “${corpus.name}”`} data-autofocus />
            <Radio value="new" label="a new corpus" />
          </Stack>
        </Radio.Group>
        {target === 'new' && (
          <TextInput
            label="Name of the new corpus"
            value={name}
            error={error && [error.message, error.advice].filter(Boolean).join(' ')}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setError(null)
            }}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={target === 'new' && name.trim() === ''}>
            Import
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
