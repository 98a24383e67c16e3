import type { CrossreadBridge } from '#ipc/bridge'
import type { InvokeChannel, InvokeChannels } from '#ipc/channels'
import { fail, ok, type Result } from '#core/model/result'
import { addArticles } from '../data/samples'
import { createCorpus, deleteCorpus } from '#services/corpora'
import { openedCorpus } from '#services/open-corpus'
import { openCorpus } from '#services/session'
import type { Live } from '#services/use-live'
import type { StoredArticle } from '#data/stored'

type Answers = { [C in InvokeChannel]?: InvokeChannels[C] }

/** Calls that reached main, newest last. */
export const calls: { readonly channel: InvokeChannel; readonly args: readonly unknown[] }[] = []

let answers: Answers = {}

const QUIET: Answers = {
  'app:info': () => ({
    version: '1.2.3',
    releases: 'https://releases.example/crossread',
    platform: 'linux',
    locale: 'en',
  }),
  'app:log': () => undefined,
  'app:close': () => undefined,
  'backup:list': () => [],
  'backup:settle': () => ok(null),
  'backup:folder': () => null,
  'corpora:note': () => undefined,
  'corpora:noted': () => [],
  'import:set-limit': () => undefined,
  'import:close': () => undefined,
  'export:abort': () => undefined,
  'headless:progress': () => undefined,
  'headless:done': () => undefined,
  'import:resume': (token) => ok({ token, roots: ['folder'] }),
  'export:finish': () => fail('not-found', 'This test has no file.'),
}

const bridge: CrossreadBridge = {
  invoke: async (channel, ...args) => {
    calls.push({ channel, args })
    const answer = (answers[channel] ?? QUIET[channel]) as
      ((...given: typeof args) => ReturnType<InvokeChannels[typeof channel]>) | undefined
    if (!answer) throw new Error(`The test does not answer ${channel}`)
    return answer(...args)
  },
  on: () => () => undefined,
  pathsOfFiles: () => [],
}

Object.defineProperty(window, 'crossread', { value: bridge })

/** Says what main answers from now on; channels left out answer quietly or fail the test. */
export function answerAs(next: Answers): void {
  answers = next
  calls.length = 0
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

let made = 0

/** Runs a test on an open corpus of its own, deleted afterwards. */
export async function withOpenCorpus(
  texts: readonly string[],
  work: (articles: readonly StoredArticle[]) => Promise<void>,
): Promise<void> {
  const corpus = valueOf(await createCorpus(`Test ${String(Date.now())} ${String(made++)}`))
  valueOf(await openCorpus(corpus.id))
  try {
    const db = openedCorpus()?.database
    if (!db) throw new Error('It was opened')
    await work(texts.length > 0 ? await addArticles(db, ...texts) : [])
  } finally {
    await deleteCorpus(corpus.id)
  }
}

/** Waits until the followed value is as wanted, and answers it. */
export function until<T>(live: Live<T>, wanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null
    let found = false
    stop = live.subscribe((value) => {
      if (found || !wanted(value)) return
      found = true
      stop?.()
      resolve(value)
    }, reject)
    if (found) stop()
  })
}

/** The value that is followed, as it is now. */
export function now<T>(live: Live<T>): Promise<T> {
  return until(live, () => true)
}
