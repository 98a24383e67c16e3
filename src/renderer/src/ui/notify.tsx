import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { FocusEvent } from 'react'
import classes from './notify.module.css'

/** What a failure says of itself; the program's `AppError` is one. */
interface Failure {
  readonly kind: string
  readonly message: string
  readonly kept?: string
  readonly advice?: string
}

/** Something to do about a notification. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** Failures that stay until they are closed: more than these would wall off the window, and the first say the least. */
const MOST_ERRORS = 2
let shownErrors: string[] = []

const DONE_MS = 5000
/** Long enough to notice a mistaken removal and to reach the button by keyboard. */
const UNDO_MS = 10_000
/** Failures by which nothing is lost: the person reads why and does it again. */
const HINTS: ReadonlySet<string> = new Set(['nothing-selected', 'conflict'])
const HINT_MS = 8000

/** Who had the focus before it went into a notice. */
let focusedBefore: HTMLElement | null = null

/** Goes on every control of a notice. */
function noteFocus({ relatedTarget }: FocusEvent): void {
  if (!(relatedTarget instanceof HTMLElement) || relatedTarget.closest('[role=alert]') === null) {
    focusedBefore = relatedTarget instanceof HTMLElement ? relatedTarget : null
  }
}

/** A notice that goes takes the focus with it, and then no key would reach anything: it goes back where it was. */
function giveFocusBack(): void {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement) || activeElement.closest('[role=alert]') === null) return
  if (focusedBefore?.isConnected === true) focusedBefore.focus({ preventScroll: true })
  else activeElement.blur()
}

/** Of every notice. */
const CLOSING = {
  onClose: giveFocusBack,
  closeButtonProps: { 'aria-label': 'Close message', onFocus: noteFocus },
} as const

/**
 * Says that something failed, in the one style of the program: what happened, what was kept, what to do next.
 * Stays until it is closed, unless nothing was lost by it: then it is a hint, and goes by itself.
 */
export function notifyError(error: Failure, action?: NoticeAction): void {
  if (error.kind === 'cancelled') return
  const id = `error-${error.kind}-${error.message}`
  notifications.hide(id)
  shownErrors = [...shownErrors.filter((shown) => shown !== id), id]
  for (const oldest of shownErrors.splice(0, shownErrors.length - MOST_ERRORS)) notifications.hide(oldest)
  notifications.show({
    id,
    color: 'red',
    icon: <IconAlertTriangle size="1rem" aria-hidden />,
    autoClose: HINTS.has(error.kind) ? HINT_MS : false,
    withCloseButton: true,
    ...CLOSING,
    role: 'alert',
    message: (
      <div className={classes['body']}>
        <div className={classes['what']}>{error.message}</div>
        {error.kept !== undefined && <div>{error.kept}</div>}
        {error.advice !== undefined && <div>{error.advice}</div>}
        {action && <ActionButton action={action} id={id} />}
      </div>
    ),
  })
}

/** Says that something is done. Goes away by itself; an action keeps it a little longer. */
export function notifyDone(message: string, action?: NoticeAction): void {
  showDone(`done-${message}`, message, action)
}

const UNDO_ID = 'undo'

/** Says that something was removed and offers to undo it; a newer one takes its place. */
export function notifyUndo(message: string, undo: () => void): void {
  showDone(UNDO_ID, message, { label: 'Undo', run: undo })
}

/** Takes the offer of `notifyUndo` back: it has been undone in another way. */
export function dismissUndo(): void {
  notifications.hide(UNDO_ID)
}

function showDone(id: string, message: string, action: NoticeAction | undefined): void {
  notifications.hide(id)
  notifications.show({
    id,
    icon: <IconCheck size="1rem" aria-hidden />,
    autoClose: action ? UNDO_MS : DONE_MS,
    ...CLOSING,
    message: (
      <div className={classes['line']}>
        <span>{message}</span>
        {action && <ActionButton action={action} id={id} />}
      </div>
    ),
  })
}

/** Shows the failure of an action, if it failed; gives its value otherwise, null when it failed. */
export async function orNotify<T>(
  action: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }>,
): Promise<T | null> {
  const result = await action
  if (result.ok) return result.value
  notifyError(result.error)
  return null
}

function ActionButton({ action, id }: { readonly action: NoticeAction; readonly id: string }) {
  return (
    <Button
      variant="light"
      size="compact-sm"
      flex="none"
      onFocus={noteFocus}
      onClick={() => {
        notifications.hide(id)
        action.run()
      }}
    >
      {action.label}
    </Button>
  )
}
