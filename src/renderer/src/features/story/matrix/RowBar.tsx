import { Button } from '@mantine/core'
import {
  IconArrowRight,
  IconArrowsMove,
  IconArrowsSplit2,
  IconCheck,
  IconListDetails,
  IconStack2,
  IconX,
} from '@tabler/icons-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { ClusterKind } from '#core/model/comparison'
import { allCommands, canRun, runCommand, useCommandRegistry } from '#store/command-registry'
import { KeyHint } from '#ui/KeyHint'
import classes from './Matrix.module.css'

/** What can be done with the active row and words, in one place that does not move while the rows do. */
export function RowBar({ kind }: { readonly kind: ClusterKind }) {
  // Which of them can run changes with the active cell; the registry tells when.
  useCommandRegistry((state) => state.revision)
  const bar = useRef<HTMLDivElement>(null)
  // Notices stand above the bar, or the one that offers to take a decision back would lie over its buttons.
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return undefined
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => {
      style.setProperty('--cr-foot-bar', `${String(element.offsetHeight)}px`)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--cr-foot-bar')
    }
  }, [])
  return (
    <div ref={bar} className={classes['bar']} role="toolbar" aria-label={`The active ${kind}`}>
      <Act command="matrix.confirm" keys="a" icon={<IconCheck size="1rem" aria-hidden />}>
        Confirm
      </Act>
      <Act command="matrix.reject" keys="x" icon={<IconX size="1rem" aria-hidden />}>
        Take apart
      </Act>
      <Act command="matrix.split" keys="s" icon={<IconArrowsSplit2 size="1rem" aria-hidden />}>
        Split off
      </Act>
      <Act command="matrix.move" keys="m" icon={<IconArrowsMove size="1rem" aria-hidden />}>
        Move
      </Act>
      <Act command="matrix.merge" keys="Shift+M" icon={<IconStack2 size="1rem" aria-hidden />}>
        Merge selected
      </Act>
      <Act command="matrix.expand" keys="e" icon={<IconListDetails size="1rem" aria-hidden />}>
        Context
      </Act>
      <Act command="matrix.open" keys="Enter" icon={<IconArrowRight size="1rem" aria-hidden />}>
        Open the article
      </Act>
    </div>
  )
}

interface ActProps {
  readonly command: string
  readonly keys: string
  readonly icon: ReactNode
  readonly children: string
}

function Act({ command, keys, icon, children }: ActProps) {
  const found = allCommands().find((entry) => entry.command.id === command)?.command
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={icon}
      rightSection={
        <span aria-hidden>
          <KeyHint keys={keys} />
        </span>
      }
      aria-keyshortcuts={keys}
      disabled={!found || !canRun(found)}
      // The cell keeps the focus, so that keys go on working where they did.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(command)}
    >
      {children}
    </Button>
  )
}
