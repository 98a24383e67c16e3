import type { Annotation } from '../model/annotation'
import { parseName } from '../suggest/link-speakers'
import { SPELLED_NUMBER } from '../suggest/number-words'
import { soundKey } from '../suggest/sound-key'
import { commonWords } from './light-words'
import { placeKey } from './places'
import type { ComparedStory } from './types'

/** Whether two quotations are in one mouth; `unknown` where either speaker is, or where a body and its spokesman speak. */
export type SpeakerIdentity = 'same' | 'different' | 'unknown'

/** Words of the names of bodies, which speak through people. */
const BODY =
  /\b(?:kremlin|white house|government|ministry|ministries|administration|department|office|embassy|council|union|commission|committee|parliament|senate|congress|court|police|army|navy|military|forces|agency|party|bank|company|corporation|university|institute|association|federation|organi[sz]ation|group|foundation|fund|authority|service|bureau|palace|state|republic|league|alliance|campaign|team|club|school|hospital|church|center|centre|inc|ltd|plc|llc|nato|eu|un|who|imf|fbi|cia|downing street|pentagon|capitol|wall street|bloc|press|news|times|post|journal|media|agencies)\b/iu
/** Words before a name that say what somebody is. Longer than the titles of `parseName`, as they come from the text. */
const ROLE =
  /^(?:the|an?|then|former|ex|acting|deputy|senior|top|chief|leader|head|chairman|chairwoman|chair|speaker|spokesman|spokeswoman|spokesperson|minister|president|premier|prime|vice|foreign|interior|defen[cs]e|finance|secretary|general|mayor|ambassador|envoy|negotiator|analyst|professor|director|commissioner|king|queen|pope|captain|admiral|colonel)$/iu

/** What of a story tells who speaks. */
type NamedStory = Pick<ComparedStory, 'speakers' | 'articles'>

/** Name of a quotation's speaker: of the record, else as the text prints it where it prints a name; null while unknown. */
export function speakerNameOf(story: NamedStory, annotation: Annotation): string | null {
  const { quotation, claim } = annotation
  const id = quotation?.speaker ?? claim?.claimant ?? null
  if (id !== null) return story.speakers.get(id) ?? null
  return quotation?.speakerSpan ? printedName(quotation.speakerSpan.exact) : null
}

/** The one name in a speaker's words: "Foreign Minister Ann Ode of Thule" gives "Ann Ode"; null for "the minister" and for two names. */
function printedName(words: string): string | null {
  const core = words.split(/[,(;]|\b(?:of|who|from|at|for|in)\b/u)[0] ?? ''
  if (/\b(?:and|or)\b|&/u.test(core)) return null
  const names = core
    .split(/\s+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .filter((word) => !ROLE.test(word) && placeKey(word.toLowerCase(), word) === null)
  const name = names.join(' ').replace(/['’]s$/u, '')
  return name === '' ||
    /^(?:He|She|They|It|We|I|This|That|These|Those|His|Her|Its|Their|One|Some|Many)$/u.test(name)
    ? null
    : name
}

/** Whether the quotations (or claims) `a` and `b` of a story are in one mouth. */
export function speakerIdentity(story: NamedStory, a: Annotation, b: Annotation): SpeakerIdentity {
  const idOf = ({ quotation, claim }: Annotation) => quotation?.speaker ?? claim?.claimant ?? null
  if (idOf(a) !== null && idOf(a) === idOf(b)) return 'same'
  const first = speakerNameOf(story, a)
  const second = speakerNameOf(story, b)
  if (first === null || second === null) return 'unknown'
  const identity = nameIdentity(first, second)
  const places = identity === 'different' && (isPlaceOf(story, first) || isPlaceOf(story, second))
  return places ? 'unknown' : identity
}

/**
 * Whether two names are one person's. Spellings of one sound are, and a surname is whoever bears it; a body and a person, two
 * bodies, or a role without a name may be anybody: unknown.
 */
export function nameIdentity(a: string, b: string): SpeakerIdentity {
  if (a === b) return 'same'
  if (isNobody(a) || isNobody(b)) return 'unknown'
  const first = parseName(a)
  const second = parseName(b)
  if (!first || !second) return 'unknown'
  const [short, long] = [first.words.map(soundKey), second.words.map(soundKey)].sort(
    (x, y) => x.length - y.length,
  )
  if (short && long && long.slice(-short.length).join(' ') === short.join(' ')) return 'same'
  // "Ostmere" and "the Ostmere Wire", "Van Dyke" and "Dyke Van".
  if (short?.every((word) => long?.includes(word))) return 'unknown'
  if (first.surname !== second.surname)
    return likelyMisspelt(first.surname, second.surname) ? 'unknown' : 'different'
  const givenA = first.words.slice(0, -1).map(soundKey)
  const givenB = second.words.slice(0, -1).map(soundKey)
  if (givenA.length === 0 || givenB.length === 0) return 'same'
  return givenA.some((name) => givenB.some((other) => isOneGivenName(name, other))) ? 'same' : 'different'
}

/** Initials stand for a name; Ilse and Ilze are one, Bill and Hillary two. */
function isOneGivenName(a: string, b: string): boolean {
  const [brief, full] = a.length <= b.length ? [a, b] : [b, a]
  return brief.length === 1
    ? full.startsWith(brief)
    : brief.length > 3
      ? oneEditApart(brief, full)
      : brief === full
}

/** True for bodies, places, roles and words that are no name: who speaks there cannot be told. */
function isNobody(name: string): boolean {
  const words = name.split(/\s+/u)
  return (
    BODY.test(name) ||
    ROLE.test(words.at(-1) ?? '') ||
    words.some((word) => placeKey(word.toLowerCase(), word) !== null) ||
    (words.length === 1 && isCommonWord(name.toLowerCase()))
  )
}

const common: ReadonlySet<string> = new Set(commonWords())
const SPELLED = new RegExp(`^(?:${SPELLED_NUMBER})$`, 'u')

/** "Three", "Officials": a capital at the start of a sentence makes no name of it. */
function isCommonWord(word: string): boolean {
  return common.has(word) || SPELLED.test(word)
}

/** Story -> single names -> whether its articles use it as a place's. */
const placesOf = new WeakMap<NamedStory, Map<string, boolean>>()

/** True for a single name that the story's articles use for a place or state: "in Ostmere", "the minister of Ostmere". */
function isPlaceOf(story: NamedStory, name: string): boolean {
  if (/\s/u.test(name)) return false
  const known = placesOf.get(story) ?? new Map<string, boolean>()
  placesOf.set(story, known)
  const judged = known.get(name)
  if (judged !== undefined) return judged
  const word = name.replace(/[^\p{L}\p{N}]/gu, '.')
  const asPlace = new RegExp(
    `(?<![\\p{L}])(?:[Ii]n|near|across|(?:[Mm]inisters?|[Pp]residents?|[Gg]overnment|[Pp]eople|[Kk]ing|[Cc]apital|citizens) of) ${word}(?!['’\\p{L}])|(?<![\\p{L}])${word}['’]s (?:foreign|prime|defen[cs]e|interior|finance|minist|president|government|navy|army|parliament|capital|border|coast|forces|troops|king|queen|people|econom)`,
    'u',
  )
  const isPlace = story.articles.some(({ body }) => asPlace.test(body.text))
  known.set(name, isPlace)
  return isPlace
}

function likelyMisspelt(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && oneEditApart(a, b)
}

/** True for equal words and for those that one letter more, less or other tells apart. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
