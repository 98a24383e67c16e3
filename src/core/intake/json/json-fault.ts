/** Where a JSON text is broken. */
export interface JsonFault {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  /** True when the text ends too early: a truncated file. */
  readonly truncated: boolean
}

/**
 * Finds where a text that JSON.parse refuses stops being JSON (RFC 8259). Engines word their messages differently and
 * may leave the position out, so they are not read. One pass, no recursion: depth costs an array entry a level.
 */
export function findJsonFault(text: string): JsonFault {
  const offset = faultOffset(text)
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n'), truncated: offset >= text.trimEnd().length }
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

/** What may come next: a value, a key or `}`, a key, a value or `]`, a colon, or a comma or the end of what is open. */
type Expecting = 'value' | 'key' | 'first-key' | 'first-item' | 'colon' | 'after'

function faultOffset(text: string): number {
  const open: ('{' | '[')[] = []
  let expecting = 'value' as Expecting
  let at = 0
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++
    if (at >= text.length) return text.length
    const character = text.charAt(at)
    const inside = open.at(-1)
    if (expecting === 'after' && inside === undefined) return at

    if (character === '"' && expecting !== 'after' && expecting !== 'colon') {
      const end = stringEnd(text, at)
      if (end.fault) return end.at
      expecting = expecting === 'key' || expecting === 'first-key' ? 'colon' : 'after'
      at = end.at
    } else if (expecting === 'colon' && character === ':') {
      expecting = 'value'
      at++
    } else if (expecting === 'after' && character === ',') {
      expecting = inside === '{' ? 'key' : 'value'
      at++
    } else if (closes(character, inside, expecting)) {
      open.pop()
      expecting = 'after'
      at++
    } else if (expecting !== 'value' && expecting !== 'first-item') return at
    else if (character === '{' || character === '[') {
      open.push(character)
      expecting = character === '{' ? 'first-key' : 'first-item'
      at++
    } else {
      LITERAL.lastIndex = at
      if (!LITERAL.test(text)) return at
      at = LITERAL.lastIndex
      expecting = 'after'
    }
  }
}

function closes(character: string, inside: '{' | '[' | undefined, expecting: Expecting): boolean {
  if (character === '}') return inside === '{' && (expecting === 'after' || expecting === 'first-key')
  return character === ']' && inside === '[' && (expecting === 'after' || expecting === 'first-item')
}

/** End of the string that starts at `start`, or where it is at fault. */
function stringEnd(text: string, start: number): { at: number; fault: boolean } {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) return { at: at + 1, fault: false }
    if (unit < 0x20) return { at, fault: true }
    if (unit !== 0x5c) continue
    const escape = text.charAt(at + 1)
    if (escape === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) : !'"\\/bfnrt'.includes(escape)) {
      return { at: Math.min(at + 1, text.length), fault: true }
    }
    at += escape === 'u' ? 5 : 1
  }
  return { at: text.length, fault: true }
}
