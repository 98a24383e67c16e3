import { itemAt } from './indexing'
import type { Draft } from './draft'
import {
  collectNames,
  fits,
  nameIn,
  namesIn,
  nameText,
  nameWords,
  withoutPortfolio,
  type Gender,
  type NamedEntity,
} from './names'
import type { Phrase } from './phrases'
import type { Reading } from './reading'
import type { SpeakerResolution } from './types'
import { hasClass, WORD } from './word-classes'

/** Who a quotation's speaker is: the fullest name the article prints, and how it was found. */
export interface ResolvedSpeaker {
  readonly name: string | null
  readonly resolution: SpeakerResolution
}

const UNRESOLVED: ResolvedSpeaker = { name: null, resolution: 'unresolved' }
/** How many sentences back a pronoun's antecedent is looked for. */
const PRONOUN_REACH = 4
const HE = /^(?:he|him|his|il|er|él|он|він|dia|ia|beliau)$/u
const SHE = /^(?:she|her|hers|elle|sie|ella|она|вона)$/u
const EQUAL_ROLES: readonly (readonly string[])[] = [
  ['spokesman', 'spokeswoman', 'spokesperson', 'spokesmen'],
  ['chairman', 'chairwoman', 'chair', 'chairperson'],
  ['congressman', 'congresswoman', 'representative', 'rep.'],
  ['senator', 'sen.'],
  ['governor', 'gov.'],
  ['president', 'presidential'],
]

/** Words of a nominal that say nothing of the role. */
const EMPTY_WORD = /^(?:the|his|her|its|their|this|that|of|for|in|to|same|top|former|new|senior|then)$/u

interface Context {
  readonly reading: Reading
  readonly entities: readonly NamedEntity[]
  /** Resolved speakers so far, in text order, with the sentence they speak in. */
  readonly said: {
    readonly sentence: number
    readonly entity: NamedEntity | null
    readonly name: string | null
    readonly score: number
  }[]
  /** What earlier pronouns said of persons whose titles do not tell: nobody is "he" here and "she" there. */
  readonly calledBefore: Map<NamedEntity, Gender>
}

/** Resolves each draft's speaker within the article. Certain cases only: anything that fits two stays unresolved. Result is parallel to `drafts`. */
export function resolveSpeakers(reading: Reading, drafts: readonly Draft[]): ResolvedSpeaker[] {
  const context: Context = { reading, entities: collectNames(reading), said: [], calledBefore: new Map() }
  const order = drafts
    .map((_, index) => index)
    .sort((a, b) => start(itemAt(drafts, a)) - start(itemAt(drafts, b)))
  const resolved: ResolvedSpeaker[] = drafts.map(() => UNRESOLVED)
  for (const index of order) {
    const draft = itemAt(drafts, index)
    const speaker = resolve(context, draft)
    resolved[index] = speaker
    if (speaker.name !== null) {
      const entity = context.entities.find((one) => one.name === speaker.name) ?? null
      const last = context.said.at(-1)
      // of several reports in one sentence, the surest is the one that a pronoun goes back to
      if (last?.sentence === draft.sentence && last.score >= draft.score) continue
      if (last?.sentence === draft.sentence) context.said.pop()
      context.said.push({ sentence: draft.sentence, entity, name: speaker.name, score: draft.score })
    }
  }
  return resolved
}

function start(draft: Draft): number {
  return itemAt(draft.content, 0).from
}

function resolve(context: Context, draft: Draft): ResolvedSpeaker {
  const { reading } = context
  const { subject } = draft
  if (!subject) return UNRESOLVED
  if (draft.subjectKind === 'inherited') {
    const last = context.said.at(-1)
    return last && draft.sentence - last.sentence <= PRONOUN_REACH
      ? { name: last.name, resolution: 'inherited' }
      : UNRESOLVED
  }
  const first = itemAt(reading.tokens, subject.from)
  if (draft.subjectKind === 'relative') return relative(context, subject)
  if (subject.to - subject.from === 1 && (HE.test(first.lower) || SHE.test(first.lower)))
    return calledSo(context, draft, subject, HE.test(first.lower) ? 'masculine' : 'feminine')
  if (subject.to - subject.from === 1 && /^(?:they|them|their|it|its)$/u.test(first.lower))
    return body(context, draft)
  if (reading.lexicon.pronouns.has(first.lower)) return UNRESOLVED
  const phrase = nominalOf(reading, subject)
  if (/^(?:latter|former)$/u.test(phrase.head)) return pair(context, draft, subject, phrase.head === 'latter')
  const name = headName(reading, subject)
  if (name) return { name: fullest(context, name), resolution: 'named' }
  if (/^(?:the|his|her|its|their|this|that)$/u.test(first.lower))
    return nominal(context, subject, phrase.words)
  return UNRESOLVED
}

