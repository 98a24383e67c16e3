import type { Speaker } from '#core/model/speaker'
import type { SpeakerUse } from '#services/speakers'
import type { SpeakerQuotation } from '#services/speaker-quotations'

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The speakers one of whose spellings holds the words looked for, case and marks aside. */
export function findSpeakers(all: readonly SpeakerUse[], query: string): readonly SpeakerUse[] {
  const wanted = fold(query.trim())
  if (wanted === '') return all
  return all.filter(({ speaker }) =>
    [speaker.name, ...speaker.aliases].some((name) => fold(name).includes(wanted)),
  )
}

/** Quotations of a speaker that name it by the same words. */
export interface SpellingGroup {
  /** The words as printed; null where the article gives none at the quotation. */
  readonly words: string | null
  readonly quotations: readonly SpeakerQuotation[]
}

/** The quotations by the words that name the speaker there, most frequent first, those without words last. */
export function groupBySpelling(quotations: readonly SpeakerQuotation[]): readonly SpellingGroup[] {
  const groups = new Map<string | null, SpeakerQuotation[]>()
  for (const quotation of quotations) {
    const words = quotation.annotation.quotation?.speakerSpan?.exact ?? null
    groups.set(words, [...(groups.get(words) ?? []), quotation])
  }
  return [...groups]
    .map(([words, found]): SpellingGroup => ({ words, quotations: found }))
    .sort(
      (a, b) =>
        Number(a.words === null) - Number(b.words === null) ||
        b.quotations.length - a.quotations.length ||
        (a.words ?? '').localeCompare(b.words ?? ''),
    )
}

/** The record that a merge keeps unless a person chooses another: the most used, of equals the longest name. */
export function likeliestName(speakers: readonly SpeakerUse[]): Speaker | null {
  const ordered = speakers.toSorted(
    (a, b) =>
      b.accepted + b.suggested - (a.accepted + a.suggested) || b.speaker.name.length - a.speaker.name.length,
  )
  return ordered[0]?.speaker ?? null
}
