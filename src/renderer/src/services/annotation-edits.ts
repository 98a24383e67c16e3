import {
  quotationTypeOf,
  type Annotation,
  type Claim,
  type Quotation,
  type Quantity,
  type StatedDate,
} from '#core/model/annotation'
import { compareRanges, isWithin, overlaps, spanOf, type Span, type TextRange } from '#core/model/range'
import { fail, ok, type Result } from '#core/model/result'
import { findDates } from '#core/suggest/dates'
import { findQuantities } from '#core/suggest/quantities'

/*
 * What the edits of annotations mean, apart from how they are stored. Offsets are UTF-16 code units of the
 * article's text.
 */

/** The text an annotation is made on, and the date of its article for "yesterday" (ISO, null when unknown). */
export interface AnnotatedText {
  readonly text: string
  readonly publishedAt: string | null
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function cutsCharacter(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

/** The span of a range. A range that would cut a character outside the BMP in two is widened to hold it whole. */
export function spanIn(text: string, range: TextRange): Result<Span> {
  if (!isWithin(range, text.length)) {
    return fail('invalid-input', 'The selection is empty or lies outside the text.')
  }
  const start = cutsCharacter(text, range.start) ? range.start - 1 : range.start
  const end = cutsCharacter(text, range.end) ? range.end + 1 : range.end
  return ok(spanOf(text, { start, end }))
}

/** Spans of content pieces: in text order, none overlapping another. */
export function contentIn(text: string, ranges: readonly TextRange[]): Result<readonly Span[]> {
  const pieces: Span[] = []
  for (const range of [...ranges].sort(compareRanges)) {
    const span = spanIn(text, range)
    if (!span.ok) return span
    const last = pieces.at(-1)
    if (last && overlaps(last, span.value)) {
      pieces[pieces.length - 1] = spanOf(text, {
        start: last.start,
        end: Math.max(last.end, span.value.end),
      })
    } else {
      pieces.push(span.value)
    }
  }
  return pieces.length > 0 ? ok(pieces) : fail('invalid-input', 'Nothing is selected.')
}

/** From the first piece to the last. */
export function hull(text: string, pieces: readonly Span[]): Span {
  return spanOf(text, { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 })
}

function shifted<S extends Span>(spans: readonly S[], by: number): S[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }))
}

/** The particulars of a claim as the finders see them. */
export function claimIn({ text, publishedAt }: AnnotatedText, range: TextRange): Claim {
  const stated = text.slice(range.start, range.end)
  return {
    claimant: null,
    quantities: shifted<Quantity>(findQuantities(stated), range.start),
    dates: shifted<StatedDate>(findDates(stated, publishedAt), range.start),
  }
}

function inside(outer: TextRange, inner: TextRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Keeps what a person may have corrected and is still inside; adds what is found in the text that was not. */
function moveParticulars<S extends Span>(
  kept: readonly S[],
  found: readonly S[],
  from: TextRange,
  to: TextRange,
): S[] {
  const staying = kept.filter((span) => inside(to, span))
  const added = found.filter((span) => !inside(from, span) && !staying.some((other) => overlaps(other, span)))
  return [...staying, ...added].sort(compareRanges)
}

/** The annotation over a new range. A quotation's content is replaced as a whole; see `withContent`. */
export function withRange(annotation: Annotation, text: AnnotatedText, span: Span): Annotation {
  const moved = { ...annotation, ...span }
  if (!annotation.claim) return moved
  const found = claimIn(text, span)
  return {
    ...moved,
    claim: {
      claimant: annotation.claim.claimant,
      quantities: moveParticulars(annotation.claim.quantities, found.quantities, annotation, span),
      dates: moveParticulars(annotation.claim.dates, found.dates, annotation, span),
    },
  }
}

/** The quotation with other content. Its type follows the quotation marks unless a person has set another one. */
export function withContent(
  annotation: Annotation,
  quotation: Quotation,
  text: string,
  content: readonly Span[],
): Annotation {
  const inferred = quotation.type === quotationTypeOf(quotation.content)
  return {
    ...annotation,
    ...hull(text, content),
    quotation: { ...quotation, content, type: inferred ? quotationTypeOf(content) : quotation.type },
  }
}

/** A person's edit of a suggestion makes it theirs to keep: it is accepted, its reason stays for the record. */
export function edited(annotation: Annotation, at: string): Annotation {
  return {
    ...annotation,
    status: annotation.status === 'suggested' ? 'accepted' : annotation.status,
    created: annotation.created ?? at,
    modified: at,
  }
}

/** A person's no: kept, so that the same is not suggested again. */
export function rejected(annotation: Annotation, at: string): Annotation {
  return { ...annotation, status: 'rejected', created: annotation.created ?? at, modified: at }
}
