import type { Phrase, Subject } from './phrases'

/** A quotation in the making: phrases of tokens, before speakers are resolved. */
export interface Draft {
  /** Content pieces, in order. */
  content: Phrase[]
  cue: Phrase | null
  subject: Phrase | null
  subjectKind: Subject['kind'] | 'possessive' | 'inherited' | 'none'
  rule: string
  score: number
  readonly sentence: number
  readonly block: number
  /** True when a quotation in marks is the content's core, so that a floating one may follow on. */
  quoted: boolean
}
