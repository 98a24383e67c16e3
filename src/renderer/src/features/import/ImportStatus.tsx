import { Button, Popover, Progress, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import {
  cancelImport,
  liveImports,
  liveImportsElsewhere,
  type ImportElsewhere,
  type ImportProgress,
} from '#services/imports'
import { useLive } from '#services/use-live'
import { showReport } from '#store/navigation'
import { IconButton } from '#ui/IconButton'
import { orNotify } from '#ui/notify'
import classes from './ImportStatus.module.css'
import { countOf, formatCount } from '#ui/counts'
import { formatTimeLeft } from '#ui/time-left'

const NO_IMPORTS: ImportProgress[] = []
const NOWHERE: readonly ImportElsewhere[] = []

/** Imports that run, for the status bar: progress, rate, time left, details and cancel. */
export function ImportStatus() {
  const imports = useLive(liveImports(), NO_IMPORTS)
  const elsewhere = useLive(liveImportsElsewhere(), NOWHERE)
  return (
    <>
      {imports
        .filter((one) => one.state === 'running')
        .map((one) => (
          <RunningImport key={one.id} progress={one} />
        ))}
      {elsewhere.map(({ id, roots }) => (
        <div key={id} className={classes['job']}>
          <span className={classes['elsewhere']}>Importing {roots.join(', ')} into another corpus</span>
          <IconButton
            label={`Cancel import of ${roots.join(', ')}; what is imported is kept`}
            size="1.25rem"
            onClick={() => void orNotify(cancelImport(id))}
          >
            <IconX size="0.875rem" />
          </IconButton>
        </div>
      ))}
    </>
  )
}

/** One import that runs. */
export function RunningImport({ progress }: { readonly progress: ImportProgress }) {
  const { id, roots, seen, total, rate, secondsLeft } = progress
  const percent = total ? Math.min(100, (seen / total) * 100) : null
  const left = secondsLeft === null ? null : formatTimeLeft(secondsLeft)
  return (
    <div className={classes['job']}>
      <Popover position="top-end" width="20rem">
        <Popover.Target>
          <UnstyledButton className={classes['target'] ?? ''} title="Details of the import">
            <span>
              Importing {formatCount(seen)}
              {total !== null && ` of ${formatCount(total)}`}
            </span>
            <Progress
              className={classes['bar'] ?? ''}
              value={percent ?? 100}
              animated={percent === null}
              // A bar that glides draws the window anew for every frame of it.
              transitionDuration={0}
              size="sm"
              aria-label="Import"
            />
            {left !== null && <span className={classes['left']}>{left}</span>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="Import">
          <dl className={classes['details']}>
            <Detail term="From">{roots.join(', ')}</Detail>
            <Detail term="Files">
              {total === null
                ? `${formatCount(seen)}, still counting`
                : `${formatCount(seen)} of ${formatCount(total)}`}
            </Detail>
            <Detail term="Imported">{countOf(progress.imported, 'article')}</Detail>
            {progress.sameAs > 0 && <Detail term="Same text">{countOf(progress.sameAs, 'file')}</Detail>}
            {progress.skipped > 0 && <Detail term="Skipped">{countOf(progress.skipped, 'file')}</Detail>}
            <Detail term="Rate">{formatCount(Math.round(rate))} files/s</Detail>
            {left !== null && <Detail term="Time">{left}</Detail>}
          </dl>
          <div className={classes['buttons']}>
            <Button variant="default" onClick={() => showReport(id)}>
              Report so far
            </Button>
            <Button variant="default" onClick={() => void orNotify(cancelImport(id))}>
              Cancel import
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <IconButton
        label="Cancel import; what is imported is kept"
        size="1.25rem"
        onClick={() => void orNotify(cancelImport(id))}
      >
        <IconX size="0.875rem" />
      </IconButton>
    </div>
  )
}

function Detail({
  term,
  children,
}: {
  readonly term: string
  readonly children: string | readonly string[]
}) {
  return (
    <div className={classes['detail']}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
