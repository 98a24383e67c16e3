import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelProposing, liveProposals, type Proposals } from '#services/stories'
import { useLive } from '#services/use-live'
import { IconButton } from '#ui/IconButton'
import classes from './ProposingStatus.module.css'

/** Looking for stories, while it runs, for the status bar. */
export function ProposingStatus() {
  const found = useLive<Proposals | null>(liveProposals(), null)
  if (found?.state !== 'running') return null
  return (
    <div className={classes['job']}>
      <span>Finding stories</span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={found.progress * 100}
        aria-label="Stories"
      />
      <IconButton
        label="Stop finding stories; earlier proposals stay"
        size="1.25rem"
        onClick={() => void cancelProposing()}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
