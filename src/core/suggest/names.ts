import { itemAt, numberAt } from './indexing'
import { FEMININE_NAMES, MASCULINE_NAMES } from './lexicons/given-names'
import { soundKey } from './sound-key'
import type { Reading } from './reading'
import type { Phrase } from './phrases'
import { hasClass, WORD } from './word-classes'

export type Gender = 'masculine' | 'feminine' | 'unknown'

/** A person or body that the article names, with all that it says of it. */
export interface NamedEntity {
  /** The fullest form the article prints, titles left out. */
  readonly name: string
  /** Sound keys of the name's words, so that Sergey and Sergei are one person. */
  readonly words: readonly string[]
  readonly person: boolean
  readonly gender: Gender
  /** Lower-case words of its titles and appositions: "foreign", "minister". */
  readonly roles: ReadonlySet<string>
  /** Token index of each place it is named, in order. */
  readonly mentions: readonly number[]
}

interface MutableEntity {
  name: string
  words: string[]
  person: boolean
  gender: Gender
  roles: Set<string>
  mentions: number[]
}

/** A name as it stands in the text: `title` is its words before the name proper. */
export interface NameMention extends Phrase {
  readonly title: readonly string[]
}

const PARTICLE = new Set('de del della di da dos van von der den bin ibn al el la le du ter ben'.split(' '))
const BODY = new Set(
  'house department party university committee times post news council ministry union states court bank agency office commission association institute center centre foundation group inc corp company congress senate parliament government army police bureau team campaign administration league church school college network press journal fund board service services america kingdom nations street tribune herald magazine radio television industries international republic federation embassy kremlin pentagon watch pac action club forum'.split(
    ' ',
  ),
)
/** First words of places and bodies rather than persons: "Eastern Thule", "Russian". */
const NOT_A_FIRST_NAME =
  /^(?:eastern|western|northern|southern|north|south|east|west|new|united|central|national|international|federal|royal|public|first|san|saint|st|fox|wall|supreme|white|islamic|.{3,}(?:ian|ish|ese|ean))$/u
/** What "Secretary of …" leads: the capital run after "of" begins with it, not with the name. */
const PORTFOLIO =
  /^(?:state|defen[cs]e|treasury|energy|education|commerce|labou?r|health|interior|justice|transportation|finance|war|homeland)$/u
const MASCULINE =
  /^(?:mr\.?|king|prince|spokesman|chairman|congressman|businessman|father|brother|son|husband|sir|lord|hr|herr|señor|monsieur|pan|bapak|pak)$/u
const FEMININE =
  /^(?:mrs\.?|ms\.?|miss|queen|princess|spokeswoman|chairwoman|congresswoman|businesswoman|mother|sister|daughter|wife|lady|frau|señora|madame|mme|pani|ibu)$/u
const SENTENCE_WORD = new Set(
  'the a an in on at but and for as if when while after before he she it they we i you his her their its this that these those there what why how who both some many most all no not yet still also then so or to of from with by about since because although though despite during under over meanwhile however according asked speaking one two three another other such even only just now later earlier'.split(
    ' ',
  ),
)

