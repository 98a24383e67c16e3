import { Button, Checkbox, Group, Input, Modal, Radio, Select, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Corpus } from '#core/model/corpus'
import { PACKAGE_EXTENSION } from '#core/model/package'
import { invoke } from '#services/bridge'
import { startDatasetExport, type DatasetExport } from '#services/exports'
import { liveStories, type StoryView } from '#services/stories'
import { useLive } from '#services/use-live'
import { useExportView, type ExportStart } from '#store/export'
import { useLibrary } from '#store/library'
import { useStoryView } from '#store/story'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError, orNotify } from '#ui/notify'
import { formatBytes } from '#ui/bytes'

interface ExportDialogProps {
  readonly corpus: Corpus
  /** Articles in the corpus. */
  readonly articles: number
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks what goes into the dataset, then where it goes, then writes it. */
export function ExportDialog({ corpus, articles, opened, onClose }: ExportDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Export dataset">
      <ExportForm
        articles={articles}
        onCancel={onClose}
        onExport={(options) => {
          onClose()
          void exportDataset(options, fileName(corpus.name))
        }}
      />
    </Modal>
  )
}

const NO_STORIES: readonly StoryView[] = []
const SCOPES: readonly ExportStart[] = ['corpus', 'selection', 'found', 'story']

/** The corpus' name without what file systems refuse. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^[.\s-]+|[.\s-]+$/g, '') || 'corpus'
}

async function exportDataset(options: DatasetExport, suggestedName: string): Promise<void> {
  const ending = options.format === 'package' ? PACKAGE_EXTENSION : '.crossread.json'
  const grant = await orNotify(invoke('export:pick', options.format, `${suggestedName}${ending}`))
  if (!grant) return
  const written = await startDatasetExport(options, grant)
  if (written.ok) {
    const { name, bytes } = written.value
    notifyDone(`“${name}” is written (${formatBytes(bytes)}), every span checked against its text.`, {
      label: 'Show in folder',
      run: () => void invoke('export:reveal', grant.token),
    })
  } else {
    notifyError({ kept: 'The corpus is unchanged; no half-written file is left.', ...written.error })
  }
}

interface ExportFormProps {
  readonly articles: number
  readonly onCancel: () => void
  readonly onExport: (options: DatasetExport) => void
}

/** The choices of an export. */
export function ExportForm({ articles, onCancel, onExport }: ExportFormProps) {
  const start = useExportView((state) => state.start)
  const found = useExportView((state) => state.found)
  const selected = useLibrary((state) => state.selection.selected)
  const stories = useLive<readonly StoryView[]>(liveStories(), NO_STORIES)
  const opened = useStoryView((state) => state.story)
  const [chosen, setChosen] = useState(opened)
  const story = stories.find((one) => one.story.id === chosen) ?? stories[0]
  const [scope, setScope] = useState<ExportStart>(
    start === 'selection' && selected.size === 0 ? 'corpus' : start,
  )
  const [format, setFormat] = useState<DatasetExport['format']>('dataset')
  const [suggestions, setSuggestions] = useState(false)
  const [text, setText] = useState(true)
  const [reproducible, setReproducible] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onExport({
      scope:
        scope === 'story' && story
          ? { kind: 'story', id: story.story.id }
          : scope === 'selection'
            ? { kind: 'articles', ids: [...selected] }
            : scope === 'found'
              ? { kind: 'articles', ids: found }
              : { kind: 'corpus' },
      format,
      suggestions,
      text,
      reproducible,
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Radio.Group
          label="Articles"
          value={scope}
          onChange={(value) => setScope(SCOPES.find((one) => one === value) ?? 'corpus')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="corpus" label={`The whole corpus (${countOf(articles, 'article')})`} />
            <Radio
              value="selection"
              disabled={selected.size === 0}
              label={
                selected.size === 0
                  ? 'The selected articles (none selected)'
                  : `The selected articles (${selected.size})`
              }
            />
            {found.length > 0 && (
              <Radio value="found" label={`What the search found (${countOf(found.length, 'article')})`} />
            )}
            <Radio
              value="story"
              disabled={story === undefined}
              label={
                story === undefined ? 'One story (there is none yet)' : 'One story, with what was compared'
              }
            />
          </Stack>
        </Radio.Group>
        {scope === 'story' && story && (
          <Select
            label="Story"
            searchable
            limit={100}
            value={story.story.id}
            data={stories.map((one) => ({
              value: one.story.id,
              label: `${one.story.name} (${countOf(one.articles, 'article')})`,
            }))}
            nothingFoundMessage="No such story"
            onChange={setChosen}
          />
        )}
        <Radio.Group
          label="File"
          value={format}
          onChange={(value) => setFormat(value === 'package' ? 'package' : 'dataset')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="dataset"
              label="Dataset (.json)"
              description="One JSON file, for programs of every kind."
            />
            <Radio
              value="package"
              label="Package (.crossread)"
              description="The dataset packed with what is in it and its checksum. Crossread opens it with a double click."
            />
          </Stack>
        </Radio.Group>
        <Input.Wrapper label="Contents" role="group" aria-label="Contents" labelElement="div">
          <Stack gap="xs" mt="xs">
            <Checkbox
              label="Suggestions"
              description="Annotations the program suggested and nobody has accepted. Rejected ones go along either way, marked as rejected."
              checked={suggestions}
              onChange={(event) => setSuggestions(event.currentTarget.checked)}
            />
            <Checkbox
              label="Full text"
              description="Leave it out where copyright demands; hashes, spans and the annotated words stay."
              checked={text}
              onChange={(event) => setText(event.currentTarget.checked)}
            />
            <Checkbox
              label="Reproducible"
              description="Leave out the time of export, so that the same corpus gives the same bytes."
              checked={reproducible}
              onChange={(event) => setReproducible(event.currentTarget.checked)}
            />
          </Stack>
        </Input.Wrapper>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" data-autofocus>
            Choose file…
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
