import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Tag } from '#core/model/codebook'
import { deleteTag, describeTagRemoval, mergeTags, type TagRemoval } from '#services/codebook'
import { undoOfLatest } from '#services/history'
import { selectItem } from '#store/codebook'
import { countOf } from '#ui/counts'
import { notifyError, notifyUndo, orNotify } from '#ui/notify'
import { otherBranches, tagPath } from './tree'

async function offerUndo(message: string): Promise<void> {
  const takeBack = await undoOfLatest()
  notifyUndo(message, () => void orNotify(takeBack()))
}

/** What deleting or merging a tag would touch; null until it is counted. */
function useRemoval(id: string, isAsked: boolean): TagRemoval | null {
  const [found, setFound] = useState<{ readonly id: string; readonly removal: TagRemoval } | null>(null)
  useEffect(() => {
    if (!isAsked) return
    let isCurrent = true
    void describeTagRemoval(id).then((removal) => {
      if (isCurrent) setFound({ id, removal })
    })
    return () => {
      isCurrent = false
    }
  }, [id, isAsked])
  return found?.id === id ? found.removal : null
}

interface TagDialogProps {
  readonly tag: Tag
  readonly opened: boolean
  readonly onClose: () => void
}

/** Deletes a tag and says it, with undo. */
export async function deleteTagWithUndo(tag: Tag): Promise<void> {
  const deleted = await deleteTag(tag.id)
  if (deleted.ok) await offerUndo(`Tag “${tag.name}” deleted.`)
  else notifyError(deleted.error)
}

/** Says what deleting a tag does to annotations and to the tags below, then does it. */
export function DeleteTagDialog({ tag, opened, onClose }: TagDialogProps) {
  const removal = useRemoval(tag.id, opened)
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete “${tag.name}”?`}>
      <Stack gap="sm">
        <div role="status">{removal === null ? 'Counting what carries it…' : consequences(removal)}</div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button
            color="red"
            disabled={removal === null}
            data-autofocus
            onClick={() => {
              onClose()
              void deleteTagWithUndo(tag)
            }}
          >
            Delete tag
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function consequences({ annotations, children }: TagRemoval): string {
  const below =
    children > 0 ? `${countOf(children, 'tag')} below it ${children === 1 ? 'goes' : 'go'} with it. ` : ''
  const carried =
    annotations > 0
      ? `${countOf(annotations, 'annotation')} ${annotations === 1 ? 'loses' : 'lose'} ${children > 0 ? 'these tags' : 'this tag'} and ${annotations === 1 ? 'stays' : 'stay'} as ${annotations === 1 ? 'it is' : 'they are'} otherwise. `
      : 'No annotation carries it. '
  return `${below}${carried}You can undo this.`
}

/** Merges a tag into another: its annotations and the tags below it go over. */
export function MergeTagDialog({
  tag,
  tags,
  opened,
  onClose,
}: TagDialogProps & { readonly tags: readonly Tag[] }) {
  const [into, setInto] = useState<string | null>(null)
  const removal = useRemoval(tag.id, opened)
  const children = tags.filter((one) => one.parent === tag.id).length
  const target = tags.find((one) => one.id === into)

  const merge = async () => {
    if (!target) return
    const merged = await mergeTags(tag.id, target.id)
    if (!merged.ok) {
      notifyError(merged.error)
      return
    }
    onClose()
    selectItem({ kind: 'tag', id: target.id })
    await offerUndo(`“${tag.name}” merged into “${target.name}”.`)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Merge “${tag.name}” into another tag`}>
      <Stack gap="sm">
        <Select
          label="Into"
          searchable
          data-autofocus
          value={into}
          onChange={setInto}
          nothingFoundMessage="No such tag"
          data={otherBranches(tags, tag.id).map((one) => ({ value: one.id, label: tagPath(tags, one.id) }))}
        />
        <div role="status">
          {removal !== null && target && (
            <>
              What carries “{tag.name}” will carry “{target.name}” instead
              {removal.annotations > 0 &&
                children === 0 &&
                ` (${countOf(removal.annotations, 'annotation')})`}
              {children > 0 &&
                `, and the ${countOf(children, 'tag')} below it will hang below “${target.name}”`}
              . “{tag.name}” is then gone. You can undo this.
            </>
          )}
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
    </Modal>
  )
}
