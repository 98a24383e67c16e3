import type { SentenceRun } from './sentence-similarity'

/** A run of sentences of one article that may be the same as a run of the other. */
export interface Match {
  readonly a: SentenceRun
  readonly b: SentenceRun
  /** 0..1. */
  readonly similarity: number
  /** What a chain gains by it. Positive for what is worth having. */
  readonly gain: number
}

/**
 * The heaviest chain of matches in which both sides only go forward (weighted increasing subsequence, by a Fenwick
 * tree of prefix maxima: O(n log n) in the number of matches). In the order of the articles.
 */
export function bestChain(matches: readonly Match[]): Match[] {
  const byStart = matches
    .filter((match) => match.gain > 0)
    .sort((one, other) => one.a.first - other.a.first || one.b.first - other.b.first || other.gain - one.gain)
  const byEnd = byStart.map((_, index) => index)
  byEnd.sort((one, other) => endOf(byStart, one) - endOf(byStart, other))
  const size = byStart.reduce((most, match) => Math.max(most, match.b.last), 0) + 2
  const tree = new Int32Array(size + 1).fill(-1)
  const total = new Float64Array(byStart.length)
  const before = new Int32Array(byStart.length).fill(-1)

  const bestBelow = (limit: number): number => {
    let best = -1
    for (let at = limit; at > 0; at -= at & -at) best = better(total, best, tree[at] ?? -1)
    return best
  }
  let ended = 0
  let top = -1
  byStart.forEach((match, index) => {
    for (; ended < byEnd.length; ended++) {
      const done = byEnd[ended] ?? 0
      if (endOf(byStart, done) >= match.a.first) break
      for (let at = (byStart[done]?.b.last ?? 0) + 1; at <= size; at += at & -at) {
        tree[at] = better(total, tree[at] ?? -1, done)
      }
    }
    const previous = bestBelow(match.b.first)
    before[index] = previous
    total[index] = match.gain + (previous < 0 ? 0 : (total[previous] ?? 0))
    top = better(total, top, index)
  })

  const chain: Match[] = []
  for (let at = top; at >= 0; at = before[at] ?? -1) {
    const match = byStart[at]
    if (match) chain.push(match)
  }
  return chain.reverse()
}

function endOf(matches: readonly Match[], index: number): number {
  return matches[index]?.a.last ?? 0
}

/** The one with the higher total; the first of two equals. -1 is none. */
function better(total: Float64Array, one: number, other: number): number {
  if (one < 0) return other
  if (other < 0) return one
  return (total[other] ?? 0) > (total[one] ?? 0) ? other : one
}
