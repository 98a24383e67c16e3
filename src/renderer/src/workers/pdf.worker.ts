import { readPdfContent } from './pdf-content'
import type { PdfAnswer, PdfConnection, PdfRequest } from './pdf-messages'

self.addEventListener('message', ({ data }: MessageEvent<PdfConnection | { readonly kind?: undefined }>) => {
  if (data.kind !== 'connect-pdf') return
  const { port } = data
  port.onmessage = (event: MessageEvent<PdfRequest>) => {
    void readPdfContent(event.data).then((answer) => port.postMessage(answer satisfies PdfAnswer))
  }
})
