import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelBackupWork, liveBackupProgress } from '#services/backups'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import classes from './Backups.module.css'

const WORK = { make: 'Backing up', preview: 'Checking the backup', restore: 'Restoring' } as const

/** What is done with backups now, for the status bar. */
export function BackupStatus() {
  const progress = useLive(liveBackupProgress(), null)
  if (progress?.state !== 'running') return null
  const { work, done, total } = progress
  return (
    <div className={classes['job']}>
      <span>{WORK[work]}</span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={total > 0 ? (done / total) * 100 : 100}
        animated={total === 0}
        aria-label={WORK[work]}
      />
      <IconButton label="Stop; the backups that are there stay" size="1.25rem" onClick={cancelBackupWork}>
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
