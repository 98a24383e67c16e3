import { fail, type Result } from '#core/model/result'
import type { CorpusDatabase } from '#data/database'
import {
  CANCELLED,
  type Answers,
  type CompareReply,
  type CompareRequest,
  type Question,
  type QuestionKind,
  type Questions,
} from '#workers/compare-messages'
import { invoke } from './bridge'
import { onCorpusChange, openedCorpus } from './open-corpus'

/*
 * The compare worker of the open corpus. There is one, it starts with the first question and lives until the corpus is
 * closed: it remembers what it has prepared, so that a changed annotation costs one annotation.
 */

/** A question under way. */
export interface Asked<T> {
  readonly answer: Promise<Result<T>>
  /** Has the answer be `cancelled`, unless it is there already. */
  cancel(): void
}

interface Waiting {
  readonly resolve: (result: Result<unknown>) => void
  readonly report: (progress: number) => void
}

interface Client {
  readonly database: CorpusDatabase
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

let client: Client | null = null
let lastId = 0

/**
 * Asks the compare worker of a corpus.
 * @param report called with 0..1, first when the work really starts
 * @returns `cancelled` also when the corpus is closed meanwhile; `unavailable` when a bug stopped it, which is logged
 */
export function askCompareWorker<K extends QuestionKind>(
  database: CorpusDatabase,
  kind: K,
  question: Questions[K],
  report: (progress: number) => void = () => {},
): Asked<Answers[K]> {
  const { worker, waiting } = clientOf(database)
  const id = ++lastId
  const answer = new Promise<Result<unknown>>((resolve) => waiting.set(id, { resolve, report }))
  post(worker, { kind: 'ask', id, question: { kind, ...question } as unknown as Question })
  return {
    answer: answer as Promise<Result<Answers[K]>>,
    cancel: () => {
      if (waiting.has(id)) post(worker, { kind: 'cancel', id })
    },
  }
}

function post(worker: Worker, request: CompareRequest): void {
  worker.postMessage(request)
}

function clientOf(database: CorpusDatabase): Client {
  if (client?.database === database) return client
  end({ ok: false, error: CANCELLED })
  const worker = new Worker(new URL('../workers/compare.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  worker.addEventListener('message', ({ data }: MessageEvent<CompareReply>) => {
    if (data.kind === 'progress') {
      waiting.get(data.id)?.report(data.progress)
      return
    }
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    asked?.resolve(data.result)
    if (data.crash !== null) void invoke('app:log', 'error', `Comparing: ${data.crash}`)
  })
  worker.addEventListener('error', ({ message }) => {
    if (client?.worker !== worker) return
    end(
      fail('unavailable', 'Comparing stopped by an internal error.', {
        kept: 'The comparisons made before are kept.',
        advice: 'Start it again.',
      }),
    )
    void invoke('app:log', 'error', `Comparing: ${message || 'its worker did not start'}`)
  })
  post(worker, { kind: 'open', database: database.name })
  client = { database, worker, waiting }
  return client
}

/** Ends the worker; whoever waits for it gets `result`. */
function end(result: Result<never>): void {
  const ended = client
  client = null
  ended?.worker.terminate()
  for (const { resolve } of ended?.waiting.values() ?? []) resolve(result)
}

onCorpusChange(() => {
  if (client && client.database !== openedCorpus()?.database) end({ ok: false, error: CANCELLED })
})
