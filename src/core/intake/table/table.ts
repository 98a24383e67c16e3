import type { IntakeProblem } from '../draft'
import { readRecord, type RecordArticle } from '../json/records'
import { atMost } from '../problem-list'
import { listOf, guessColumns, whatIsMissing, type ColumnMapping, type ColumnRole } from './columns'
import { isBlankRow, readTableHead, type TableHead } from './head'
import { readRows } from './rows'

/** The articles of a table, each with its own path, and what could not be read. */
export interface TableOutcome {
  readonly articles: readonly { readonly path: string; readonly article: RecordArticle }[]
  readonly problems: readonly IntakeProblem[]
}

/**
 * Reads a table: an article a row. Paths end in `#` and the number of the row as a spreadsheet counts it, so that the
 * names of the columns are row 1. A row that is broken, or has not as many cells as there are columns, is a problem, as
 * its text may be cut; the others are read.
 * @param mapping what the columns hold; null where only their names say it
 * @param firstRow number of the first row after the names where the text is a piece of a long table, which has the names on
 * top of each piece; null when it is whole
 */
export function readTable(
  text: string,
  path: string,
  mapping: ColumnMapping | null,
  firstRow: number | null = null,
): TableOutcome {
  const head = readTableHead(text)
  if (!head) return none(path, 'The file is no table: its first row cannot be read.')
  const columns = mapping ?? guessColumns(head.names)
  const missing = whatIsMissing(columns)
  if (missing !== null) return none(path, describeMissing(missing, head.names))
  const outcome: MutableOutcome = { articles: [], problems: [] }
  const shift = firstRow === null ? 0 : firstRow - head.row - 1
  let number = 0
  for (const row of readRows(text, head.delimiter, head.names.length)) {
    number += 1
    const isHead = number === head.row
    if (number < head.row || (isHead && !(columns.firstRowIsData && shift === 0))) continue
    const shown = isHead ? number : number + shift
    if (row.kind === 'cells') {
      if (!isBlankRow(row.cells)) addRow(outcome, row.cells, head, columns.roles, path, shown)
    } else addBroken(outcome, row.kind, path, shown)
  }
  if (outcome.articles.length === 0 && outcome.problems.length === 0 && firstRow === null) {
    return none(path, 'The table has no rows below the names of its columns.')
  }
  return { articles: outcome.articles, problems: atMost(outcome.problems, path, 'rows') }
}

/** What is said of a table whose columns hold no text. */
export function describeMissing(missing: string, names: readonly string[]): string {
  return `${missing} It has ${listOf(names)}.`
}

interface MutableOutcome {
  readonly articles: { readonly path: string; readonly article: RecordArticle }[]
  readonly problems: IntakeProblem[]
}

function addRow(
  { articles, problems }: MutableOutcome,
  cells: readonly string[],
  { names }: TableHead,
  roles: readonly ColumnRole[],
  path: string,
  row: number,
): void {
  const place = `${path}#${String(row)}`
  const extra = cells.slice(names.length)
  if (cells.length < names.length || !isBlankRow(extra)) {
    const message = `Row ${String(row)} has ${String(cells.length)} cells where there are ${String(names.length)} columns, so its text may be cut; it was left out.`
    problems.push({ path: place, reason: 'broken-table', message })
    return
  }
  const read = readRecord(recordOf(cells, roles))
  if (read.kind === 'article') articles.push({ path: place, article: read.article })
  else problems.push({ path: place, reason: 'no-text', message: `Row ${String(row)} has no text.` })
}

function addBroken(
  { problems }: MutableOutcome,
  kind: 'broken' | 'given-up',
  path: string,
  row: number,
): void {
  const message =
    kind === 'broken'
      ? `Row ${String(row)} is broken: its quotation marks do not close where its cells end.`
      : `From row ${String(row)} on the quotation marks of the table are broken; the rest of it was not read.`
  problems.push({ path: `${path}#${String(row)}`, reason: 'broken-table', message })
}

/** A row as a record with the fields that every other format has. */
function recordOf(cells: readonly string[], roles: readonly ColumnRole[]): Readonly<Record<string, string>> {
  const record: Partial<Record<ColumnRole, string>> = {}
  roles.forEach((role, index) => {
    const cell = cells[index] ?? ''
    if (role === 'out' || cell.trim() === '') return
    const before = record[role]
    if (before === undefined) record[role] = cell
    else if (role === 'text') record[role] = `${before}\n\n${cell}`
  })
  return record
}

function none(path: string, message: string): TableOutcome {
  return { articles: [], problems: [{ path, reason: 'broken-table', message }] }
}
