/** Longest line that is taken for a byline, in code units. */
const LONGEST = 140

/** Other languages' words for "by" begin sentences and surnames too, so only their labels with a colon count. */
const BY = /^\(?(?:(?:written|reported|text|words|story) )?by\b\s*[:：]?\s+/iu
const LABEL = /^\(?(?:author|authors|reporter|writer|penulis|autor|autora|auteur|autore|автор)\s*[:：]\s*/iu
const TAIL_CREDIT = /^\(?(?:additional )?reporting by ([^;.()]{3,120})/iu

const TOKEN = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const PARTICLE = '(?:al|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)'
const NAME = `${TOKEN}(?: (?:${PARTICLE} ){0,2}${TOKEN}){1,4}`
const NAMES = new RegExp(
  `^${NAME}(?:(?:, and |, & |,? and | & |, |; | / |/)${NAME}){0,5}(?=$|[,|–—-]|\\s[|–—-]|\\s(?:in|for|at|of|from)\\s)`,
  'u',
)
/** What stands after a name and a comma without being another name: "Jane Doe, Staff Writer". */
const ROLE =
  /\b(?:analyst|bureau|chief|columnist|contributor|correspondent|desk|editor|journalist|news|press|reporter|service|staff|writer)\b/iu
/** Days and months stand in capitals where a name would: "By Sunday Night". */
const CALENDAR =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/iu
const AGENCY_NAMES =
  /^(?:(?:the )?(?:associated press|reuters|agence france-presse|news agencies|agencies|wire services|staff(?: reporters?| writers?)?|our (?:correspondent|reporter|foreign staff)|news desk|web desk|afp|ap|dpa|upi|tass|efe|ansa|anadolu(?: agency)?|xinhua|bloomberg)(?:,? (?:and|&) |[,/] ?|$))+$/iu
/** A credit that closes a report: writers' initials and agencies in brackets, "wd/sms (AP, AFP, Reuters)". */
const AGENCY_CREDIT =
  /^(?:[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,4}\s*)?\(((?:AP|AFP|Reuters|dpa|DPA|UPI|EFE|ANSA|TASS|Interfax|Xinhua|KNA|epd|AAP|PTI|ANI|IANS|Kyodo|Yonhap|Anadolu|AA|RIA|Antara|Bloomberg|CNN|BBC)(?:(?:, ?|\/| and )(?:AP|AFP|Reuters|dpa|DPA|UPI|EFE|ANSA|TASS|Interfax|Xinhua|KNA|epd|AAP|PTI|ANI|IANS|Kyodo|Yonhap|Anadolu|AA|RIA|Antara|Bloomberg|CNN|BBC))*)\)$/u

/** The writers that a line names ("By Jane Doe and John Roe"); null when the line is no byline. */
export function readByline(line: string): string | null {
  if (line.length > LONGEST) return null
  const tail = TAIL_CREDIT.exec(line)?.[1]
  if (tail !== undefined) return NAMES.exec(tail)?.[0] ?? null
  const opening = BY.exec(line) ?? LABEL.exec(line)
  if (!opening) return null
  const rest = line.slice(opening[0].length).replace(/\)$/, '').trim()
  const plain = isCapitals(rest) ? capitalised(rest) : rest
  if (AGENCY_NAMES.test(plain)) return rest
  const names = NAMES.exec(plain)?.[0]
  // A sentence goes on after the name; a byline ends, or goes on with a place, a role or a date.
  if (names === undefined || CALENDAR.test(names) || isSentence(plain)) return null
  const people = names.split(', ').filter((name, index) => index === 0 || !ROLE.test(name))
  return people.join(', ')
}

/** The agencies' credit at the end of a report, spaces put right; null when the line is none. */
export function readAgencyCredit(line: string): string | null {
  if (line.length > LONGEST || !/\)\s*$/.test(line)) return null
  const tidy = line.replace(/\s+/gu, ' ').trim()
  return AGENCY_CREDIT.test(tidy) ? tidy : null
}

/** A stated author without what sites put before the name. */
export function withoutOpening(author: string): string {
  return author.replace(BY, '').replace(LABEL, '').trim()
}

function isSentence(rest: string): boolean {
  return /[.!?]["”’]?$/u.test(rest) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(rest)
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

function capitalised(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    word === 'AND' || word === 'And' ? 'and' : word.slice(0, 1) + word.slice(1).toLowerCase(),
  )
}
