/** The first day of a year (`2022`) or month (`2022-02`), as an ISO date. */
export function firstDayOf(period: string): string {
  return period.length === 4 ? `${period}-01-01` : `${period}-01`
}

/** The last day of a year or month. */
export function lastDayOf(period: string): string {
  if (period.length === 4) return `${period}-12-31`
  const [year, month] = period.split('-').map(Number)
  // Day 0 of the month after it.
  const days = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  return `${period}-${String(days).padStart(2, '0')}`
}
