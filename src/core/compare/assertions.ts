import type { Cluster } from '../model/comparison'
import { alignStatements } from './alignment'
import type { PlacedStatement } from './statements'
import type { ComparedStory } from './types'

/** Log odds (nats) where claims state one quantity, or one day. */
const SAME_QUANTITY = 0.8
const SAME_DATE = 0.2

/** The assertions of a story: claims that state one thing, with quantities and dates by value. Yields the share done, 0..1. */
export function* alignAssertions(
  claims: readonly PlacedStatement[],
  story: Pick<ComparedStory, 'id' | 'decisions'>,
): Generator<number, Cluster[]> {
  return yield* alignStatements(claims, story, {
    kind: 'assertion',
    particulars,
    maySplit: () => false,
    mayAnswer: () => false,
  })
}

function particulars({ annotation: a }: PlacedStatement, { annotation: b }: PlacedStatement): number {
  const quantities = new Set(a.claim?.quantities.map(({ value }) => value))
  const dates = new Set(a.claim?.dates.map(({ value }) => value))
  return (
    (b.claim?.quantities.some(({ value }) => quantities.has(value)) === true ? SAME_QUANTITY : 0) +
    (b.claim?.dates.some(({ value }) => dates.has(value)) === true ? SAME_DATE : 0)
  )
}
