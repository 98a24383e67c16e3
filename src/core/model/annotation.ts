import type { Span, TextRange } from './range'

/** Layers the program knows by name; a codebook may add more. */
export const BUILT_IN_LAYERS = ['highlight', 'quotation', 'claim'] as const

/** `suggested` by the program, `accepted` (made or accepted by a person), `rejected` by a person. */
export type AnnotationStatus = 'suggested' | 'accepted' | 'rejected'

/** Direct content begins and ends with quotation marks, mixed contains them, indirect has none (PARC 3.0). */
export type QuotationType = 'direct' | 'mixed' | 'indirect'

/** An attribution relation (PARC 3.0 / PolNeAR): who, the reporting words, and what was said. */
export interface Quotation {
  readonly type: QuotationType
  /** Id of a `Speaker` record, null while unresolved. */
  readonly speaker: string | null
  readonly speakerSpan: Span | null
  readonly cue: Span | null
  /** One piece, or several where the cue splits the content. In text order, not overlapping, never empty. */
  readonly content: readonly Span[]
}

/** How a stated number relates to the true one. */
export type Qualifier = 'exactly' | 'about' | 'more-than' | 'less-than' | 'up-to' | 'at-least'

/** A number with its unit as the text states it. `value` is in units of `unit`: "100k troops" is 100000, "troops". */
export interface Quantity extends Span {
  readonly value: number
  readonly unit: string | null
  readonly qualifier: Qualifier
}

/** A date or time as the text states it. `value` is ISO 8601, at the precision stated (`2022-02`, `2022-02-15`). */
export interface StatedDate extends Span {
  readonly value: string
}

/** A checkable statement's particulars. */
export interface Claim {
  /** Id of the `Speaker` who makes it, null when the outlet states it itself. */
  readonly claimant: string | null
  readonly quantities: readonly Quantity[]
  readonly dates: readonly StatedDate[]
}

/** Why the program suggests it: the rule or model, and how sure it is (0..1). */
export interface Reason {
  readonly rule: string
  readonly score: number
}

/** A range of an article's text with a layer. For a quotation, the range runs from its first to its last content piece. */
export interface Annotation extends Span {
  readonly id: string
  readonly article: string
  readonly layer: string
  readonly status: AnnotationStatus
  /** Ids of codebook tags, in the order they were put on. */
  readonly tags: readonly string[]
  readonly note: string
  /** Id of the annotator, or `crossread` for a suggestion. */
  readonly creator: string
  /** ISO times; null on a suggestion nobody touched (ground rule 5), and where an imported format states none. */
  readonly created: string | null
  readonly modified: string | null
  readonly quotation?: Quotation
  readonly claim?: Claim
  readonly reason?: Reason
}

/** Every range of the article that the annotation names: its own, or content pieces, speaker span and cue. */
export function annotationRanges(annotation: Annotation): readonly TextRange[] {
  const { quotation } = annotation
  if (!quotation) return [annotation]
  return [
    ...quotation.content,
    ...(quotation.speakerSpan ? [quotation.speakerSpan] : []),
    ...(quotation.cue ? [quotation.cue] : []),
  ]
}

/** Quotation marks that open or close direct speech in the languages of CLDR; apostrophes are left out on purpose. */
const QUOTATION_MARKS = /["“”„‟«»「」『』]/u
const OPENS = /^["“„‟«»「『‘‚‹]/u
const CLOSES = /["”“«»」』’‘›][.,;:!?…]?$/u

/** The type that the quotation marks in the content pieces say (PolNeAR's definition). */
export function quotationTypeOf(content: readonly Span[]): QuotationType {
  const first = content[0]?.exact.trim() ?? ''
  const last = content.at(-1)?.exact.trim() ?? ''
  if (OPENS.test(first) && CLOSES.test(last)) return 'direct'
  return content.some((piece) => QUOTATION_MARKS.test(piece.exact)) ? 'mixed' : 'indirect'
}