/** The name that a phrase of tokens holds, with titles before it; null when it holds none. Reads the first one. */
export function nameIn(reading: Reading, phrase: Phrase): NameMention | null {
  const { tokens, lexicon, quoteOf } = reading
  let from = phrase.from
  while (from < phrase.to) {
    const token = itemAt(tokens, from)
    const opens = isSentenceStart(reading, from)
    const usable =
      token.capital &&
      !(opens && SENTENCE_WORD.has(token.lower)) &&
      !lexicon.pronouns.has(token.lower) &&
      !hasClass(reading, from, WORD.time) &&
      numberAt(quoteOf, from) === numberAt(quoteOf, phrase.from)
    if (!usable) {
      from += 1
      continue
    }
    const title: string[] = []
    for (let k = from - 1; k >= phrase.from && k >= from - 4; k -= 1) {
      const word = itemAt(tokens, k)
      if (!lexicon.titles.has(word.lower) || word.kind !== 'word') break
      title.unshift(word.lower)
    }
    let to = from
    while (
      to < phrase.to &&
      (itemAt(tokens, to).capital ||
        namesBodyOf(reading, to, phrase.to) ||
        (PARTICLE.has(itemAt(tokens, to).lower) &&
          to > from &&
          to + 1 < phrase.to &&
          itemAt(tokens, to + 1).capital))
    )
      to += 1
    let start = from
    if (to - from > 1 && BODY.has(itemAt(tokens, to - 1).lower)) return { from, to, title }
    while (start < to && hasClass(reading, start, WORD.title)) {
      title.push(itemAt(tokens, start).lower)
      start += 1
    }
    // "Russian Foreign Minister Sergey Lavrov": the name follows the last title
    for (let k = to - 2; k > start; k -= 1) {
      if (!hasClass(reading, k, WORD.title)) continue
      for (let j = start; j <= k; j += 1) title.push(itemAt(tokens, j).lower)
      start = k + 1
      break
    }
    if (
      tokens[start - 1]?.lower === 'of' &&
      start - 2 >= phrase.from &&
      hasClass(reading, start - 2, WORD.title) &&
      start + 1 < to &&
      PORTFOLIO.test(itemAt(tokens, start).lower)
    ) {
      title.push(itemAt(tokens, start - 2).lower, itemAt(tokens, start).lower)
      start += 1
    }
    // "the Prime Minister of Vey Ilse Quorrin": the name begins with the given name, after the country
    if (
      tokens[start - 1]?.lower === 'of' &&
      start - 2 >= phrase.from &&
      hasClass(reading, start - 2, WORD.title)
    )
      for (let k = start + 1; k < to - 1; k += 1)
        if (isGivenName(itemAt(tokens, k).lower)) {
          title.push(itemAt(tokens, start - 2).lower)
          start = k
          break
        }
    if (start < to && !(start === to - 1 && title.length > 0 && hasClass(reading, start, WORD.title))) {
      const last = itemAt(tokens, to - 1)
      if (last.kind === 'word') return { from: start, to, title }
    }
    from = Math.max(to, from + 1)
  }
  return null
}

