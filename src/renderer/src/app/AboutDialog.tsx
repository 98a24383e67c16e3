import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AppInfo } from '#ipc/channels'
import { invoke } from '#services/bridge'
import classes from './AboutDialog.module.css'

interface AboutDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Which Crossread this is. */
export function AboutDialog({ opened, onClose }: AboutDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="About Crossread" size="24rem">
      <About />
    </Modal>
  )
}

function About() {
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    let isCurrent = true
    void invoke('app:info').then((read) => {
      if (isCurrent) setInfo(read)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return (
    <div className={classes['about']}>
      <p className={classes['name']}>Crossread {info?.version}</p>
      <p>
        Reads and annotates news articles, and compares how several sources report the same event. It works
        without a network and sends nothing anywhere.
      </p>
      {info && info.releases !== '' && (
        <p>
          It never looks for a newer version. Releases are at{' '}
          <span className={classes['address']}>{info.releases}</span>
        </p>
      )}
      <p className={classes['dim']}>MIT licence</p>
    </div>
  )
}
