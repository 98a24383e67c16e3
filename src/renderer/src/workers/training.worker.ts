import { openCorpusDatabase } from '#data/database'
import type { TrainingEnd, TrainingReply, TrainingRequest } from './training-messages'
import { failedTraining, runTraining } from './training-run'

function reply(message: TrainingReply): void {
  self.postMessage(message)
}

async function start({ database, unattended }: TrainingRequest): Promise<TrainingEnd> {
  const db = await openCorpusDatabase(database, 'strict')
  try {
    return await runTraining({ db, unattended, report: reply })
  } finally {
    db.close()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<TrainingRequest>) => {
  void start(data).catch(failedTraining).then(reply)
})
