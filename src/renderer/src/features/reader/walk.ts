import type { Annotation } from '#core/model/annotation'
import { compareRanges, type TextRange } from '#core/model/range'
import { piecesOf } from '#dom/pieces'

/** Annotations in text order, outer before inner: the order in which `.` and `,` walk them. */
export function inTextOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.toSorted((a, b) => compareRanges(a, b) || compareIds(a, b))
}

/** Ids make the order of annotations on the same range the same each time. */
function compareIds(a: Annotation, b: Annotation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The annotations whose painted pieces hold the offset, innermost (shortest piece there) first. */
export function annotationsAt(annotations: readonly Annotation[], offset: number): readonly Annotation[] {
  return annotations
    .flatMap((annotation) => {
      const lengths = piecesOf(annotation)
        .filter(({ start, end }) => start <= offset && offset < end)
        .map(({ start, end }) => end - start)
      return lengths.length > 0 ? [{ annotation, length: Math.min(...lengths) }] : []
    })
    .sort((a, b) => a.length - b.length || compareIds(a.annotation, b.annotation))
    .map(({ annotation }) => annotation)
}

/** The annotation to go to from the caret: the innermost there, or the next one outward when one there is active. */
export function outwardAt(
  annotations: readonly Annotation[],
  offset: number,
  active: string | null,
): Annotation | null {
  const there = annotationsAt(annotations, offset)
  const index = there.findIndex(({ id }) => id === active)
  return there[(index + 1) % Math.max(1, there.length)] ?? null
}

/**
 * The annotation before or after the active one in text order; with none active, the first that starts at or after the
 * caret, or the last that starts before it. Null at either end.
 */
export function neighbour(
  annotations: readonly Annotation[],
  active: string | null,
  caret: number,
  step: 1 | -1,
): Annotation | null {
  const ordered = inTextOrder(annotations)
  const index = ordered.findIndex(({ id }) => id === active)
  if (index >= 0) return ordered[index + step] ?? null
  if (step === 1) return ordered.find(({ start }) => start >= caret) ?? null
  return ordered.findLast(({ start }) => start < caret) ?? null
}

/**
 * The suggestion before or after the active annotation in text order, whatever that is; with none active, as seen from
 * the caret. Null at either end.
 */
export function neighbourSuggestion(
  annotations: readonly Annotation[],
  active: string | null,
  caret: number,
  step: 1 | -1,
): Annotation | null {
  const among = annotations.filter(({ id, status }) => status === 'suggested' || id === active)
  const isActiveAmong = among.some(({ id }) => id === active)
  return neighbour(among, isActiveAmong ? active : null, caret, step)
}

/** The suggestion to decide on when `decided` is: the next one in the text, at its end the first of those left. */
export function suggestionAfter(annotations: readonly Annotation[], decided: Annotation): Annotation | null {
  const next = neighbourSuggestion(annotations, decided.id, decided.start, 1)
  const isLeft = ({ id, status }: Annotation): boolean => status === 'suggested' && id !== decided.id
  return next ?? inTextOrder(annotations).find(isLeft) ?? null
}

/**
 * The content piece that a move of a boundary changes: for a start the first, for an end the last, but the one at the
 * caret where it is in one. Null for annotations that are no quotations.
 */
export function pieceToMove(
  annotation: Annotation,
  edge: 'start' | 'end',
  caret: number | null,
): number | null {
  const content = annotation.quotation?.content
  if (!content || content.length === 0) return null
  const atCaret = caret === null ? -1 : content.findIndex(({ start, end }) => start <= caret && caret <= end)
  if (atCaret >= 0) return atCaret
  return edge === 'start' ? 0 : content.length - 1
}

/** The range whose boundary moves: the annotation's own, or that of the content piece. */
export function rangeToMove(annotation: Annotation, piece: number | null): TextRange {
  const span = piece === null ? undefined : annotation.quotation?.content[piece]
  return span ? { start: span.start, end: span.end } : { start: annotation.start, end: annotation.end }
}
