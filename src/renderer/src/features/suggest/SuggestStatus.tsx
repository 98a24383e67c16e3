import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { cancelSuggesting, liveSuggesting, type SuggestProgress } from '#services/suggestions'
import { useLive } from '#services/use-live'
import { formatCount } from '#ui/counts'
import { IconButton } from '#ui/IconButton'
import { formatTimeLeft } from '#ui/time-left'
import classes from './SuggestStatus.module.css'

/** The run of suggestions that is under way, for the status bar. */
export function SuggestStatus() {
  const progress = useLive<SuggestProgress | null>(liveSuggesting(), null)
  return progress?.state === 'running' ? <RunningSuggestions progress={progress} /> : null
}

/** How far a run is, how fast, how long it takes still, and the way to stop it. */
export function RunningSuggestions({ progress }: { readonly progress: SuggestProgress }) {
  const { done, total, found, rate, secondsLeft } = progress
  return (
    <div className={classes['job']}>
      <span title={`${formatCount(found)} suggestions so far`}>
        Suggesting {formatCount(done)}
        {total > 0 && ` of ${formatCount(total)}`}
      </span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={total > 0 ? (done / total) * 100 : 100}
        animated={total === 0}
        aria-label="Suggestions"
      />
      {rate > 0 && <span className={classes['rate']}>{formatCount(Math.round(rate))}/s</span>}
      {secondsLeft !== null && <span className={classes['rate']}>{formatTimeLeft(secondsLeft)}</span>}
      <IconButton
        label="Stop suggesting; finished articles keep their suggestions"
        size="1.25rem"
        onClick={() => void cancelSuggesting()}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
