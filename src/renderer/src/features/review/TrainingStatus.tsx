import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelTraining, liveTagger, type TaggerState } from '#services/tagger'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import classes from './TrainingStatus.module.css'

/** The training that is under way, for the status bar. */
export function TrainingStatus() {
  const tagger = useLive<TaggerState | null>(liveTagger(), null)
  if (tagger?.state !== 'training') return null
  return (
    <div className={classes['job']}>
      <span>Training</span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={tagger.progress * 100}
        aria-label="Training so far"
      />
      <IconButton
        label="Cancel training; what was learnt before is kept"
        size="1.25rem"
        onClick={cancelTraining}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
