import { strToU8, zipSync } from 'fflate'

/* Documents as programs write them, made here so that a test says what is in them. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word document with this body, as WordprocessingML. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** A paragraph of one run. */
export function paragraphOf(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** Styles of a Word document. */
export function stylesOf(styles: string): Readonly<Record<string, string>> {
  return { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }
}

/** A line of a page: place from the lower left corner in points, and text. */
export type MadeLine = readonly [x: number, y: number, text: string, size?: number]

/** A PDF document of these pages, each a list of lines in the order in which they are drawn. */
export function pdfOf(pages: readonly (readonly MadeLine[])[], trailer = '', info = ''): Uint8Array {
  const kids = pages.map((_, index) => `${String(5 + 2 * index)} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
  ]
  for (const lines of pages) {
    const content = lines
      .map(([x, y, text, size = 11]) => {
        const escaped = text.replace(/[\\()]/gu, '\\$&')
        return `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td (${escaped}) Tj ET`
      })
      .join('\n')
    const own = String(objects.length + 2)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${own} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    )
  }
  let out = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = out.length
    out += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = String(objects.length + 1)
  out += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  const start = out.lastIndexOf('xref\n0 ')
  out += `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Uint8Array.from(out, (character) => character.charCodeAt(0))
}
