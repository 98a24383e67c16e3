import { csvOf } from '#core/exchange/csv'
import type { ImportReportLine } from '#data/stored'

/** The report as CSV. A file's name comes from anywhere, and no cell is taken for a formula. */
export function reportCsv(lines: readonly ImportReportLine[]): string {
  const rows = lines.map(({ path, outcome, sameAs, message }) => [path, outcome, sameAs ?? '', message ?? ''])
  return csvOf([['path', 'outcome', 'same as', 'message'], ...rows])
}
