import type { Quotation } from '../../model/annotation'
import type { TextRange } from '../../model/range'
import type { Phrase } from '../phrases'
import type { Reading } from '../reading'

/** What a span of an attribution relation is. */
export const SPAN_KINDS = ['source', 'cue', 'content'] as const
export type SpanKind = (typeof SPAN_KINDS)[number]

/** BIO tags: 0 is outside, 1 + 2k begins kind k, 2 + 2k goes on with it. */
export const TAG_COUNT = 1 + 2 * SPAN_KINDS.length
export const OUTSIDE = 0

/** The tag that begins a span of a kind. */
export function beginTag(kind: SpanKind): number {
  return 1 + 2 * SPAN_KINDS.indexOf(kind)
}

/** True when `tag` may follow `previous`: a span goes on only after its own beginning or middle. */
export function mayFollow(previous: number, tag: number): boolean {
  return tag === OUTSIDE || tag % 2 === 1 || previous === tag || previous === tag - 1
}

/** Token range that a text range covers, from a token index at or before it. Empty when it covers none. */
export function tokensIn(reading: Reading, range: TextRange): Phrase {
  let low = 0
  let high = reading.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reading.tokens[middle]?.end ?? 0) <= range.start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < reading.tokens.length && (reading.tokens[to]?.start ?? 0) < range.end) to += 1
  return { from: low, to }
}

/** Paints spans as BIO tags; what is painted already stays, so paint the outermost first. */
function paint(tags: Uint8Array, phrase: Phrase, kind: SpanKind, over: boolean): void {
  if (phrase.to <= phrase.from) return
  if (!over) for (let i = phrase.from; i < phrase.to; i += 1) if (tags[i] !== OUTSIDE) return
  const begin = beginTag(kind)
  for (let i = phrase.from; i < phrase.to; i += 1) tags[i] = i === phrase.from ? begin : begin + 1
  // what the new span cuts in two begins anew after it
  const after = tags[phrase.to]
  if (after !== undefined && after > 0 && after % 2 === 0 && after !== begin + 1) tags[phrase.to] = after - 1
}

/** A relation's spans as token ranges. */
export interface TokenRelation {
  readonly content: readonly Phrase[]
  readonly cue: Phrase | null
  readonly source: Phrase | null
}

/** Quotations as token ranges of a reading. */
export function tokenRelations(reading: Reading, quotations: readonly Quotation[]): TokenRelation[] {
  return quotations.map((quotation) => ({
    content: quotation.content.map((span) => tokensIn(reading, span)).filter(isFilled),
    cue: quotation.cue ? tokensIn(reading, quotation.cue) : null,
    source: quotation.speakerSpan ? tokensIn(reading, quotation.speakerSpan) : null,
  }))
}

function isFilled(phrase: Phrase): boolean {
  return phrase.to > phrase.from
}

/** One flat tag sequence for an article: relations within another one's content are left out, as BIO has one tag a token. */
export function tagsOf(length: number, relations: readonly TokenRelation[]): Uint8Array {
  const tags = new Uint8Array(length)
  const order = [...relations].sort((a, b) => extent(b) - extent(a))
  const kept: TokenRelation[] = []
  for (const relation of order) {
    const inside = relation.content.some((piece) =>
      kept.some((other) => other.content.some((outer) => piece.from < outer.to && outer.from < piece.to)),
    )
    if (inside) continue
    kept.push(relation)
    for (const piece of relation.content) paint(tags, piece, 'content', false)
  }
  for (const relation of kept) {
    // the source last: "has Ode said" is a cue around it
    if (relation.cue && !covers(kept, relation, relation.cue)) paint(tags, relation.cue, 'cue', true)
    if (relation.source && !covers(kept, relation, relation.source))
      paint(tags, relation.source, 'source', true)
  }
  return tags
}

function covers(relations: readonly TokenRelation[], own: TokenRelation, phrase: Phrase): boolean {
  return relations.some(
    (other) =>
      other !== own && other.content.some((piece) => piece.from <= phrase.from && phrase.to <= piece.to),
  )
}

function extent(relation: TokenRelation): number {
  return relation.content.reduce((sum, piece) => sum + piece.to - piece.from, 0)
}

/** A span read off a tag sequence. */
export interface TaggedSpan extends Phrase {
  readonly kind: SpanKind
}

/** The spans of a BIO sequence over tokens `from` to `to`, in order. */
export function spansOf(tags: Uint8Array, from = 0, to = tags.length): TaggedSpan[] {
  const spans: TaggedSpan[] = []
  let i = from
  while (i < to) {
    const tag = tags[i] ?? OUTSIDE
    if (tag === OUTSIDE) {
      i += 1
      continue
    }
    const kind = SPAN_KINDS[(tag - 1) >> 1]
    const inner = tag % 2 === 1 ? tag + 1 : tag
    let end = i + 1
    while (end < to && tags[end] === inner) end += 1
    if (kind) spans.push({ kind, from: i, to: end })
    i = end
  }
  return spans
}
