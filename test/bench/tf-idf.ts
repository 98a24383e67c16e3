/** Plain TF-IDF, as reference for what matching of retold statements has to beat. */

type Vector = ReadonlyMap<string, number>

/** Lower-case words of two letters or more. */
export function wordTokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
}

/** Character n-grams of two to five, within words and with a space at both ends. */
export function characterTokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .flatMap((word) => {
      const padded = ` ${word} `
      return [2, 3, 4, 5].flatMap((length) =>
        Array.from({ length: Math.max(0, padded.length - length + 1) }, (_, at) =>
          padded.slice(at, at + length),
        ),
      )
    })
}

/** Cosine similarity of every text of `a` with every text of `b`, weighed over both. */
export function similarities(
  a: readonly string[],
  b: readonly string[],
  tokens: (text: string) => string[],
): number[][] {
  const documents = [...a, ...b].map(tokens)
  const frequency = new Map<string, number>()
  for (const document of documents)
    for (const token of new Set(document)) frequency.set(token, (frequency.get(token) ?? 0) + 1)
  const vectors = documents.map((document): Vector => {
    const counts = new Map<string, number>()
    for (const token of document) counts.set(token, (counts.get(token) ?? 0) + 1)
    const weights = [...counts].map(
      ([token, count]) =>
        [token, count * (1 + Math.log((1 + documents.length) / (1 + (frequency.get(token) ?? 0))))] as const,
    )
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
    return new Map(weights.map(([token, weight]) => [token, weight / length]))
  })
  const others = vectors.slice(a.length)
  return vectors.slice(0, a.length).map((vector) =>
    others.map((other) => {
      let sum = 0
      for (const [token, weight] of vector) sum += weight * (other.get(token) ?? 0)
      return sum
    }),
  )
}
