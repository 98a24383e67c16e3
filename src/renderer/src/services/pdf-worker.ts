import type { ImportRequest } from '#workers/import-messages'
import type { PdfConnection } from '#workers/pdf-messages'

/** The PDF worker of an import: there is none before the first document. */
export interface PdfWorkerHost {
  /** Starts one in place of the one before, and gives the import the port to it. */
  readonly start: () => void
  readonly end: () => void
}

/** Keeps the PDF worker of an import. The window starts it, since not every Chromium lets a worker load another. */
export function hostPdfWorker(importer: Worker): PdfWorkerHost {
  let worker: Worker | null = null
  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  return {
    start: () => {
      end()
      const started = new Worker(new URL('../workers/pdf.worker.ts', import.meta.url), { type: 'module' })
      worker = started
      started.addEventListener('error', () => {
        if (worker !== started) return
        end()
        importer.postMessage({ kind: 'pdf-broke' } satisfies ImportRequest)
      })
      const { port1, port2 } = new MessageChannel()
      started.postMessage({ kind: 'connect-pdf', port: port1 } satisfies PdfConnection, [port1])
      importer.postMessage({ kind: 'pdf-port', port: port2 } satisfies ImportRequest, [port2])
    },
    end,
  }
}
