import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { REVIEW_PAGE } from '#services/suggestions'
import { changeChoice } from '#store/review'
import { countOf, formatCount } from '#ui/counts'
import { IconButton } from '#ui/IconButton'
import classes from './Review.module.css'

interface QueuePagesProps {
  /** From 0. */
  readonly page: number
  /** Suggestions on the page. */
  readonly shown: number
  readonly hasMore: boolean
  /** Suggestions of the corpus. */
  readonly all: number
  /** True when no filter is set. */
  readonly isWhole: boolean
}

/** How much of the queue there is to see, and the way to the rest of it. */
export function QueuePages({ page, shown, hasMore, all, isWhole }: QueuePagesProps) {
  const first = page * REVIEW_PAGE + 1
  const range = `${formatCount(first)} to ${formatCount(first + shown - 1)}`
  const isPart = page > 0 || hasMore
  const text = isPart
    ? `${range} of ${isWhole ? formatCount(all) : 'those found'}`
    : isWhole
      ? countOf(all, 'suggestion')
      : `${formatCount(shown)} of ${countOf(all, 'suggestion')}`
  return (
    <div className={classes['pages']}>
      <p className={classes['count']} role="status" aria-label="Queue">
        {text}
      </p>
      {isPart && (
        <>
          <IconButton
            label="Previous page of suggestions"
            disabled={page === 0}
            onClick={() => changeChoice({ page: page - 1 })}
          >
            <IconChevronLeft size="1rem" />
          </IconButton>
          <IconButton
            label="Next page of suggestions"
            disabled={!hasMore}
            onClick={() => changeChoice({ page: page + 1 })}
          >
            <IconChevronRight size="1rem" />
          </IconButton>
        </>
      )}
    </div>
  )
}
