import type { RelationScores } from '#core/suggest/relation-scores'
import { TAGGER_VERSION } from '#core/suggest/tagger/model'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import type { Live } from '#data/live'
import { liveTaggerRecord, switchTagger, type TaggerRecord } from '#data/tagger'
import type { TrainingEnd, TrainingReply, TrainingRequest } from '#workers/training-messages'
import { invoke } from './bridge'
import { combineLive } from './combine-live'
import { createLiveValue } from './live-value'
import { followCorpus, onCorpusChange, openedCorpus, withDatabase } from './open-corpus'

export type { RelationScores as Scores } from '#core/suggest/relation-scores'

/** The tagger that learns from this corpus' accepted quotations. */
export interface TaggerState {
  /** `failed`: the latest training failed; a model trained before it is still there when `version` is not null. */
  readonly state: 'none' | 'training' | 'ready' | 'failed'
  /** 0..1 while training. */
  readonly progress: number
  /** True: suggestions come from it instead of the rules. */
  readonly enabled: boolean
  /** Version of the model's layout, null without a model. */
  readonly version: number | null
  /** True for a model that another version of the program made: the rules suggest until it is trained anew. */
  readonly outdated: boolean
  /** ISO time, null without a model. */
  readonly trainedAt: string | null
  /** Articles it was trained on, and articles held back to compare it with the rules. */
  readonly examples: number
  readonly heldBack: number
  /** Both on the articles held back. */
  readonly comparison: { readonly rules: RelationScores; readonly learned: RelationScores } | null
  readonly error?: AppError
}

/** The training of this session: under way, or failed. */
type Training =
  | { readonly kind: 'running'; readonly progress: number }
  | { readonly kind: 'failed'; readonly error: AppError }

const training = createLiveValue<Training | null>(null)
let stop: ((end: TrainingEnd) => void) | null = null

const state: Live<TaggerState> = combineLive(
  followCorpus<TaggerRecord | null>(liveTaggerRecord, null),
  training,
  (record, current) => ({
    state: stateOf(record, current),
    progress: current?.kind === 'running' ? current.progress : 0,
    enabled: record?.enabled ?? false,
    version: record?.version ?? null,
    outdated: record !== null && record.version !== TAGGER_VERSION,
    trainedAt: record?.trainedAt ?? null,
    examples: record?.examples ?? 0,
    heldBack: record?.heldBack ?? 0,
    comparison: record?.comparison ?? null,
    ...(current?.kind === 'failed' && { error: current.error }),
  }),
)

function stateOf(record: TaggerRecord | null, current: Training | null): TaggerState['state'] {
  if (current) return current.kind === 'running' ? 'training' : 'failed'
  return record ? 'ready' : 'none'
}

/** The tagger of the open corpus, followed. */
export function liveTagger(): Live<TaggerState> {
  return state
}

const CANCELLED = fail('cancelled', 'Training was cancelled.', { kept: 'The model trained before is kept.' })

/**
 * Trains the tagger from the corpus' accepted quotations, one training at a time; the value is there when it is over.
 * A fifth of the articles is held back, and rules and tagger are compared on them. The switch stays as it was; a first
 * model starts switched off.
 * @param unattended nobody asked for it: the model before stays unless the new one is at least as good
 * @returns `conflict` while one is under way, `cancelled`, or `invalid-input` when there is too little to learn from
 */
export function trainTagger({ unattended = false } = {}): Promise<Result<null>> {
  return withDatabase(async (database) => {
    if (stop) return fail('conflict', 'The tagger is being trained already.')
    const worker = new Worker(new URL('../workers/training.worker.ts', import.meta.url), { type: 'module' })
    training.set({ kind: 'running', progress: 0 })
    const end = await new Promise<TrainingEnd>((resolve) => {
      stop = resolve
      worker.addEventListener('message', ({ data }: MessageEvent<TrainingReply>) => {
        if (data.kind === 'end') resolve(data)
        else training.set({ kind: 'running', progress: data.done })
      })
      worker.addEventListener('error', ({ message }) => {
        const { error } = fail('unavailable', 'Training stopped by an internal error.', {
          kept: 'The model trained before is kept.',
        })
        resolve({ kind: 'end', error, crash: message })
      })
      worker.postMessage({ database: database.name, unattended } satisfies TrainingRequest)
    })
    worker.terminate()
    stop = null
    const { error } = end
    training.set(error && error.kind !== 'cancelled' ? { kind: 'failed', error } : null)
    if (end.crash !== null) await invoke('app:log', 'error', `Training: ${end.crash}`)
    return error ? { ok: false, error } : ok(null)
  })
}

/** Stops the training that is under way; the model trained before it stays. */
export function cancelTraining(): void {
  stop?.({ kind: 'end', error: CANCELLED.error, crash: null })
}

let trainedCorpus = openedCorpus()?.database
onCorpusChange(() => {
  const current = openedCorpus()?.database
  if (current === trainedCorpus) return
  trainedCorpus = current
  if (stop) cancelTraining()
  else training.set(null)
})

/** Has suggestions made by the trained tagger, or by the rules again; holds from the next run on. */
export function enableTagger(on: boolean): Promise<Result<null>> {
  return withDatabase(async (db) =>
    (await switchTagger(db, on))
      ? ok(null)
      : fail('not-found', 'There is no trained tagger in this corpus.', { advice: 'Train it first.' }),
  )
}