/** The part of a subject before its apposition or relative clause. */
function coreOf(reading: Reading, subject: Phrase): Phrase {
  for (let i = subject.from + 1; i < subject.to; i += 1)
    if (
      itemAt(reading.tokens, i).kind === 'punctuation' ||
      /^(?:who|which|that)$/u.test(itemAt(reading.tokens, i).lower)
    )
      return { from: subject.from, to: i }
  return subject
}

/**
 * The name that heads a subject: "Ann Ode of Thule" and "the port's Ann Ode", and "the mayor, Ann Ode", but none in "the mayor of Thule"
 * or "Ode's lawyers".
 */
function headName(reading: Reading, subject: Phrase): Phrase | null {
  const core = coreOf(reading, subject)
  const names = namesIn(reading, core)
  if (names.length > 1 && joined(reading, names)) return null
  for (const name of [...names].reverse())
    if (heads(reading, core, name)) return withoutPortfolio(reading, core.from, name)
  const rest = { from: core.to + 1, to: subject.to }
  const apposed =
    rest.to > rest.from &&
    itemAt(reading.tokens, core.to).text === ',' &&
    itemAt(reading.tokens, rest.from).capital
      ? nameIn(reading, { from: rest.from, to: Math.min(rest.to, rest.from + 5) })
      : null
  return apposed && apposed.to - apposed.from > 1 ? apposed : null
}

/** "Ode and Minister Ash": two speakers, who share no record. */
function joined(reading: Reading, names: readonly Phrase[]): boolean {
  const [first, second] = names
  if (!first || !second) return false
  return reading.tokens[first.to]?.lower === 'and' && second.from - first.to <= 4
}

