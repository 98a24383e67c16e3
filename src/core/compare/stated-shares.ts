import type { Qualifier, Quantity, StatedDate } from '../model/annotation'
import { spanOf } from '../model/range'
import { SPELLED_SMALL, spelledValue } from '../suggest/number-words'

/**
 * Values that news state without a number and a noun: shares ("one in five", "a third of"), multiples ("twice", "doubled"), spans
 * of time ("a year and a half") and times of day ("half past nine"). Two wordings of one sentence choose freely between them and
 * figures, so they are compared by value, though nobody would mark them as quantities.
 */

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twentieth: 20,
  hundredth: 100,
}
const PART = Object.keys(PARTS).slice(1).join('|')
const NUMBER = `\\d{1,3}|${SPELLED_SMALL}`
const QUALIFIER =
  '(?:(?<more>more than|over|above|at least)\\s|(?<less>less than|fewer than|under|below)\\s|(?<about>about|around|some|nearly|almost|roughly|approximately|just)\\s)?'
/** What follows a share of a measure, which is no share: "two tenths of a second". */
const OF_MEASURE =
  '(?!\\s(?:of\\s(?:an?|one)\\s|an?\\s)(?:second|minute|hour|mile|inch|point|per\\s?cent|dozen|hundred|thousand|million|billion))'

const SHARE = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])${QUALIFIER}(?:(?<parts>one|two|three|four|five|six|seven|eight|nine|\\d{1,2})[ -](?<named>(?:${PART})s?)(?=\\sof\\b|\\s(?:are|were|is|was|have|had|has)\\b)|(?:by\\s)?an?\\s(?<whole>${PART})(?=\\sof\\b)|by\\san?\\s(?<by>${PART})(?!\\s\\p{L}+s?\\stime)|every\\s(?<every>${PART})(?=\\s\\p{L})|(?<of>one|two|three|four|five|six|seven|eight|nine|\\d{1,2})(?:\\s\\p{L}+)?\\s(?:in|out\\sof|of\\sthe)\\s(?:every\\s|the\\s)?(?<all>${NUMBER})(?=\\s\\p{L}|[.,;]|$)|(?<half>half)(?=\\s(?:of\\b|the\\s|(?:its|his|her|their|our|all|these|those)\\s))|(?:by|in)\\s(?<inHalf>half)\\b|(?<halve>halv(?:e|es|ed|ing)\\b))${OF_MEASURE}`,
  'giu',
)

const MULTIPLE = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])${QUALIFIER}(?:(?<twice>twice|doubl(?:e|es|ed|ing)|two-?fold)|(?<thrice>thrice|tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|three-?fold)|(?<four>quadrupl(?:e|es|ed|ing)|four-?fold)|(?<times>${NUMBER})(?:\\stimes|-?fold)\\b)(?![\\p{L}\\p{N}])`,
  'giu',
)

const UNIT = '(?<unit>hour|day|week|month|year|decade)'
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?:an?|one)\\s${UNIT}(?<half>\\sand\\sa\\shalf)|(?:(?:for|of|within|by)\\s)an?\\s${UNIT.replace('unit', 'unit2')}|an?\\s${UNIT.replace('unit', 'unit3')}(?=\\s(?:late|later|earlier|longer|behind)\\b)|(?:the\\s)?(?:past|last|previous)\\s(?<decade>decade)|a\\s(?<decade2>decade))(?![\\p{L}\\p{N}])(?!\\sor\\b)`,
  'giu',
)

const CLOCK = new RegExp(
  `(?<![\\p{L}\\p{N}.,:-])(?:(?<half>half)|(?<quarter>a?\\s?quarter)|(?<minutes>${NUMBER})(?:\\sminutes)?)\\s(?<side>past|to)\\s(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?![\\p{L}\\p{N}:.])(?<part>\\s(?:in\\sthe\\s(?:morning|afternoon|evening)|at\\snight|[ap]\\.?m\\b))?|(?<![\\p{L}\\p{N}.,:-])(?<full>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})(?:\\so['’]clock)?(?<day>\\s(?:in\\sthe\\s(?:morning|afternoon|evening)|at\\snight))`,
  'giu',
)

/** Whether a text may state a share, a multiple or a span of time in words; false saves the search. */
export const MAY_SHARE =
  /\b(?:half|halv\p{L}+|quarters?|thirds?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|every|in|of|twice|thrice|doubl\p{L}+|tripl\p{L}+|trebl\p{L}+|quadrupl\p{L}+|times|\p{L}*fold|decade|an? (?:hour|day|week|month|year))\b/iu

/** Shares as per cent, multiples as `times`, spans of time by their unit. */
export function statedShares(text: string): Quantity[] {
  if (!MAY_SHARE.test(text)) return []
  const shares = [...text.matchAll(SHARE)].flatMap((match) => {
    const share = shareOf(match.groups ?? {})
    if (share === null) return []
    // A third is 33 per cent and two thirds 67, or 66.
    const rough = Number.isInteger(share * 100) ? 'exactly' : 'about'
    return [quantityAt(text, match, share * 100, '%', rough)]
  })
  const multiples = [...text.matchAll(MULTIPLE)].map((match) => {
    const { twice, thrice, four, times } = match.groups ?? {}
    const value = twice ? 2 : thrice ? 3 : four ? 4 : numberOf(times ?? '')
    return quantityAt(text, match, value, 'times', 'exactly')
  })
  const spans = [...text.matchAll(DURATION)].map((match) => {
    const { unit, unit2, unit3, half } = match.groups ?? {}
    const named = unit ?? unit2 ?? unit3 ?? 'decade'
    return quantityAt(text, match, half === undefined ? 1 : 1.5, `${named}s`, 'exactly')
  })
  return [...shares, ...multiples, ...spans]
}

function shareOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { parts, named, whole, by, every, of, all, half, inHalf, halve } = groups
  if (half !== undefined || inHalf !== undefined || halve !== undefined) return 0.5
  if (of !== undefined && all !== undefined) {
    const share = numberOf(of) / numberOf(all)
    // "Two in 2019" and "one in the 20s" are no shares.
    return share <= 1 ? share : null
  }
  const count = parts === undefined ? 1 : numberOf(parts)
  const part = (named ?? whole ?? by ?? every ?? '').toLowerCase()
  const size = PARTS[part] ?? PARTS[part.replace(/s$/u, '')]
  return size === undefined ? null : count / size
}

