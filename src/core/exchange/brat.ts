import { quotationTypeOf, type Annotation } from '../model/annotation'
import type { Annotator } from '../model/corpus'
import { contentId } from '../model/ids'
import { compareRanges, spanOf, type Span, type TextRange } from '../model/range'
import { createOffsetMap } from '../text/offsets'

/** An attribution relation of a brat file. Ranges are UTF-16, of the article's text. */
export interface BratQuotation {
  /** In text order, not overlapping, never empty. */
  readonly content: readonly TextRange[]
  /** From the first piece to the last, where the file has several. */
  readonly speakerSpan: TextRange | null
  readonly cue: TextRange | null
}

/** Something in a brat file that was left out or mended. */
export interface BratProblem {
  /** From 1. */
  readonly line: number
  /** One sentence or two for a person, without the line. */
  readonly message: string
}

/** What a brat file says. */
export interface BratReading {
  readonly quotations: readonly BratQuotation[]
  readonly problems: readonly BratProblem[]
}

/** A text in the two forms that matter for offsets. */
export interface BratText {
  /** The article's text: no byte order mark, lines end with LF. */
  readonly text: string
  /** The file as decoded, whose code points the offsets of the `.ann` file count. */
  readonly original: string
}

const TEXT_BOUND = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/u
const RECORD = /^(?:[TEARMN]\d+|#\d*|\*)\t/u
const ROLE = /^(Source|Cue|Content)\d*:(\S+)$/u

/** A text-bound annotation (a T line) on its way. */
interface Bound {
  readonly line: number
  /** The pieces in each of the ways to count, as UTF-16 ranges of the article's text; empty when outside it. */
  readonly ways: readonly (readonly TextRange[])[]
  /** What the file says the text is, … */
  readonly stated: string
  /** … and on the lines after it that are no annotations. */
  continued: string
}

/**
 * Reads the attribution relations of a brat standoff file (https://brat.nlplab.org/standoff.html): T lines with spans in
 * Unicode code points, `;` between the pieces of a discontinuous one, and E lines that tie `Source`, `Cue` and `Content`
 * together. Each span is checked against its text. Nothing makes it throw: what is broken or does not fit is left out
 * and reported, the rest is kept. Other kinds of lines (attributes, notes, relations) are passed over.
 */
export function readBrat(standoff: string, { text, original }: BratText): BratReading {
  const problems: BratProblem[] = []
  const bounds = new Map<string, Bound>()
  const events: { readonly line: number; readonly roles: string }[] = []
  const ways = waysToCount(text, original)
  let last: Bound | null = null
  standoff
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .forEach((content, index) => {
      const line = index + 1
      const bound = TEXT_BOUND.exec(content)
      if (bound) {
        const [, id = '', , offsets = '', stated = ''] = bound
        last = { line, ways: ways.map((toUtf16) => rangesOf(offsets, toUtf16)), stated, continued: '' }
        bounds.set(id, last)
      } else if (/^E\d+\t/u.test(content)) {
        last = null
        events.push({ line, roles: content.slice(content.indexOf('\t') + 1) })
      } else if (/^T\d*\b/u.test(content) && RECORD.test(content)) {
        last = null
        problems.push({ line, message: 'This span is broken: its offsets cannot be read. It was left out.' })
      } else if (content.trim() !== '' && !RECORD.test(content)) {
        // Some tools break a span's text where the article has a line break.
        if (last) last.continued += content
        problems.push({
          line,
          message: `This line is no annotation: “${shorten(content)}”. It was passed over.`,
        })
      }
    })
  const spans = checkSpans(text, bounds, problems)
  const quotations = events.flatMap(({ line, roles }) => relationOf(roles, spans, line, problems))
  return { quotations, problems: problems.sort((a, b) => a.line - b.line) }
}

type Count = (codePoint: number) => number | null

/**
 * By the file as it is, and by the article's text: some tools drop the byte order mark and the CR of each line before
 * they count. Which way a span was counted shows in its text.
 */
function waysToCount(text: string, original: string): readonly Count[] {
  const own = countIn(text)
  if (original === text) return [own]
  const inOriginal = countIn(original)
  const dropped: number[] = []
  for (let at = 0; at < original.length; at += 1) {
    const unit = original.charCodeAt(at)
    if ((unit === 0xfeff && at === 0) || (unit === 0x0d && original.charCodeAt(at + 1) === 0x0a))
      dropped.push(at)
  }
  return [(codePoint) => shift(inOriginal(codePoint), dropped), own]
}

function countIn(text: string): Count {
  const offsets = createOffsetMap(text)
  const length = offsets.toCodePoint(text.length)
  return (codePoint) => (codePoint <= length ? offsets.toUtf16(codePoint) : null)
}

/** The offset without the units that were dropped before it; `dropped` is ascending. */
function shift(offset: number | null, dropped: readonly number[]): number | null {
  if (offset === null) return null
  let low = 0
  let high = dropped.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dropped[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return offset - low
}

function rangesOf(offsets: string, toUtf16: Count): readonly TextRange[] {
  const ranges: TextRange[] = []
  for (const piece of offsets.split(';')) {
    const [from = 0, to = 0] = piece.split(' ').map(Number)
    const start = toUtf16(from)
    const end = toUtf16(to)
    if (start === null || end === null || start >= end) return []
    ranges.push({ start, end })
  }
  // In the order of the file, which is that of the stated text.
  return ranges
}

/** The spans whose text is what the file says it is. */
function checkSpans(
  text: string,
  bounds: ReadonlyMap<string, Bound>,
  problems: BratProblem[],
): ReadonlyMap<string, readonly TextRange[]> {
  const spans = new Map<string, readonly TextRange[]>()
  for (const [id, { line, ways, stated, continued }] of bounds) {
    const wanted = [withoutSpace(stated), withoutSpace(stated + continued)]
    const fitting = ways.find(
      (ranges) => ranges.length > 0 && wanted.includes(withoutSpace(textOf(text, ranges))),
    )
    if (fitting) {
      spans.set(id, fitting)
      continue
    }
    const there = ways.find((ranges) => ranges.length > 0)
    const message = there
      ? `This span should read “${shorten(stated)}”, but the text there reads “${shorten(textOf(text, there))}”.`
      : 'This span lies outside the text, or is empty.'
    problems.push({ line, message: `${message} It was left out.` })
  }
  return spans
}

function textOf(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(' ')
}

/** Line breaks and the joints between pieces are spaces in a brat file, one or several. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line
}

function relationOf(
  roles: string,
  spans: ReadonlyMap<string, readonly TextRange[]>,
  line: number,
  problems: BratProblem[],
): BratQuotation[] {
  const parts = { Source: [] as TextRange[], Cue: [] as TextRange[], Content: [] as TextRange[] }
  let lost = false
  for (const role of roles.trim().split(/\s+/u)) {
    const [, kind, id = ''] = ROLE.exec(role) ?? []
    if (kind !== 'Source' && kind !== 'Cue' && kind !== 'Content') continue
    const ranges = spans.get(id)
    if (ranges) parts[kind].push(...ranges)
    else if (kind === 'Content') lost = true
  }
  const content = joined(parts.Content)
  if (content.length === 0) {
    if (lost) problems.push({ line, message: 'The content of this quotation is missing. It was left out.' })
    return []
  }
  return [{ content, speakerSpan: hull(parts.Source), cue: hull(parts.Cue) }]
}

/** The ranges in order, overlapping ones made one. */
function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const pieces: TextRange[] = []
  for (const range of [...ranges].sort(compareRanges)) {
    const last = pieces.at(-1)
    if (last && range.start < last.end) {
      pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else {
      pieces.push(range)
    }
  }
  return pieces
}

function hull(ranges: readonly TextRange[]): TextRange | null {
  const pieces = joined(ranges)
  const first = pieces[0]
  const last = pieces.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** The annotator of a brat file; the id comes from the name, so that a second import makes the same annotations. */
export function bratAnnotator(name: string | null): Annotator {
  return { id: contentId('per', 'brat', name ?? ''), name: name === null ? 'brat' : `brat: ${name}` }
}

/**
 * The quotations as accepted annotations of their annotator. Ids derive from what they are, and no time is set, since a
 * brat file states none: importing it again makes the same ones.
 */
export function toBratAnnotations(
  articleId: string,
  text: string,
  annotator: Annotator,
  quotations: readonly BratQuotation[],
): Annotation[] {
  const byId = new Map<string, Annotation>()
  for (const { content, speakerSpan, cue } of quotations) {
    const pieces = content.map((range) => spanOf(text, range))
    const key = [...content, ...(cue ? [cue] : [])].map(({ start, end }) => `${String(start)}-${String(end)}`)
    const id = contentId('imp', articleId, annotator.id, ...key)
    byId.set(id, {
      id,
      article: articleId,
      layer: 'quotation',
      ...spanOf(text, { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }),
      status: 'accepted',
      tags: [],
      note: '',
      creator: annotator.id,
      created: null,
      modified: null,
      quotation: {
        type: quotationTypeOf(pieces),
        speaker: null,
        speakerSpan: optionalSpan(text, speakerSpan),
        cue: optionalSpan(text, cue),
        content: pieces,
      },
    })
  }
  return [...byId.values()]
}

function optionalSpan(text: string, range: TextRange | null): Span | null {
  return range && spanOf(text, range)
}
