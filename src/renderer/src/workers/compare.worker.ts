import { openCorpusDatabase } from '#data/database'
import type { CompareReply, CompareRequest, Question } from './compare-messages'
import { Comparer, failedComparing } from './compare-run'
import { Job } from './driving'

let comparer: Promise<Comparer> | null = null
const cancelled = new Set<number>()

function reply(message: CompareReply): void {
  self.postMessage(message)
}

async function open(database: string): Promise<Comparer> {
  const made = new Comparer(await openCorpusDatabase(database, 'relaxed'))
  await made.tidy()
  return made
}

async function answer(id: number, question: Question): Promise<CompareReply> {
  const job = new Job(
    (progress) => reply({ kind: 'progress', id, progress }),
    () => cancelled.has(id),
  )
  try {
    if (!comparer) throw new Error('Asked before a corpus was opened')
    return { kind: 'answer', id, result: await (await comparer).answer(question, job), crash: null }
  } catch (error) {
    return { kind: 'answer', id, ...failedComparing(error) }
  } finally {
    cancelled.delete(id)
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  if (data.kind === 'open') {
    comparer = open(data.database)
    // Whoever asks is told.
    comparer.catch(() => undefined)
  } else if (data.kind === 'cancel') cancelled.add(data.id)
  else void answer(data.id, data.question).then(reply)
})
