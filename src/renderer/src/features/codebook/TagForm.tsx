import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconArrowMerge, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { SAFE_PALETTE, type Tag } from '#core/model/codebook'
import type { AppError, Result } from '#core/model/result'
import { editTag } from '#services/codebook'
import { useCodebookView } from '#store/codebook'
import { runCommand } from '#store/command-registry'
import { ColorField } from '#ui/ColorField'
import { countOf } from '#ui/counts'
import { orNotify } from '#ui/notify'
import classes from './ItemForm.module.css'
import { TextField } from '#ui/TextField'
import { otherBranches, tagPath } from './tree'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const
/** Values of the selects that stand for none: Mantine's select has no null option. */
const NONE = 'none'

/** What is wrong, in one line; null when nothing is. */
export function problemOf(result: Result<unknown>): string | null {
  if (result.ok) return null
  const { message, advice }: AppError = result.error
  return [message, advice].filter(Boolean).join(' ')
}

interface TagFormProps {
  readonly tag: Tag
  readonly tags: readonly Tag[]
  /** Annotations that carry it. */
  readonly uses: number
}

/** One tag: name, colour, key, place and definition, each saved by itself, with undo. */
export function TagForm({ tag, tags, uses }: TagFormProps) {
  const nameInput = useRef<HTMLInputElement>(null)
  const isRenaming = useCodebookView((state) => state.renaming === tag.id)
  useEffect(() => {
    if (!isRenaming) return
    nameInput.current?.focus()
    nameInput.current?.select()
    useCodebookView.setState({ renaming: null })
  }, [isRenaming])

  const edit = (patch: Partial<Omit<Tag, 'id'>>) => editTag(tag.id, patch)
  const below = tags.filter((one) => one.parent === tag.id).length
  const holder = (digit: string) => tags.find((one) => one.shortcut === digit && one.id !== tag.id)
  return (
    <div className={classes['form']}>
      <header className={classes['header']}>
        <span className={classes['dot']} style={{ backgroundColor: tag.color }} aria-hidden />
        <h2 className={classes['title']}>{tagPath(tags, tag.id)}</h2>
        <Text c="dimmed" fz="xs">
          on {countOf(uses, 'annotation')}
        </Text>
      </header>
      <Stack gap="md">
        <TextField
          label="Name"
          value={tag.name}
          inputRef={nameInput}
          onSave={async (name) => problemOf(await edit({ name }))}
        />
        <TextField
          label="Definition"
          description="When to use it, when not, with an example. It goes into the dataset."
          isLong
          value={tag.definition}
          onSave={async (definition) => problemOf(await edit({ definition }))}
        />
        <ColorField
          label="Colour"
          palette={SAFE_PALETTE}
          value={tag.color}
          onChange={(color) => void orNotify(edit({ color }))}
        />
        <Group gap="md" align="flex-start" grow>
          <Select
            label="Key"
            value={tag.shortcut ?? NONE}
            data={[
              { value: NONE, label: 'No key' },
              ...DIGITS.map((digit) => {
                const taken = holder(digit)
                return {
                  value: digit,
                  label: taken ? `${digit} (taken by “${taken.name}”)` : digit,
                  disabled: taken !== undefined,
                }
              }),
            ]}
            onChange={(value) => void orNotify(edit({ shortcut: value === NONE ? null : value }))}
          />
          <Select
            label="Below"
            searchable
            nothingFoundMessage="No such tag"
            value={tag.parent ?? NONE}
            data={[
              { value: NONE, label: 'At the top' },
              ...otherBranches(tags, tag.id).map((one) => ({ value: one.id, label: tagPath(tags, one.id) })),
            ]}
            onChange={(value) => void orNotify(edit({ parent: value === NONE ? null : value }))}
          />
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => runCommand('codebook.new-child')}
          >
            New tag below
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowMerge size="1rem" aria-hidden />}
            disabled={tags.length - 1 - below < 1}
            onClick={() => runCommand('codebook.merge-tag')}
          >
            Merge into…
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size="1rem" aria-hidden />}
            onClick={() => runCommand('codebook.delete-tag')}
          >
            Delete…
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
