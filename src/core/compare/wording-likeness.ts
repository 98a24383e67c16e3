import type { ComparedWord } from './difference-words'
import { relativesOf } from './relatedness'

/**
 * How much of the shorter wording the longer one has, 0..1: content words the same, forms of one word, or near in meaning. A
 * wording of grammar alone is compared by that.
 */
export function wordingLikeness(a: readonly ComparedWord[], b: readonly ComparedWord[]): number {
  const [short, long] = contentOf(a).length <= contentOf(b).length ? [a, b] : [b, a]
  const own = contentOf(short)
  const words = own.length > 0 ? own : short
  if (words.length === 0) return 0
  const stems = new Set(long.map(({ stem }) => stem))
  const sum = words.reduce((total, { stem }) => {
    if (stems.has(stem)) return total + 1
    const relatives = relativesOf(stem)
    let best = 0
    for (const other of stems) best = Math.max(best, relatives.get(other) ?? 0)
    return total + best
  }, 0)
  return sum / words.length
}

/** The words that are not of grammar. */
export function contentOf(words: readonly ComparedWord[]): readonly ComparedWord[] {
  return words.filter(({ isFunction }) => !isFunction)
}
