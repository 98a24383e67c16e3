/** Why a text is no JSON. `position` is in UTF-16 units, from 0: the first unit that does not fit, or the text's length. */
export interface JsonFault {
  /** `cut-off`: everything up to the end is the beginning of valid JSON. `malformed`: something in it does not fit. */
  readonly kind: 'cut-off' | 'malformed'
  readonly position: number
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** A number, or the beginning of one. */
const NUMBER_BEGUN = /-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?\d*)?)?/y
// Characters of a string stand for themselves from the space on, but for " and \. The loops are unrolled, as an
// alternative for each character would fill the engine's backtrack stack on a long string.
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
/** A string as far as it is well-formed, an escape at its end perhaps unfinished. */
const STRING_BEGUN =
  /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*(?:\\(?:u[0-9a-fA-F]{0,3})?)?/y
const SPACE = /[ \t\n\r]*/y
const WORDS = ['true', 'false', 'null']

/** End of what `pattern` (sticky) matches at `position`, or null. */
function matchEnd(pattern: RegExp, text: string, position: number): number | null {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : null
}

/** End of the string, number or word at `position`, or the fault there. */
function scalarEnd(text: string, position: number): number | JsonFault {
  const first = text.charAt(position)
  if (first === '"') {
    const end = matchEnd(STRING, text, position)
    return end ?? faultAt(text, matchEnd(STRING_BEGUN, text, position) ?? position)
  }
  const word = WORDS.find((candidate) => candidate.startsWith(first))
  if (word !== undefined) {
    if (text.startsWith(word, position)) return position + word.length
    const rest = text.slice(position, position + word.length)
    return word.startsWith(rest) ? faultAt(text, text.length) : { kind: 'malformed', position }
  }
  const end = matchEnd(NUMBER, text, position)
  if (end === text.length) return end
  const begun = matchEnd(NUMBER_BEGUN, text, position) ?? position
  if (begun > position && begun === text.length) return faultAt(text, begun)
  return end ?? { kind: 'malformed', position }
}

function faultAt(text: string, position: number): JsonFault {
  return { kind: position >= text.length ? 'cut-off' : 'malformed', position }
}

/**
 * Where a text that `JSON.parse` refuses stops being JSON (RFC 8259), null when it is JSON after all. The engine's own
 * message is no help: its words differ between versions, and it does not say whether the text was merely cut off.
 * One pass without recursion, so that a hostile depth costs memory, not the stack.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' = 'value'
  let position = 0
  for (;;) {
    position = matchEnd(SPACE, text, position) ?? position
    const container = open.at(-1)
    if (expected === 'comma-or-end' && container === undefined) {
      return position === text.length ? null : { kind: 'malformed', position }
    }
    if (position === text.length) return { kind: 'cut-off', position }
    const char = text.charAt(position)
    const closes = char === (container === '{' ? '}' : ']') && container !== undefined
    if (closes && (expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end')) {
      open.pop()
      expected = 'comma-or-end'
      position++
    } else if (expected === 'comma-or-end') {
      if (char !== ',') return { kind: 'malformed', position }
      expected = container === '{' ? 'key' : 'value'
      position++
    } else if (expected === 'colon') {
      if (char !== ':') return { kind: 'malformed', position }
      expected = 'value'
      position++
    } else if ((char === '{' || char === '[') && (expected === 'value' || expected === 'value-or-end')) {
      open.push(char)
      expected = char === '{' ? 'key-or-end' : 'value-or-end'
      position++
    } else {
      const isKey: boolean = expected === 'key' || expected === 'key-or-end'
      if (isKey && char !== '"') return { kind: 'malformed', position }
      const end = scalarEnd(text, position)
      if (typeof end !== 'number') return end
      expected = isKey ? 'colon' : 'comma-or-end'
      position = end
    }
  }
}
