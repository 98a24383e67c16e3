import { outletByName } from './outlets'

/** The dateline at the start of a paragraph: "LONDON (Reuters) - ", "Jakarta, CNBC Indonesia – ". */
export interface Dateline {
  /** What stands before the dash, without white space at its ends. */
  readonly text: string
  /** Where the report begins, in UTF-16 code units from the start of the paragraph. */
  readonly end: number
  /** The outlet or agency it names, null for none. */
  readonly outlet: string | null
}

/** Longest dateline in code units; the paragraph is not looked at beyond. */
const LONGEST = 110
/** A place in capitals, with what follows it up to a dash, agencies in brackets included. */
const CAPITALS =
  /^(\p{Lu}[\p{Lu}.'’-]*(?:[ /]\p{Lu}[\p{Lu}.'’-]*)*)(,? [\p{L}\d.,'’ ]{2,50}?)?( ?\((\p{Lu}[\p{L} /.&-]{1,40})\))?(?: ?[—–]+ ?| ?-{2,3} ?| - ?)(?=[\p{Lu}\p{N}"“‘„«'])/u
/** A place in ordinary spelling: an agency in brackets or an outlet after a comma must vouch for it. */
const WITH_AGENCY =
  /^(\p{Lu}[\p{L}.'’ -]{1,40}(?:, [\p{L}\d.'’ ]{2,40}){0,2}) ?\((\p{L}[\p{L} /.&-]{1,40})\)(?: ?[—–-]+ ?| ?: ?|\.? )(?=[\p{Lu}\p{N}"“‘„«'])/u
const WITH_OUTLET =
  /^(\p{Lu}[\p{L}.'’ -]{1,40}, (\p{Lu}[\p{L}\d.&'’ ]{1,40}?)) ?[—–-]+ (?=[\p{Lu}\p{N}"“‘„«'])/u
const SLASHED =
  /^(\p{Lu}[\p{L}.'’ -]{1,40}, [\p{L}\d. ]{3,20}\.? )\/(\p{Lu}[\p{L} -]{1,20})\/\.? ?(?:[—–-]+ ?)?(?=\p{Lu}|["“«])/u

/** Reads the dateline of a paragraph, null when it has none. */
export function readDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST)
  const slashed = SLASHED.exec(head)
  if (slashed) return dateline(head, slashed[0], nameOf(slashed[2]))
  const agency = WITH_AGENCY.exec(head)
  if (agency && isAgency(agency[2] ?? '')) return dateline(head, agency[0], nameOf(agency[2]))
  const capitals = CAPITALS.exec(head)
  if (capitals) {
    const [match, place = '', more, , agency] = capitals
    // What follows the place without a comma is a sentence, unless an agency vouches for it: "WASHINGTON Feb 15 (Reuters)".
    const plausible = more === undefined || more.startsWith(',') || agency !== undefined
    if (plausible && isPlace(place)) return dateline(head, match, nameOf(agency))
  }
  const outlet = WITH_OUTLET.exec(head)
  const named = outlet ? outletByName(outlet[2] ?? '') : null
  return outlet && named ? dateline(head, outlet[0], named) : null
}

function dateline(head: string, match: string, outlet: string | null): Dateline {
  const text = head.slice(0, match.length).replace(/[\s—–:-]+$|(?<=\/)\.?\s*$/u, '')
  return { text, end: match.length, outlet }
}

/** Words in capitals that open a headline rather than name a place. */
const KICKER =
  /^(?:ALERT|ANALYSIS|BREAKING|CORRECTION|EDITORIAL|EDITOR|EXCLUSIVE|EXPLAINED|EXPLAINER|FACT CHECK|INTERVIEW|JUST IN|LIST|LISTEN|LIVE|MUST|NOTE|OPINION|PHOTOS?|POLLS?|QUIZ|READ|REPORTS?|REVIEW|SOURCES?|TRANSCRIPT|UPDATED?|VIDEOS?|WATCH)\b/u

/** At least four capitals, so that "US - The" or "A - The" open no dateline. */
function isPlace(place: string): boolean {
  return !KICKER.test(place) && (place.match(/\p{Lu}/gu)?.length ?? 0) >= 4
}

/** Agencies sign in capitals ("AP", "RIA") or under a known name ("dpa", "Reuters"). */
function isAgency(name: string): boolean {
  return /^[\p{Lu}/ .]{2,20}$/u.test(name) || nameOf(name) !== null
}

/** The known outlet among the names in the brackets: "AP", "Thomson Reuters", "AFP/Reuters" gives the first. */
function nameOf(credit: string | undefined): string | null {
  for (const part of (credit ?? '').split(/ ?[/,&] ?/)) {
    const known = outletByName(part) ?? outletByName(part.replace(/^.* /, ''))
    if (known !== null) return known
  }
  return null
}
