import { DIGIT } from './anchored-patterns'
import {
  addDays,
  isCivilDate,
  isoDate,
  isoMonth,
  isoWeek,
  isoWithoutYear,
  isoYear,
  nearestTo,
  weekdayOf,
  type CivilDate,
} from './civil-date'
import { anyOf, MONTH_NUMBERS, speaksOfFuture, weekdayPattern, type MentionPattern } from './date-mentions'
import { AMBIGUOUS_MONTHS, DATE_PREPOSITIONS, MONTHS } from './english-dates'
import { MAYBE_SPACE, SPACE, SPELLED_BEGINS, SPELLED_SMALL, spelledValue } from './number-words'
import { TIME_PATTERNS } from './time-patterns'

const MONTH = `(?<month>${anyOf([...MONTH_NUMBERS.keys()])})`
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const LAST_DAY = `(?<last>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?!${MAYBE_SPACE}(?:%|per${MAYBE_SPACE}cent))`
const DAYS = `${DAY}(?:(?:${MAYBE_SPACE}[-–—]${MAYBE_SPACE}|${SPACE}(?:to|through|until)${SPACE})${LAST_DAY})?`
const YEAR = '(?:1[5-9]|20|21)\\d\\d'
const NOT_IN_WORD_BEFORE = '(?<![\\p{L}\\p{N}/.:,_-])'
const NOT_IN_NUMBER_AFTER = '(?![\\p{L}\\p{N}/_]|[.,:]\\d|-\\d)'
const PERIOD = `(?:(?<period>[Ee]arly|[Ll]ate|[Mm]id)[-\\s]|(?:[Tt]he${SPACE})?(?:beginning|start|middle|end)${SPACE}of${SPACE})`
const PERIOD_BEGINS = ['early', 'late', 'mid', 'the', 'beginning', 'start', 'middle', 'end']
const MONTH_BEGINS = [...MONTH_NUMBERS.keys()].map((name) => name.toLowerCase())

/** A day without a year farther ahead, in days, was the one of the year before, unless the sentence speaks of what is to come. */
const FARTHEST_AHEAD = 90

interface StatedDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly last: number | null
  /** True when the sentence speaks of what is to come. */
  readonly coming: boolean
}

