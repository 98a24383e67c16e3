import type { ImportReportLine } from '#data/stored'

/**
 * The report as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front:
 * a file's name comes from anywhere (OWASP, "CSV Injection").
 */
export function reportCsv(lines: readonly ImportReportLine[]): string {
  const rows = lines.map(({ path, outcome, sameAs, message }) => [path, outcome, sameAs ?? '', message ?? ''])
  return [['path', 'outcome', 'same as', 'message'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
