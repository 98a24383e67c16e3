import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { importDropped } from './begin'
import classes from './DropTarget.module.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Takes files and folders dropped anywhere on the window, and shows that it will while they hover. */
export function DropTarget() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Enter and leave come for every element crossed; the depth says when the window itself is left.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const over = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // Without this the window would navigate to the file.
      event.preventDefault()
      depth = 0
      setOver(false)
      void importDropped([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className={classes['overlay']}>
      <div className={classes['target']} role="status">
        <IconFileImport size="2rem" stroke={1.5} aria-hidden />
        Drop to import
      </div>
    </div>
  )
}