/** Value of a day whose year may be left out: then the year that puts it nearest to the reference, and not far ahead. */
function dayValue(
  reference: CivilDate | null,
  weekday: number | null,
  { year, month, day, last, coming }: StatedDay,
): string | null {
  if (year === null && !reference) {
    return isCivilDate({ year: 2000, month, day }) ? isoWithoutYear(month, day) : null
  }
  const near = reference?.year ?? 0
  const years = year === null ? [near - 1, near, near + 1] : [year]
  const possible = years.map((value) => ({ year: value, month, day })).filter(isCivilDate)
  const fitting = possible.filter((date) => weekday === null || weekdayOf(date) === weekday)
  const candidates = fitting.length > 0 ? fitting : possible
  const isNear = (date: CivilDate) =>
    reference === null || isoDate(date) <= isoDate(addDays(reference, FARTHEST_AHEAD))
  const notFar = year === null && !coming ? candidates.filter(isNear) : []
  const found = reference ? nearestTo(reference, notFar.length > 0 ? notFar : candidates) : candidates[0]
  if (!found) return null
  return last === null ? isoDate(found) : `${isoDate(found)}/${isoDate({ ...found, day: last })}`
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function daysOfMonth(begins: readonly string[], pattern: RegExp): MentionPattern {
  return {
    begins,
    pattern,
    read({ day, last, month, year }, { before }) {
      const monthNumber = MONTH_NUMBERS.get(month ?? '')
      const first = numberOf(day)
      const until = numberOf(last)
      if (monthNumber === undefined || first === null || (until !== null && until <= first)) return null
      return {
        kind: 'date',
        resolve: (reference, weekday) =>
          dayValue(reference, weekday, {
            year: numberOf(year),
            month: monthNumber,
            day: first,
            last: until,
            coming: speaksOfFuture(before),
          }),
      }
    },
  }
}

/** "February 16", "Feb. 16-18, 2031"; "16 February", "28th of February 2031". */
const DAYS_OF_MONTH: readonly MentionPattern[] = [
  daysOfMonth(
    MONTH_BEGINS,
    new RegExp(
      `(?<![\\p{L}\\p{N}])${MONTH}\\.?${SPACE}${DAYS}(?:,?${SPACE}(?<year>${YEAR}))?${NOT_IN_NUMBER_AFTER}`,
      'gu',
    ),
  ),
  daysOfMonth(
    [DIGIT],
    new RegExp(
      `${NOT_IN_WORD_BEFORE}${DAYS}(?:${SPACE}of)?${SPACE}${MONTH}(?![\\p{L}\\p{N}])(?:\\.?,?${SPACE}(?<year>${YEAR})${NOT_IN_NUMBER_AFTER})?`,
      'gu',
    ),
  ),
]

/** "15/2/2022", "15.02.2022", "15-02-2022", "15/2/22". */
const NUMERIC_DATE: MentionPattern = {
  begins: [DIGIT],
  pattern: new RegExp(
    `${NOT_IN_WORD_BEFORE}(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<year>${YEAR}|\\d\\d)${NOT_IN_NUMBER_AFTER}`,
    'gu',
  ),
  read({ a, b, mark, year: digits = '' }) {
    // Two digits of a year only after slashes: "3-4-22" and "1.2.30" are scores and versions.
    if (digits.length === 2 && mark !== '/') return null
    // POSIX strptime %y: 69..99 are of the 20th century.
    const year = Number(digits) + (digits.length === 2 ? (Number(digits) < 69 ? 2000 : 1900) : 0)
    const dayFirst = { year, month: Number(b), day: Number(a) }
    const monthFirst = { year, month: Number(a), day: Number(b) }
    // Day and month can change places only between slashes, as Americans write them.
    const readings = (mark === '/' ? [dayFirst, monthFirst] : [dayFirst]).filter(isCivilDate)
    if (readings.length === 0) return null
    return {
      kind: 'date',
      resolve(reference, weekday) {
        const fitting = readings.filter((date) => weekday === null || weekdayOf(date) === weekday)
        const candidates = fitting.length > 0 ? fitting : readings
        const found = reference ? nearestTo(reference, candidates) : candidates[0]
        return found ? isoDate(found) : null
      },
    }
  },
}

/** "(15/2)" after a weekday, as Indonesian outlets write: day first. */
const BRACKETED_DATE: MentionPattern = {
  begins: ['('],
  pattern: /\((?<day>\d{1,2})\/(?<month>\d{1,2})\)/gu,
  read({ day, month }, { before }) {
    if (!/day\s?$/u.test(before)) return null
    const coming = speaksOfFuture(before)
    const date = { month: Number(month), day: Number(day), year: null, last: null, coming }
    return { kind: 'date', resolve: (reference, weekday) => dayValue(reference, weekday, date) }
  },
}

/** "2031-02-27" and "2031-02-27T10:00:00Z", also with slashes for the date alone. */
const ISO_DATE: MentionPattern = {
  begins: [DIGIT],
  pattern:
    /(?<![\p{L}\p{N}/.:_-])(?<year>\d{4})(?<mark>[/-])(?<month>\d{2})\k<mark>(?<day>\d{2})(?:[T ](?<time>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?(?![\p{L}\p{N}/_]|[.:-]\d|-)/gu,
  read({ year, month, day, time, zone = '' }) {
    const date = { year: Number(year), month: Number(month), day: Number(day) }
    if (!isCivilDate(date)) return null
    const value = time === undefined ? isoDate(date) : `${isoDate(date)}T${time}${zone}`
    return { kind: time === undefined ? 'date' : 'instant', resolve: () => value }
  },
}

/** "February 2022", "early March 2022". */
const MONTH_OF_YEAR: MentionPattern = {
  begins: [...PERIOD_BEGINS, ...MONTH_BEGINS],
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])${PERIOD}?${MONTH}(?:\\.?,?|${SPACE}of)${SPACE}(?<year>${YEAR})${NOT_IN_NUMBER_AFTER}`,
    'gu',
  ),
  read({ month = '', year }) {
    const number = MONTH_NUMBERS.get(month)
    if (number === undefined) return null
    const value = isoMonth({ year: Number(year), month: number })
    return { kind: 'instant', resolve: () => value }
  },
}

const PREPOSITION_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?:${anyOf(DATE_PREPOSITIONS)})[\\s-]$`, 'iu')

/** A month alone: "in May", "early March", "last August". The year that puts it nearest to the reference. */
const MONTH_ALONE: MentionPattern = {
  begins: [...PERIOD_BEGINS, 'last', 'next', 'this', ...MONTH_BEGINS],
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?<lead>${PERIOD}|(?<which>[Ll]ast|[Nn]ext|[Tt]his)${SPACE})?(?<month>${anyOf(MONTHS.map(([name]) => name))})(?![\\p{L}\\p{N}]|-\\p{L}|['’]s)`,
    'gu',
  ),
  read({ lead, which, month = '' }, { before, after }) {
    const number = MONTH_NUMBERS.get(month)
    if (number === undefined) return null
    if (AMBIGUOUS_MONTHS.has(month)) {
      const isName = /^\s\p{Lu}/u.test(after) || (lead === undefined && !PREPOSITION_BEFORE.test(before))
      if (isName) return null
    }
    return {
      kind: 'instant',
      resolve(reference) {
        if (!reference) return isoWithoutYear(number, null)
        const ahead = (number - reference.month + 12) % 12
        const back = ahead - 12
        switch (which?.toLowerCase()) {
          case 'last':
            return isoMonth(reference, back)
          case 'next':
            return isoMonth(reference, ahead === 0 ? 12 : ahead)
          default:
            return isoMonth(reference, ahead < -back ? ahead : back)
        }
      },
    }
  },
}

/** Nouns that make a number of four digits before them a quantity and not a year. */
const COUNTED =
  /^\s(?:of\s)?(?:[a-z]+\s)?(?:people|persons|men|women|children|troops|soldiers|officers|votes|seats|homes|houses|cars|boats|ships|tonnes|tons|metres|meters|miles|kilometres|kilometers|km|kg|dollars|euros|pounds|hours|days|years|residents|passengers|tickets|jobs|copies|words|steps|others)\b/u

const SEASONS = ['spring', 'summer', 'autumn', 'fall', 'winter']
const QUARTERS = ['first', 'second', 'third', 'fourth']

/** A year: "in 2014", "the 1990 Accord", "late 2030", "the summer of 2028". */
const YEAR_ALONE: MentionPattern = {
  begins: [DIGIT, ...PERIOD_BEGINS, ...SEASONS, ...QUARTERS],
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}/.:,_$€£+-])(?<lead>${PERIOD}|(?:${anyOf(SEASONS)})(?:${SPACE}of)?${SPACE}|(?:${anyOf(QUARTERS)})${SPACE}quarter${SPACE}of${SPACE})?(?<year>${YEAR})(?![\\p{L}\\p{N}/_%]|[.,:]\\d|[-–]\\d|${MAYBE_SPACE}(?:%|per${MAYBE_SPACE}cent|thousand|million|billion))`,
    'giu',
  ),
  read({ lead, year = '' }, { before, after }) {
    const value = isoYear(Number(year))
    const resolve = () => value
    if (lead !== undefined) return { kind: 'instant', resolve }
    if (COUNTED.test(after)) return null
    if (
      /(?:about|some|around|roughly|nearly|almost|over|than|least|exactly|no\.?|code|number|[#:])\s?$/iu.test(
        before,
      )
    ) {
      return null
    }
    const introduced =
      PREPOSITION_BEFORE.test(before) ||
      /(?:^|[^\p{L}])(?:the|a|an|its|his|her|their|our|and|or)\s$/iu.test(before)
    // After a capitalised word a number is mostly part of a name: "Resolution 2202", "Agenda 2030".
    const named = /\p{Lu}[\p{L}’'-]*\s$/u.test(before) && !introduced
    const ofOurTime = Number(year) >= 1900 && Number(year) <= 2100
    // "below 2005 levels": what was in a year.
    const countsNoun = !introduced && /^\s(?!levels\b)[a-z]+s\b/u.test(after)
    return !named && (introduced || ofOurTime) && !countsNoun ? { kind: 'instant', resolve } : null
  },
}

/** "2014-2016", "2014–16". */
const YEAR_RANGE: MentionPattern = {
  begins: [DIGIT],
  pattern: new RegExp(
    `${NOT_IN_WORD_BEFORE}(?<from>${YEAR})[-–—/](?<to>${YEAR}|\\d\\d)(?![\\p{L}\\p{N}/_%-]|[.,:]\\d)`,
    'gu',
  ),
  read({ from = '', to = '' }) {
    const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to
    if (Number(end) <= Number(from)) return null
    const value = `${from}/${end}`
    return { kind: 'instant', resolve: () => value }
  },
}

/** "the 1990s", "mid-1990s". */
const DECADE: MentionPattern = {
  begins: [DIGIT, 'early', 'late', 'mid'],
  pattern:
    /(?<![\p{L}\p{N}/.:,_])(?:(?:early|late|mid)[-\s])?(?<decade>(?:1[5-9]|20|21)\d)0['’]?s(?![\p{L}\p{N}])/giu,
  read({ decade = '' }) {
    const value = `${decade}0/${decade}9`
    return { kind: 'instant', resolve: () => value }
  },
}

/** A phrase that always names the same distance from the day of reference. */
function phrase(
  begins: readonly string[],
  source: string,
  format: (reference: CivilDate) => string,
): MentionPattern {
  return {
    begins,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}-]|['’]s|${SPACE}of${SPACE})`,
      'giu',
    ),
    read: () => ({ kind: 'date', resolve: (reference) => (reference ? format(reference) : null) }),
  }
}

