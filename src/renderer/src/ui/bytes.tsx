const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })
const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const

/** A file's size for a person: "840 bytes", "4.2 KB", "51 MB" (a KB is 1024 bytes). */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${number.format(value)} ${UNITS[unit] ?? ''}`
}
