/**
 * First characters by which a spreadsheet takes a cell for a formula, also behind what is not seen: blank space,
 * control characters, and format characters such as zero-width spaces, direction marks and soft hyphens. Spreadsheets of
 * East Asia take the wide forms as well.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * The cell with an apostrophe in front where a spreadsheet would take it for a formula (OWASP, "CSV Injection"). Without
 * NUL, at which some programs end a cell and others drop it.
 */
export function withoutFormula(value: string): string {
  const shown = value.replaceAll('\0', '')
  return FORMULA.test(shown) ? `'${shown}` : shown
}

/** Rows as CSV (RFC 4180): CRLF behind each, quotes where needed. No cell is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(value: string): string {
  const safe = withoutFormula(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as lines of tab-separated cells, as spreadsheets take them from the clipboard. Blank space is single spaces. */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((value) => withoutFormula(value.replace(/\s+/gu, ' ').trim())).join('\t'))
    .join('\n')
}
