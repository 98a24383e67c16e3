import { readBases } from '#data/comparisons'
import type { CorpusDatabase } from '#data/database'
import { onWrites, type Live } from '#data/live'
import { askCompareWorker } from './compare-client'
import { followCorpus } from './open-corpus'
import { shareLive } from './share-live'

/** Ids of stories whose stored comparison is not what it would be now. */
export type Staleness = ReadonlySet<string>

/** Milliseconds after the last change until the stories are looked at again. */
const CHECK_DELAY = 500

/** What a comparison depends on, and the comparisons themselves. */
const TABLES = [
  'articles',
  'annotations',
  'sources',
  'speakers',
  'stories',
  'clusterDecisions',
  'comparisonHeads',
] as const

const NONE: Staleness = new Set()

const staleness = shareLive(followCorpus<Staleness>(followStaleness, NONE))

/** Which comparisons are stale, followed. The compare worker looks: it takes reading all annotations of all stories. */
export function liveStaleness(): Live<Staleness> {
  return staleness
}

function followStaleness(db: CorpusDatabase): Live<Staleness> {
  return {
    subscribe(next, error) {
      let timer: ReturnType<typeof setTimeout> | undefined
      let stopped = false
      let checking = false
      let again = false
      const check = async () => {
        timer = undefined
        checking = true
        again = false
        const found = await findStale(db)
        checking = false
        if (stopped) return
        if (found) next(found)
        if (again) schedule()
      }
      const schedule = () => {
        if (checking) again = true
        else {
          clearTimeout(timer)
          timer = setTimeout(run, CHECK_DELAY)
        }
      }
      const run = () => {
        check().catch((failure: unknown) => {
          checking = false
          if (!stopped) error?.(failure)
        })
      }
      const stop = onWrites(db, TABLES, schedule)
      next(NONE)
      // Whoever looks at stories opens one soon: its comparison need not wait for the worker to start.
      askCompareWorker(db, 'check', { stories: [] })
      run()
      return () => {
        stopped = true
        clearTimeout(timer)
        stop()
      }
    },
  }
}

/** Null when the worker has nothing to say, such as when the corpus is being closed. */
async function findStale(db: CorpusDatabase): Promise<Staleness | null> {
  const bases = await readBases(db)
  if (bases.size === 0) return NONE
  const checked = await askCompareWorker(db, 'check', { stories: [...bases.keys()] }).answer
  if (!checked.ok) return null
  return new Set([...checked.value].filter(([story, basis]) => bases.get(story) !== basis).map(([id]) => id))
}
