import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react'
import { dismissImport, liveImports, resumeImport, type ImportProgress } from '#services/imports'
import { useLive } from '#services/use-live'
import { showReport } from '#store/navigation'
import { orNotify } from '#ui/notify'
import classes from './ImportBanner.module.css'
import { countOf } from '#ui/counts'

const NO_IMPORTS: ImportProgress[] = []

/** Imports that were interrupted or failed, with what can be done: above the library until it is decided. */
export function ImportBanner() {
  const imports = useLive(liveImports(), NO_IMPORTS)
  return imports
    .filter((one) => one.state === 'interrupted' || one.state === 'failed')
    .map((one) => <StoppedImport key={one.id} progress={one} />)
}

/** One import that stopped before its end. */
export function StoppedImport({ progress }: { readonly progress: ImportProgress }) {
  const { id, roots, state, imported, seen, total, error } = progress
  const name = roots.map((root) => `“${root}”`).join(', ')
  const kept = `${countOf(imported, 'article')} of ${countOf(seen, 'file')}${total !== null && total > seen ? ` (${countOf(total - seen, 'file')} not read yet)` : ''} kept.`
  return (
    <div className={classes['banner']} role={state === 'failed' ? 'alert' : 'status'}>
      {state === 'failed' ? (
        <IconAlertTriangle className={classes['icon'] ?? ''} size="1.125rem" aria-hidden />
      ) : (
        <IconPlayerPause className={classes['icon'] ?? ''} size="1.125rem" aria-hidden />
      )}
      <p className={classes['text']}>
        <strong>
          {state === 'failed'
            ? (error?.message ?? `The import of ${name} failed.`)
            : `The import of ${name} was interrupted.`}
        </strong>{' '}
        {error?.kept ?? kept} {error?.advice}
      </p>
      <div className={classes['buttons']}>
        <Button onClick={() => void orNotify(resumeImport(id))}>Resume</Button>
        <Button variant="default" onClick={() => void orNotify(dismissImport(id))}>
          Keep what is there
        </Button>
        <Button variant="subtle" onClick={() => showReport(id)}>
          Report
        </Button>
      </div>
    </div>
  )
}
