import type { ComparedSource } from '#services/comparison'

/** What a source is called where several stand together. */
export interface SourceLabel {
  /** Its place by date, from 1: what stands for it where a name has no room. */
  readonly number: number
  /** The outlet; with a number behind it where the outlet has several articles in the story. */
  readonly name: string
  /** The name in full, where `name` is cut. */
  readonly full: string
}

/** Most characters of a name in lists and heads: an article without an outlet goes by its title, which may be a sentence. */
const NAME_MOST = 40

/** A name cut at a word to what has room where several stand together. */
export function shortName(name: string): string {
  if (name.length <= NAME_MOST) return name
  const start = name.slice(0, NAME_MOST)
  const end = start.lastIndexOf(' ')
  return `${start.slice(0, end > NAME_MOST / 2 ? end : -1).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** Words without the quotation marks around them, for a sentence that puts its own. */
export function unquoted(words: string): string {
  const inner = /^[“”„«»"]([^“”„«»"]*)[“”«»"]$/u.exec(words)?.[1]
  return inner === undefined ? words : inner.trim()
}

/** Labels of a story's sources by article id, each name once. */
export function labelSources(sources: readonly ComparedSource[]): ReadonlyMap<string, SourceLabel> {
  const total = new Map<string, number>()
  const names = sources.map(({ sourceName }) => shortName(sourceName))
  for (const short of names) total.set(short, (total.get(short) ?? 0) + 1)
  const met = new Map<string, number>()
  return new Map(
    sources.map(({ article, sourceName }, index) => {
      const short = names[index] ?? sourceName
      const count = (met.get(short) ?? 0) + 1
      met.set(short, count)
      const name = (total.get(short) ?? 0) > 1 ? `${short} (${count})` : short
      return [article.id, { number: index + 1, name, full: sourceName }]
    }),
  )
}

/** A name cut to what has room in a picture. */
export function shorten(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}
