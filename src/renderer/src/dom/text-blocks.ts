import type { ArticleBody, Block, BlockKind } from '#core/model/article'
import type { TextRange } from '#core/model/range'

/** A stretch of one block that is painted as one piece. `furniture`: of the page, not of the report. */
export interface UnitPlan extends TextRange {
  readonly furniture: boolean
}

/** A block as it will stand on the page, cut into units in order. */
export interface BlockPlan extends TextRange {
  readonly kind: BlockKind
  readonly units: readonly UnitPlan[]
  /** True: line breaks inside it come from a fixed line width, and the text flows; false: they are kept. */
  readonly flows: boolean
}

/** Longest unit in code units: one repaint touches one unit, so a "paragraph" of a whole book must not be one. */
const UNIT_LIMIT = 6_000
/** Lines between these lengths, one after another, were broken by a fixed width. */
const WRAPPED_LINE = { shortest: 40, longest: 100 }

/**
 * Plans the page of an article. Text that no block covers (only blank space, unless the blocks came from elsewhere)
 * gets a paragraph of its own when there is something to read in it: nothing of the text is ever left out.
 */
export function planBlocks(body: ArticleBody): readonly BlockPlan[] {
  const plans: BlockPlan[] = []
  let position = 0
  for (const block of [...body.blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, position)
    const end = Math.min(block.end, body.text.length)
    if (start >= end) continue
    addUncovered(body, position, start, plans)
    plans.push(planBlock(body, { kind: block.kind, start, end }))
    position = end
  }
  addUncovered(body, position, body.text.length, plans)
  return plans
}

function addUncovered(body: ArticleBody, start: number, end: number, plans: BlockPlan[]): void {
  const between = body.text.slice(start, end)
  const trimmed = between.trim()
  if (trimmed === '') return
  const from = start + between.indexOf(trimmed)
  plans.push(planBlock(body, { kind: 'paragraph', start: from, end: from + trimmed.length }))
}

function planBlock(body: ArticleBody, block: Block): BlockPlan {
  const units: UnitPlan[] = []
  let position = block.start
  for (const range of [...body.furniture].sort((a, b) => a.start - b.start)) {
    const start = Math.max(range.start, position)
    const end = Math.min(range.end, block.end)
    if (start >= end) continue
    addUnits(body.text, { start: position, end: start, furniture: false }, units)
    addUnits(body.text, { start, end, furniture: true }, units)
    position = end
  }
  addUnits(body.text, { start: position, end: block.end, furniture: false }, units)
  return { ...block, units, flows: isWrapped(body.text.slice(block.start, block.end)) }
}

/** Cuts a long unit after white space, or anywhere but inside a surrogate pair when there is none. */
function addUnits(text: string, unit: UnitPlan, units: UnitPlan[]): void {
  let start = unit.start
  while (unit.end - start > UNIT_LIMIT) {
    const space = text.lastIndexOf(' ', start + UNIT_LIMIT - 1)
    let end = space > start + UNIT_LIMIT / 2 ? space + 1 : start + UNIT_LIMIT
    const last = text.charCodeAt(end - 1)
    if (last >= 0xd800 && last <= 0xdbff) end--
    units.push({ start, end, furniture: unit.furniture })
    start = end
  }
  if (start < unit.end) units.push({ start, end: unit.end, furniture: unit.furniture })
}

function isWrapped(text: string): boolean {
  const lines = text.split('\n')
  return (
    lines.length > 1 &&
    lines
      .slice(0, -1)
      .every((line) => line.length >= WRAPPED_LINE.shortest && line.length <= WRAPPED_LINE.longest)
  )
}
