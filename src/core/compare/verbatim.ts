/** Words in a shingle: shorter ones are shared by texts that have nothing to do with one another. */
const SHINGLE = 5

/** How much of the wording of one text the other has. */
export interface Containment {
  /** 0..1: share of the distinct word 5-grams of `a` that `b` has. */
  readonly aInB: number
  readonly bInA: number
}

/** Sentences read between two yields. */
const SLICE = 400

/** The distinct word 5-grams of a text; of a shorter one, all of it as one. Yields now and then. */
export function* shinglesOf(
  sentences: readonly { readonly words: readonly { readonly folded: string }[] }[],
): Generator<void, ReadonlySet<string>> {
  const found = new Set<string>()
  const last: string[] = []
  for (const [index, { words }] of sentences.entries()) {
    if (index % SLICE === SLICE - 1) yield
    for (const { folded } of words) {
      last.push(folded)
      if (last.length > SHINGLE) last.shift()
      if (last.length === SHINGLE) found.add(last.join(' '))
    }
  }
  if (found.size === 0 && last.length > 0) found.add(last.join(' '))
  return found
}

/** Containment both ways. Two empty texts share nothing. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): Containment {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return { aInB: a.size === 0 ? 0 : shared / a.size, bInA: b.size === 0 ? 0 : shared / b.size }
}
