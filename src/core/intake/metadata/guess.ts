import type { ArticleFormat, Block, MetadataField } from '../../model/article'
import type { TextRange } from '../../model/range'
import type { DraftMetadata } from '../draft'
import { findFurniture, readSourceLine } from '../furniture'
import { readAgencyCredit, readByline } from './byline'
import { readDateline, type Dateline } from './dateline'
import { findDates, findWeekdayDate, readDateLine } from './dates'
import { guessLanguage } from './language'
import { outletByAddress, outletByName } from './outlets'
import type { PathClues } from './path-clues'
import type { StatedMetadata } from './stated'
import { isSection, tidy, titleFrom } from './title'

/** What the guesses are made from. */
export interface GuessInput {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly format: ArticleFormat
  readonly path: PathClues
  /** What the file states in fields of its own: never overwritten by a guess. */
  readonly stated: StatedMetadata
  /** End of the metadata at the top of a Markdown file, 0 for none. */
  readonly frontMatter: number
  /** Blocks that the format itself shows to be furniture; absent where it shows none. */
  readonly furniture?: readonly TextRange[]
}

/** Metadata, which of it is guessed, and what the reading showed about blocks and furniture. */
export interface Guessed {
  readonly metadata: DraftMetadata
  readonly guessed: readonly MetadataField[]
  readonly blocks: readonly Block[]
  readonly furniture: readonly TextRange[]
}

/** How many blocks at either end may hold metadata. */
const HEAD = 8
const TAIL = 8
/** Paragraphs at the top that may open with a dateline. */
const DATELINE_PARAGRAPHS = 3
/** How far into the text a weekday with a date in brackets still dates the report, in code units. */
const LEAD = 2_500
/** Longest line that may be a byline, date or credit. */
const LONGEST_LINE = 160
const DATE_LABEL =
  /^\W{0,3}(?:first )?(?:published|posted|updated|last (?:updated|modified)|created|date)\b/iu

/** A short block at either end of the article, and what it is. */
interface Line {
  readonly index: number
  readonly text: string
  readonly role: 'furniture' | 'date' | 'byline' | 'credit' | 'source' | null
  /** What the line says in its role. */
  readonly value: string | null
}

/** Reads metadata from path and text, and marks furniture. Cost does not grow with the article but for furniture. */
export function guessMetadata(input: GuessInput): Guessed {
  const { text, blocks, stated } = input
  const language = stated.language ?? guessLanguage(text)
  const furniture = withKnown(findFurniture(text, blocks, input.frontMatter), input.furniture ?? [])
  const lines = readLines(text, blocks, furniture, language)
  const titleBlock = findTitleBlock(input, lines, furniture)
  const datelines = findDatelines(text, blocks, lines, furniture)
  const [dateline] = datelines.values()

  const found: DraftMetadata = {
    title: titleOf(input, titleBlock, datelines),
    sourceName:
      input.path.outlet ??
      valueOf(lines, 'source', outletOfSourceLine) ??
      dateline?.outlet ??
      outletOfUrl(stated),
    byline: valueOf(lines, 'byline') ?? valueOf(lines, 'credit'),
    publishedAt:
      input.path.date ??
      valueOf(lines, 'date') ??
      dateOfDateline(dateline, language) ??
      dateOfShortLines(lines, titleBlock, language) ??
      findWeekdayDate(text.slice(0, LEAD)),
    language,
    url: null,
    dateline: dateline?.text ?? null,
  }
  const demoted = new Set(lines.filter(({ role }) => role !== null).map(({ index }) => index))
  const hidden = new Set(furniture.map(({ start }) => start))
  return {
    ...merge(stated, found),
    furniture,
    blocks: blocks.map((block, index) =>
      block.kind === 'heading' && (demoted.has(index) || hidden.has(block.start))
        ? { ...block, kind: 'paragraph' as const }
        : block,
    ),
  }
}

/** Furniture that was found, and that which is known, in order. */
function withKnown(found: readonly TextRange[], known: readonly TextRange[]): readonly TextRange[] {
  if (known.length === 0) return found
  const apart = found.filter(
    (range) => !known.some(({ start, end }) => range.start < end && start < range.end),
  )
  return [...apart, ...known].sort((a, b) => a.start - b.start)
}

/** What is stated wins; what is found fills the rest and is marked. */
function merge(stated: StatedMetadata, found: DraftMetadata): Pick<Guessed, 'metadata' | 'guessed'> {
  const guessed: MetadataField[] = []
  function pick(field: MetadataField, said: string | null, seen: string | null): string | null {
    if (said !== null) return said
    if (seen !== null) guessed.push(field)
    return seen
  }
  const metadata = {
    title: pick('title', stated.title, found.title) ?? found.title,
    sourceName: pick('source', stated.sourceName, found.sourceName),
    byline: pick('byline', stated.byline, found.byline),
    publishedAt: pick('publishedAt', stated.publishedAt, found.publishedAt),
    language: pick('language', stated.language, found.language),
    url: pick('url', stated.url, found.url),
    dateline: pick('dateline', stated.dateline, found.dateline),
  }
  return { metadata, guessed }
}

