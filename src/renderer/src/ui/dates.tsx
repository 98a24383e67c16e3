const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' })
const formatted = new Map<string, string>()

/** An ISO date at the precision it states: "15 Feb 2022", "Feb 2022", "2022". The day is the one the article prints. */
export function formatDate(iso: string): string {
  const date = iso.slice(0, 10)
  let text = formatted.get(date)
  if (text === undefined) {
    const time = Date.parse(date)
    const format = date.length === 10 ? day : date.length === 7 ? month : null
    text = format && !Number.isNaN(time) ? format.format(time) : date
    formatted.set(date, text)
  }
  return text
}

/** Two ISO dates as one stretch, "14 – 16 Feb 2022"; one date where they are the same at the precision they state. */
export function formatDateRange(from: string, to: string): string {
  const [first, last] = [formatDate(from), formatDate(to)]
  if (first === last) return first
  const [start, end] = [Date.parse(from.slice(0, 10)), Date.parse(to.slice(0, 10))]
  const areDays = from.length >= 10 && to.length >= 10 && start <= end
  return areDays ? day.formatRange(start, end) : `${first} – ${last}`
}
