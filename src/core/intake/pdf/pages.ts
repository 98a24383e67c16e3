import type { Result } from '../../model/result'
import type { DocumentProperties } from '../document/properties'

/** A piece of text on a page, as the page draws it. Lengths are in points, places from the lower left corner of the page. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the type. */
  readonly size: number
}

/** A page with its text in the order in which it is drawn. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
}

/** What a PDF document holds, as a reader of the format took it apart. */
export interface PdfContent {
  readonly pages: readonly PdfPage[]
  readonly properties: DocumentProperties
}

/** Takes a PDF document apart: what that costs depends on where it runs, so core is handed it. */
export type ReadPdf = (bytes: Uint8Array) => Promise<Result<PdfContent>>

/** A line of text on a page. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Gap, in parts of the size of the type, from which two pieces on a line are two words. */
const WORD_GAP = 0.18
/** Gap from which they are no longer one line: another column, or a cell of a table. */
const COLUMN_GAP = 3

/** The lines of a page in the order in which they are drawn, which is that of reading, column by column. */
export function linesOfPage({ items }: PdfPage): PdfLine[] {
  const lines: PdfLine[] = []
  let open: { text: string; left: number; right: number; y: number; size: number } | null = null
  const close = (): void => {
    const text = open?.text.replace(/[\s\0]+/gu, ' ').trim() ?? ''
    if (open && text !== '') lines.push({ ...open, text })
    open = null
  }
  for (const { text, x, y, width, size } of items) {
    if (text.trim() === '') {
      if (open && text !== '' && isOnLine(open, y, size)) open.text += ' '
      continue
    }
    const gap = open ? x - open.right : 0
    if (open && isOnLine(open, y, size) && gap > -size && gap < size * COLUMN_GAP) {
      const isApart = gap > size * WORD_GAP && !open.text.endsWith(' ')
      open.text += `${isApart ? ' ' : ''}${text}`
      open.right = Math.max(open.right, x + width)
      open.size = Math.max(open.size, size)
    } else {
      close()
      open = { text, left: x, right: x + width, y, size }
    }
  }
  close()
  return lines
}

/** Small signs set higher or lower, as of a footnote, are on the line all the same. */
function isOnLine(line: { readonly y: number; readonly size: number }, y: number, size: number): boolean {
  return Math.abs(line.y - y) < Math.max(line.size, size) * 0.5
}