function weekend(reference: CivilDate, weeks: number): string {
  const saturday = addDays(reference, 6 - weekdayOf(reference) + weeks * 7)
  return `${isoDate(saturday)}/${isoDate(addDays(saturday, 1))}`
}

/** "today", in any case; after a capitalised word "Today" belongs to a name, such as a newspaper's. */
const TODAY: MentionPattern = {
  begins: ['today'],
  pattern:
    /(?<![\p{L}\p{N}-])(?:today|(?<!\p{Lu}[\p{L}.]*\s)(?:Today|TODAY))(?![\p{L}\p{N}-]|['’]s|\sof\s)/gu,
  read: () => ({ kind: 'date', resolve: (reference) => (reference ? isoDate(reference) : null) }),
}

const PART = '(?:morning|afternoon|evening)'

const PHRASES: readonly MentionPattern[] = [
  phrase(['the'], `the${SPACE}day${SPACE}before${SPACE}yesterday`, (day) => isoDate(addDays(day, -2))),
  phrase(['the'], `the${SPACE}day${SPACE}after${SPACE}tomorrow`, (day) => isoDate(addDays(day, 2))),
  phrase(['yesterday', 'last'], `yesterday(?:${SPACE}(?:${PART}|night))?|last${SPACE}night`, (day) =>
    isoDate(addDays(day, -1)),
  ),
  phrase(['tonight', 'this'], `tonight|this${SPACE}${PART}`, (day) => isoDate(day)),
  phrase(['tomorrow'], `tomorrow(?:${SPACE}(?:${PART}|night))?`, (day) => isoDate(addDays(day, 1))),
  phrase(['last', 'past'], `(?:last|past)${SPACE}week`, (day) => isoWeek(addDays(day, -7))),
  phrase(['this'], `this${SPACE}week`, (day) => isoWeek(day)),
  phrase(['next'], `next${SPACE}week`, (day) => isoWeek(addDays(day, 7))),
  phrase(['last'], `last${SPACE}month`, (day) => isoMonth(day, -1)),
  phrase(['this'], `this${SPACE}month`, (day) => isoMonth(day)),
  phrase(['next'], `next${SPACE}month`, (day) => isoMonth(day, 1)),
  phrase(['last'], `last${SPACE}year`, (day) => isoYear(day.year - 1)),
  phrase(['this'], `this${SPACE}year`, (day) => isoYear(day.year)),
  phrase(['next'], `next${SPACE}year`, (day) => isoYear(day.year + 1)),
  // A weekend belongs to the ISO week it ends; on a Saturday or Sunday "the weekend" is the present one.
  phrase(['over', 'during'], `(?:over|during)${SPACE}the${SPACE}(?:past${SPACE})?weekend`, (day) =>
    weekend(day, weekdayOf(day) >= 6 ? 0 : -1),
  ),
  phrase(['last'], `last${SPACE}weekend`, (day) => weekend(day, -1)),
  phrase(['this'], `this${SPACE}weekend`, (day) => weekend(day, 0)),
  phrase(['next'], `next${SPACE}weekend`, (day) => weekend(day, 1)),
]

/** "three days ago", "10 years ago", at the precision of the unit. */
const AGO: MentionPattern = {
  begins: [DIGIT, ...SPELLED_BEGINS],
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}.,-])(?:(?<digits>\\d{1,4})|(?<words>an?|${SPELLED_SMALL}))${SPACE}(?<unit>hour|day|week|month|year|decade)s?${SPACE}ago(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  read({ digits, words = '', unit = '' }) {
    const count = digits === undefined ? (/^an?$/iu.test(words) ? 1 : spelledValue(words)) : Number(digits)
    if (!Number.isInteger(count)) return null
    return {
      kind: 'date',
      resolve(reference) {
        if (!reference) return null
        switch (unit.toLowerCase()) {
          case 'day':
            return isoDate(addDays(reference, -count))
          case 'week':
            return isoWeek(addDays(reference, -7 * count))
          case 'month':
            return isoMonth(reference, -count)
          case 'year':
            return isoYear(reference.year - count)
          case 'decade':
            return isoYear(reference.year - 10 * count)
          default:
            // Hours ago: the time of printing is not known, so only multiples of a day name one.
            return count % 24 === 0 ? isoDate(addDays(reference, -count / 24)) : null
        }
      },
    }
  },
}

/** All that names a date or time, in no order; where mentions overlap, the longer one holds. */
export const DATE_PATTERNS: readonly MentionPattern[] = [
  ISO_DATE,
  NUMERIC_DATE,
  BRACKETED_DATE,
  ...DAYS_OF_MONTH,
  MONTH_OF_YEAR,
  MONTH_ALONE,
  YEAR_RANGE,
  YEAR_ALONE,
  DECADE,
  weekdayPattern(isoDate),
  TODAY,
  ...PHRASES,
  AGO,
  ...TIME_PATTERNS,
]
