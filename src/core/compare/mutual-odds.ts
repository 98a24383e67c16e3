/** A pair of a first and a second list, by number, with the log odds (nats) that they say the same. */
export interface RivalPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/**
 * Log odds (nats) that each pair says the same when its rivals are counted too: each of the first list says the same as one of
 * the second at most, and the other way round. What is left of the pair's own odds is its share of all that either of the two could
 * belong to, nothing included; of both shares the geometric mean (a softmax in both directions, as retrieval by embeddings uses
 * against texts that are near to everything). A pair without rivals keeps its odds.
 */
export function mutualOdds(pairs: readonly RivalPair[]): number[] {
  const ofA = totals(pairs, ({ a }) => a)
  const ofB = totals(pairs, ({ b }) => b)
  return pairs.map(({ a, b, score }) => {
    // Of log shares the mean; they are below 0 by at least the odds that the pair belongs to nothing.
    const share = score - ((ofA.get(a) ?? 0) + (ofB.get(b) ?? 0)) / 2
    return share - Math.log(-Math.expm1(Math.min(-1e-12, share)))
  })
}

/** For each statement the logarithm of 1 (it belongs to nothing) and the odds of all its pairs together. */
function totals(pairs: readonly RivalPair[], of: (pair: RivalPair) => number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const pair of pairs) {
    const before = sums.get(of(pair)) ?? 0
    const [low, high] = before < pair.score ? [before, pair.score] : [pair.score, before]
    sums.set(of(pair), high + Math.log1p(Math.exp(low - high)))
  }
  return sums
}
