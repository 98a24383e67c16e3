import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { mergeSpeakers, type SpeakerUse } from '#services/speakers'
import { selectSpeaker } from '#store/speakers'
import { countOf } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { likeliestName } from './rows'
import { offerUndo } from './undo'

interface MergeDialogProps {
  readonly speakers: readonly SpeakerUse[]
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes the selected records into one; the person says which name it goes by. */
export function MergeDialog({ speakers, opened, onClose }: MergeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Merge ${countOf(speakers.length, 'speaker')} into one`}>
      <MergeForm speakers={speakers} onClose={onClose} />
    </Modal>
  )
}

function MergeForm({ speakers, onClose }: Omit<MergeDialogProps, 'opened'>) {
  const [into, setInto] = useState(() => likeliestName(speakers)?.id ?? '')
  const target = speakers.find(({ speaker }) => speaker.id === into)?.speaker
  const merge = async () => {
    if (!target) return
    const merged = await mergeSpeakers(
      speakers.map(({ speaker }) => speaker.id).filter((id) => id !== into),
      into,
    )
    if (!merged.ok) {
      notifyError(merged.error)
      return
    }
    onClose()
    selectSpeaker(into)
    await offerUndo(`${countOf(speakers.length, 'speaker')} merged into ${target.name}.`)
  }
  return (
    <Stack gap="sm">
      <Radio.Group label="Keep the name" value={into} onChange={setInto}>
        <Stack gap={6} mt={6} mah="18rem" style={{ overflow: 'auto' }}>
          {speakers.map(({ speaker, accepted, suggested }) => (
            <Radio
              key={speaker.id}
              value={speaker.id}
              label={speaker.name}
              description={countOf(accepted + suggested, 'quotation or claim', 'quotations and claims')}
              {...(speaker.id === into ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      <div>
        The other names become spellings of it, and everything they say is {target?.name ?? 'this speaker'}’s,
        also in articles imported later. You can undo this.
      </div>
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
