import { openCorpusDatabase, openForRescue } from '#data/database'
import type { ExportReply, ExportRequest } from './export-messages'
import { postPart } from './export-parts'
import { failedExport, runExport } from './export-run'

let cancelled = false

function reply(message: ExportReply): void {
  self.postMessage(message)
}

async function start(request: Extract<ExportRequest, { kind: 'start' }>): Promise<void> {
  const { database, rescue } = request
  const db = await (rescue === true ? openForRescue(database) : openCorpusDatabase(database, 'relaxed'))
  try {
    reply(
      await runExport({
        db,
        request,
        send: (part, bytes) => postPart(request.token, part, bytes),
        report: reply,
        isCancelled: () => cancelled,
      }),
    )
  } finally {
    db.close()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.kind === 'cancel') cancelled = true
  else void start(data).catch((error: unknown) => reply(failedExport(error)))
})
