import { ok, type AppError, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import type { Live } from '#data/live'
import type { Answers } from '#workers/compare-messages'
import { askCompareWorker, type Asked } from './compare-client'
import { createLiveValue } from './live-value'
import { onCorpusChange, openedCorpus, withDatabase } from './open-corpus'

/** How the latest comparison stands. */
export interface Comparing {
  /** Id of the story. */
  readonly story: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** 0..1. */
  readonly progress: number
  readonly error?: AppError
}

const latest = createLiveValue<Comparing | null>(null)
const running = new Map<string, Asked<Answers['compare']> & { readonly force: boolean }>()

/** The latest comparison, null before the first and after another corpus was opened. One that was current shows none. */
export function liveComparing(): Live<Comparing | null> {
  return latest
}

/**
 * Compares a story, or waits for the comparison that is under way. One that only looks whether it has to is no answer to
 * who wants it made in any case: then it is made after it.
 * @param force true: also when what is stored is current
 * @param onStart called when it really starts
 * @returns the basis of the comparison that is stored now
 */
export async function runComparison(
  database: CorpusDatabase,
  story: string,
  force: boolean,
  onStart: () => void = () => {},
): Promise<Result<string>> {
  for (let before = running.get(story); before; before = running.get(story)) {
    const answered = await before.answer
    if (before.force || !force || !answered.ok || answered.value.made) return basisOf(answered)
  }
  let started = false
  const asked = askCompareWorker(database, 'compare', { story, force }, (progress) => {
    if (!started) onStart()
    started = true
    latest.set({ story, state: 'running', progress })
  })
  running.set(story, { ...asked, force })
  const answered = await asked.answer
  running.delete(story)
  if (openedCorpus()?.database !== database) return basisOf(answered)
  if (!answered.ok) {
    const { error } = answered
    if (error.kind === 'cancelled') latest.set({ story, state: 'cancelled', progress: 0 })
    else latest.set({ story, state: 'failed', progress: 0, error })
    return answered
  }
  if (started) latest.set({ story, state: 'done', progress: 1 })
  return basisOf(answered)
}

function basisOf(answered: Result<Answers['compare']>): Result<string> {
  return answered.ok ? ok(answered.value.basis) : answered
}

/** Compares a story now, also when its comparison is current; the value is there when it is over. */
export function compareNow(story: string): Promise<Result<null>> {
  return withDatabase(async (database) => {
    const done = await runComparison(database, story, true)
    return done.ok ? ok(null) : done
  })
}

/** Stops comparing; what was found before stays. The promise is done when it has stopped. */
export async function cancelComparing(): Promise<void> {
  const asked = [...running.values()]
  for (const one of asked) one.cancel()
  await Promise.all(asked.map(({ answer }) => answer))
}

let compared = openedCorpus()?.database
onCorpusChange(() => {
  const current = openedCorpus()?.database
  if (current === compared) return
  compared = current
  latest.set(null)
})
