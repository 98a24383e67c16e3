import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMemo, useState, type FormEvent } from 'react'
import type { Speaker } from '#core/model/speaker'
import { splitSpeaker } from '#services/speakers'
import { liveSpeakerQuotations, type SpeakerQuotation } from '#services/speaker-quotations'
import { useLive } from '#services/use-live'
import { selectSpeaker } from '#store/speakers'
import { countOf } from '#ui/counts'
import { notifyError } from '#ui/notify'
import { groupBySpelling, type SpellingGroup } from './rows'
import classes from './SplitDialog.module.css'
import { offerUndo } from './undo'

interface SplitDialogProps {
  readonly speaker: Speaker
  readonly opened: boolean
  readonly onClose: () => void
}

const NO_QUOTATIONS: readonly SpeakerQuotation[] = []

/** Parts a record in two: the person says which quotations, by spelling or one by one, are somebody else's. */
export function SplitDialog({ speaker, opened, onClose }: SplitDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Split ${speaker.name}`} size="36rem">
      <SplitForm speaker={speaker} onClose={onClose} />
    </Modal>
  )
}

function SplitForm({ speaker, onClose }: Omit<SplitDialogProps, 'opened'>) {
  const quotations = useLive(liveSpeakerQuotations(speaker.id), NO_QUOTATIONS)
  const groups = useMemo(() => groupBySpelling(quotations), [quotations])
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  const suggestion = groups.find(
    ({ words, quotations: own }) =>
      words !== null && words !== speaker.name && own.some(({ annotation }) => taken.has(annotation.id)),
  )?.words
  const name = typed ?? suggestion ?? ''

  const take = (ids: readonly string[], isTaken: boolean) => {
    const next = new Set(taken)
    for (const id of ids) {
      if (isTaken) next.add(id)
      else next.delete(id)
    }
    setTaken(next)
  }
  const split = async (event: FormEvent) => {
    event.preventDefault()
    const made = await splitSpeaker(speaker.id, { name, annotations: [...taken] })
    if (!made.ok) {
      notifyError(made.error)
      return
    }
    onClose()
    selectSpeaker(made.value.id)
    await offerUndo(`${made.value.name} split from ${speaker.name}.`)
  }
  return (
    <form onSubmit={(event) => void split(event)}>
      <Stack gap="sm">
        <div>Choose what somebody else says. Spellings that only these quotations print go with them.</div>
        <div className={classes['groups']} role="group" aria-label="Quotations to take out">
          {groups.map((group, index) => (
            <SpellingBox
              key={group.words ?? ''}
              group={group}
              taken={taken}
              isFirst={index === 0}
              onTake={take}
            />
          ))}
        </div>
        <TextInput
          label="Name of the other speaker"
          value={name}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={taken.size === 0 || name.trim() === ''}>
            {taken.size === 0 ? 'Split' : `Split off ${countOf(taken.size, 'quotation')}`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface GroupProps {
  readonly group: SpellingGroup
  readonly taken: ReadonlySet<string>
  readonly isFirst: boolean
  readonly onTake: (ids: readonly string[], isTaken: boolean) => void
}

/** A spelling with its quotations; the whole of it is taken by its own box. */
function SpellingBox({ group: { words, quotations }, taken, isFirst, onTake }: GroupProps) {
  const ids = quotations.map(({ annotation }) => annotation.id)
  const count = ids.filter((id) => taken.has(id)).length
  const label = words === null ? 'Without words that name the speaker' : `“${words}”`
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['unseen']}>{label}</legend>
      <Checkbox
        label={`${label} (${countOf(ids.length, 'quotation')})`}
        checked={count === ids.length}
        indeterminate={count > 0 && count < ids.length}
        onChange={(event) => onTake(ids, event.currentTarget.checked)}
        fw={500}
        data-autofocus={isFirst || undefined}
      />
      <div className={classes['quotations']}>
        {quotations.map(({ annotation, articleTitle, sourceName }) => (
          <Checkbox
            key={annotation.id}
            label={annotation.exact}
            description={[sourceName, articleTitle].filter(Boolean).join(' · ')}
            checked={taken.has(annotation.id)}
            onChange={(event) => onTake([annotation.id], event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
