import { SegmentedControl, Skeleton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import type { AppError } from '#core/model/result'
import { similarities, type ComparisonView, type Similarity } from '#services/comparison'
import { useZoom } from '#store/zoom'
import { labelSources, type SourceLabel } from '../labels'
import { FindingFilters } from './FindingFilters'
import { FindingList } from './FindingList'
import findings from './Findings.module.css'
import { HeatMap } from './HeatMap'
import classes from './Overview.module.css'
import { ReuseGraph } from './ReuseGraph'
import { Sharing } from './Sharing'
import { Timeline } from './Timeline'

/** Width in rem from which the pictures have room beside the findings. */
const BOTH = 58

/** The story at a glance: what differs, and pictures of who published when, shares what and took over from whom. */
export function Overview({ view }: { readonly view: ComparisonView }) {
  const { ref, width } = useElementSize()
  const rem = useZoom((state) => state.rem)
  const [shown, setShown] = useState<'findings' | 'pictures'>('findings')
  const labels = useMemo(() => labelSources(view.sources), [view.sources])
  const hasRoom = width >= BOTH * rem
  return (
    <div ref={ref} className={classes['overview']} data-place="findings">
      {!hasRoom && width > 0 && (
        <div className={classes['switch']}>
          <SegmentedControl
            aria-label="What of the overview is shown"
            value={shown}
            onChange={(value) => setShown(value)}
            data={[
              { value: 'findings', label: 'Findings' },
              { value: 'pictures', label: 'Pictures' },
            ]}
          />
        </div>
      )}
      {width > 0 && (
        <div className={classes['panes']}>
          {(hasRoom || shown === 'findings') && (
            <section className={findings['findings']} aria-label="Findings">
              <FindingFilters view={view} labels={labels} />
              <FindingList view={view} labels={labels} />
            </section>
          )}
          {(hasRoom || shown === 'pictures') && (
            <section className={classes['pictures']} aria-label="Pictures" data-alone={!hasRoom || undefined}>
              <Pictures view={view} labels={labels} />
            </section>
          )}
        </div>
      )}
    </div>
  )
}

interface PicturesProps {
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
}

function Pictures({ view, labels }: PicturesProps) {
  const alike = useSimilarities(view)
  return (
    <>
      <Timeline sources={view.sources} labels={labels} />
      <Sharing view={view} labels={labels} />
      {alike === null ? (
        <Skeleton height="10rem" />
      ) : 'error' in alike ? (
        <p role="alert">{[alike.error.message, alike.error.advice].filter(Boolean).join(' ')}</p>
      ) : (
        <HeatMap sources={view.sources} labels={labels} similarities={alike.found} />
      )}
      <ReuseGraph view={view} labels={labels} />
    </>
  )
}

type Alike = { readonly found: readonly Similarity[] } | { readonly error: AppError }

/** How alike the story's articles are, null until that is known; asked again when the articles change. */
function useSimilarities(view: ComparisonView): Alike | null {
  const { id } = view.story
  const articles = view.sources.map(({ article }) => article.id).join()
  const [answer, setAnswer] = useState<{ readonly of: string; readonly alike: Alike } | null>(null)
  useEffect(() => {
    let wanted = true
    void similarities(id).then((result) => {
      if (!wanted || (!result.ok && result.error.kind === 'cancelled')) return
      setAnswer({ of: articles, alike: result.ok ? { found: result.value } : { error: result.error } })
    })
    return () => {
      wanted = false
    }
  }, [id, articles])
  return answer?.of === articles ? answer.alike : null
}
