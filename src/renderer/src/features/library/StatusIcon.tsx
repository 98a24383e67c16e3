import { IconCircle, IconCircleCheckFilled, IconCircleHalf2 } from '@tabler/icons-react'
import type { ArticleStatus } from '#core/model/article'
import { STATUS_LABELS } from './format'
import classes from './StatusIcon.module.css'

interface StatusIconProps {
  readonly status: ArticleStatus
  /** True beside a text that says the same. */
  readonly isDecoration?: boolean
}

/** How far the work on an article is, by shape as much as by colour. */
export function StatusIcon({ status, isDecoration = false }: StatusIconProps) {
  const Icon =
    status === 'done' ? IconCircleCheckFilled : status === 'in-progress' ? IconCircleHalf2 : IconCircle
  const name = isDecoration
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': STATUS_LABELS[status] } as const)
  return (
    <span className={classes['icon']} data-status={status} title={STATUS_LABELS[status]} {...name}>
      <Icon size="0.9375rem" aria-hidden />
    </span>
  )
}
