import type { DatasetAnnotation, DatasetArticle, DatasetSpan } from '../model/dataset'
import type { TextRange } from '../model/range'
import { createOffsetMap } from '../text/offsets'

/** A span of an annotation with its place in the annotation, such as `quotation.content[1]`. */
interface PlacedSpan {
  readonly place: string
  readonly span: DatasetSpan
}

/** Every span of the annotation, its own first. */
export function spansOf(annotation: DatasetAnnotation): readonly PlacedSpan[] {
  const { quotation, claim } = annotation
  const spans: PlacedSpan[] = [{ place: 'range', span: annotation }]
  if (quotation) {
    if (quotation.speakerSpan) spans.push({ place: 'quotation.speakerSpan', span: quotation.speakerSpan })
    if (quotation.cue) spans.push({ place: 'quotation.cue', span: quotation.cue })
    quotation.content.forEach((span, index) => {
      spans.push({ place: `quotation.content[${String(index)}]`, span })
    })
  }
  claim?.quantities.forEach((span, index) => {
    spans.push({ place: `claim.quantities[${String(index)}]`, span })
  })
  claim?.dates.forEach((span, index) => {
    spans.push({ place: `claim.dates[${String(index)}]`, span })
  })
  return spans
}

/**
 * What is wrong with the content pieces of a quotation, null when nothing is: they must be in text order, must not
 * overlap, and the annotation must run from the first to the end of the last.
 */
export function contentFault(annotation: DatasetAnnotation): string | null {
  const content = annotation.quotation?.content
  if (!content) return null
  const first = content[0]
  const last = content.at(-1)
  if (!first || !last) return 'its quotation has no content'
  if (content.some((piece, index) => index > 0 && piece.start < (content[index - 1]?.end ?? 0))) {
    return 'the pieces of its content overlap or are out of order'
  }
  if (first.start !== annotation.start || last.end !== annotation.end) {
    return `it runs from ${String(annotation.start)} to ${String(annotation.end)}, but its content from ${String(first.start)} to ${String(last.end)}`
  }
  return null
}

/** Checks of offsets that came from outside. Each says what is wrong in plain words, or null. */
interface SpanCheck {
  range(range: TextRange): string | null
  span(span: DatasetSpan): string | null
}

/** The checks of one article's offsets. Without its text, only the length of a span's `exact` can be checked. */
export function createSpanCheck(article: DatasetArticle): SpanCheck {
  const { text } = article
  if (text === null) {
    return {
      range: () => null,
      span: ({ start, end, exact }) =>
        createOffsetMap(exact).codePointLength === end - start
          ? null
          : `${String(start)} to ${String(end)} is not as long as ${JSON.stringify(exact)}`,
    }
  }
  const offsets = createOffsetMap(text)
  const range = ({ start, end }: TextRange) =>
    start <= end && end <= offsets.codePointLength
      ? null
      : `${String(start)} to ${String(end)} is not in the text of ${String(offsets.codePointLength)} code points`
  return {
    range,
    span(span) {
      const fault = range(span)
      if (fault !== null) return fault
      const found = text.slice(offsets.toUtf16(span.start), offsets.toUtf16(span.end))
      return found === span.exact
        ? null
        : `${String(span.start)} to ${String(span.end)} should read ${JSON.stringify(span.exact)} but reads ${JSON.stringify(found)}`
    },
  }
}