function quantityAt(
  text: string,
  match: RegExpExecArray,
  value: number,
  unit: string,
  otherwise: Qualifier,
): Quantity {
  const { more, less, about } = match.groups ?? {}
  const qualifier = more ? 'more-than' : less ? 'less-than' : about ? 'about' : otherwise
  return {
    ...spanOf(text, { start: match.index, end: match.index + match[0].length }),
    value,
    unit,
    qualifier,
  }
}

function numberOf(words: string): number {
  return /^\d/u.test(words) ? Number(words) : spelledValue(words.toLowerCase())
}

const HOURS =
  /(?<![\p{L}\p{N}.,:/-])(?<hours>[01]?\d|2[0-3])(?:[:.](?<minutes>[0-5]\d))?\s?h(?:rs?)?(?![\p{L}\p{N}])/gu

/** Times of day as many languages write them: "13h" and "22:30h". A number of hours is written out or follows "for". */
function hourClocks(text: string): StatedDate[] {
  if (!/\d\s?h/u.test(text)) return []
  return [...text.matchAll(HOURS)].flatMap((match) => {
    if (/\b(?:for|in|of|lasted|took|after)\s$/iu.test(text.slice(Math.max(0, match.index - 8), match.index)))
      return []
    const { hours = '', minutes = '00' } = match.groups ?? {}
    const span = spanOf(text, { start: match.index, end: match.index + match[0].length })
    return [{ ...span, value: `T${hours.padStart(2, '0')}:${minutes}` }]
  })
}

const SEASON =
  /(?<![\p{L}\p{N}.,/–-])(?<from>(?:1[89]|20)\d\d)\s?[/–-]\s?(?<to>(?:(?:1[89]|20)\d\d|\d\d))(?![\p{L}\p{N}/–-])/gu

/** Years that are joined, as of seasons: "2017/18", "2019–2020". */
export function statedSeasons(text: string): StatedDate[] {
  if (!/\d\s?[/–-]\s?\d/u.test(text)) return []
  return [...text.matchAll(SEASON)].flatMap((match) => {
    const { from = '', to = '' } = match.groups ?? {}
    const last = to.length === 2 ? from.slice(0, 2) + to : to
    const span = spanOf(text, { start: match.index, end: match.index + match[0].length })
    return Number(last) > Number(from) ? [{ ...span, value: `${from}/${last}` }] : []
  })
}

/** Times of day in words: "ten past two in the morning" is `T02:10`. Without a part of the day the hour is taken as it stands. */
export function statedClocks(text: string): StatedDate[] {
  const inDigits = hourClocks(text)
  if (!/\b(?:past|to|in the (?:morning|afternoon|evening)|at night)\b/iu.test(text)) return inDigits
  const inWords = [...text.matchAll(CLOCK)].flatMap((match) => {
    const { half, quarter, minutes, side, hour, full, day } = match.groups ?? {}
    const part = match.groups?.['part'] ?? day
    // "From five to ten" is a range, "ten past two" a time.
    if (side?.toLowerCase() === 'to' && part === undefined && quarter === undefined) return []
    const past =
      half !== undefined ? 30 : quarter !== undefined ? 15 : full !== undefined ? 0 : numberOf(minutes ?? '')
    if (past >= 60) return []
    const late = /afternoon|evening|night|p/iu.test(part ?? '')
    const hours = (numberOf(hour ?? full ?? '') % 12) + (late ? 12 : 0)
    const total = (hours * 60 + (side?.toLowerCase() === 'to' ? -past : past) + 1440) % 1440
    const two = (value: number) => String(value).padStart(2, '0')
    return [
      {
        ...spanOf(text, { start: match.index, end: match.index + match[0].length }),
        value: `T${two(Math.floor(total / 60))}:${two(total % 60)}`,
      },
    ]
  })
  return [...inDigits, ...inWords]
}
