import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { AppError } from '#core/model/result'
import {
  deleteCorpus,
  describeCorpus,
  liveCorpora,
  renameCorpus,
  type CorpusSummary,
} from '#services/corpora'
import { openCorpus, useCorpus } from '#services/session'
import { useLive } from '#services/use-live'
import { showDialog } from '#store/navigation'
import { IconButton } from '#ui/IconButton'
import { notifyDone, notifyError, orNotify } from '#ui/notify'
import { formatCount } from '#ui/counts'
import classes from './CorporaDialog.module.css'

const NO_CORPORA: CorpusSummary[] = []

/** What the dialog shows: the list, or one corpus to edit or to delete. */
type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'edit'; readonly corpus: CorpusSummary }
  | { readonly kind: 'delete'; readonly corpus: CorpusSummary }

interface CorporaDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** All corpora of this machine: open, make, rename, describe, delete. */
export function CorporaDialog({ opened, onClose }: CorporaDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Corpora" size="34rem">
      <CorporaViews onClose={onClose} />
    </Modal>
  )
}

function CorporaViews({ onClose }: { readonly onClose: () => void }) {
  const corpora = useLive(liveCorpora(), NO_CORPORA)
  const current = useCorpus()
  const [view, setView] = useState<View>({ kind: 'list' })
  const back = () => setView({ kind: 'list' })
  if (view.kind === 'edit') return <EditCorpus corpus={view.corpus} onDone={back} />
  if (view.kind === 'delete') {
    const others = corpora.filter((corpus) => corpus.id !== view.corpus.id)
    const next = view.corpus.id === current?.id ? latest(others) : null
    return <DeleteCorpus corpus={view.corpus} next={next} onDone={back} />
  }
  return (
    <Stack gap="sm">
      <ul className={classes['list']}>
        {corpora.map((corpus) => (
          <li key={corpus.id} className={classes['row']}>
            <button
              type="button"
              className={classes['open']}
              aria-current={corpus.id === current?.id || undefined}
              onClick={() => {
                onClose()
                if (corpus.id !== current?.id) void orNotify(openCorpus(corpus.id))
              }}
            >
              <span className={classes['name']}>{corpus.name}</span>
              <span className={classes['facts']}>
                {formatCount(corpus.articles)} {corpus.articles === 1 ? 'article' : 'articles'}
                {corpus.id === current?.id && ' · open'}
                {corpus.description !== '' && ` · ${corpus.description}`}
              </span>
            </button>
            <IconButton
              label={`Edit name and description of ${corpus.name}`}
              onClick={() => setView({ kind: 'edit', corpus })}
            >
              <IconPencil size="1rem" />
            </IconButton>
            <IconButton label={`Delete ${corpus.name}`} onClick={() => setView({ kind: 'delete', corpus })}>
              <IconTrash size="1rem" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Group justify="flex-start">
        <Button
          variant="default"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => showDialog('new-corpus')}
        >
          New corpus…
        </Button>
      </Group>
    </Stack>
  )
}

interface CorpusFormProps {
  readonly corpus: CorpusSummary
  readonly onDone: () => void
}

function EditCorpus({ corpus, onDone }: CorpusFormProps) {
  const [name, setName] = useState(corpus.name)
  const [description, setDescription] = useState(corpus.description)
  const [error, setError] = useState<AppError | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== corpus.name) {
      const renamed = await renameCorpus(corpus.id, name)
      if (!renamed.ok) {
        setError(renamed.error)
        return
      }
    }
    if (description.trim() !== corpus.description) {
      const described = await describeCorpus(corpus.id, description)
      if (!described.ok) {
        notifyError(described.error)
        return
      }
    }
    onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label="Name"
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
          rows={2}
          resize="vertical"
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Back
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The corpus that was opened last, null of none. */
function latest(corpora: readonly CorpusSummary[]): CorpusSummary | null {
  return corpora.toSorted((a, b) => (b.lastOpenedAt ?? '').localeCompare(a.lastOpenedAt ?? ''))[0] ?? null
}

interface DeleteCorpusProps extends CorpusFormProps {
  /** Opened in its place when it was the open one. */
  readonly next: CorpusSummary | null
}

function DeleteCorpus({ corpus, next, onDone }: DeleteCorpusProps) {
  const [typed, setTyped] = useState('')
  const isSame = typed.trim() === corpus.name.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isSame) return
    const deleted = await deleteCorpus(corpus.id)
    if (!deleted.ok) {
      notifyError(deleted.error)
      return
    }
    notifyDone(`Corpus “${corpus.name}” is deleted.`)
    onDone()
    if (next) await orNotify(openCorpus(next.id))
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <p className={classes['warning']}>
          This deletes “{corpus.name}” with its {formatCount(corpus.articles)}{' '}
          {corpus.articles === 1 ? 'article' : 'articles'}, all annotations, its codebook and its history. It
          cannot be undone; the files it was imported from stay. To keep the work, export the dataset first.
        </p>
        <TextInput
          label={`Type “${corpus.name}” to delete it`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Keep it
          </Button>
          <Button type="submit" color="red" disabled={!isSame}>
            Delete corpus
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
