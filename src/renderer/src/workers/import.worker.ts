import { openCorpusDatabase } from '#data/database'
import { importLockName, importTurnName } from '#data/imports'
import type { ImportEnd, ImportRequest } from './import-messages'
import { runImport } from './import-run'
import { fetchSource } from './import-source'

let cancelled = false

async function start({ database, id, roots }: Extract<ImportRequest, { kind: 'start' }>): Promise<ImportEnd> {
  // The first lock says that this import lives, the second makes imports into one corpus take turns.
  return navigator.locks.request(importLockName(id), () =>
    navigator.locks.request(importTurnName(database), async () => {
      const db = await openCorpusDatabase(database, 'relaxed')
      try {
        return await runImport({ db, id, roots, source: fetchSource(id), isCancelled: () => cancelled })
      } finally {
        db.close()
      }
    }),
  )
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  if (data.kind === 'cancel') cancelled = true
  else void start(data).then((end) => self.postMessage(end))
})
