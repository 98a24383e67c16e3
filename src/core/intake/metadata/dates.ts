import { GB, strict as english, type Chrono, type ParsedResult } from 'chrono-node/en'
import { strict as german } from 'chrono-node/de'
import { strict as spanish } from 'chrono-node/es'
import { strict as french } from 'chrono-node/fr'
import { strict as indonesian } from 'chrono-node/id'
import { strict as italian } from 'chrono-node/it'
import { strict as japanese } from 'chrono-node/ja'
import { strict as dutch } from 'chrono-node/nl'
import { strict as portuguese } from 'chrono-node/pt'
import { strict as russian } from 'chrono-node/ru'
import { strict as swedish } from 'chrono-node/sv'
import { strict as ukrainian } from 'chrono-node/uk'

type ParsedComponents = ParsedResult['start']

/** A date found in a text: where (UTF-16, in the string given) and its ISO 8601 value at the precision stated. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly value: string
}

const PARSERS: ReadonlyMap<string, Chrono> = new Map([
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['id', indonesian],
  ['it', italian],
  ['ja', japanese],
  ['nl', dutch],
  ['pt', portuguese],
  ['ru', russian],
  ['sv', swedish],
  ['uk', ukrainian],
])

/** Longest text that is handed to the parser, which takes some 0.2 ms for it. */
const LONGEST = 160
const YEAR = /(?:1[89]|20)\d\d/
const FIRST_YEAR = 1800
const DAY = 86_400_000

