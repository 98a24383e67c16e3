/**
 * Dates as numbers that sort: minutes in a calendar of twelve months of 31 days, so that a month is found by division and
 * no calendar has to be asked. 0 is no date. Fits 32 bits up to the year 8,000.
 */

const DAY = 24 * 60
const MONTH = 31 * DAY
const YEAR = 12 * MONTH

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/

/** The number of an ISO date as it is written, without regard to its time zone; at its start where it is not exact. */
export function dateCode(iso: string | null): number {
  const found = iso === null ? null : DATE.exec(iso)
  if (!found) return 0
  const [, year, month = '01', day = '01', hour = '00', minute = '00'] = found
  const code =
    Number(year) * YEAR +
    (Number(month) - 1) * MONTH +
    (Number(day) - 1) * DAY +
    Number(hour) * 60 +
    Number(minute)
  return code > 0 && code < 2 ** 32 ? code : 0
}

/** Months since the year 0 of a number of `dateCode`. */
export function monthOf(code: number): number {
  return Math.floor(code / MONTH)
}

/** More than any month that `monthOf` answers. */
export const MOST_MONTHS = Math.ceil(2 ** 32 / MONTH)

/** A month as `2022-02`. */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

const PRECISE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

/** First and first no longer of the year, month or day written so (`2022`, `2022-02`, `2022-02-15`); null when it is none. */
export function datePeriod(text: string): { readonly from: number; readonly to: number } | null {
  const found = PRECISE.exec(text)
  if (!found) return null
  const [, year, month, day] = found
  if (Number(year) < 1 || Number(year) > 8000) return null
  const yearStart = Number(year) * YEAR
  if (month === undefined) return { from: yearStart, to: yearStart + YEAR }
  if (Number(month) < 1 || Number(month) > 12) return null
  const monthStart = yearStart + (Number(month) - 1) * MONTH
  if (day === undefined) return { from: monthStart, to: monthStart + MONTH }
  if (Number(day) < 1 || Number(day) > 31) return null
  const dayStart = monthStart + (Number(day) - 1) * DAY
  return { from: dayStart, to: dayStart + DAY }
}
