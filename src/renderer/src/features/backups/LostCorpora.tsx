import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { chooseBackupFolder, listBackups, type Backup, type NotedCorpus } from '#services/backups'
import { orNotify } from '#ui/notify'
import { BackupList } from './BackupList'
import { BackupPreviewPane } from './BackupPreviewPane'
import classes from './Backups.module.css'

interface LostCorporaProps {
  readonly lost: readonly NotedCorpus[]
  /** The person has seen it and goes on. */
  readonly onDone: () => void
}

/** Says that the database was damaged and its corpora are gone, and offers their backups. */
export function LostCorpora({ lost, onDone }: LostCorporaProps) {
  const [folder, setFolder] = useState(0)
  return (
    <main className={classes['lost']} aria-label="Corpora that cannot be read">
      <div className={classes['column']} role="alert">
        <h1 className={classes['title']}>
          {lost.length === 1 ? 'A corpus cannot be read any more' : 'Corpora cannot be read any more'}
        </h1>
        <Stack gap="md">
          <p className={classes['text']}>
            The database on this computer was damaged, by a failing disk or by another program, and the system
            has begun an empty one. Gone from it: {lost.map(({ name }) => `“${name}”`).join(', ')}. Nothing
            can be read from the damaged files. The files that were imported and the backups are untouched.
          </p>
          <Choice
            key={folder}
            lost={lost}
            onDone={onDone}
            onFolder={() => void orNotify(chooseBackupFolder()).then(() => setFolder(folder + 1))}
          />
        </Stack>
      </div>
    </main>
  )
}

interface ChoiceProps extends LostCorporaProps {
  readonly onFolder: () => void
}

function Choice({ lost, onDone, onFolder }: ChoiceProps) {
  const [backups, setBackups] = useState<readonly Backup[]>([])
  useEffect(() => {
    void listBackups().then(setBackups)
  }, [])
  const [shown, setShown] = useState<Backup | null>(null)
  if (shown) return <BackupPreviewPane backup={shown} onBack={() => setShown(null)} onRestored={onDone} />
  return (
    <>
      <BackupList backups={backups} corpus={lost[0]?.id ?? null} onChoose={setShown} />
      <Group gap="xs">
        {backups[0] && (
          <Button onClick={() => setShown(latestOf(backups, lost))}>Restore the latest backup…</Button>
        )}
        <Button variant="default" onClick={onFolder}>
          Look in another folder…
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Go on without
        </Button>
      </Group>
    </>
  )
}

function latestOf(backups: readonly Backup[], lost: readonly NotedCorpus[]): Backup | null {
  const ids = new Set(lost.map(({ id }) => id))
  return backups.find(({ corpus }) => ids.has(corpus.id)) ?? backups[0] ?? null
}
