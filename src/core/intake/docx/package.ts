import { strFromU8, unzipSync } from 'fflate'
import { fail, ok, type Result } from '../../model/result'

/** The parts of a Word document that are read. */
export interface DocxParts {
  /** WordprocessingML. */
  readonly document: string
  readonly styles: string | null
  readonly properties: string | null
}

/** Largest part that is unpacked, in bytes: the XML of a book of a million words has some 50 MB. */
const MOST_BYTES = 64 * 1024 * 1024
const WANTED = /^(?:word\/(?:document|styles)\d?\.xml|docProps\/core\.xml)$/u

/**
 * Unpacks the parts of a Word document, each no larger than its archive says and than the limit, so that a bomb costs no
 * more than that.
 */
export function openDocx(bytes: Uint8Array): Result<DocxParts> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return fail(
      'unreadable',
      'It is protected by a password, or an old Word document; save it as .docx without one and import that.',
    )
  }
  let tooLarge = false
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false
        if (originalSize > MOST_BYTES) tooLarge = true
        return originalSize <= MOST_BYTES
      },
    })
  } catch {
    return fail('unreadable', 'It is no Word document, or a damaged one: it cannot be unpacked.')
  }
  if (tooLarge) return fail('too-large', 'It unpacks to more than a document can be, as a trap would.')
  const part = (name: RegExp): string | null => {
    const found = Object.keys(files).find((key) => name.test(key))
    const content = found === undefined ? undefined : files[found]
    return content === undefined ? null : strFromU8(content)
  }
  const document = part(/^word\/document/u)
  if (document === null) return fail('unreadable', 'It is a ZIP archive, but no Word document.')
  return ok({ document, styles: part(/^word\/styles/u), properties: part(/^docProps\/core/u) })
}
