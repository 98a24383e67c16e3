import { Button, Group, Loader, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import type { Corpus } from '#core/model/corpus'
import type { PackageManifest } from '#core/model/package'
import type { AppError, Result } from '#core/model/result'
import { hasArticles } from '#services/articles'
import { invoke } from '#services/bridge'
import { useCorpus } from '#services/session'
import { useIntake, type ChosenImport } from '#store/intake'
import { formatBytes } from '#ui/bytes'
import { countOf } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { importIntoNew, importIntoOpen, unusedName } from './begin'
import classes from './PackageDialog.module.css'

/** Shows what is in a package once it was checked, and offers to import it. */
export function PackageDialog() {
  const chosen = useIntake((state) => state.package)
  const close = () => useIntake.setState({ package: null })
  const cancel = () => {
    if (chosen) void invoke('import:close', chosen.token)
    close()
  }
  return (
    <Modal opened={chosen !== null} onClose={cancel} title="Crossread package" size="32rem">
      {chosen && <Contents key={chosen.token} chosen={chosen} onCancel={cancel} onDone={close} />}
    </Modal>
  )
}

interface ContentsProps {
  readonly chosen: ChosenImport
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Where the package can go, as far as is known before the person says. */
interface Targets {
  /** Name for a corpus of its own. */
  readonly name: string
  readonly isOpenEmpty: boolean
}

function Contents({ chosen, onCancel, onDone }: ContentsProps) {
  const corpus = useCorpus()
  const [read, setRead] = useState<Result<PackageManifest> | null>(null)
  const [targets, setTargets] = useState<Targets | null>(null)
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      const result = await invoke('import:inspect', chosen.token)
      const found = result.ok
        ? { name: await unusedName(result.value.corpus.name.trim()), isOpenEmpty: !(await hasArticles()) }
        : null
      if (!isCurrent) return
      setRead(result)
      setTargets(found)
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [chosen])

  if (read?.ok === true && targets) {
    return (
      <PackageForm
        chosen={chosen}
        manifest={read.value}
        corpus={corpus}
        targets={targets}
        onCancel={onCancel}
        onDone={onDone}
      />
    )
  }
  return (
    <Stack gap="md">
      {read?.ok === false ? (
        <p className={classes['text']} role="alert">
          <strong>{read.error.message}</strong> {read.error.kept} {read.error.advice}
        </p>
      ) : (
        <Group gap="xs" role="status" wrap="nowrap">
          <Loader size="xs" aria-hidden />
          <span className={classes['text']}>Reading and checking {chosen.roots[0]}…</span>
        </Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {read === null ? 'Cancel' : 'Close'}
        </Button>
      </Group>
    </Stack>
  )
}

interface PackageFormProps extends ContentsProps {
  readonly manifest: PackageManifest
  readonly corpus: Corpus | null
  readonly targets: Targets
}

function PackageForm({ chosen, manifest, corpus, targets, onCancel, onDone }: PackageFormProps) {
  const [target, setTarget] = useState<'open' | 'new'>(corpus && targets.isOpenEmpty ? 'open' : 'new')
  const [name, setName] = useState(targets.name)
  const [error, setError] = useState<AppError | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (target === 'open' && corpus) {
      onDone()
      await importIntoOpen(chosen)
      return
    }
    const made = await importIntoNew(chosen, name)
    if (made.ok) onDone()
    else setError(made.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Facts manifest={manifest} file={chosen.roots[0] ?? ''} />
        {!manifest.dataset.texts && (
          <p className={classes['text']} role="alert">
            <strong>It cannot be imported, as its texts were left out.</strong> Ask for a package with the
            texts, or import the articles themselves.
          </p>
        )}
        {corpus && manifest.dataset.texts && (
          <Radio.Group
            label="Import into"
            value={target}
            onChange={(value) => setTarget(value === 'open' ? 'open' : 'new')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="new" label="a new corpus" />
              <Radio
                value="open"
                label={`the open corpus, “${corpus.name}”`}
                description={
                  targets.isOpenEmpty
                    ? 'It has no articles yet.'
                    : 'Adds what is not in it. Where both have the same and differ, yours stays and the report says so.'
                }
              />
            </Stack>
          </Radio.Group>
        )}
        {(target === 'new' || !corpus) && manifest.dataset.texts && (
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
          <Button
            type="submit"
            disabled={!manifest.dataset.texts || (target === 'new' && name.trim() === '')}
            autoFocus
          >
            Import
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Facts({ manifest, file }: { readonly manifest: PackageManifest; readonly file: string }) {
  const { corpus, counts, annotators, generator, exportedAt, dataset } = manifest
  const bySuggestion = counts.annotations - annotators.reduce((sum, { annotations }) => sum + annotations, 0)
  const people = annotators.map(({ name, annotations }) => `${name} (${String(annotations)})`)
  const made = bySuggestion > 0 ? [...people, `accepted suggestions (${String(bySuggestion)})`] : people
  return (
    <Stack gap="xs">
      <p className={classes['name']}>{corpus.name}</p>
      {corpus.description !== '' && (
        <p className={`${classes['text'] ?? ''} ${classes['description'] ?? ''}`}>{corpus.description}</p>
      )}
      <dl className={classes['facts']}>
        <dt>File</dt>
        <dd>{file}</dd>
        <dt>Articles</dt>
        <dd>
          {countOf(counts.articles, 'article')}
          {counts.stories > 0 && `, ${countOf(counts.stories, 'story', 'stories')}`}
          {!dataset.texts && '; their texts were left out'}
        </dd>
        <dt>Annotations</dt>
        <dd>
          {countOf(counts.annotations, 'annotation')}
          {counts.suggestions > 0 && `, ${countOf(counts.suggestions, 'open suggestion')}`}
        </dd>
        <dt>Annotated by</dt>
        <dd>{made.length > 0 ? made.join(', ') : 'nobody yet'}</dd>
        <dt>Written by</dt>
        <dd>
          {generator.name} {generator.version}
          {exportedAt !== undefined && `, ${formatDate(exportedAt)}`}
        </dd>
        <dt>Checked</dt>
        <dd>The dataset ({formatBytes(dataset.bytes)}) is what its checksum says.</dd>
      </dl>
    </Stack>
  )
}
