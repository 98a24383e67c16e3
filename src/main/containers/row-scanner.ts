const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22
/** Comma, tab, semicolon, bar: what a cell may stand behind. */
const DELIMITERS: ReadonlySet<number> = new Set([0x2c, 0x09, 0x3b, 0x7c])

/** Tells where the rows of a table end, in chunk after chunk of its bytes, in an encoding that has ASCII in it. */
export interface RowScanner {
  /** Calls `onEnd` with the place behind each row that ends in the chunk. */
  readonly scan: (chunk: Uint8Array, onEnd: (end: number) => void) => void
  /** Takes it that no cell is open, where a quotation mark was plainly never closed. */
  readonly forget: () => void
}

/**
 * A row ends with a line, but for line feeds inside a quoted cell. A cell is quoted when a quotation mark is the first of
 * it. The delimiter is not known here and need not be.
 */
export function createRowScanner(): RowScanner {
  let inQuotes = false
  /** The byte before may have been the end of a quoted cell, or the first half of a doubled quotation mark. */
  let behindQuote = false
  let atCellStart = true
  let behindReturn = false

  const step = (byte: number, at: number, onEnd: (end: number) => void): void => {
    if (inQuotes) {
      if (byte === QUOTE) {
        behindQuote = !behindQuote
        return
      }
      if (!behindQuote) return
      behindQuote = false
      inQuotes = false
    }
    if (behindReturn) {
      behindReturn = false
      onEnd(byte === LINE_FEED ? at + 1 : at)
      atCellStart = true
      if (byte === LINE_FEED) return
    }
    if (byte === QUOTE && atCellStart) inQuotes = true
    else if (byte === LINE_FEED) onEnd(at + 1)
    else if (byte === CARRIAGE_RETURN) behindReturn = true
    atCellStart = byte === LINE_FEED || DELIMITERS.has(byte)
  }

  return {
    scan: (chunk, onEnd) => {
      for (let at = 0; at < chunk.length; at += 1) {
        if (inQuotes && !behindQuote) {
          // Nothing but a quotation mark matters in a quoted cell, and texts are long.
          const quote = chunk.indexOf(QUOTE, at)
          if (quote < 0) return
          at = quote
        }
        step(chunk[at] ?? 0, at, onEnd)
      }
    },
    forget: () => {
      inQuotes = false
      behindQuote = false
      atCellStart = true
    },
  }
}
