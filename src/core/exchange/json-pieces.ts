import { fail, ok, type Result } from '../model/result'
import { findJsonFault } from './json-fault'

/** Next character outside a string by which a value may begin or end. */
const STRUCTURE = /["{}[\],]/g
/** Next character in a string by which it may end. */
const STRING_END = /["\\]/g
const NOT_SPACE = /[^ \t\n\r]/g

/** What the reader waits for. `whole`: the text is no object, and is parsed in one go at its end. */
type State =
  | 'begin'
  | 'key-or-end'
  | 'key'
  | 'colon'
  | 'value'
  | 'element-or-end'
  | 'element'
  | 'comma-or-array-end'
  | 'comma-or-end'
  | 'done'
  | 'whole'

/**
 * Reads a JSON object that comes in parts, of any length. A string holds half a gigabyte in Chromium, so a file larger
 * than that can never be given to `JSON.parse`; here each value of the object, and each element of a value that is an
 * array, is parsed by itself as soon as it is whole. What comes of it is what `JSON.parse` would answer.
 */
export class JsonPieces {
  /** What is not yet parsed; begins at `#offset` of the whole. */
  #text = ''
  #offset = 0
  /** Where the scan goes on in `#text`, and where the piece under way begins. */
  #at = 0
  #start = 0
  #depth = 0
  #inString = false
  #state: State = 'begin'
  #key = ''
  #array: unknown[] = []
  readonly #values = new Map<string, unknown>()
  #fault: Result<never> | null = null

  /** Reads on. After a fault nothing more is read. */
  push(part: string): void {
    if (this.#fault) return
    this.#offset += this.#start
    this.#text = this.#text.slice(this.#start) + part
    this.#at -= this.#start
    this.#start = 0
    while (!this.#fault && this.#step());
  }

  /**
   * The value, when everything was pushed. Fails with `unreadable` when the text ends too early, with `not-a-dataset`
   * when it is no JSON; the message says where, in UTF-16 units from 0.
   */
  end(): Result<unknown> {
    if (this.#fault) return this.#fault
    if (this.#state === 'done') return ok(Object.fromEntries(this.#values))
    if (this.#state === 'whole') {
      const value = this.#parse(this.#text, 0)
      return this.#fault ?? ok(value)
    }
    // A bracket too few makes the rest of the file a piece without end: then the fault lies within.
    const rest = findJsonFault(this.#text.slice(this.#start))
    const isBetween = this.#start === this.#text.length
    if (rest?.kind === 'malformed' && !isBetween) return malformed(this.#offset + this.#start + rest.position)
    return cutOff(this.#offset + this.#text.length)
  }

  /** Does what the next character asks for; false when more text is needed first. */
  #step(): boolean {
    if (this.#state === 'whole') return false
    if (this.#isInPiece) return this.#finishPiece()
    NOT_SPACE.lastIndex = this.#at
    const next = NOT_SPACE.exec(this.#text)
    this.#at = this.#start = next?.index ?? this.#text.length
    return next !== null && this.#take(next[0])
  }

  /** Takes the first character of what comes next. */
  #take(character: string): boolean {
    switch (this.#state) {
      case 'begin':
        if (character === '{') return this.#go('key-or-end')
        this.#state = 'whole'
        return false
      case 'key-or-end':
        if (character === '}') return this.#go('done')
        return character === '"' ? this.#beginPiece('key') : this.#refuse()
      case 'key':
        return character === '"' ? this.#beginPiece('key') : this.#refuse()
      case 'colon':
        return character === ':' ? this.#go('value') : this.#refuse()
      case 'value':
        if (character !== '[') return this.#beginPiece('value')
        this.#array = []
        this.#values.set(this.#key, this.#array)
        return this.#go('element-or-end')
      case 'element-or-end':
        return character === ']' ? this.#go('comma-or-end') : this.#beginPiece('element')
      case 'element':
        return this.#beginPiece('element')
      case 'comma-or-array-end':
        if (character === ']') return this.#go('comma-or-end')
        return character === ',' ? this.#go('element') : this.#refuse()
      case 'comma-or-end':
        if (character === '}') return this.#go('done')
        return character === ',' ? this.#go('key') : this.#refuse()
      default:
        return this.#refuse()
    }
  }

  #go(state: State): boolean {
    this.#state = state
    this.#start = this.#at += 1
    return true
  }

  #isInPiece = false

  #beginPiece(state: 'key' | 'value' | 'element'): boolean {
    this.#state = state
    this.#isInPiece = true
    return true
  }

  #finishPiece(): boolean {
    if (!this.#scanValue()) return false
    const value = this.#parse(this.#text.slice(this.#start, this.#at), this.#offset + this.#start)
    if (this.#fault) return false
    this.#isInPiece = false
    this.#start = this.#at
    if (this.#state === 'key') {
      this.#key = String(value)
      this.#state = 'colon'
    } else if (this.#state === 'value') {
      this.#values.set(this.#key, value)
      this.#state = 'comma-or-end'
    } else {
      this.#array.push(value)
      this.#state = 'comma-or-array-end'
    }
    return true
  }

  /** Scans on to the end of the piece; false when it ends later than the text that is here. */
  #scanValue(): boolean {
    for (;;) {
      const pattern = this.#inString ? STRING_END : STRUCTURE
      pattern.lastIndex = this.#at
      const found = pattern.exec(this.#text)
      if (!found) {
        this.#at = this.#text.length
        return false
      }
      const [character] = found
      if (character === '\\') {
        // What it escapes may be in the next part.
        this.#at = found.index
        if (found.index + 1 >= this.#text.length) return false
        this.#at += 2
        continue
      }
      if (this.#depth === 0 && !this.#inString && /[\]},]/.test(character)) {
        // A number or a word ends where what is around it goes on.
        this.#at = found.index
        return true
      }
      this.#at = found.index + 1
      if (character === '"') this.#inString = !this.#inString
      else if (character === '{' || character === '[') this.#depth += 1
      else if (character !== ',') this.#depth -= 1
      if (this.#depth === 0 && !this.#inString) return true
    }
  }

  #parse(piece: string, position: number): unknown {
    try {
      return JSON.parse(piece) as unknown
    } catch {
      const fault = findJsonFault(piece)
      const at = position + (fault?.position ?? 0)
      // A piece within the object ends where its brackets say so: it cannot have been cut off.
      this.#fault = fault?.kind === 'cut-off' && this.#state === 'whole' ? cutOff(at) : malformed(at)
      return null
    }
  }

  #refuse(): false {
    this.#fault = malformed(this.#offset + this.#at)
    return false
  }
}

const KEPT = 'Nothing was imported.'

function cutOff(position: number): Result<never> {
  return fail(
    'unreadable',
    `The file is cut off: it ends at character ${String(position)} in the middle of its data.`,
    { kept: KEPT, advice: 'Copy or export it again; the copying was probably interrupted.' },
  )
}

function malformed(position: number): Result<never> {
  return fail(
    'not-a-dataset',
    `This file is not a dataset: it is not JSON from character ${String(position)} on.`,
    {
      kept: KEPT,
      advice: 'Choose a file that Crossread exported as a dataset.',
    },
  )
}
