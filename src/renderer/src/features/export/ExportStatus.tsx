import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelExport, liveExport } from '#services/exports'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import { formatBytes } from '#ui/bytes'
import classes from './ExportStatus.module.css'

/** The export that runs, for the status bar. */
export function ExportStatus() {
  const progress = useLive(liveExport(), null)
  if (progress?.state !== 'running') return null
  const { name, done, total, bytes } = progress
  return (
    <div className={classes['job']}>
      <span className={classes['name']} title={name}>
        Exporting {name}
      </span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={total > 0 ? (done / total) * 100 : 100}
        animated={total === 0}
        aria-label="Export"
      />
      <span className={classes['size']}>{formatBytes(bytes)}</span>
      <IconButton label="Cancel export; no file is written" size="1.25rem" onClick={cancelExport}>
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
