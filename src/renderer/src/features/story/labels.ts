import type { ComparedSource } from '#services/comparison'

/** What a source is called where several stand together. */
export interface SourceLabel {
  /** Its place by date, from 1: what stands for it where a name has no room. */
  readonly number: number
  /** The outlet; with a number behind it where the outlet has several articles in the story. */
  readonly name: string
}

/** Labels of a story's sources by article id, each name once. */
export function labelSources(sources: readonly ComparedSource[]): ReadonlyMap<string, SourceLabel> {
  const total = new Map<string, number>()
  for (const { sourceName } of sources) total.set(sourceName, (total.get(sourceName) ?? 0) + 1)
  const met = new Map<string, number>()
  return new Map(
    sources.map(({ article, sourceName }, index) => {
      const count = (met.get(sourceName) ?? 0) + 1
      met.set(sourceName, count)
      const name = (total.get(sourceName) ?? 0) > 1 ? `${sourceName} (${count})` : sourceName
      return [article.id, { number: index + 1, name }]
    }),
  )
}

/** A name cut to what has room in a picture. */
export function shorten(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}
