import type { Block, BlockKind } from '../../model/article'
import type { TextRange } from '../../model/range'
import { isBlank } from '../../text/blocks'
import { wellFormed } from '../decode'

/** A text as built from the paragraphs of a document: blocks joined by an empty line. */
export interface BlockText {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Ranges of the paragraphs that are furniture. */
  readonly furniture: readonly TextRange[]
}

/** A paragraph of a document. */
export interface Paragraph {
  readonly kind: BlockKind
  readonly text: string
  readonly isFurniture?: boolean
}

const BETWEEN_BLOCKS = '\n\n'

/** Joins paragraphs; those without anything to read leave nothing. */
export function joinParagraphs(paragraphs: readonly Paragraph[]): BlockText {
  const parts: string[] = []
  const blocks: Block[] = []
  const furniture: TextRange[] = []
  let start = 0
  for (const { kind, text, isFurniture = false } of paragraphs) {
    const part = wellFormed(text)
      .replace(/[^\S\n]*\n[\s\u200b]*/gu, '\n')
      .trim()
    if (isBlank(part)) continue
    const end = start + part.length
    blocks.push({ kind, start, end })
    if (isFurniture) furniture.push({ start, end })
    parts.push(part)
    start = end + BETWEEN_BLOCKS.length
  }
  return { text: parts.join(BETWEEN_BLOCKS), blocks, furniture }
}
