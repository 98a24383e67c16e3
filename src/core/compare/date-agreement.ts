import type { StatedDate } from '../model/annotation'
import { civilDateOf, dateOfDay, dayNumber, weekdayOf } from '../suggest/civil-date'
import { MONTHS, WEEKDAYS } from '../suggest/english-dates'
import type { Agreement } from './agreement'

/** What a stated date says. Days count from 1970-01-01; `minutes` from midnight. */
type Stated =
  | {
      readonly kind: 'days'
      readonly from: number
      readonly to: number
      readonly precision: Precision
      readonly clock: Clock | null
    }
  | { readonly kind: 'yearless'; readonly month: number; readonly day: number | null }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'clock'; readonly clock: Clock }

interface Clock {
  readonly minutes: number
  /** `Z`, an offset, or empty where none is stated. */
  readonly zone: string
}

/** 1 day, 2 week or interval of days, 3 month, 4 year or longer. */
type Precision = 1 | 2 | 3 | 4

/** Words relative to the day of printing, which is a day off where outlets print in other zones or the day after. */
const RELATIVE = /\b(?:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b/iu
const WEEK = /\b(?:week|weekend)\b/iu
const WEEKDAY = new RegExp(
  `(?<![\\p{L}])(?<name>${WEEKDAYS.map(([name]) => name).join('|')})(?![\\p{L}])`,
  'u',
)

/** The value of a weekday whose date cannot be told, for want of a day of printing: `-W-3` is a Wednesday (ISO 8601:2000). */
export function weekdayValue(weekday: number): string {
  return `-W-${weekday}`
}

/** The weekday that the words of a date name, 1 (Monday) to 7; null for none. */
export function weekdayNamed(exact: string): number | null {
  const name = WEEKDAY.exec(exact)?.groups?.['name']
  return name === undefined ? null : WEEKDAYS.findIndex(([full]) => full === name) + 1
}

/**
 * How two stated dates or times go together, by their values at the precision stated: `2022-02` and `2022-02-15` are
 * compatible, 3 p.m. and 15:00 the same. Days that are only named by weekday agree by their name; "today" and "yesterday"
 * may be a day apart. Two times of day of which only one states a zone, and a day beside a year it is not in, are not
 * comparable.
 */
export function dateAgreement(a: StatedDate, b: StatedDate): Agreement {
  // The year of "July 27" is a guess, and two sentences may be guessed apart.
  const named = isNamedDay(a) && isNamedDay(b)
  const first = read(named ? withoutGuess(a) : a.value)
  const second = read(named ? withoutGuess(b) : b.value)
  if (!first || !second) return a.value === b.value ? 'same' : 'not-comparable'
  if (first.kind === 'clock' || second.kind === 'clock') {
    return first.kind === 'clock' && second.kind === 'clock'
      ? clockAgreement(first.clock, second.clock)
      : 'not-comparable'
  }
  const weekdays = weekdaysAgreement(a, b)
  if (weekdays === 'same') {
    return first.kind === 'days' && second.kind === 'days' ? clocksOf(first, second) : 'same'
  }
  if (weekdays !== null) return weekdays
  if (first.kind === 'weekday') return weekdayAgreement(first.weekday, second)
  if (second.kind === 'weekday') return weekdayAgreement(second.weekday, first)
  if (first.kind === 'yearless') return yearlessAgreement(first, second)
  if (second.kind === 'yearless') return yearlessAgreement(second, first)
  if (first.from === second.from && first.to === second.to) return clocksOf(first, second)
  if (isSeason(a) && isSeason(b)) return 'conflict'
  if (first.from <= second.to && second.from <= first.to) return 'compatible'
  const apart = Math.max(first.from - second.to, second.from - first.to)
  const slack = RELATIVE.test(a.exact) || RELATIVE.test(b.exact) ? 1 : 0
  if (apart <= Math.max(slack, WEEK.test(a.exact) || WEEK.test(b.exact) ? 7 : 0)) return 'compatible'
  return Math.abs(first.precision - second.precision) > 2 ? 'not-comparable' : 'conflict'
}

/** The weekday of a date that is named by nothing else. */
function onlyWeekday({ exact }: StatedDate): number | null {
  return /\d/u.test(exact.replace(/\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d/giu, ''))
    ? null
    : weekdayNamed(exact)
}

/** True for years that are joined: "2017/18". */
function isSeason({ exact, value }: StatedDate): boolean {
  return /^\d{4}\/\d{4}$/u.test(value) && /^\d{4}.\d+$/u.test(exact)
}

/** "The night before Sunday" is Saturday night. */
const NIGHT_BEFORE = /\bnight (?:before|to|into|leading (?:in)?to)\b/iu

/**
 * How two dates go together by the weekdays that both name: other ones conflict, also beside a day of the month; the same
 * settle it where at least one names nothing else. Null where weekdays do not tell.
 */
function weekdaysAgreement(a: StatedDate, b: StatedDate): Agreement | null {
  const [onlyA, onlyB] = [onlyWeekday(a), onlyWeekday(b)]
  const [namedA, namedB] = [weekdayNamed(a.exact), weekdayNamed(b.exact)]
  if (namedA === null || namedB === null) return null
  if (namedA === namedB)
    return onlyA === null && onlyB === null ? null : onlyA === onlyB ? 'same' : 'compatible'
  return isNightOf(a, namedA, namedB) || isNightOf(b, namedB, namedA) ? 'compatible' : 'conflict'
}

/** True where the date is the night before the weekday it names, and `other` the weekday on which that night begins. */
function isNightOf({ exact }: StatedDate, named: number, other: number): boolean {
  return NIGHT_BEFORE.test(exact) && (other % 7) + 1 === named
}

const MONTH = new RegExp(`(?<!\\p{L})(?:${MONTHS.flat().join('|')})(?!\\p{L})`, 'u')

/** True for a day or month that is named as such: "27 July", not "Monday" or "yesterday". */
function isNamedDay({ exact, value }: StatedDate): boolean {
  return MONTH.test(exact) && /^(?:\d{4}|-)-\d\d(?:-\d\d)?(?:T|$)/u.test(value)
}

/** The value without a year that the words do not state. */
function withoutGuess({ exact, value }: StatedDate): string {
  return /\d{4}|['’]\d\d/u.test(exact)
    ? value
    : value.replace(/^\d{4}-(?<rest>\d\d(?:-\d\d)?).*$/u, '--$<rest>')
}

function clockAgreement(a: Clock, b: Clock): Agreement {
  if (a.zone !== b.zone) return 'not-comparable'
  return a.minutes === b.minutes ? 'same' : 'conflict'
}

function clocksOf(a: { readonly clock: Clock | null }, b: { readonly clock: Clock | null }): Agreement {
  if (!a.clock || !b.clock) return a.clock === b.clock ? 'same' : 'compatible'
  const agreement = clockAgreement(a.clock, b.clock)
  return agreement === 'not-comparable' ? 'compatible' : agreement
}

function weekdayAgreement(weekday: number, other: Stated): Agreement {
  if (other.kind === 'weekday') return other.weekday === weekday ? 'same' : 'conflict'
  if (other.kind !== 'days' || other.from !== other.to) return 'not-comparable'
  return weekdayOf(dateOfDay(other.from)) === weekday ? 'compatible' : 'conflict'
}

function yearlessAgreement(
  { month, day }: { readonly month: number; readonly day: number | null },
  other: Stated,
): Agreement {
  if (other.kind === 'yearless') {
    if (month !== other.month) return 'conflict'
    if (day === other.day) return 'same'
    return day === null || other.day === null ? 'compatible' : 'conflict'
  }
  if (other.kind !== 'days' || other.to - other.from > 31) return 'not-comparable'
  const from = dateOfDay(other.from)
  const to = dateOfDay(other.to)
  if (month !== from.month && month !== to.month) return 'conflict'
  if (day === null || other.precision > 1) return 'compatible'
  return from.day === day ? 'compatible' : 'conflict'
}

/** Reads an ISO 8601 value as `core/suggest/dates` writes it; null for another. */
function read(value: string): Stated | null {
  const weekday = /^-W-(\d)$/u.exec(value)?.[1]
  if (weekday !== undefined) return { kind: 'weekday', weekday: Number(weekday) }
  const yearless = /^--(\d\d)(?:-(\d\d))?$/u.exec(value)
  if (yearless) {
    return {
      kind: 'yearless',
      month: Number(yearless[1]),
      day: yearless[2] === undefined ? null : Number(yearless[2]),
    }
  }
  const [head = '', tail] = value.split('/')
  const clock = clockOf(head)
  const day = head.split('T')[0] ?? ''
  if (day === '') return clock ? { kind: 'clock', clock } : null
  const first = daysOf(day)
  const last = tail === undefined ? first : daysOf(tail.split('T')[0] ?? '')
  if (!first || !last) return null
  const precision = tail === undefined ? first.precision : (Math.max(2, first.precision) as Precision)
  return { kind: 'days', from: first.from, to: last.to, precision, clock }
}

function clockOf(value: string): Clock | null {
  const match = /T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$/u.exec(value)
  return match ? { minutes: Number(match[1]) * 60 + Number(match[2]), zone: match[3] ?? '' } : null
}

function daysOf(
  value: string,
): { readonly from: number; readonly to: number; readonly precision: Precision } | null {
  const date = civilDateOf(value)
  if (date) {
    const day = dayNumber(date)
    return { from: day, to: day, precision: 1 }
  }
  const week = /^(\d{4})-W(\d\d)$/u.exec(value)
  if (week) {
    // The week with 4 January is the first.
    const fourth = { year: Number(week[1]), month: 1, day: 4 }
    const from = dayNumber(fourth) - weekdayOf(fourth) + 1 + (Number(week[2]) - 1) * 7
    return { from, to: from + 6, precision: 2 }
  }
  const month = /^(\d{4})-(\d\d)$/u.exec(value)
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    const from = dayNumber({ year, month: number, day: 1 })
    return { from, to: dayNumber({ year, month: number + 1, day: 1 }) - 1, precision: 3 }
  }
  const year = /^(\d{4})$/u.exec(value)
  if (!year) return null
  const from = dayNumber({ year: Number(value), month: 1, day: 1 })
  return { from, to: dayNumber({ year: Number(value) + 1, month: 1, day: 1 }) - 1, precision: 4 }
}
