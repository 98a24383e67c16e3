import type { QuotationType } from '../model/annotation'
import type { TextRange } from '../model/range'

/**
 * How the speaker of a quotation was found: `named` in the speaker span itself, a `pronoun` or `nominal`
 * ("the minister") resolved to a name earlier in the article, `inherited` from the quotation before, or
 * `unresolved` where the article does not say for certain.
 */
export type SpeakerResolution = 'named' | 'pronoun' | 'nominal' | 'inherited' | 'unresolved'

/** A proposed attribution relation. All ranges are UTF-16, half open, in the article's text. */
export interface QuotationSuggestion {
  /** Content pieces in text order, not overlapping, never empty. */
  readonly content: readonly TextRange[]
  readonly cue: TextRange | null
  /** The words that name the speaker, which may be a pronoun; null when the article gives none here. */
  readonly speakerSpan: TextRange | null
  readonly type: QuotationType
  /** 0..1: how likely a person accepts it. */
  readonly score: number
  /** Stable id of the rule or model that proposes it, shown as the reason. */
  readonly rule: string
  /** The speaker's name as the article prints it elsewhere or here, null when unresolved. */
  readonly speakerName: string | null
  readonly resolution: SpeakerResolution
}
