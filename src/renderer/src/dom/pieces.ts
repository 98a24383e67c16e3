import type { Annotation } from '#core/model/annotation'
import { compareRanges, type TextRange } from '#core/model/range'

/** What a painted range is: part of an annotation, a hit of find, or the selection kept while the focus is elsewhere. */
export type PieceKind = 'content' | 'speaker' | 'cue' | 'hit' | 'current-hit' | 'selection'

/** One range to paint. */
export interface Piece extends TextRange {
  readonly kind: PieceKind
  /** Null for hits and the selection. */
  readonly annotation: Annotation | null
  /** True for the piece with which the annotation's content starts: there its tags are shown. */
  readonly first: boolean
}

/** The ranges by which an annotation shows: content pieces, speaker span and cue of a quotation, else its own range. */
export function piecesOf(annotation: Annotation): readonly Piece[] {
  const { quotation } = annotation
  const content = quotation && quotation.content.length > 0 ? quotation.content : [annotation]
  const pieces = content.map((range, index) => piece('content', range, annotation, index === 0))
  if (quotation?.speakerSpan) pieces.push(piece('speaker', quotation.speakerSpan, annotation, true))
  if (quotation?.cue) pieces.push(piece('cue', quotation.cue, annotation, true))
  return pieces
}

/** A piece that belongs to no annotation. */
export function plainPiece(kind: 'hit' | 'current-hit' | 'selection', range: TextRange): Piece {
  return piece(kind, range, null, false)
}

function piece(kind: PieceKind, range: TextRange, annotation: Annotation | null, first: boolean): Piece {
  return { kind, start: range.start, end: range.end, annotation, first }
}

/**
 * Gives each piece that is drawn with a line the lowest lane free where it runs, so that lines of overlapping
 * annotations lie under each other. Pieces in order of their start; longer first.
 */
export function assignLanes(pieces: readonly Piece[]): ReadonlyMap<Piece, number> {
  const lanes = new Map<Piece, number>()
  const endOfLane: number[] = []
  for (const each of pieces.filter(hasLine).sort(compareRanges)) {
    let lane = endOfLane.findIndex((end) => end <= each.start)
    if (lane < 0) lane = endOfLane.length
    endOfLane[lane] = each.end
    lanes.set(each, lane)
  }
  return lanes
}

/** Accepted highlights are tints; everything else of an annotation is drawn with a line. */
function hasLine({ annotation, kind }: Piece): boolean {
  if (!annotation) return false
  return kind !== 'content' || annotation.layer !== 'highlight' || annotation.status === 'suggested'
}
