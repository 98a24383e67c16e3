import type { Annotation } from '#core/model/annotation'
import { overlaps, type TextRange } from '#core/model/range'
import { flattenRanges } from '#core/text/flatten'
import { sentenceAt } from '#core/text/segmentation'
import type { ReviewContext } from '#services/suggestions'

/** What a stretch of a passage is: the words suggested, who says them, the reporting words, or the text around. */
export type PassageRole = 'content' | 'speaker' | 'cue' | 'around'

/** A stretch of a passage with its role. */
export interface PassagePart {
  readonly text: string
  readonly role: PassageRole
}

interface Piece extends TextRange {
  readonly role: PassageRole
}

/** Content wins over the words that name speaker and cue where they overlap. */
const RANK: Readonly<Record<PassageRole, number>> = { content: 0, speaker: 1, cue: 2, around: 3 }

/**
 * The suggestion in its sentences: from the start of the sentence it begins in to the end of the one it ends in, cut
 * into parts by role. Line breaks are shown as spaces; a passage cut in mid-sentence carries an ellipsis.
 */
export function passageOf(annotation: Annotation, context: ReviewContext): readonly PassagePart[] {
  const text = context.before + annotation.exact + context.after
  const base = annotation.start - context.before.length
  const own = { start: context.before.length, end: context.before.length + annotation.exact.length }
  const pieces = piecesOf(annotation).map((piece) => ({
    ...piece,
    start: piece.start - base,
    end: piece.end - base,
  }))
  // Speaker and cue often stand in the sentence before or after; what lies beyond the context is not shown.
  const inside = pieces.filter((piece) => overlaps(piece, { start: 0, end: text.length }))
  const first = Math.max(0, Math.min(own.start, ...inside.map(({ start }) => start)))
  const last = Math.min(text.length, Math.max(own.end, ...inside.map(({ end }) => end)))
  const start = Math.min(first, sentenceAt(text, first)?.start ?? first)
  const end = Math.max(last, sentenceAt(text, last - 1)?.end ?? last)
  const parts = flattenRanges<Piece>([{ start, end, role: 'around' }, ...inside])
    .map((segment) => ({
      start: Math.max(start, segment.start),
      end: Math.min(end, segment.end),
      role: segment.items.reduce<PassageRole>(
        (role, item) => (RANK[item.role] < RANK[role] ? item.role : role),
        'around',
      ),
    }))
    .filter((part) => part.start < part.end)
    .map((part) => ({ role: part.role, text: text.slice(part.start, part.end).replace(/\s+/g, ' ') }))
  const isCutAtStart = start === 0 && base > 0
  return isCutAtStart ? [{ role: 'around', text: '… ' }, ...parts] : parts
}

function piecesOf({ start, end, quotation }: Annotation): readonly Piece[] {
  if (!quotation) return [{ start, end, role: 'content' }]
  const { content, speakerSpan, cue } = quotation
  return [
    ...content.map((piece): Piece => ({ start: piece.start, end: piece.end, role: 'content' })),
    ...(speakerSpan ? [{ start: speakerSpan.start, end: speakerSpan.end, role: 'speaker' } as const] : []),
    ...(cue ? [{ start: cue.start, end: cue.end, role: 'cue' } as const] : []),
  ]
}
