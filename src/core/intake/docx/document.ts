import type { BlockKind } from '../../model/article'
import type { Paragraph } from '../document/block-text'
import { isOn, type DocxStyle } from './styles'
import { readXml } from './xml'

/** What is no text of the document as it stands: tracked deletions, the old place of what was moved, codes of fields. */
const SILENT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'Fallback', 'fldData', 'rt', 'binData'])

interface OpenParagraph {
  text: string
  kind: BlockKind
  isHidden: boolean
  /** The run that is being read is hidden. */
  isRunHidden: boolean
}

/**
 * The paragraphs of a document, those of tables and text boxes among them. Tracked changes are read as accepted: what was
 * inserted is there, what was deleted is not. Hidden text is left out.
 * @throws DoctypeError
 */
export function readDocument(xml: string, styles: ReadonlyMap<string, DocxStyle>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  /** A text box stands inside the paragraph it is anchored to. */
  const open: OpenParagraph[] = []
  const path: string[] = []
  let silent = 0
  let isText = false

  const openTag = (name: string, attribute: (name: string) => string | null): void => {
    path.push(name)
    if (SILENT.has(name)) silent += 1
    if (name === 'p') open.push({ text: '', kind: 'paragraph', isHidden: false, isRunHidden: false })
    const paragraph = open.at(-1)
    if (!paragraph) return
    const parent = path.at(-2)
    if (name === 'r') paragraph.isRunHidden = paragraph.isHidden
    else if (parent === 'pPr') readParagraphProperty(paragraph, name, attribute, styles)
    else if (name === 'numId' && parent === 'numPr' && attribute('val') !== '0') {
      if (paragraph.kind === 'paragraph') paragraph.kind = 'list-item'
    } else if (parent === 'rPr' && path.at(-3) === 'r') {
      if (name === 'vanish') paragraph.isRunHidden = isOn(attribute('val'))
      else if (name === 'rStyle')
        paragraph.isRunHidden ||= styles.get(attribute('val') ?? '')?.isHidden ?? false
    } else if (name === 't') isText = true
    else if (parent === 'r') addText(paragraph, SIGNS.get(name) ?? '')
  }
  const addText = (paragraph: OpenParagraph, text: string): void => {
    if (silent === 0 && !paragraph.isRunHidden) paragraph.text += text
  }
  const closeTag = (name: string): void => {
    path.pop()
    if (SILENT.has(name)) silent -= 1
    if (name === 't') isText = false
    if (name !== 'p') return
    const paragraph = open.pop()
    if (paragraph) paragraphs.push({ kind: paragraph.kind, text: paragraph.text })
  }
  readXml(xml, {
    onOpen: openTag,
    onClose: closeTag,
    onText: (text) => {
      const paragraph = open.at(-1)
      if (isText && paragraph) addText(paragraph, text.replace(/[\r\n]+/gu, ' '))
    },
  })
  return paragraphs
}

/** Characters that are elements. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
])

function readParagraphProperty(
  paragraph: OpenParagraph,
  name: string,
  attribute: (name: string) => string | null,
  styles: ReadonlyMap<string, DocxStyle>,
): void {
  if (name === 'pStyle') {
    const style = styles.get(attribute('val') ?? '')
    paragraph.kind = style?.kind ?? paragraph.kind
    paragraph.isHidden = style?.isHidden ?? false
  } else if (name === 'outlineLvl' && Number(attribute('val') ?? '9') < 9) paragraph.kind = 'heading'
}
