import { Button, type ButtonProps } from '@mantine/core'
import { IconArrowRight, IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { runCommand } from '#store/command-registry'
import { KeyHint } from '#ui/KeyHint'
import classes from './Review.module.css'

/** What can be done with the active suggestion, in one place that does not move while the list does; then how much there is. */
export function DecisionBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['bar']} role="toolbar" aria-label="The active suggestion">
      <Decision command="review.accept" keys="a" icon={<IconCheck size="1rem" aria-hidden />}>
        Accept
      </Decision>
      <Decision command="review.reject" keys="x" icon={<IconX size="1rem" aria-hidden />} variant="default">
        Reject
      </Decision>
      <Decision
        command="review.edit"
        keys="e"
        icon={<IconPencil size="1rem" aria-hidden />}
        variant="default"
      >
        Edit
      </Decision>
      <Decision
        command="review.open"
        keys="Enter"
        icon={<IconArrowRight size="1rem" aria-hidden />}
        variant="default"
      >
        Open the article
      </Decision>
      {children}
    </div>
  )
}

interface DecisionProps extends Pick<ButtonProps, 'variant'> {
  readonly command: string
  readonly keys: string
  readonly icon: ReactNode
  readonly children: string
}

function Decision({ command, keys, icon, children, ...props }: DecisionProps) {
  return (
    <Button
      {...props}
      leftSection={icon}
      rightSection={
        <span aria-hidden>
          <KeyHint keys={keys} />
        </span>
      }
      aria-keyshortcuts={keys}
      onClick={() => runCommand(command)}
    >
      {children}
    </Button>
  )
}
