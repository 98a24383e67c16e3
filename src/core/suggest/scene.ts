import { itemAt, numberAt } from './indexing'
import { type VerbCue } from './cues'
import { type Draft } from './draft'
import { isComma, isDash, isFiniteVerb, nounPhraseBefore, type Phrase, type Subject } from './phrases'
import { type Reading, type Sentence } from './reading'

/** State of one sentence while its rules run. */
export interface Scene {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly index: number
  readonly cues: readonly VerbCue[]
  readonly drafts: Draft[]
  /** First token that no content has taken yet. */
  consumed: number
  /** Who the sentence is about, for verbs that share a subject. */
  main: Subject | null
}

export function addDraft(scene: Scene, draft: Omit<Draft, 'sentence' | 'block' | 'quoted'>): void {
  const content = draft.content
    .map((piece) => trim(scene.reading, piece))
    .filter((piece) => piece.to > piece.from && hasWord(scene.reading, piece))
  if (content.length === 0) return
  scene.drafts.push({
    ...draft,
    content,
    sentence: scene.index,
    block: scene.sentence.block,
    quoted: content.some(
      (piece) =>
        numberAt(scene.reading.quoteOf, piece.from) >= 0 ||
        numberAt(scene.reading.quoteOf, piece.to - 1) >= 0,
    ),
  })
}

function hasWord(reading: Reading, piece: Phrase): boolean {
  for (let i = piece.from; i < piece.to; i += 1) {
    const { kind } = itemAt(reading.tokens, i)
    if (kind === 'word' || kind === 'number') return true
  }
  return false
}

/** Cuts commas, colons and dashes off the ends of a content piece. */
function trim(reading: Reading, piece: Phrase): Phrase {
  let { from, to } = piece
  const loose = (i: number): boolean =>
    numberAt(reading.quoteOf, i) < 0 &&
    /^(?:[,;:.…]|--+|[—–―-]|\.{2,})$/u.test(itemAt(reading.tokens, i).text)
  while (from < to && loose(from)) from += 1
  while (to > from && loose(to - 1)) to -= 1
  return { from, to }
}

/** The speaker's words for a cue: its own subject, or the one it shares with an earlier verb. */
export function speakerOf(scene: Scene, cue: VerbCue): Subject | null {
  const { reading, sentence } = scene
  if (cue.gerund) {
    const before = cue.group.from - 1
    const left = reading.tokens[before]
    if (
      left &&
      before >= sentence.from &&
      left.kind === 'word' &&
      !isComma(left) &&
      !/^(?:by|while|in|after|before|when|and|without|as|of|for|with|at|from|on|about|than|but|or)$/u.test(
        left.lower,
      )
    ) {
      const phrase = nounPhraseBefore(reading, before, sentence.from)
      if (phrase) return { ...phrase, kind: 'noun' }
    }
    const earlier = scene.drafts.at(-1)
    if (earlier?.subject && earlier.subjectKind !== 'none') return { ...earlier.subject, kind: 'noun' }
    if (scene.main) return scene.main
    const next = scene.cues.find(
      (other) =>
        other.verb > cue.verb &&
        other.subject &&
        other.subject.kind !== 'shared' &&
        other.subject.kind !== 'relative',
    )
    const phrase =
      before < sentence.from || cue.group.from - sentence.from < 3
        ? next?.subject
        : firstSubject(scene, cue.group.from)
    return phrase ?? null
  }
  if (cue.subject?.kind !== 'shared') return cue.subject
  const earlier = scene.drafts.at(-1)
  if (earlier?.subject && earlier.subjectKind !== 'none' && earlier.subjectKind !== 'possessive')
    return { ...earlier.subject, kind: 'noun' }
  return scene.main ?? firstSubject(scene, cue.group.from)
}

/** The first subject of the sentence: the noun phrase or pronoun before its first finite verb. */
export function firstSubject(scene: Scene, before: number): Subject | null {
  const { reading, sentence } = scene
  for (let i = sentence.from + 1; i < before; i += 1) {
    if (numberAt(reading.quoteOf, i) >= 0) continue
    const token = itemAt(reading.tokens, i)
    if (!isFiniteVerb(reading, i) && !(token.lower.endsWith('ed') && i > sentence.from + 1)) continue
    const left = itemAt(reading.tokens, i - 1)
    if (reading.lexicon.pronouns.has(left.lower))
      return /^(?:who|which)$/u.test(left.lower) ? null : { from: i - 1, to: i, kind: 'pronoun' }
    const phrase = nounPhraseBefore(reading, i - 1, sentence.from)
    if (phrase) return { ...phrase, kind: 'noun' }
  }
  return null
}

/** Where the report before a tail begins: at the sentence's start, or after what is already taken. */
export function reportStart(scene: Scene, end: number): number {
  let first = scene.consumed
  const { reading } = scene
  while (
    first < end &&
    numberAt(reading.quoteOf, first) < 0 &&
    (/^(?:but|and|yet|so|meanwhile|still)$/u.test(itemAt(reading.tokens, first).lower) ||
      itemAt(reading.tokens, first).kind === 'punctuation')
  )
    first += 1
  return first
}

/** Index of a quotation that begins within a comma or a few words of `i`. */
export function nextQuote(scene: Scene, i: number): number | null {
  const { reading, sentence } = scene
  for (let k = i; k < Math.min(sentence.to, i + 14); k += 1) {
    if (numberAt(reading.quoteOf, k) >= 0) return k
    const token = itemAt(reading.tokens, k)
    if (token.kind === 'punctuation' && !isComma(token) && !isDash(token) && token.text !== ':') return null
    if (
      isComma(token) &&
      k + 1 < sentence.to &&
      numberAt(reading.quoteOf, k + 1) < 0 &&
      !itemAt(reading.tokens, k + 1).capital
    )
      return null
    if (k > i && isFiniteVerb(reading, k)) return null
  }
  return null
}

/** True when only a comma, colon, "that is", addressee or adverbial stands between a cue and the quotation. */
export function introducesQuote(scene: Scene, after: number, quote: number): boolean {
  const { reading } = scene
  if (quote === after) return true
  const last = itemAt(reading.tokens, quote - 1)
  return isComma(last) || last.text === ':' || isDash(last)
}
