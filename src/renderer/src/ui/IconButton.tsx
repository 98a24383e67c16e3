import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { keyCaps } from './key-caps'

interface IconButtonProps
  extends
    Omit<ActionIconProps, 'children' | 'aria-label'>,
    Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children' | 'aria-label'> {
  /** What it does; read aloud and shown as the tooltip. */
  readonly label: string
  /** A key that does the same, shown behind the label. */
  readonly keys?: string | undefined
  readonly children: ReactNode
}

/** A button that is an icon: always with a name, a tooltip and, where there is one, its key. */
export function IconButton({ label, keys, children, ...props }: IconButtonProps) {
  return (
    // What a button has opened is not to be covered by its name.
    <Tooltip
      disabled={props['aria-haspopup'] !== undefined && props['aria-expanded'] === true}
      label={keys ? `${label}  ${keyCaps(keys).join(' ')}` : label}
    >
      <ActionIcon variant="subtle" color="gray" {...props} aria-label={label}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
