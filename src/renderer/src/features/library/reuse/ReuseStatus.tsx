import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelFindingReuse, liveReuse, type Reuse } from '#services/reuse'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import classes from './ReuseStatus.module.css'

/** Looking for copies, while it runs, for the status bar. */
export function ReuseStatus() {
  const reuse = useLive<Reuse | null>(liveReuse(), null)
  if (reuse?.state !== 'running') return null
  return (
    <div className={classes['job']}>
      <span>Finding copies</span>
      <Progress className={classes['bar'] ?? ''} size="sm" value={reuse.progress * 100} aria-label="Copies" />
      <IconButton
        label="Stop finding copies; those found before stay"
        size="1.25rem"
        onClick={() => void cancelFindingReuse()}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
