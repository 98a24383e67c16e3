import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as engine from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { noProperties, type DocumentProperties } from '#core/intake/document/properties'
import type { PdfContent, PdfItem, PdfPage } from '#core/intake/pdf/pages'
import { fail, ok, type Result } from '#core/model/result'

// The library looks here before it would start a worker of its own: this code runs in one already.
Object.assign(globalThis, { pdfjsWorker: engine })

/** Pages of a document at most: no article, and no book, has more. */
const MOST_PAGES = 5_000
/** Code units of text at most. */
const MOST_TEXT = 50_000_000

/**
 * Takes a PDF document apart, page by page. Only text is read: nothing is drawn, no font is loaded, no script in it runs,
 * nothing is fetched, and no code is made from text.
 */
export async function readPdfContent(bytes: Uint8Array): Promise<Result<PdfContent>> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    return await readPages(document)
  } catch (error) {
    return describe(error)
  } finally {
    await task.destroy()
  }
}

async function readPages(document: PDFDocumentProxy): Promise<Result<PdfContent>> {
  if (document.numPages > MOST_PAGES) {
    return fail('too-large', `It has ${String(document.numPages)} pages, more than ${String(MOST_PAGES)}.`)
  }
  const pages: PdfPage[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items } = await page.getTextContent()
    const read: PdfItem[] = []
    for (const item of items) {
      if (!('str' in item)) continue
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[]
      // Text that stands on its side is no line of the page: stamps, and names of sections along the edge.
      if (Math.abs(b) > Math.abs(a)) continue
      length += item.str.length
      const size = item.height > 0 ? item.height : Math.hypot(c, d)
      read.push({ text: item.str, x: x - left, y: y - bottom, width: item.width, size })
    }
    pages.push({ width: right - left, height: top - bottom, items: read })
    page.cleanup()
    if (length > MOST_TEXT) return fail('too-large', 'It has more text than an article can have.')
  }
  return ok({ pages, properties: await readInfo(document) })
}

async function readInfo(document: PDFDocumentProxy): Promise<DocumentProperties> {
  try {
    const { info } = await document.getMetadata()
    const fields = info as Readonly<Record<string, unknown>>
    const text = (key: string): string | null => {
      const value = fields[key]
      return typeof value === 'string' && value.trim() !== '' ? value : null
    }
    return {
      title: text('Title'),
      author: text('Author'),
      created: isoDate(text('CreationDate')),
      language: text('Language'),
    }
  } catch {
    return noProperties
  }
}

/** "D:20220309074100Z" as 2022-03-09. */
function isoDate(written: string | null): string | null {
  const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)/u.exec(written ?? '')
  return found ? `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}` : null
}

function describe(error: unknown): Result<never> {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return fail('unreadable', 'It is protected by a password; save it without one and import that.')
  }
  return fail('unreadable', 'It is no PDF document, or a damaged one: its pages cannot be found.')
}
