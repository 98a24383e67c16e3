import { fail, ok, type Result } from '../../model/result'
import { joinParagraphs, type BlockText } from '../document/block-text'
import { noProperties, type DocumentProperties } from '../document/properties'
import { readDocument } from './document'
import { openDocx } from './package'
import { readStyles } from './styles'
import { DoctypeError, readXml } from './xml'

/** A Word document as an article. */
export interface DocxArticle extends BlockText {
  readonly properties: DocumentProperties
}

/** Reads a Word document: its paragraphs as blocks, and what is noted of it. Nothing in it makes this throw. */
export function readDocx(bytes: Uint8Array): Result<DocxArticle> {
  const parts = openDocx(bytes)
  if (!parts.ok) return parts
  const { document, styles, properties } = parts.value
  try {
    const known = styles === null ? new Map<string, never>() : readStyles(styles)
    const text = joinParagraphs(readDocument(document, known))
    return ok({ ...text, properties: properties === null ? noProperties : readCore(properties) })
  } catch (error) {
    if (!(error instanceof DoctypeError)) throw error
    return fail(
      'unreadable',
      'It declares a document type, which no Word document does and a trap would; it was not read.',
    )
  }
}

function readCore(xml: string): DocumentProperties {
  const values = new Map<string, string>()
  let name = ''
  readXml(xml, {
    onOpen: (opened) => {
      name = opened
    },
    onClose: () => {
      name = ''
    },
    onText: (text) => {
      values.set(name, `${values.get(name) ?? ''}${text}`)
    },
  })
  const value = (key: string): string | null => {
    const text = values.get(key)?.trim() ?? ''
    return text === '' ? null : text
  }
  return {
    title: value('title'),
    author: value('creator'),
    created: value('created'),
    language: value('language'),
  }
}
