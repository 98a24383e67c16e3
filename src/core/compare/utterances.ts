import type { Cluster } from '../model/comparison'
import { alignStatements } from './alignment'
import type { PlacedStatement } from './statements'
import type { ComparedStory } from './types'

/** Log odds (nats) for one speaker, and against two: a little only, as one outlet may put words into another's mouth. */
const SAME_SPEAKER = 0.9
const OTHER_SPEAKER = -0.4
/** Against reported words that the article puts in nobody's mouth ("asked about the prospect") and an utterance proper. */
const NO_SPEAKER = -0.8

/** The utterances of a story: quotations that render one act of speech. Yields the share done, 0..1. */
export function* alignUtterances(
  quotations: readonly PlacedStatement[],
  story: Pick<ComparedStory, 'id' | 'decisions'>,
): Generator<number, Cluster[]> {
  return yield* alignStatements(quotations, story, {
    kind: 'utterance',
    particulars(a, b) {
      const speakers =
        a.speaker === null || b.speaker === null ? 0 : a.speaker === b.speaker ? SAME_SPEAKER : OTHER_SPEAKER
      return isUnspoken(a) === isUnspoken(b) ? speakers : speakers + NO_SPEAKER
    },
    maySplit: (a, b) => a.speaker !== null && a.speaker === b.speaker && !isUnspoken(a) && !isUnspoken(b),
    mayAnswer: ({ annotation }) => annotation.quotation?.type === 'direct',
  })
}

function isUnspoken({ annotation: { quotation } }: PlacedStatement): boolean {
  return (
    quotation?.type === 'indirect' &&
    quotation.speaker === null &&
    quotation.speakerSpan === null &&
    quotation.cue !== null
  )
}