function isSentenceStart(reading: Reading, i: number): boolean {
  const before = reading.tokens[i - 1]
  return (
    before === undefined ||
    /^[.!?:;…"“”«»„'’‘]/u.test(before.text) ||
    before.end < itemAt(reading.tokens, i).start - 1
  )
}

/** "University of Thule", "Bank of Carrow": an "of" inside the name of a body. */
function namesBodyOf(reading: Reading, of: number, to: number): boolean {
  const { tokens } = reading
  const body = tokens[of - 1]
  return (
    itemAt(tokens, of).lower === 'of' &&
    of + 1 < to &&
    tokens[of + 1]?.capital === true &&
    body?.capital === true &&
    BODY.has(body.lower)
  )
}

function isGivenName(lower: string): boolean {
  return MASCULINE_NAMES.has(lower) || FEMININE_NAMES.has(lower)
}

/** All names in a phrase, left to right. */
export function namesIn(reading: Reading, phrase: Phrase): NameMention[] {
  const names: NameMention[] = []
  let from = phrase.from
  while (from < phrase.to) {
    const name = nameIn(reading, { from, to: phrase.to })
    if (!name) break
    names.push(name)
    from = name.to
  }
  return names
}

const SUFFIX = /^(?:jr|sr|ii|iii)\.?$/u

/** The sound keys of a name's words; "Jr." is none of them, so that "Ode" can be Ann Ode Jr. */
export function nameWords(reading: Reading, name: Phrase): string[] {
  const words: string[] = []
  for (let i = name.from; i < name.to; i += 1)
    if (i === name.from || !SUFFIX.test(itemAt(reading.tokens, i).lower))
      words.push(soundKey(itemAt(reading.tokens, i).lower) || itemAt(reading.tokens, i).lower)
  return words
}

/** Joins a name's tokens as the text prints them. */
export function nameText(reading: Reading, name: Phrase): string {
  return reading.text
    .slice(itemAt(reading.tokens, name.from).start, itemAt(reading.tokens, name.to - 1).end)
    .replace(/\s+/gu, ' ')
}

/** Collects the persons and bodies an article names outside its quotations, merging "Lavrov" into "Sergey Lavrov" where one only fits. */
export function collectNames(reading: Reading): NamedEntity[] {
  const { tokens, quoteOf } = reading
  const found: (NameMention & { apposition: string[] })[] = []
  for (const sentence of reading.sentences) {
    let i = sentence.from
    while (i < sentence.to) {
      if (!itemAt(tokens, i).capital || numberAt(quoteOf, i) >= 0) {
        i += 1
        continue
      }
      let end = i
      while (
        end < sentence.to &&
        numberAt(quoteOf, end) < 0 &&
        (itemAt(tokens, end).capital ||
          namesBodyOf(reading, end, sentence.to) ||
          (PARTICLE.has(itemAt(tokens, end).lower) && tokens[end + 1]?.capital === true))
      )
        end += 1
      let from = i
      while (
        from > sentence.from &&
        (hasClass(reading, from - 1, WORD.title) || itemAt(tokens, from - 1).lower === 'of') &&
        i - from < 3
      )
        from -= 1
      const whole = nameIn(reading, { from, to: Math.max(end, i + 1) })
      const name = whole && withoutPortfolio(reading, sentence.from, whole)
      if (name) found.push({ ...name, apposition: appositionRoles(reading, sentence.to, end) })
      i = Math.max(end, i + 1)
    }
  }
  const entities: MutableEntity[] = []
  const byLast = new Map<string, MutableEntity[]>()
  // full names first, so that a surname finds its owner wherever it stands
  for (const mention of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const words = nameWords(reading, mention)
    const last = words.at(-1) ?? ''
    const namesakes = byLast.get(last) ?? []
    const called = genderOf(mention.title)
    // "Mr. Ode" is not Ann Ode
    const fitting = namesakes.filter((entity) => fits(entity, words) && isOf(called, entity.gender))
    const entity = fitting.length === 1 ? itemAt(fitting, 0) : undefined
    const roles = [...mention.title, ...mention.apposition]
    const spelled = tokens.slice(mention.from, mention.to).map((token) => token.lower)
    const person =
      words.length > 1
        ? !spelled.some((word) => BODY.has(word)) &&
          !NOT_A_FIRST_NAME.test(itemAt(spelled, 0)) &&
          tokens[mention.from - 1]?.lower !== 'the'
        : mention.title.length > 0
    if (entity) {
      entity.mentions.push(mention.from)
      entity.person ||= mention.title.length > 0 && !BODY.has(spelled.at(-1) ?? '')
      for (const role of roles) entity.roles.add(role)
      if (entity.gender === 'unknown') entity.gender = genderOf(roles)
    } else if (fitting.length === 0) {
      const made: MutableEntity = {
        name: nameText(reading, mention),
        words,
        person,
        gender: genderOf(roles, person ? spelled[0] : undefined),
        roles: new Set(roles),
        mentions: [mention.from],
      }
      entities.push(made)
      namesakes.push(made)
      byLast.set(last, namesakes)
    }
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a - b)
  return entities
}

/** "minister for … Climate Action Robert Habeck": after an office and its portfolio, the last two words are the name. */
export function withoutPortfolio(reading: Reading, from: number, name: NameMention): NameMention {
  if (name.to - name.from < 4) return name
  for (let i = name.from + 1; i < name.to; i += 1) {
    const { text, lower } = itemAt(reading.tokens, i)
    // "Minister Joseph R. Ode Jr.": an initial or a suffix is of a person, not of a portfolio
    if (/^\p{Lu}\.$/u.test(text) || SUFFIX.test(lower)) return name
  }
  for (let i = name.from - 1; i >= Math.max(from, name.from - 8); i -= 1)
    if (hasClass(reading, i, WORD.title)) return { ...name, from: name.to - 2 }
  return name
}

/** True when `shorter` can be another form of an entity's name: the same words, its surname, or its first and last word. */
export function fits(entity: Pick<NamedEntity, 'words' | 'person'>, shorter: readonly string[]): boolean {
  const full = entity.words
  if (shorter.length > full.length) return false
  if (shorter.length === full.length) return full.every((word, index) => word === shorter[index])
  if (!entity.person) return false
  if (shorter.length === 1) return full.at(-1) === shorter[0]
  return full.at(-1) === shorter.at(-1) && full[0] === shorter[0]
}

function isOf(called: Gender, gender: Gender): boolean {
  return called === 'unknown' || gender === 'unknown' || called === gender
}

/** By titles and appositions, or else by the first name where that tells. */
function genderOf(roles: readonly string[], first?: string): Gender {
  if (roles.some((role) => MASCULINE.test(role))) return 'masculine'
  if (roles.some((role) => FEMININE.test(role))) return 'feminine'
  if (first !== undefined && MASCULINE_NAMES.has(first)) return 'masculine'
  if (first !== undefined && FEMININE_NAMES.has(first)) return 'feminine'
  return 'unknown'
}

/** Lower-case words of an apposition right after a name: ", a spokesman for the port,". */
function appositionRoles(reading: Reading, to: number, after: number): string[] {
  const { tokens, lexicon } = reading
  if (tokens[after]?.text !== ',' || after + 1 >= to) return []
  const first = itemAt(tokens, after + 1)
  if (!lexicon.determiners.has(first.lower) && !lexicon.titles.has(first.lower)) return []
  const roles: string[] = []
  for (let i = after + 1; i < Math.min(to, after + 10) && itemAt(tokens, i).kind === 'word'; i += 1)
    if (!hasClass(reading, i, WORD.determiner)) roles.push(itemAt(tokens, i).lower)
  return roles
}
