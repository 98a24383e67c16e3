import type { PdfContent } from '#core/intake/pdf/pages'
import type { Result } from '#core/model/result'

/** From the window to the PDF worker: the port by which an import hands it documents. Comes once. */
export interface PdfConnection {
  readonly kind: 'connect-pdf'
  readonly port: MessagePort
}

/** By the port: a document to take apart, answered by its content. One at a time. */
export type PdfRequest = Uint8Array

/** By the port: what was in the document. */
export type PdfAnswer = Result<PdfContent>
