import type { Annotation } from '#core/model/annotation'
import type { Change } from '#core/model/journal'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import type { OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'
import type { CorpusDatabase } from '#data/database'
import { noCorpus } from '#data/errors'
import type { Live } from '#data/live'
import { readRows } from '#data/read-rows'
import {
  readContexts as readStoredContexts,
  readReviewQueue,
  type ReviewContext,
  type ReviewFilter,
  type ReviewPage,
} from '#data/review'
import type { SuggestEnd, SuggestReply, SuggestRequest, SuggestScope } from '#workers/suggest-messages'
import { edited, rejected } from './annotation-edits'
import { invoke } from './bridge'
import { counted } from './labels'
import { createLiveValue } from './live-value'
import { keyed, liveOfCorpus, onCorpusChange, openedCorpus, perform, withDatabase } from './open-corpus'
import { readCurrentSettings } from './settings'

export { REVIEW_PAGE } from '#data/review'
export type { ReviewContext, ReviewFilter, ReviewItem, ReviewPage } from '#data/review'
export type { SuggestScope } from '#workers/suggest-messages'

/** How the latest run of suggestions stands. */
export interface SuggestProgress {
  readonly state: 'running' | 'cancelled' | 'done' | 'failed'
  /** Articles finished and to be done. */
  readonly done: number
  readonly total: number
  /** Undecided suggestions in the finished articles. */
  readonly found: number
  /** Articles a second; 0 until it can be told. */
  readonly rate: number
  readonly secondsLeft: number | null
  readonly error?: AppError
}

interface Run {
  readonly database: CorpusDatabase
  readonly worker: Worker
  readonly ended: Promise<void>
  /** Ends it where it is. */
  readonly giveUp: () => void
}

const progress = createLiveValue<SuggestProgress | null>(null)
let running: Run | null = null

/** The latest run, null before the first and after another corpus was opened. */
export function liveSuggesting(): Live<SuggestProgress | null> {
  return progress
}

/**
 * Starts suggesting quotations and claims, one run at a time. The value is there when it has started; how it goes is
 * in `liveSuggesting`. Suggestions nobody touched are made anew; what a person accepted, edited or rejected stays.
 * @returns `conflict` while another run is under way
 */
export function startSuggesting(scope: SuggestScope): Promise<Result<null>> {
  return withDatabase(async (database) => {
    const { ownWords } = await readCurrentSettings()
    // Another corpus may have been opened meanwhile.
    if (openedCorpus()?.database !== database) return noCorpus()
    if (running) {
      return fail('conflict', 'Suggestions are being made already.', { advice: 'Wait for them, or cancel.' })
    }
    launch(database, scope, ownWords)
    return ok(null)
  })
}

/** Milliseconds in which the worker may finish the article it is at: one of ten megabytes takes longer than a person waits. */
const GRACE = 2_000

/** Stops the run; the articles finished so far keep their suggestions. The promise is done when it has stopped. */
export async function cancelSuggesting(): Promise<void> {
  const run = running
  if (!run) return
  run.worker.postMessage({ kind: 'cancel' } satisfies SuggestRequest)
  const timer = setTimeout(run.giveUp, GRACE)
  await run.ended
  clearTimeout(timer)
}

/** Waits for the run that is under way and answers how it ended; null when there was none. For the headless run. */
export async function suggestingEnded(): Promise<SuggestProgress | null> {
  await running?.ended
  return progress.get()
}

onCorpusChange(() => {
  const current = openedCorpus()?.database
  if (running && running.database !== current) void cancelSuggesting().then(() => progress.set(null))
  else if (!running) progress.set(null)
})

function launch(database: CorpusDatabase, scope: SuggestScope, ownWords: OwnWordsByLanguage): void {
  const worker = new Worker(new URL('../workers/suggest.worker.ts', import.meta.url), { type: 'module' })
  const startedAt = performance.now()
  progress.set({ state: 'running', done: 0, total: 0, found: 0, rate: 0, secondsLeft: null })
  let giveUp = () => {}
  const ended = new Promise<SuggestEnd>((resolve) => {
    // A pack is stored whole or not at all, so the worker can be ended anywhere.
    giveUp = () => resolve({ kind: 'end', state: 'cancelled', error: null, crash: null })
    worker.addEventListener('message', ({ data }: MessageEvent<SuggestReply>) => {
      if (data.kind === 'end') {
        resolve(data)
        return
      }
      const { done, total, found } = data
      const seconds = (performance.now() - startedAt) / 1000
      const rate = seconds > 0 ? done / seconds : 0
      const secondsLeft = rate > 0 ? (total - done) / rate : null
      progress.set({ state: 'running', done, total, found, rate, secondsLeft })
    })
    worker.addEventListener('error', ({ message }) => {
      const { error } = fail('unavailable', 'Suggesting stopped by an internal error.', {
        kept: 'The articles finished so far keep their suggestions.',
        advice: 'Start it again.',
      })
      resolve({ kind: 'end', state: 'failed', error, crash: message })
    })
  }).then(async ({ state, error, crash }) => {
    worker.terminate()
    running = null
    const last = progress.get()
    if (last) progress.set({ ...last, state, secondsLeft: null, ...(error && { error }) })
    if (crash !== null) await invoke('app:log', 'error', `Suggesting: ${crash}`)
  })
  running = { database, worker, ended, giveUp }
  worker.postMessage({ kind: 'start', database: database.name, scope, ownWords } satisfies SuggestRequest)
}

function decide(
  ids: readonly string[],
  verb: 'Accept' | 'Reject',
  change: (annotation: Annotation, at: string) => Annotation,
): Promise<Result<null>> {
  return perform(['annotations'], async (db) => {
    return ok(decision([...(await readRows(db.annotations, ids)).values()], verb, change))
  })
}

function decision(
  found: readonly Annotation[],
  verb: string,
  change: (annotation: Annotation, at: string) => Annotation,
) {
  const at = new Date().toISOString()
  const open = found.filter(({ status }) => status === 'suggested')
  const changes = open.map((before): Change => {
    return { table: 'annotations', id: before.id, before, after: change(before, at) }
  })
  const only = open.length === 1 ? open[0] : undefined
  return { label: `${verb} ${only ? only.layer : counted(open.length, 'suggestion')}`, changes }
}

/** Accepts suggestions, as one command. Ids that are gone or decided already are passed over. */
export function acceptSuggestions(ids: readonly string[]): Promise<Result<null>> {
  return decide(ids, 'Accept', edited)
}

/** Rejects suggestions, as one command. A rejected suggestion is never made again. */
export function rejectSuggestions(ids: readonly string[]): Promise<Result<null>> {
  return decide(ids, 'Reject', rejected)
}

/** Accepts every suggestion of the article that is undecided, as one command. */
export function acceptRest(articleId: string): Promise<Result<null>> {
  return perform(['annotations'], async (db) => {
    const found = await db.annotations.where('article').equals(articleId).toArray()
    return ok(decision(found, 'Accept', edited))
  })
}

/** The articles that a search found last for a queue, with a number for the key: they may be 100,000. */
let chosen: { readonly number: number; readonly articles: ReviewFilter['articles'] } = {
  number: 0,
  articles: null,
}

const queues = keyed<ReviewPage>((key) => {
  const filter = { ...(JSON.parse(key) as Omit<ReviewFilter, 'articles'>), articles: chosen.articles }
  return liveOfCorpus((db) => readReviewQueue(db, filter), { items: [], hasMore: false })
})

/**
 * Undecided suggestions of the corpus in the order asked for, a page of `REVIEW_PAGE` at a time: the next move up as
 * these are decided. The same filter answers the same `Live`.
 */
export function liveReviewQueue(filter: ReviewFilter): Live<ReviewPage> {
  const { articles, order, layer, minScore, maxScore, speaker, source, page } = filter
  if (articles !== chosen.articles) chosen = { number: chosen.number + 1, articles }
  const { number } = chosen
  return queues(JSON.stringify({ number, order, layer, minScore, maxScore, speaker, source, page }))
}

/** The text around annotations, by annotation id; ids that are gone are left out. Ask for a page at a time. */
export async function readContexts(ids: readonly string[]): Promise<ReadonlyMap<string, ReviewContext>> {
  const current = openedCorpus()
  return current ? readStoredContexts(current.database, ids) : new Map<string, ReviewContext>()
}
