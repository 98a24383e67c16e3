import type { Annotation } from '#core/model/annotation'
import type { SettledSpeaker, Speaker } from '#core/model/speaker'

/*
 * What merging, splitting and naming speakers mean, apart from how they are stored.
 */

/** True when two names differ in case at most. */
export function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0
}

/** True when the speaker goes by this name or spelling; case does not count. */
export function isNamed(speaker: Speaker, name: string): boolean {
  return [speaker.name, ...speaker.aliases].some((known) => sameName(known, name))
}

const NOTHING_SETTLED: SettledSpeaker = { names: [], instead: [] }

/** The speaker, with a person's word that this spelling is theirs. */
export function withName(speaker: Speaker, name: string): Speaker {
  const settled = speaker.settled ?? NOTHING_SETTLED
  return { ...speaker, settled: { ...settled, names: [...new Set([...settled.names, name])] } }
}

/** The annotation with another speaker or claimant. Whether it is accepted does not change: only who is who does. */
export function withSpeaker(annotation: Annotation, speaker: string): Annotation {
  const { quotation, claim } = annotation
  return {
    ...annotation,
    ...(quotation && { quotation: { ...quotation, speaker } }),
    ...(claim && { claim: { ...claim, claimant: speaker } }),
  }
}

/** The speaker that takes others in: all their spellings, by a person's word. */
export function mergedSpeaker(into: Speaker, others: readonly Speaker[]): Speaker {
  const all = [into, ...others]
  const aliases = new Set(all.flatMap(({ name, aliases: more }) => [name, ...more]))
  aliases.delete(into.name)
  const names = new Set([into.name, ...aliases, ...all.flatMap(({ settled }) => settled?.names ?? [])])
  const ids = new Set(all.map(({ id }) => id))
  const instead = all.flatMap(({ settled }) => settled?.instead ?? []).filter(({ of }) => !ids.has(of))
  const apart = all.flatMap(({ settled }) => settled?.apart ?? []).filter((id) => !ids.has(id))
  const settled = { names: [...names], instead, ...(apart.length > 0 && { apart: [...new Set(apart)] }) }
  return { ...into, aliases: [...aliases].sort(), settled }
}

/** The speaker, with a person's word that another of a similar name is another. */
export function withApart(speaker: Speaker, other: string): Speaker {
  const settled = speaker.settled ?? NOTHING_SETTLED
  return { ...speaker, settled: { ...settled, apart: [...new Set([...(settled.apart ?? []), other])] } }
}

/**
 * Parts a speaker in two. Spellings that only the taken annotations print go to the new one; in an article where
 * nothing is left to the old one, the new one stands for it.
 */
export function splitOff(
  speaker: Speaker,
  id: string,
  name: string,
  taken: readonly Annotation[],
  left: readonly Annotation[],
): { readonly made: Speaker; readonly left: Speaker } {
  const spellings = [speaker.name, ...speaker.aliases]
  const going = printed(spellings, taken)
  for (const spelling of printed(spellings, left)) going.delete(spelling)
  // The old record has to keep a name of its own.
  going.delete(speaker.name)
  const shared = new Set(left.map(({ article }) => article))
  const articles = [...new Set(taken.map(({ article }) => article))].filter((article) => !shared.has(article))
  const aliases = [...going].filter((spelling) => spelling !== name).sort()
  const settled = speaker.settled ?? NOTHING_SETTLED
  return {
    made: {
      id,
      name,
      aliases,
      settled: {
        names: [...new Set([name, ...aliases])],
        instead: articles.map((article) => ({ article, of: speaker.id })),
      },
    },
    left: {
      ...speaker,
      aliases: speaker.aliases.filter((alias) => !going.has(alias) && alias !== name),
      settled: { ...settled, names: settled.names.filter((one) => !going.has(one) && one !== name) },
    },
  }
}

/** The spellings that the speaker spans of annotations print; of two where one holds the other, the longer. */
function printed(spellings: readonly string[], annotations: readonly Annotation[]): Set<string> {
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length)
  const found = annotations.map(({ quotation }) => {
    const words = quotation?.speakerSpan?.exact
    return words === undefined ? undefined : longestFirst.find((spelling) => words.includes(spelling))
  })
  return new Set(found.filter((spelling) => spelling !== undefined))
}
