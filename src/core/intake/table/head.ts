import { hashText } from '../../model/ids'
import { decodeBytes } from '../decode'
import { readRows } from './rows'

/** What stands at the top of a table. */
export interface TableHead {
  readonly delimiter: string
  /** Names of the columns as they are written, without space around them. */
  readonly names: readonly string[]
  /** The same for all tables with these columns: what a mapping is remembered by. */
  readonly signature: string
  /** Number of the row that names the columns, from 1. */
  readonly row: number
}

/** The top of a table with its first rows, for a person to say what its columns hold. */
export interface TablePreview extends TableHead {
  /** Cells of the first rows, each cut to a glance. */
  readonly rows: readonly (readonly string[])[]
}

/** The likeliest first. */
const DELIMITERS = [',', '\t', ';', '|'] as const
/** How much of a table is looked at for its top, in bytes or code units. */
const TOP = 64 * 1024
const MOST_COLUMNS = 500
const PREVIEW_ROWS = 5
const LONGEST_GLANCE = 300
/** What Excel writes and reads above a table. */
const SEPARATOR_LINE = /^sep=(.)$/i

/** Reads the names of the columns: the first row that is not blank; null where there is none that can be read. */
export function readTableHead(text: string): TableHead | null {
  const top = text.slice(0, TOP)
  let best: TableHead | null = null
  for (const delimiter of DELIMITERS) {
    const head = headBy(top, delimiter)
    if (head && (best === null || head.names.length > best.names.length)) best = head
  }
  return best && best.names.length <= MOST_COLUMNS ? best : null
}

/** Reads the top of a table from its bytes or their beginning. */
export function previewTable(bytes: Uint8Array): TablePreview | null {
  const decoded = decodeBytes(beginning(bytes))
  const head = decoded.ok ? readTableHead(decoded.text) : null
  if (!decoded.ok || !head) return null
  const rows: (readonly string[])[] = []
  let number = 0
  for (const row of readRows(decoded.text, head.delimiter, head.names.length)) {
    number += 1
    if (number <= head.row || row.kind !== 'cells' || isBlankRow(row.cells)) continue
    rows.push(row.cells.map((cell) => cell.slice(0, LONGEST_GLANCE)))
    if (rows.length >= PREVIEW_ROWS) break
  }
  return { ...head, rows }
}

/** True for a row without anything in it. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function headBy(text: string, delimiter: string): TableHead | null {
  let row = 0
  for (const found of readRows(text, delimiter)) {
    row += 1
    if (found.kind !== 'cells') return null
    const separator = SEPARATOR_LINE.exec(found.cells.join(delimiter))?.[1]
    if (row === 1 && separator !== undefined) {
      if (separator !== delimiter) return null
      continue
    }
    if (isBlankRow(found.cells)) continue
    const names = found.cells.map((name) => name.trim())
    // Columns without a name behind the last that has one are what a spreadsheet leaves of cells that were emptied.
    while (names.length > 1 && names.at(-1) === '') names.pop()
    const signature = hashText(names.map((name) => name.toLowerCase()).join('\u001f')).slice(0, 32)
    return { delimiter, names, signature, row }
  }
  return null
}

/** The first bytes, up to the end of a line, so that no character is cut in two. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= TOP) return bytes
  const top = bytes.subarray(0, TOP)
  const end = top.lastIndexOf(0x0a)
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return isWide || end < 0 ? top : top.subarray(0, end + 1)
}
