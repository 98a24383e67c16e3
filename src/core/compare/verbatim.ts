/** Words in a shingle: shorter ones are shared by texts that have nothing to do with one another. */
const SHINGLE = 5

/** How much of the wording of one text the other has. */
export interface Containment {
  /** 0..1: share of the distinct word 5-grams of `a` that `b` has. */
  readonly aInB: number
  readonly bInA: number
}

/** The distinct word 5-grams of a text; of a shorter one, all of it as one. */
export function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + SHINGLE <= words.length; at++) found.add(words.slice(at, at + SHINGLE).join(' '))
  if (found.size === 0 && words.length > 0) found.add(words.join(' '))
  return found
}

/** Containment both ways. Two empty texts share nothing. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): Containment {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return { aInB: a.size === 0 ? 0 : shared / a.size, bInA: b.size === 0 ? 0 : shared / b.size }
}
