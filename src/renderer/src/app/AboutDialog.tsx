import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
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
  const [version, setVersion] = useState('')
  useEffect(() => {
    let isCurrent = true
    void invoke('app:info').then((info) => {
      if (isCurrent) setVersion(info.version)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return (
    <div className={classes['about']}>
      <p className={classes['name']}>Crossread {version}</p>
      <p>
        Reads and annotates news articles, and compares how several sources report the same event. It works
        without a network and sends nothing anywhere.
      </p>
      <p className={classes['dim']}>MIT licence</p>
    </div>
  )
}
