import { Button, Tabs } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import type { Layer } from '#core/model/codebook'
import { runCommand } from '#store/command-registry'
import { useReview, type ReviewTab } from '#store/review'
import { LearningPanel } from './LearningPanel'
import classes from './Review.module.css'
import { ReviewQueue } from './ReviewQueue'

interface ReviewProps {
  readonly layers: readonly Layer[]
  /** How many articles the corpus has, and how many undecided suggestions; null while they are counted. */
  readonly counts: { readonly articles: number; readonly suggested: number } | null
}

const isTab = (value: string | null): value is ReviewTab => value === 'queue' || value === 'learning'

/** The review: the suggestions of the corpus, one after the other, and what they are learnt from. */
export function Review({ layers, counts }: ReviewProps) {
  const tab = useReview((state) => state.tab)
  return (
    <section className={classes['review']} data-place="review" aria-label="Review">
      <Tabs
        value={tab}
        onChange={(value) => {
          if (isTab(value)) useReview.setState({ tab: value })
        }}
        className={classes['tabs']}
        keepMounted={false}
      >
        <header className={classes['header']}>
          <h1 className={classes['title']}>Review</h1>
          <Tabs.List className={classes['tablist'] ?? ''}>
            <Tabs.Tab value="queue">Suggestions</Tabs.Tab>
            <Tabs.Tab value="learning">Learning</Tabs.Tab>
          </Tabs.List>
          <span className={classes['space']} />
          {counts !== null && counts.articles > 0 && (
            <Button
              variant="default"
              leftSection={<IconSparkles size="1rem" aria-hidden />}
              onClick={() => runCommand('suggest.corpus')}
            >
              Suggest in the whole corpus
            </Button>
          )}
        </header>
        <Tabs.Panel value="queue" className={classes['panel'] ?? ''}>
          <ReviewQueue layers={layers} counts={counts} />
        </Tabs.Panel>
        <Tabs.Panel value="learning" className={classes['panel'] ?? ''} data-scrolls>
          <LearningPanel />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}
