import type { Speaker } from '../model/speaker'
import { parseName } from './link-speakers'
import { soundKey } from './sound-key'

/** Two records that may be one speaker, by ids in order; `likeness` 0..1. */
export interface SpeakerPair {
  readonly a: string
  readonly b: string
  readonly likeness: number
}

/** Words whose sounds have fewer letters than this are the same only when they sound the same: "Ann" and "Anna" are two. */
const SHORT = 4

/** A record as pairs are looked for: the sounds of its name's words, without titles. */
interface Sounded {
  readonly speaker: Speaker
  readonly words: readonly string[]
}

/**
 * Records that may be one speaker: names that sound alike word by word but for a letter ("Ilze Quorin", "Ilse Quorrin"), in any
 * order, where one may have words more in front ("Vey Ilse Quorrin"). Bare surnames are left to linking, which knows the articles.
 * It only proposes: what a person told apart is not proposed again. Likeliest first, then by id.
 */
export function similarSpeakers(speakers: readonly Speaker[]): SpeakerPair[] {
  const sounded = speakers.flatMap((speaker): Sounded[] => {
    const words = (parseName(speaker.name)?.words ?? []).map(soundKey).filter((word) => word !== '')
    return words.length > 1 ? [{ speaker, words }] : []
  })
  const near = new Map<string, number[]>()
  sounded.forEach(({ words }, index) => {
    for (const key of new Set(words.flatMap(deletionsOf))) {
      const known = near.get(key)
      if (known) known.push(index)
      else near.set(key, [index])
    }
  })
  const pairs = new Map<string, SpeakerPair>()
  sounded.forEach((one, index) => {
    const others = new Set(
      deletionsOf(one.words.at(-1) ?? '').flatMap((key) =>
        (near.get(key) ?? []).filter((at) => at !== index),
      ),
    )
    for (const at of others) {
      const other = sounded[at]
      const likeness = other ? likenessOf(one.words, other.words) : null
      if (!other || likeness === null || areApart(one.speaker, other.speaker)) continue
      const [a = '', b = ''] = [one.speaker.id, other.speaker.id].sort()
      // Each may find the other.
      pairs.set(`${a} ${b}`, { a, b, likeness })
    }
  })
  return [...pairs.values()].sort((x, y) => y.likeness - x.likeness || (x.a + x.b < y.a + y.b ? -1 : 1))
}

/** A word and all that it is with one letter less: two words differ by a letter at most when they have one in common. */
function deletionsOf(word: string): string[] {
  if (word.length < SHORT) return [word]
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

/** How alike two names are: each word of the shorter stands in the longer; null when one does not. */
function likenessOf(a: readonly string[], b: readonly string[]): number | null {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...longer]
  let letters = 0
  for (const word of shorter) {
    let at = left.indexOf(word)
    if (at < 0) {
      at = left.findIndex((other) => differsByOne(word, other))
      letters += 1
    }
    if (at < 0) return null
    left.splice(at, 1)
  }
  // Two changed words of two, or most of a name that nobody else has, are another name.
  if (letters > 1 && shorter.length === letters && shorter.every((word) => word.length < 5)) return null
  return 1 / (1 + letters + 0.5 * left.length)
}

/** True when one letter was put in, left out or changed. */
function differsByOne(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORT || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const tails = [a.slice(from + Number(a.length >= b.length)), b.slice(from + Number(b.length >= a.length))]
  return tails[0] === tails[1]
}

function areApart(a: Speaker, b: Speaker): boolean {
  const apart = (one: Speaker, other: Speaker) =>
    one.settled?.apart?.includes(other.id) === true ||
    one.settled?.instead.some(({ of }) => of === other.id) === true
  return apart(a, b) || apart(b, a)
}
