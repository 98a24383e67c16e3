import { Button, VisuallyHidden } from '@mantine/core'
import { IconChecks, IconFilterOff, IconFolder, IconSparkles } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { Layer } from '#core/model/codebook'
import {
  liveReviewQueue,
  liveSuggesting,
  startSuggesting,
  type ReviewItem,
  type ReviewPage,
  type SuggestProgress,
} from '#services/suggestions'
import { useLive } from '#services/use-live'
import { refreshCommands, runCommand } from '#store/command-registry'
import { changeChoice, clearChoice, isWholeQueue, useReview } from '#store/review'
import { countOf, formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { orNotify } from '#ui/notify'
import { provideQueue } from './actions'
import { DecisionBar } from './DecisionBar'
import classes from './Review.module.css'
import { QueuePages } from './QueuePages'
import { ReviewFilters } from './ReviewFilters'
import { ReviewList } from './ReviewList'

interface ReviewQueueProps {
  readonly layers: readonly Layer[]
  readonly counts: { readonly articles: number; readonly suggested: number } | null
}

const NO_ITEMS: readonly ReviewItem[] = []

/** The suggestions of the corpus, to be decided on one after the other. */
export function ReviewQueue({ layers, counts }: ReviewQueueProps) {
  const choice = useReview((state) => state.choice)
  const loaded = useLive<ReviewPage | null>(liveReviewQueue(choice), null)
  const items = loaded?.items ?? NO_ITEMS
  const [said, setSaid] = useState('')
  const announce = useCallback((message: string) => setSaid(message), [])
  useEffect(() => {
    provideQueue(items, announce)
    refreshCommands()
  }, [items, announce])
  useEffect(() => () => provideQueue(NO_ITEMS, () => undefined), [])
  const isPastEnd = loaded !== null && items.length === 0 && choice.page > 0
  useEffect(() => {
    // The last of the last page was decided on.
    if (isPastEnd) changeChoice({ page: choice.page - 1 })
  }, [isPastEnd, choice.page])

  const isBare = counts !== null && counts.suggested === 0 && items.length === 0 && choice.articles === null
  return (
    <div className={classes['queue']}>
      {!isBare && <ReviewFilters layers={layers} />}
      {loaded === null || counts === null ? null : items.length > 0 ? (
        <>
          <ReviewList items={items} layers={layers} />
          <DecisionBar>
            <QueuePages
              page={choice.page}
              shown={items.length}
              hasMore={loaded.hasMore}
              all={Math.max(items.length, counts.suggested)}
              isWhole={isWholeQueue(choice)}
            />
          </DecisionBar>
        </>
      ) : (
        <NothingToReview
          articles={counts.articles}
          found={choice.articles}
          isFiltered={!isWholeQueue(choice) && !isBare}
        />
      )}
      <VisuallyHidden role="status" aria-label="Decision">
        {said}
      </VisuallyHidden>
    </div>
  )
}

interface NothingProps {
  readonly articles: number
  /** Ids of the articles that the queue is narrowed to, null for none. */
  readonly found: readonly string[] | null
  readonly isFiltered: boolean
}

/** An empty queue, with what to do about it. */
function NothingToReview({ articles, found, isFiltered }: NothingProps) {
  const progress = useLive<SuggestProgress | null>(liveSuggesting(), null)
  if (progress?.state === 'running') {
    return (
      <EmptyState isWhole icon={<IconSparkles size="2rem" stroke={1.5} />} title="Suggestions are being made">
        They appear here article by article; the bar below shows how far it is.
      </EmptyState>
    )
  }
  if (found) {
    return (
      <EmptyState
        isWhole
        icon={<IconFilterOff size="2rem" stroke={1.5} />}
        title="No suggestion waits in what was found"
        actions={
          <>
            <Button
              leftSection={<IconSparkles size="1rem" aria-hidden />}
              onClick={() => void orNotify(startSuggesting({ kind: 'articles', ids: found }))}
            >
              Suggest in {countOf(found.length, 'article')}
            </Button>
            <Button variant="default" onClick={clearChoice}>
              Clear all filters
            </Button>
          </>
        }
      >
        What is suggested in these articles appears here; what you have decided is not suggested again.
      </EmptyState>
    )
  }
  if (isFiltered) {
    return (
      <EmptyState
        isWhole
        icon={<IconFilterOff size="2rem" stroke={1.5} />}
        title="No suggestion passes these filters"
        actions={
          <Button variant="default" onClick={clearChoice}>
            Clear all filters
          </Button>
        }
      >
        Take a filter away to see the others.
      </EmptyState>
    )
  }
  if (articles === 0) {
    return (
      <EmptyState
        isWhole
        icon={<IconFolder size="2rem" stroke={1.5} />}
        title="There are no articles yet"
        actions={<Button onClick={() => runCommand('import.folder')}>Import a folder…</Button>}
      >
        Import articles first; then Crossread can suggest quotations and claims in them.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      isWhole
      icon={<IconChecks size="2rem" stroke={1.5} />}
      title="No suggestion waits"
      actions={
        <Button
          leftSection={<IconSparkles size="1rem" aria-hidden />}
          onClick={() => runCommand('suggest.corpus')}
        >
          Suggest in {articles === 1 ? 'the article' : `all ${formatCount(articles)} articles`}
        </Button>
      }
    >
      Crossread finds quotations and claims on this machine; you accept, edit or reject each. What you have
      decided is not suggested again.
    </EmptyState>
  )
}
