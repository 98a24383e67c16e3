import type { PdfContent } from '#core/intake/pdf/pages'
import { fail, type Result } from '#core/model/result'
import type { PdfAnswer, PdfRequest } from './pdf-messages'

/** Milliseconds after which a document is given up. */
const PATIENCE = 30_000

/**
 * Reads PDF documents in a worker of their own, which is asked for with the first: one that takes too long, or that breaks
 * the library, ends with its worker, and the import goes on.
 */
export class PdfReader {
  readonly #connect: () => Promise<MessagePort>
  readonly #patience: number
  #port: MessagePort | null = null
  #giveUp: ((message: string) => void) | null = null

  /** @param connect ends the worker there was, starts another, and answers the port that leads to it */
  constructor(connect: () => Promise<MessagePort>, patience = PATIENCE) {
    this.#connect = connect
    this.#patience = patience
  }

  /** One at a time. */
  async read(bytes: Uint8Array): Promise<Result<PdfContent>> {
    const port = (this.#port ??= await this.#connect())
    return new Promise((resolve) => {
      const end = (result: Result<PdfContent>): void => {
        clearTimeout(timer)
        this.#giveUp = null
        resolve(result)
      }
      const giveUp = (message: string): void => {
        port.close()
        this.#port = null
        end(fail('unreadable', message))
      }
      const seconds = String(this.#patience / 1000)
      const timer = setTimeout(
        () =>
          giveUp(`It was given up after ${seconds} seconds: it is too large or too intricate to be read.`),
        this.#patience,
      )
      this.#giveUp = giveUp
      port.onmessage = ({ data }: MessageEvent<PdfAnswer>) => end(data)
      // A copy of its own: what comes from main is one piece for the whole batch.
      const copy: PdfRequest = bytes.slice()
      port.postMessage(copy, [copy.buffer])
    })
  }

  /** Says that the worker has broken. */
  broke(): void {
    this.#port = null
    this.#giveUp?.('It cannot be read: taking it apart broke off.')
  }
}
