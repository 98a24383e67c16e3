import { Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { cancelAnnotatingLines, liveAnnotatingLines, type LinesProgress } from '#services/annotate-lines'
import { liveSearchIndex, type SearchStatus as IndexStatus } from '#services/search'
import { useLive } from '#services/use-live'
import { formatCount } from '#ui/counts'
import { IconButton } from '#ui/IconButton'
import classes from './SearchStatus.module.css'

/** Milliseconds after the window is there: until then it is being drawn, and nobody searches. */
const AFTER_START = 2_000

/** The index that is being made, for the status bar. It is made and kept up to date while this is shown. */
export function SearchStatus() {
  const [started, setStarted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStarted(true), AFTER_START)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <AnnotatingLines />
      {started && <Following />}
    </>
  )
}

function Following() {
  const status = useLive<IndexStatus | null>(liveSearchIndex(), null)
  if (status?.state === 'failed') return <span role="status">The search index could not be made</span>
  if (status?.state !== 'building' || status.total === 0) return null
  return (
    <div className={classes['job']}>
      <span>
        Indexing {formatCount(status.indexed)} of {formatCount(status.total)}
      </span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={(status.indexed / status.total) * 100}
        aria-label="Search index"
      />
    </div>
  )
}

/** Fewer are done before anyone has read how far it is. */
const WORTH_TELLING = 100

function AnnotatingLines() {
  const run = useLive<LinesProgress | null>(liveAnnotatingLines(), null)
  if (!run || run.total < WORTH_TELLING) return null
  return (
    <div className={classes['job']}>
      <span>Annotating lines</span>
      <Progress
        className={classes['bar'] ?? ''}
        size="sm"
        value={(run.done / run.total) * 100}
        aria-label="Annotating lines"
      />
      <IconButton label="Stop; nothing is annotated then" size="1.25rem" onClick={cancelAnnotatingLines}>
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}