function readLines(
  text: string,
  blocks: readonly Block[],
  furniture: readonly TextRange[],
  language: string | null,
): readonly Line[] {
  const hidden = new Set(furniture.map(({ start }) => start))
  const lines: Line[] = []
  for (let index = 0; index < blocks.length; index++) {
    // From the head straight to the tail: what stands between is the report.
    if (index === HEAD) index = Math.max(HEAD, blocks.length - TAIL)
    const block = blocks[index]
    if (!block || block.end - block.start > LONGEST_LINE) continue
    const line = text.slice(block.start, block.end)
    const source = readSourceLine(line)
    if (source !== null) lines.push({ index, text: line, role: 'source', value: source })
    else if (hidden.has(block.start)) lines.push({ index, text: line, role: 'furniture', value: null })
    else lines.push({ index, text: line, ...roleOf(line, language) })
  }
  return lines
}

function roleOf(line: string, language: string | null): Pick<Line, 'role' | 'value'> {
  const date = readDateLine(line, language)
  if (date !== null) return { role: 'date', value: date }
  const byline = readByline(line)
  if (byline !== null) return { role: 'byline', value: tidy(byline) }
  const credit = readAgencyCredit(line)
  return credit === null ? { role: null, value: null } : { role: 'credit', value: credit }
}

/** The first value of a role that `read` accepts; lines at the top come first. */
function valueOf(
  lines: readonly Line[],
  role: Line['role'],
  read: (value: string) => string | null = (value) => value,
): string | null {
  for (const line of lines) {
    const value = line.role === role && line.value !== null ? read(line.value) : null
    if (value !== null) return value
  }
  return null
}

/** Index of the block that is the title: the first heading of a structured text, else the first line of its own. */
function findTitleBlock(
  { text, blocks, format }: GuessInput,
  lines: readonly Line[],
  furniture: readonly TextRange[],
): number | null {
  const taken = new Set(lines.filter(({ role }) => role !== null).map(({ index }) => index))
  const hidden = new Set(furniture.map(({ start }) => start))
  const free = (block: Block, index: number): boolean => !taken.has(index) && !hidden.has(block.start)
  if (format !== 'text') {
    const heading = blocks.findIndex(
      (block, index) => index < HEAD && block.kind === 'heading' && free(block, index),
    )
    if (heading >= 0) return heading
  }
  const first = blocks.findIndex(
    (block, index) =>
      free(block, index) &&
      /[\p{L}\p{N}]/u.test(text.slice(block.start, Math.min(block.end, block.start + 200))),
  )
  const block = blocks[first]
  if (!block) return null
  const next = blocks[first + 1]
  const aboveTitle =
    next?.kind === 'heading' && free(next, first + 1) && isSection(text.slice(block.start, block.end))
  return aboveTitle ? first + 1 : first
}

function titleOf(
  { text, blocks, format, path }: GuessInput,
  titleBlock: number | null,
  datelines: ReadonlyMap<number, Dateline>,
): string {
  const block = blocks[titleBlock ?? -1]
  if (!block || titleBlock === null) return path.title
  const start = block.start + (datelines.get(titleBlock)?.end ?? 0)
  return titleFrom(text.slice(start, Math.min(block.end, start + 1_000)), format === 'markdown') || path.title
}

/** Datelines by block; the first one that opens a paragraph of the lead. */
function findDatelines(
  text: string,
  blocks: readonly Block[],
  lines: readonly Line[],
  furniture: readonly TextRange[],
): ReadonlyMap<number, Dateline> {
  const skipped = new Set(lines.filter(({ role }) => role !== null).map(({ index }) => index))
  const hidden = new Set(furniture.map(({ start }) => start))
  let seen = 0
  for (let index = 0; index < blocks.length && seen < DATELINE_PARAGRAPHS; index++) {
    const block = blocks[index]
    if (!block || block.kind === 'heading' || skipped.has(index) || hidden.has(block.start)) continue
    seen++
    const found = readDateline(text.slice(block.start, Math.min(block.end, block.start + 200)))
    if (found) return new Map([[index, found]])
  }
  return new Map()
}

function outletOfSourceLine(value: string): string | null {
  const plain = tidy(value).replace(/[.,;]$/, '')
  const byAddress = !/\s/u.test(plain) && plain.slice(1, -1).includes('.') ? outletByAddress(plain) : null
  return byAddress ?? outletByName(plain) ?? (isAllCapitals(plain) ? capitalised(plain) : plain)
}

function isAllCapitals(name: string): boolean {
  return name.length > 5 && name.includes(' ') && !/\p{Ll}/u.test(name)
}

function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s(/-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function outletOfUrl({ url }: StatedMetadata): string | null {
  return url === null ? null : outletByAddress(url)
}

function dateOfDateline(dateline: Dateline | undefined, language: string | null): string | null {
  return dateline ? (findDates(dateline.text, language)[0]?.value ?? null) : null
}

/** A date with a label before it, or set off by commas or bars, in a short line that is not the title. */
function dateOfShortLines(
  lines: readonly Line[],
  titleBlock: number | null,
  language: string | null,
): string | null {
  for (const { index, text, role } of lines) {
    if (index === titleBlock || role === 'date' || role === 'source' || text.length > 120) continue
    const labelled = DATE_LABEL.test(text)
    if (!labelled && /[.!?]["”]?$/u.test(text)) continue
    const found = findDates(text, language)[0]
    if (!found) continue
    const before = text.slice(0, found.start)
    const after = text.slice(found.end)
    const setOff = /(?:^|[|•·–—,(/-])\s*$/u.test(before) && /^\s*(?:$|[|•·–—,)/-])/u.test(after)
    if (labelled || setOff) return found.value
  }
  return null
}
