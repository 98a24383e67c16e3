import Papa from 'papaparse'

/** A row of a table, or why it is none. */
export type TableRow =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  /** Its quotation marks do not close, or close inside a cell: where its cells end is anyone's guess. */
  | { readonly kind: 'broken' }
  /** So much of the table is broken that the rest is not read. */
  | { readonly kind: 'given-up' }

/** Code units read at a time, up to the end of a line; more where a row is longer. */
const WINDOW = 64 * 1024
/** So many times the length of a table is looked at in vain at most, however broken its quotation marks are. */
const MOST_VAIN = 16
/** Lines of a table without quoting that are read as they stand cost a window each; short tables may be all of such. */
const ALWAYS_VAIN = 8 * 1024 * 1024

/**
 * The rows of a table in their order, blank ones included: these have one cell, which is empty. A row with broken
 * quotation marks costs its first line and nothing else: reading goes on behind that. Where cells are parted by tabs such
 * a line is taken as it stands if it has the right number of cells, since many such tables quote nothing.
 * @param delimiter one character
 * @param width number of cells that a row has; null when unknown
 */
export function* readRows(text: string, delimiter: string, width: number | null = null): Generator<TableRow> {
  let at = 0
  let vain = Math.max(ALWAYS_VAIN, text.length * MOST_VAIN)
  let size = WINDOW
  while (at < text.length) {
    const window = text.slice(at, lineEnd(text, at + size))
    const isLast = at + window.length >= text.length
    const { rows, end, isBroken } = readWindow(window, delimiter)
    for (const cells of rows) yield { kind: 'cells', cells }
    at += end
    if (!isBroken) {
      size = WINDOW
      continue
    }
    vain -= window.length - end
    if (vain < 0) {
      yield { kind: 'given-up' }
      return
    }
    if (!isLast && isBroken === 'open') {
      // The rest of the row may stand behind the window.
      size *= 4
      continue
    }
    const next = lineEnd(text, at)
    const literal = text.slice(at, next).replace(/\n$/, '').split(delimiter)
    yield delimiter === '\t' && literal.length === width
      ? { kind: 'cells', cells: literal }
      : { kind: 'broken' }
    at = next
    size = WINDOW
  }
}

/** Behind the first line feed from a place on; the text's end where there is none. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found < 0 ? text.length : found + 1
}

interface ReadWindow {
  readonly rows: readonly (readonly string[])[]
  /** Where the first row that was not read begins. */
  readonly end: number
  /** `open`: the quotation marks of the row at `end` do not close here; `bad`: nor would they with more text. */
  readonly isBroken: 'open' | 'bad' | null
}

function readWindow(text: string, delimiter: string): ReadWindow {
  const rows: (readonly string[])[] = []
  let end = 0
  let isBroken: ReadWindow['isBroken'] = null
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    step: ({ data, errors, meta }, parser) => {
      if (errors.length > 0) {
        isBroken = errors.some(({ code }) => code === 'InvalidQuotes') ? 'bad' : 'open'
        parser.abort()
        return
      }
      // Behind a last line feed there is no row.
      if (end < text.length) rows.push(data)
      end = meta.cursor
    },
  })
  return { rows, end, isBroken }
}
