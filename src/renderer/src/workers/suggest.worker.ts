import { openCorpusDatabase } from '#data/database'
import { importTurnName } from '#data/imports'
import type { SuggestEnd, SuggestReply, SuggestRequest } from './suggest-messages'
import { failedSuggesting, runSuggesting } from './suggest-run'

let cancelled = false

function reply(message: SuggestReply): void {
  self.postMessage(message)
}

async function start({
  database,
  scope,
  ownWords,
}: Extract<SuggestRequest, { kind: 'start' }>): Promise<SuggestEnd> {
  const db = await openCorpusDatabase(database, 'relaxed')
  try {
    return await runSuggesting({
      db,
      scope,
      ownWords,
      report: reply,
      isCancelled: () => cancelled,
      betweenImports: async (work) => {
        await navigator.locks.request(importTurnName(database), { ifAvailable: true }, async (lock) => {
          if (lock) await work()
        })
      },
    })
  } finally {
    db.close()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SuggestRequest>) => {
  if (data.kind === 'cancel') cancelled = true
  else void start(data).catch(failedSuggesting).then(reply)
})
