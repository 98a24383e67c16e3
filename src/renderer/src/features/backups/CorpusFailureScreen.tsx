import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { listBackups, type Backup } from '#services/backups'
import { invoke } from '#services/bridge'
import { rescueCorpus } from '#services/exports'
import { setFailure, type CorpusFailure } from '#services/failure'
import { openCorpus } from '#services/session'
import { showDialog } from '#store/navigation'
import { notifyDone, notifyError, orNotify } from '#ui/notify'
import { BackupPreviewPane } from './BackupPreviewPane'
import classes from './Backups.module.css'
import { formatTime } from './format-time'

interface CorpusFailureScreenProps {
  readonly failure: CorpusFailure
}

/** Says why a corpus cannot be opened, and offers what helps: again, its latest backup, an export, another corpus. */
export function CorpusFailureScreen({ failure }: CorpusFailureScreenProps) {
  const { id, name, error } = failure
  const [latest, setLatest] = useState<Backup | null>(null)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    void listBackups().then((backups) => setLatest(backups.find(({ corpus }) => corpus.id === id) ?? null))
  }, [id])
  return (
    <main className={classes['lost']} aria-label="Corpus that cannot be opened">
      <div className={classes['column']}>
        <h1 className={classes['title']}>“{name}” cannot be opened</h1>
        {isShown && latest ? (
          <BackupPreviewPane
            backup={latest}
            onBack={() => setShown(false)}
            onRestored={() => setFailure(null)}
          />
        ) : (
          <Stack gap="md">
            <p className={classes['text']} role="alert">
              <strong>{error.message}</strong> {error.kept} {error.advice}
            </p>
            <p className={classes['text']}>
              {latest
                ? `The latest backup is of ${formatTime(latest.time)}.`
                : 'There is no backup of it on this computer.'}
            </p>
            <Group gap="xs">
              <Button onClick={() => void openCorpus(id)}>Try again</Button>
              {latest && (
                <Button variant="default" onClick={() => setShown(true)}>
                  Restore the latest backup…
                </Button>
              )}
              <Button variant="default" onClick={() => void rescue(failure)}>
                Export what can be read…
              </Button>
              <Button variant="subtle" onClick={() => showDialog('corpora')}>
                Choose a corpus…
              </Button>
            </Group>
          </Stack>
        )}
      </div>
    </main>
  )
}

async function rescue({ id, name }: CorpusFailure): Promise<void> {
  const grant = await orNotify(invoke('export:pick', 'dataset', `${name}.crossread.json`))
  if (!grant) return
  const written = await rescueCorpus(id, grant)
  if (written.ok) notifyDone(`“${written.value.name}” is written, every span checked against its text.`)
  else notifyError(written.error)
}
