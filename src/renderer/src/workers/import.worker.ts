import { openCorpusDatabase } from '#data/database'
import { importLockName, importTurnName } from '#data/imports'
import { runBratImport } from './brat-run'
import type { ColumnAnswer, ImportEnd, ImportNews, ImportRequest } from './import-messages'
import { PdfReader } from './import-pdf'
import { failedEnd, runImport } from './import-run'
import { fetchSource } from './import-source'

const cancelling = new AbortController()
/** Questions that wait for their answer, by signature. */
const asked = new Map<string, (answer: ColumnAnswer) => void>()

/** Waits for the port to a PDF worker. */
let connected: (port: MessagePort) => void = () => undefined

const pdf = new PdfReader(
  () =>
    new Promise((resolve) => {
      connected = resolve
      tell({ kind: 'pdf-worker' })
    }),
)

const tell = (news: ImportNews): void => self.postMessage(news)

async function start({
  database,
  id,
  roots,
  format,
}: Extract<ImportRequest, { kind: 'start' }>): Promise<ImportEnd> {
  // The first lock says that this import lives, the second makes imports into one corpus take turns.
  return navigator.locks.request(importLockName(id), () =>
    navigator.locks.request(importTurnName(database), async () => {
      const db = await openCorpusDatabase(database, 'relaxed')
      try {
        const run = format === 'brat' ? runBratImport : runImport
        return await run({
          db,
          id,
          roots,
          source: fetchSource(id, format),
          signal: cancelling.signal,
          readPdf: (bytes) => pdf.read(bytes),
          askColumns: (question) =>
            new Promise((resolve) => {
              asked.set(question.signature, resolve)
              tell({ kind: 'columns', question })
            }),
        })
      } finally {
        db.close()
      }
    }),
  )
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  if (data.kind === 'cancel') cancelling.abort()
  else if (data.kind === 'pdf-port') connected(data.port)
  else if (data.kind === 'pdf-broke') pdf.broke()
  else if (data.kind === 'columns') asked.get(data.signature)?.(data.answer)
  else
    void start(data)
      .catch(failedEnd)
      .then((end) => tell({ kind: 'end', end }))
})
