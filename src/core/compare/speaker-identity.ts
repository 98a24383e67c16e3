import type { Annotation } from '../model/annotation'
import { parseName } from '../suggest/link-speakers'
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

/** Name of a quotation's speaker: of the record, else as the text prints it where it prints a name; null while unknown. */
export function speakerNameOf(story: Pick<ComparedStory, 'speakers'>, annotation: Annotation): string | null {
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
export function speakerIdentity(
  story: Pick<ComparedStory, 'speakers'>,
  a: Annotation,
  b: Annotation,
): SpeakerIdentity {
  const idOf = ({ quotation, claim }: Annotation) => quotation?.speaker ?? claim?.claimant ?? null
  if (idOf(a) !== null && idOf(a) === idOf(b)) return 'same'
  const first = speakerNameOf(story, a)
  const second = speakerNameOf(story, b)
  if (first === null || second === null) return 'unknown'
  return nameIdentity(first, second)
}

/** Whether two names are one person's. Spellings of one sound are; a body and a person, or two bodies, may be: unknown. */
export function nameIdentity(a: string, b: string): SpeakerIdentity {
  if (a === b) return 'same'
  if (isBody(a) || isBody(b)) return a.toLowerCase() === b.toLowerCase() ? 'same' : 'unknown'
  const first = parseName(a)
  const second = parseName(b)
  if (!first || !second) return 'unknown'
  if (first.surname !== second.surname)
    return likelyMisspelt(first.surname, second.surname) ? 'unknown' : 'different'
  if (first.first === null || second.first === null) return 'same'
  const [short, long] =
    first.first.length <= second.first.length ? [first.first, second.first] : [second.first, first.first]
  if (short.length === 1) return long.startsWith(short) ? 'same' : 'different'
  // Of one surname: Ilse and Ilze are one, Bill and Hillary two.
  return oneEditApart(short, long) ? 'same' : 'different'
}

function isBody(name: string): boolean {
  if (BODY.test(name)) return true
  return name.split(/\s+/u).some((word) => placeKey(word.toLowerCase(), word) !== null)
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