function heads(reading: Reading, core: Phrase, name: Phrase): boolean {
  const { tokens, lexicon } = reading
  let office = false
  for (let i = core.from; i < name.from; i += 1) {
    office ||= hasClass(reading, i, WORD.title)
  }
  let lead = name.from
  while (lead - 1 > core.from && hasClass(reading, lead - 1, WORD.title)) lead -= 1
  if (lead < name.from && lead > core.from && hasClass(reading, lead - 1, WORD.preposition)) return false
  const before = tokens[name.from - 1]
  if (
    before &&
    name.from > core.from &&
    lexicon.prepositions.has(before.lower) &&
    !(office && before.lower === 'for')
  )
    return false
  // "the minister of the Interior": a name after "of the" belongs to the office
  if (
    name.from - 2 >= core.from &&
    before !== undefined &&
    lexicon.determiners.has(before.lower) &&
    hasClass(reading, name.from - 2, WORD.preposition)
  )
    return false
  for (let i = name.to; i < core.to; i += 1) {
    const { lower, kind } = itemAt(tokens, i)
    if (lexicon.prepositions.has(lower) || lexicon.times.has(lower)) return true
    if (lower === 'and') return false
    if (kind === 'word' && !(/^['’]s?$/u.test(lower) && i === core.to - 1)) return false
  }
  return true
}

function nominalOf(reading: Reading, subject: Phrase): { words: string[]; head: string } {
  const core = coreOf(reading, subject)
  const words: string[] = []
  let head = ''
  let done = false
  for (let i = core.from; i < core.to; i += 1) {
    const { lower, kind } = itemAt(reading.tokens, i)
    if (kind !== 'word' || /^['’]s?$/u.test(lower)) continue
    if (reading.lexicon.prepositions.has(lower)) done = true
    if (!done) head = lower
    if (!EMPTY_WORD.test(lower) && !reading.lexicon.times.has(lower)) words.push(lower)
  }
  return { words, head }
}

function fullest(context: Context, name: Phrase): string {
  const { reading, entities } = context
  const words = nameWords(reading, name)
  const fitting = entities.filter((entity) => fits(entity, words))
  return fitting.length === 1 ? itemAt(fitting, 0).name : nameText(reading, name)
}

/** "Ann Ode, who said": the name right before the relative pronoun. */
function relative(context: Context, subject: Phrase): ResolvedSpeaker {
  const { reading } = context
  let end = subject.from
  while (end > 0 && itemAt(reading.tokens, end - 1).kind === 'punctuation' && subject.from - end < 2) end -= 1
  let from = end
  while (from > 0 && end - from < 6 && itemAt(reading.tokens, from - 1).capital) from -= 1
  if (from === end) return UNRESOLVED
  const name = nameIn(reading, { from, to: end })
  return name ? { name: fullest(context, name), resolution: 'named' } : UNRESOLVED
}

function compatible({ calledBefore }: Context, entity: NamedEntity, gender: Gender): boolean {
  const known = entity.gender === 'unknown' ? (calledBefore.get(entity) ?? 'unknown') : entity.gender
  return entity.person && (known === 'unknown' || known === gender)
}

/** Whom the pronoun stands for, remembered for the pronouns that follow. */
function calledSo(context: Context, draft: Draft, subject: Phrase, gender: Gender): ResolvedSpeaker {
  const speaker = pronoun(context, draft, subject, gender)
  const entity = context.entities.find(({ name }) => name === speaker.name)
  if (entity) context.calledBefore.set(entity, gender)
  return speaker
}

/** "he", "she": whoever spoke last, if near and fitting; else the only fitting person the sentences just before name. */
function pronoun(context: Context, draft: Draft, subject: Phrase, gender: Gender): ResolvedSpeaker {
  const { reading, entities, said } = context
  const last = said.at(-1)
  if (
    last?.entity &&
    draft.sentence - last.sentence <= PRONOUN_REACH &&
    compatible(context, last.entity, gender)
  ) {
    // another person named as a subject in between makes it doubtful
    const between = leadName(context, last.sentence, draft.sentence, gender)
    return { name: (between ?? last.entity).name, resolution: 'pronoun' }
  }
  const at = start(draft)
  for (let back = 0; back <= 2; back += 1) {
    const sentence = reading.sentences[draft.sentence - back]
    if (!sentence) break
    const named = entities.filter(
      (entity) =>
        compatible(context, entity, gender) &&
        entity.mentions.some(
          (mention) =>
            mention >= sentence.from &&
            mention < sentence.to &&
            (back > 0 || mention < Math.max(at, subject.from)),
        ),
    )
    if (named.length === 1) return { name: itemAt(named, 0).name, resolution: 'pronoun' }
    if (named.length > 1) {
      const lead = named.filter((entity) =>
        entity.mentions.some((mention) => mention >= sentence.from && mention - sentence.from < 3),
      )
      return lead.length === 1 ? { name: itemAt(lead, 0).name, resolution: 'pronoun' } : UNRESOLVED
    }
  }
  return UNRESOLVED
}

/** The fitting person who opens the last sentence between two reports: the new topic. */
function leadName(context: Context, from: number, to: number, gender: Gender): NamedEntity | null {
  const { reading, entities } = context
  for (let s = to - 1; s > from; s -= 1) {
    const sentence = itemAt(reading.sentences, s)
    const lead = entities.find(
      (entity) =>
        compatible(context, entity, gender) &&
        entity.mentions.some((mention) => mention >= sentence.from && mention - sentence.from < 3),
    )
    if (lead) return lead
  }
  return null
}

/** "it", "they": the body that spoke last; a plural of people stays unresolved. */
function body(context: Context, draft: Draft): ResolvedSpeaker {
  const last = context.said.at(-1)
  if (last?.entity && !last.entity.person && draft.sentence - last.sentence <= 2)
    return { name: last.name, resolution: 'pronoun' }
  return UNRESOLVED
}

/** "the latter", "the former": of the last two persons named before it. */
function pair(context: Context, draft: Draft, subject: Phrase, latter: boolean): ResolvedSpeaker {
  const { entities, reading } = context
  const before = subject.from
  const sentence = itemAt(reading.sentences, draft.sentence)
  const floor = itemAt(reading.sentences, Math.max(0, draft.sentence - 1)).from
  for (const from of [sentence.from, floor]) {
    const named = entities
      .filter((entity) => entity.person)
      .flatMap((entity) =>
        entity.mentions
          .filter((mention) => mention >= from && mention < before)
          .map((mention) => ({ entity, mention })),
      )
      .sort((a, b) => a.mention - b.mention)
    const distinct = named.filter(
      (one, index) => named.findIndex((other) => other.entity === one.entity) === index,
    )
    if (distinct.length === 2)
      return { name: itemAt(distinct, latter ? 1 : 0).entity.name, resolution: 'nominal' }
  }
  return UNRESOLVED
}

/** "the foreign minister": the only person to whom the article gives that title or apposition. */
function nominal(context: Context, subject: Phrase, words: readonly string[]): ResolvedSpeaker {
  if (words.length === 0) return UNRESOLVED
  const fitting = context.entities.filter(
    (entity) => itemAt(entity.mentions, 0) < subject.from && words.every((word) => hasRole(entity, word)),
  )
  if (fitting.length === 1) return { name: itemAt(fitting, 0).name, resolution: 'nominal' }
  return UNRESOLVED
}

function hasRole(entity: NamedEntity, word: string): boolean {
  if (entity.roles.has(word)) return true
  const equal = EQUAL_ROLES.find((group) => group.includes(word))
  return equal !== undefined && equal.some((other) => entity.roles.has(other))
}
