import { useRef, type ReactNode } from 'react'
import classes from './EmptyState.module.css'
import { useTakeLostFocus } from './use-take-lost-focus'

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  /** One or two sentences: why it is empty, or what to do next. */
  readonly children?: ReactNode
  /** Buttons, the likeliest first. */
  readonly actions?: ReactNode
  /** The screen has nothing else for the keyboard: its keys work at once, and Tab leads to the actions. */
  readonly isWhole?: boolean
}

/** A screen or pane with nothing in it, which says what to do next. */
export function EmptyState({ icon, title, children, actions, isWhole = false }: EmptyStateProps) {
  const root = useRef<HTMLDivElement>(null)
  useTakeLostFocus(isWhole ? root : null)
  return (
    <div ref={root} className={classes['root']} tabIndex={isWhole ? -1 : undefined}>
      <div className={classes['icon']} aria-hidden>
        {icon}
      </div>
      <h2 className={classes['title']}>{title}</h2>
      {children !== undefined && <div className={classes['text']}>{children}</div>}
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </div>
  )
}