const ISO =
  /^((?:1[89]|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i
const ISO_MONTH = /^(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/
/** Written with slashes, day and month cannot be told apart unless one is above 12. */
const SLASHED = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:1[89]|20)\d\d(?!\d)/
const DOTTED = /(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?(?:1[89]|20)\d\d(?!\d)/
const CLOCK = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/

/**
 * Dates with day, month and year in a short text, in order. `language` is a BCP 47 tag: English is tried in any case.
 * A date that could be read two ways (`3/2/2022`) and one before 1800 or after tomorrow is left out.
 */
export function findDates(text: string, language: string | null): readonly FoundDate[] {
  if (text.length > LONGEST || !YEAR.test(text)) return []
  const own = PARSERS.get((language ?? '').split('-')[0] ?? '')
  const parsers = own ? [own, english] : [DOTTED.test(text) ? GB : english]
  for (const parser of parsers) {
    const found = datesBy(parser, text)
    if (found.length > 0) return found
  }
  return []
}

function datesBy(parser: Chrono, text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const { index, text: exact, start } of parser.parse(text)) {
    const whole = start.isCertain('day') && start.isCertain('month') && start.isCertain('year')
    if (!whole || isAmbiguous(exact)) continue
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    const date = calendarDate(year ?? 0, month ?? 0, day ?? 0)
    if (date === null) continue
    const time = start.isCertain('hour')
      ? clock(start.get('hour') ?? 0, start.isCertain('minute') ? (start.get('minute') ?? 0) : 0) +
        seconds(start)
      : ''
    const zone =
      time !== '' && start.isCertain('timezoneOffset') ? offset(start.get('timezoneOffset') ?? 0) : ''
    found.push({ start: index, end: index + exact.length, value: date + time + zone })
  }
  return found
}

/**
 * The ISO 8601 value of a date that stands in a field of its own: an ISO date, seconds or milliseconds since 1970, or
 * as people write dates. Midnight sharp is taken for a date without time, as tables and databases write it. Null when it is no date or not
 * plausible.
 */
export function readStatedDate(value: unknown, language: string | null): string | null {
  if (typeof value === 'number') return readEpoch(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (ISO_MONTH.test(text)) return isPlausible(Date.parse(text)) ? text : null
  const iso = ISO.exec(text)
  if (iso) {
    const [, date = '', minutes, seconds = '', zone = ''] = iso
    if (!isCalendarDate(date)) return null
    const midnight =
      minutes === '00:00' && (seconds === '' || seconds === ':00') && /^(?:Z|UTC|GMT)?$/i.test(zone)
    if (minutes === undefined || midnight) return date
    return `${date}T${minutes}${seconds}${zoneOf(zone)}`
  }
  if (/^\d{8}$/.test(text)) return findDateInPath(text)
  if (/^\d{10}(?:\d{3})?$/.test(text)) return readEpoch(Number(text))
  return findDates(text, language)[0]?.value ?? null
}

/** The date of a line that consists of a date and what usually stands with it (labels, weekday, time, zone); else null. */
export function readDateLine(line: string, language: string | null): string | null {
  // A sentence is told by its end before the costly parser sees it.
  if (line.length > 100 || !YEAR.test(line) || /[^mM\d][.!?]["”’]?$/u.test(line)) return null
  const found = findDates(line, language)[0]
  if (!found) return null
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`
  const timeInRest = found.value.includes('T') ? null : CLOCK.exec(rest)
  const left = rest.replace(/\d{1,2}[:.h]\d{2}(?::\d{2})?|[\p{P}\p{S}\s]+/gu, ' ').trim()
  if (!left.split(' ').every((word) => word === '' || isDateWord(word))) return null
  return timeInRest ? found.value + clock(Number(timeInRest[1]), Number(timeInRest[2])) : found.value
}

/** The date in a file or folder name, such as `2016-09-12`, `2016/09/12` or `20160912`; null without one. */
export function findDateInPath(path: string): string | null {
  const dates = /(?<![\da-z])((?:1[89]|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\da-z])/gi
  let last: string | null = null
  // The last one is the nearest to the file itself: a folder of a year's end may hold the next year's first day.
  for (const [, year, , month, day] of path.matchAll(dates)) {
    last = calendarDate(Number(year), Number(month), Number(day)) ?? last
  }
  return last
}

/**
 * The date that Indonesian and other Asian outlets put after the weekday: "Tuesday (15/2/2022)". The weekday tells day
 * from month and a wrong reading from a right one.
 */
export function findWeekdayDate(text: string): string | null {
  if (!/\(\d{1,2}[/.-]\d/.test(text)) return null
  for (const [, weekday, a, b, year] of text.matchAll(WEEKDAY_DATE)) {
    const wanted = WEEKDAYS.get((weekday ?? '').toLowerCase())
    const readings = [
      calendarDate(Number(year), Number(b), Number(a)),
      calendarDate(Number(year), Number(a), Number(b)),
    ].filter((date) => date !== null && new Date(date).getUTCDay() === wanted)
    const [first, second] = readings
    if (first && (second === undefined || second === first)) return first
  }
  return null
}

const WEEKDAY_DATE = /(\p{L}{4,10}),? ?\((\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\)/gu
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'sunday minggu ahad domingo sonntag',
    'monday senin isnin lunes montag',
    'tuesday selasa martes dienstag',
    'wednesday rabu miércoles mittwoch',
    'thursday kamis khamis jueves donnerstag',
    'friday jumat viernes freitag',
    'saturday sabtu sábado samstag',
  ].flatMap((names, day) => names.split(' ').map((name) => [name, day] as const)),
)
const LABELS = new Set(
  `published publication updated update posted last modified date dated on at from created edited edition first issued
  released time a p am pm hrs hours local uhr veröffentlicht aktualisiert stand am um publié mis à jour le publicado
  actualizado el pubblicato il aggiornato diterbitkan opublikowano опубликовано обновлено опубліковано оновлено г
  noon midnight edt est cst cdt pst pdt gmt utc bst cet cest msk wib wita wit ist`.split(/\s+/),
)

function isDateWord(word: string): boolean {
  const known = word.toLowerCase()
  return LABELS.has(known) || WEEKDAYS.has(known) || /^[A-Z]{2,4}$/.test(word)
}

function isAmbiguous(exact: string): boolean {
  const slashed = SLASHED.exec(exact)
  return slashed !== null && slashed[1] !== slashed[2] && Number(slashed[1]) <= 12 && Number(slashed[2]) <= 12
}

function readEpoch(value: number): string | null {
  const milliseconds = Math.abs(value) < 1e11 ? value * 1_000 : value
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) < 1e9 || !isPlausible(milliseconds))
    return null
  const iso = new Date(milliseconds).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z')
}

/** ISO date of a day that exists and is plausible for an article; else null. */
function calendarDate(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isCalendarDate(text) ? text : null
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  // Date.parse takes 30 February for 2 March in some engines.
  return !Number.isNaN(time) && isPlausible(time) && new Date(time).toISOString().startsWith(date)
}

/** From 1800 to tomorrow: an article cannot be from the future, but a clock or time zone may be off by a day. */
function isPlausible(time: number): boolean {
  return time >= Date.UTC(FIRST_YEAR, 0, 1) && time <= Date.now() + DAY
}

function clock(hour: number, minute: number): string {
  return `T${two(hour)}:${two(minute)}`
}

/** Seconds where they are stated, as in e-mail headers and feeds. */
function seconds(stated: ParsedComponents): string {
  return stated.isCertain('second') ? `:${two(stated.get('second') ?? 0)}` : ''
}

function offset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function zoneOf(zone: string): string {
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return zone === '' ? '' : 'Z'
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
