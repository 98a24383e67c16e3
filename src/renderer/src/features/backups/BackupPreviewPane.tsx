import { Button, Group, Loader, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AppError, Result } from '#core/model/result'
import {
  cancelBackupWork,
  previewBackup,
  restoreBackup,
  type Backup,
  type BackupDifference,
  type BackupPreview,
} from '#services/backups'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError } from '#ui/notify'
import classes from './Backups.module.css'
import { formatTime } from './format-time'

interface BackupPreviewPaneProps {
  readonly backup: Backup
  readonly onBack: () => void
  readonly onRestored: () => void
}

/** What is in a backup, checked whole, before it is restored. */
export function BackupPreviewPane({ backup, onBack, onRestored }: BackupPreviewPaneProps) {
  const [read, setRead] = useState<Result<BackupPreview> | null>(null)
  const [isRestoring, setRestoring] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void previewBackup(backup).then((result) => {
      if (isCurrent) setRead(result)
    })
    return () => {
      isCurrent = false
      cancelBackupWork()
    }
  }, [backup])
  const restore = async () => {
    setRestoring(true)
    const restored = await restoreBackup(backup)
    setRestoring(false)
    if (!restored.ok) {
      notifyError(restored.error)
      return
    }
    notifyDone(`The backup of ${formatTime(backup.time)} is restored and open.`)
    onRestored()
  }
  return (
    <Stack gap="sm">
      <p className={classes['text']}>
        <strong>{backup.corpus.name}</strong>, backup of {formatTime(backup.time)}
      </p>
      {read === null ? (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden /> Reading and checking every text and span…
        </Group>
      ) : read.ok ? (
        <Contents preview={read.value} />
      ) : (
        <Damaged error={read.error} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          Back to the list
        </Button>
        <Button disabled={read?.ok !== true} loading={isRestoring} onClick={() => void restore()}>
          Restore into a new corpus
        </Button>
      </Group>
    </Stack>
  )
}

function Contents({ preview }: { readonly preview: BackupPreview }) {
  const { articles, annotations, difference } = preview
  return (
    <>
      <p className={classes['text']}>
        It is whole: {countOf(articles, 'article')}, {countOf(annotations, 'annotation')}, every span checked
        against its text.
      </p>
      {difference ? (
        <Differences difference={difference} />
      ) : (
        <p className={classes['text']}>The corpus it is of is no longer on this computer.</p>
      )}
      <p className={classes['dim']}>
        Restoring makes a new corpus; the one that is there stays as it is. Search index, reading positions
        and the undo history begin anew.
      </p>
    </>
  )
}

function Differences({ difference: { articles, annotations } }: { readonly difference: BackupDifference }) {
  const lines = [
    articles.missing > 0 && `${countOf(articles.missing, 'article')} that the corpus no longer has`,
    annotations.missing > 0 && `${countOf(annotations.missing, 'annotation')} that the corpus no longer has`,
    annotations.changed > 0 && `${countOf(annotations.changed, 'annotation')} as they were before a change`,
    articles.added > 0 && `not the ${countOf(articles.added, 'article')} that came since`,
    annotations.added > 0 && `not the ${countOf(annotations.added, 'annotation')} that came since`,
  ].filter((line) => line !== false)
  if (lines.length === 0) {
    return <p className={classes['text']}>The corpus has the same articles and annotations now.</p>
  }
  return (
    <div>
      <p className={classes['text']}>Compared with the corpus as it is now, the backup has</p>
      <ul className={classes['differences']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Damaged({ error }: { readonly error: AppError }) {
  return (
    <p className={classes['text']} role="alert">
      <strong>{error.message}</strong> {error.kept} {error.advice}
    </p>
  )
}
