import type { ArticleStatus } from '#core/model/article'
import { STATUS_LABELS } from './format'
import classes from './StatusIcon.module.css'

interface StatusIconProps {
  readonly status: ArticleStatus
  /** True beside a text that says the same. */
  readonly isDecoration?: boolean
}

/** How far the work on an article is, by shape as much as by colour: an empty, half and full circle. */
export function StatusIcon({ status, isDecoration = false }: StatusIconProps) {
  const name = isDecoration
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': STATUS_LABELS[status] } as const)
  return (
    <span className={classes['icon']} data-status={status} title={STATUS_LABELS[status]} {...name}>
      <svg viewBox="0 0 16 16" width="0.9375rem" height="0.9375rem" fill="none" aria-hidden>
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.5" />
        {status === 'in-progress' && <path d="M8 4.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />}
        {status === 'done' && (
          <>
            <circle cx="8" cy="8" r="6.25" fill="currentColor" />
            <path d="m5.25 8.25 2 2 3.5-4" stroke="var(--cr-bg)" strokeWidth="1.5" strokeLinecap="round" />
          </>
        )}
      </svg>
    </span>
  )
}
