import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelComparing, liveComparing, type Comparing } from '#services/comparison'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import classes from './CompareStatus.module.css'

/** The comparison that runs, for the status bar. */
export function CompareStatus() {
  const run = useLive<Comparing | null>(liveComparing(), null)
  if (run?.state !== 'running') return null
  return (
    <div className={classes['job']}>
      <span>Comparing</span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={run.progress * 100}
        aria-label="Comparison"
      />
      <IconButton
        label="Stop comparing; what was found last stays"
        size="1.25rem"
        onClick={() => void cancelComparing()}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
