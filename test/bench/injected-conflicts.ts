import { overlaps } from '#core/model/range'
import { findDates } from '#core/suggest/dates'
import { findQuantities } from '#core/suggest/quantities'
import { NUMBER, readNumber } from '#core/suggest/quantity-patterns'

/** Day that the invented reports are printed on, so that weekdays can be told. */
export const PRINTED = '2025-03-05'

/** `text` with one of its numbers changed; null where it has none outside dates. `seed` chooses which change. */
export function withOtherNumber(text: string, seed: number): string | null {
  const dates = findDates(text, PRINTED)
  const quantities = findQuantities(text)
  const numbers = [...text.matchAll(NUMBER)].filter((match) => {
    const range = { start: match.index, end: match.index + match[0].length }
    return !dates.some((date) => overlaps(date, range)) && quantities.some((one) => overlaps(one, range))
  })
  const match = numbers[seed % Math.max(1, numbers.length)]
  if (!match) return null
  const { value, scale } = readNumber(match.groups ?? {})
  const plain = value / scale
  const factor = [1.5, 2, 0.5, 3][seed % 4] ?? 2
  const changed = Math.max(
    1,
    plain < 10 ? Math.round(plain) + 2 + (seed % 3) : Number((plain * factor).toPrecision(2)),
  )
  const shown = changed.toLocaleString('en-US')
  const digits = match.groups?.['digits']
  const scaleWord = /\s?(?:dozen|hundred|thousand|million|billion|[mk]|bn)$/iu.exec(match[0])?.[0] ?? ''
  const replaced =
    digits === undefined ? `${shown}${scale > 1 ? scaleWord : ''}` : match[0].replace(digits, shown)
  return text.slice(0, match.index) + replaced + text.slice(match.index + match[0].length)
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** `text` with one of its dates or times changed; null where it has none. */
export function withOtherDate(text: string, seed: number): string | null {
  const dates = findDates(text, PRINTED)
  const date = dates[seed % Math.max(1, dates.length)]
  if (!date) return null
  const shifted = (list: readonly string[], by: number) => (name: string) =>
    list[(list.indexOf(name) + by) % list.length] ?? name
  const changes: ((exact: string) => string)[] = [
    (exact) => exact.replace(new RegExp(`\\b(?:${DAYS.join('|')})\\b`, 'u'), shifted(DAYS, 2 + (seed % 3))),
    (exact) =>
      exact.replace(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'u'), shifted(MONTHS, 2 + (seed % 5))),
    (exact) => exact.replace(/\b(?:1[5-9]|20)\d\d\b/u, (year) => String(Number(year) - 3)),
    (exact) =>
      exact.replace(/\b(\d{1,2})\b(?![:.]\d)/u, (day) => String((Number(day) % 27) + 1 + (seed % 2))),
    (exact) =>
      exact.replace(/\b(\d{1,2})(?=[:.]\d\d| ?[ap]\.?m)/iu, (hour) => String((Number(hour) % 11) + 1)),
  ]
  for (let step = 0; step < changes.length; step++) {
    const changed = changes[(seed + step) % changes.length]?.(date.exact)
    if (changed !== undefined && changed !== date.exact) {
      const other = text.slice(0, date.start) + changed + text.slice(date.end)
      const values = (one: string) => findDates(one, PRINTED).map(({ value }) => value)
      if (String(values(other)) !== String(values(text))) return other
    }
  }
  return null
}

/** `text` with its first auxiliary verb negated; null where it has none or is negated there already. */
export function withNegation(text: string): string | null {
  const auxiliary =
    /\b(?:will|would|can|could|may|might|should|must|has|have|had|is|are|was|were)\b(?! not\b| no\b| never\b| neither\b)/iu
  const match = auxiliary.exec(text)
  if (!match) return null
  const end = match.index + match[0].length
  return `${text.slice(0, end)} not${text.slice(end)}`
}

const AUXILIARY =
  /\b(?<verb>will|would|can|could|should|must|has|have|had|is|are|was|were|does|did|do)\b(?! not\b| no\b| never\b| neither\b| nor\b|n['’]t)/giu
const SHORT_FORMS: Readonly<Record<string, string>> = { will: 'won’t', can: 'can’t' }

/**
 * `text` denied in another way than by "not" behind the first auxiliary: "never" or "no longer" behind one of them, "…n’t", or "no" before
 * what there is. Null where it has none. `seed` chooses the place and the way.
 */
export function withNegationOtherwise(text: string, seed: number): string | null {
  const places = [...text.matchAll(AUXILIARY)]
  const match = places[seed % Math.max(1, places.length)]
  const verb = match?.groups?.['verb']
  if (!match || verb === undefined) return null
  const short = SHORT_FORMS[verb.toLowerCase()] ?? `${verb}n’t`
  const denied = [short, `${verb} never`, `${verb} no longer`][seed % 3] ?? short
  return text.slice(0, match.index) + denied + text.slice(match.index + verb.length)
}

/** What comparing the digits alone would call a conflict: a number in digits that the other text has not. */
export function naiveConflict(a: string, b: string): boolean {
  const digits = (text: string) => new Set(text.match(/\d+(?:[.,]\d+)*/gu) ?? [])
  const [first, second] = [digits(a), digits(b)]
  return [...first].some((one) => !second.has(one)) && [...second].some((one) => !first.has(one))
}
