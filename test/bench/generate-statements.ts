import { retoldStatements } from '../fixtures/compare/retold-story'

/** A random number generator with a fixed seed (Lehmer), so that every run makes the same statements. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * `count` statements in `copies` wordings each: statement n and n + count/copies say the same. Made of news words, the
 * commoner the more often; a retelling drops, replaces and inflects words and moves its parts.
 */
export function generateStatements(count: number, copies: number): string[] {
  const random = createRandom(4_711)
  const words = vocabulary()
  // Squared, so that words at the front come often, as Zipf's law has it.
  const word = () => words[Math.floor(words.length * random() ** 2)] ?? ''
  const originals = Array.from({ length: count / copies }, () =>
    Array.from({ length: 5 + Math.floor(20 * random()) }, word),
  )
  const inflected = (text: string) =>
    text.length > 4
      ? text.replace(/(?:ing|ed|es|s|e)$/u, '') + (['s', 'ed', 'ing', 'er'][Math.floor(4 * random())] ?? '')
      : text
  const retold = (original: readonly string[]): string[] => {
    const kept = original.filter(() => random() > 0.2).map((text) => (random() < 0.15 ? word() : text))
    const cut = Math.floor(kept.length * random())
    return [...kept.slice(cut), ...kept.slice(0, cut)].map((text) =>
      random() < 0.3 ? inflected(text) : text,
    )
  }
  return [...originals, ...Array.from({ length: copies - 1 }, () => originals.map(retold)).flat()].map(
    (list) => `${list.join(' ')}.`,
  )
}

/** Words of the retold statements, the commonest first. */
function vocabulary(): string[] {
  const counts = new Map<string, number>()
  for (const half of ['shaping', 'held-back'] as const) {
    for (const retold of retoldStatements(half)) {
      for (const word of Object.values(retold)
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [])
        counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word)
}
