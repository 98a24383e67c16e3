import type { Block, BlockKind } from '../../model/article'
import { isBlank } from '../../text/blocks'
import type { HtmlElement, HtmlNode } from './dom'

/** An article's text as built from a page: blocks joined by an empty line. */
export interface HtmlText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Elements whose content is never text of the page. */
const SILENT = new Set(
  'script style noscript template title meta link iframe frame object embed applet svg math canvas audio video select button input textarea form dialog nav map'.split(
    ' ',
  ),
)
/** Elements that only mark words inside a block; every other element starts and ends one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark meter output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr nobr'.split(
    ' ',
  ),
)
const BETWEEN_BLOCKS = '\n\n'

/**
 * The text under an element: runs of white space become one space, `br` a line break, two of them a new block.
 * No-break spaces stay. Scripts, styles, forms, navigation and hidden elements leave nothing. Walks without recursion, so depth costs nothing.
 */
export function textOf(root: HtmlElement): HtmlText {
  const builder = new BlockBuilder()
  const kinds: BlockKind[] = ['paragraph']
  let node: HtmlNode | null = root.firstChild
  while (node) {
    const element = node.nodeType === 1 ? (node as HtmlElement) : null
    if (node.nodeType === 3 || node.nodeType === 4) builder.addText(node.nodeValue ?? '')
    else if (element?.localName.toLowerCase() === 'br') builder.addBreak()

    if (element?.firstChild && !isSilent(element)) {
      enter(element, kinds, builder)
      node = element.firstChild
      continue
    }
    if (element && !isInline(element)) builder.endBlock()
    node = following(node, root, (left) => leave(left, kinds, builder))
  }
  builder.endBlock()
  return { text: builder.parts.join(BETWEEN_BLOCKS), blocks: builder.blocks }
}

/** The next node in document order that is not below `node`, null at the end of `root`. */
function following(node: HtmlNode, root: HtmlNode, onLeave: (left: HtmlElement) => void): HtmlNode | null {
  let at: HtmlNode | null = node
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
    if (at && at !== root) onLeave(at as HtmlElement)
  }
  return null
}

function enter(element: HtmlElement, kinds: BlockKind[], builder: BlockBuilder): void {
  if (isInline(element)) return
  builder.endBlock()
  kinds.push(kindOf(element, kinds.at(-1) ?? 'paragraph'))
  builder.kind = kinds.at(-1) ?? 'paragraph'
}

function leave(element: HtmlElement, kinds: BlockKind[], builder: BlockBuilder): void {
  if (isInline(element)) return
  builder.endBlock()
  kinds.pop()
  builder.kind = kinds.at(-1) ?? 'paragraph'
}

/** A paragraph in a list item or quotation is one of its blocks; a heading stays a heading. */
function kindOf(element: HtmlElement, outer: BlockKind): BlockKind {
  const name = element.localName.toLowerCase()
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'li' || name === 'dd' || name === 'dt') return 'list-item'
  if (name === 'blockquote') return 'quote'
  return outer === 'heading' ? 'paragraph' : outer
}

function isInline(element: HtmlElement): boolean {
  return INLINE.has(element.localName.toLowerCase())
}

function isSilent(element: HtmlElement): boolean {
  if (SILENT.has(element.localName.toLowerCase())) return true
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style')
  return style !== null && /(?:^|[\s;])display\s*:\s*none/i.test(style)
}

/** Collects runs of inline text into blocks and keeps their places in the text to come. */
class BlockBuilder {
  readonly parts: string[] = []
  readonly blocks: Block[] = []
  kind: BlockKind = 'paragraph'
  private length = 0
  private open: string[] = []

  addText(text: string): void {
    this.open.push(text.replace(/[\t\n\f\r ]+/g, ' '))
  }

  addBreak(): void {
    this.open.push('\n')
  }

  endBlock(): void {
    if (this.open.length === 0) return
    const joined = this.open
      .join('')
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
    this.open = []
    for (const piece of joined.split(/\n{2,}/)) {
      const text = piece.trim()
      if (!isBlank(text)) this.add(text)
    }
  }

  private add(text: string): void {
    const start = this.parts.length === 0 ? 0 : this.length + BETWEEN_BLOCKS.length
    this.parts.push(text)
    this.length = start + text.length
    this.blocks.push({ kind: this.kind, start, end: this.length })
  }
}
