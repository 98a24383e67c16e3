import type { ArticleFormat, Block, EncodingRecord } from '../model/article'
import type { TextRange } from '../model/range'
import { fail, ok, type Result } from '../model/result'
import { readProperties } from './document/properties'
import { readDocx } from './docx/docx'
import type { IntakeProblem, StatedMetadata } from './draft'
import { readMail } from './mail/mail'
import type { ReadPdf } from './pdf/pages'
import { readPdfPages } from './pdf/paragraphs'

/** Formats that are no text themselves, but have one in them. */
export type DocumentFormat = Extract<ArticleFormat, 'docx' | 'eml' | 'pdf'>

/** What was read of a document. */
export interface DocumentReading {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Ranges that the format itself shows to be furniture, such as the headers of pages. */
  readonly furniture: readonly TextRange[]
  readonly encoding: EncodingRecord
  readonly stated: StatedMetadata
  /** Metadata that count as guesses where nothing else is known. */
  readonly fallback: StatedMetadata
  /** What of the document is not imported, for the report. */
  readonly problems: readonly IntakeProblem[]
}

const UNICODE: EncodingRecord = { name: 'utf-8', certain: true, confidence: 1 }

/** Takes a document apart. Nothing in it makes this throw. @param path what the document is called in the report */
export function readDocumentBytes(
  format: DocumentFormat,
  bytes: Uint8Array,
  path: string,
  readPdf: ReadPdf,
): Promise<Result<DocumentReading>> {
  if (format === 'eml') return readMailBytes(bytes, path)
  return format === 'pdf' ? readPdfBytes(bytes, readPdf) : Promise.resolve(readDocxBytes(bytes))
}

function readDocxBytes(bytes: Uint8Array): Result<DocumentReading> {
  const read = readDocx(bytes)
  if (!read.ok) return read
  const { text, blocks, furniture, properties } = read.value
  if (text === '') return fail('unreadable', 'The document holds no text.')
  return ok({ text, blocks, furniture, encoding: UNICODE, ...readProperties(properties), problems: [] })
}

async function readPdfBytes(bytes: Uint8Array, readPdf: ReadPdf): Promise<Result<DocumentReading>> {
  const read = await readPdf(bytes)
  if (!read.ok) return read
  const { pages, properties } = read.value
  const { text, blocks, furniture } = readPdfPages(pages)
  if (blocks.length === furniture.length) {
    const count = pages.length === 1 ? 'Its page has' : `Its ${String(pages.length)} pages have`
    const message = `${count} no text: it is scanned, or drawn. Have its text recognised (OCR) and import what comes of it.`
    return fail('unreadable', message)
  }
  return ok({ text, blocks, furniture, encoding: UNICODE, ...readProperties(properties), problems: [] })
}

async function readMailBytes(bytes: Uint8Array, path: string): Promise<Result<DocumentReading>> {
  const read = await readMail(bytes)
  if (!read.ok) return read
  const { text, blocks, charset, stated, fallback, attachments } = read.value
  if (blocks.length === 0) return fail('unreadable', 'The message holds no text.')
  const problems = attachments.map(({ name, type, bytes: size }, index): IntakeProblem => {
    const kilobytes = Math.max(1, Math.round(size / 1024))
    const message = `Its attachment “${name}” (${type}, ${String(kilobytes)} KB) is not imported; save it beside the message to import it.`
    return { path: `${path}#${String(index + 1)}`, reason: 'not-imported', message }
  })
  const encoding = { name: charset, certain: true, confidence: 1 }
  return ok({ text, blocks, furniture: [], encoding, stated, fallback, problems })
}
