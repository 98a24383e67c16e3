/** A day of the Gregorian calendar, without time or zone. `month` is 1..12. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY = 86_400_000

/** Days from 1970-01-01, negative before it. */
export function dayNumber({ year, month, day }: CivilDate): number {
  // setUTCFullYear, as Date.UTC reads the years 0..99 as 1900..1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY
}

/** The day `days` after 1970-01-01. */
export function dateOfDay(days: number): CivilDate {
  const date = new Date(days * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** True when the calendar has that day. */
export function isCivilDate({ year, month, day }: CivilDate): boolean {
  const found = dateOfDay(dayNumber({ year, month, day }))
  return found.year === year && found.month === month && found.day === day
}

/** Day of the week, 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekdayOf(date: CivilDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The day `days` later, earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days)
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

/** `2031`. */
export function isoYear(year: number): string {
  return padded(year, 4)
}

/** `2031-03`; `months` later, earlier when negative. */
export function isoMonth({ year, month }: Pick<CivilDate, 'year' | 'month'>, months = 0): string {
  const index = year * 12 + month - 1 + months
  return `${isoYear(Math.floor(index / 12))}-${padded((index % 12) + 1, 2)}`
}

/** `2031-03-05`. */
export function isoDate(date: CivilDate): string {
  return `${isoMonth(date)}-${padded(date.day, 2)}`
}

/** `--03-05` or `--03`: a day or month of no known year (ISO 8601:2000, 5.2.1.3; XML Schema `gMonthDay`). */
export function isoWithoutYear(month: number, day: number | null): string {
  return `--${padded(month, 2)}${day === null ? '' : `-${padded(day, 2)}`}`
}

/** `2031-W10`: the ISO week that the day is in. A week belongs to the year of its Thursday. */
export function isoWeek(date: CivilDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  const week = Math.floor((dayNumber(thursday) - first) / 7) + 1
  return `${isoYear(thursday.year)}-W${padded(week, 2)}`
}

/** `T14:30`. */
export function isoTime(hour: number, minute: number): string {
  return `T${padded(hour, 2)}:${padded(minute, 2)}`
}

/** The day at the beginning of an ISO 8601 date or time, as written there (its zone is not applied); null for less. */
export function civilDateOf(iso: string): CivilDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso) ?? []
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  return day !== undefined && isCivilDate(date) ? date : null
}

/** Of `dates`, the one nearest to `reference`; the earlier one when two are equally near. */
export function nearestTo(reference: CivilDate, dates: readonly CivilDate[]): CivilDate | null {
  const distance = (date: CivilDate) => Math.abs(dayNumber(date) - dayNumber(reference))
  return [...dates].sort((a, b) => distance(a) - distance(b) || dayNumber(a) - dayNumber(b))[0] ?? null
}
