import type { ReusePair } from '#core/model/comparison'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import { liveArticleCount, readReuse } from '#data/comparisons'
import type { Live } from '#data/live'
import type { StoredReuse } from '#data/stored'
import type { Answers } from '#workers/compare-messages'
import { combineLive } from './combine-live'
import { askCompareWorker, type Asked } from './compare-client'
import { firstValue } from './first-value'
import { createLiveValue } from './live-value'
import { followCorpus, liveOfCorpus, onCorpusChange, openedCorpus, withDatabase } from './open-corpus'

/** Text shared across the whole corpus, as the latest search found it. */
export interface Reuse {
  /** `stale`: articles came or went since. */
  readonly state: 'never' | 'running' | 'done' | 'stale' | 'failed' | 'cancelled'
  /** 0..1 while running. */
  readonly progress: number
  readonly pairs: readonly ReusePair[]
  readonly error?: AppError
  /** True for a search that nobody asked for: one that follows an import. */
  readonly unasked?: boolean
}

/** The search of this session: under way, or ended without a result. */
type Search =
  | { readonly state: 'running'; readonly progress: number; readonly unasked: boolean }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'cancelled' }

const search = createLiveValue<Search | null>(null)
let running: Asked<Answers['reuse']> | null = null

interface Known {
  readonly stored: StoredReuse | null
  readonly articles: number
}

const known = combineLive(
  liveOfCorpus<StoredReuse | null>(readReuse, null),
  followCorpus(liveArticleCount, 0),
  (stored, articles): Known => ({ stored, articles }),
)

const reuse = combineLive(known, search, ({ stored, articles }, current): Reuse => {
  const pairs = stored?.pairs ?? []
  if (current) return { progress: 0, pairs, ...current }
  if (!stored) return { state: 'never', progress: 0, pairs }
  return { state: stored.articles === articles ? 'done' : 'stale', progress: 1, pairs }
})

/** Articles that share text, anywhere in the corpus, followed. */
export function liveReuse(): Live<Reuse> {
  return reuse
}

/**
 * Starts looking for shared text in the whole corpus. The value is there when it has started.
 * @param options `unasked`: for work in the background, whose end is not announced
 * @returns `conflict` while it is under way
 */
export function startFindingReuse({ unasked = false } = {}): Promise<Result<null>> {
  return withDatabase((database) => {
    if (running) return Promise.resolve(fail('conflict', 'Shared text is being looked for already.'))
    search.set({ state: 'running', progress: 0, unasked })
    const asked = askCompareWorker(database, 'reuse', {}, (progress) => {
      search.set({ state: 'running', progress, unasked })
    })
    running = asked
    void asked.answer.then((answered) => {
      if (running !== asked) return
      running = null
      if (answered.ok) search.set(null)
      else if (answered.error.kind === 'cancelled') search.set({ state: 'cancelled' })
      else search.set({ state: 'failed', error: answered.error })
    })
    return Promise.resolve(ok(null))
  })
}

/**
 * Looks for shared text when articles came since it was looked for, without being asked: once after an import. Nothing
 * happens while it is under way, and nothing where articles only went.
 */
export async function findReuseOfNewArticles(): Promise<void> {
  if (running) return
  const { stored, articles } = await firstValue(known)
  if (articles < 2 || (stored !== null && stored.articles >= articles)) return
  await startFindingReuse({ unasked: true })
}

/** Stops looking for shared text; what was found before stays. The promise is done when it has stopped. */
export async function cancelFindingReuse(): Promise<void> {
  running?.cancel()
  await running?.answer
}

let searched = openedCorpus()?.database
onCorpusChange(() => {
  const current = openedCorpus()?.database
  if (current === searched) return
  searched = current
  running = null
  search.set(null)
})
