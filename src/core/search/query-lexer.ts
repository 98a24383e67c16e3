import type { TextRange } from '../model/range'
import type { QueryError } from './query'

/** A piece of a query. `text` of a word or phrase is without quotation marks and backslashes. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'minus' | 'or' | 'and' | 'not' | 'any'; readonly at: TextRange }
  | { readonly kind: 'near'; readonly distance: number; readonly at: TextRange }
  | { readonly kind: 'word' | 'phrase'; readonly pieces: readonly Piece[]; readonly at: TextRange }
  | { readonly kind: 'field'; readonly name: string; readonly at: TextRange }

/** Text of a word or phrase; `star` when an asterisk follows it that is not escaped. */
export interface Piece {
  readonly text: string
  readonly star: boolean
}

const QUOTES = /["“”„‟«»]/u
const SPACE = /\s/u
/** What ends a word. An apostrophe or hyphen inside it does not. */
const WORD_ENDS = /[\s()|"“”„‟«»]/u
const FIELD = /^\p{L}+$/u
const NEAR = /^NEAR(?:\/(\d+))?$/
/** NEAR without a number. */
const USUAL_DISTANCE = 10

/** Parts a query into its tokens. */
export function readTokens(query: string): Token[] | QueryError {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const character = query.charAt(at)
    const here = { start: at, end: at + 1 }
    if (SPACE.test(character)) at++
    else if (character === '(' || character === ')' || character === '|') {
      tokens.push({ kind: character === '(' ? 'open' : character === ')' ? 'close' : 'or', at: here })
      at++
    } else if (character === '-' && startsTerm(query, at)) {
      tokens.push({ kind: 'minus', at: here })
      at++
    } else if (QUOTES.test(character)) {
      const phrase = readPhrase(query, at)
      if (!phrase) {
        return {
          message: 'This phrase has no closing quotation mark.',
          at: { start: at, end: query.length },
        }
      }
      tokens.push(phrase)
      at = phrase.at.end
    } else {
      const token = readWord(query, at)
      tokens.push(token)
      at = token.at.end
    }
  }
  return tokens
}

/** True when the minus at `at` denies what follows: it stands at the start of a term and is not alone. */
function startsTerm(query: string, at: number): boolean {
  const before = query.charAt(at - 1)
  const after = query.charAt(at + 1)
  return (before === '' || /[\s(|]/u.test(before)) && after !== '' && !SPACE.test(after)
}

function readPhrase(query: string, start: number): Extract<Token, { kind: 'word' | 'phrase' }> | null {
  const text = new PieceReader()
  for (let at = start + 1; at < query.length; at++) {
    const character = query.charAt(at)
    if (QUOTES.test(character)) return { kind: 'phrase', pieces: text.end(), at: { start, end: at + 1 } }
    at += text.read(query, at)
  }
  return null
}

function readWord(query: string, start: number): Token {
  const text = new PieceReader()
  let at = start
  let escaped = false
  for (; at < query.length && !WORD_ENDS.test(query.charAt(at)); at++) {
    const name = query.slice(start, at)
    if (query.charAt(at) === ':' && !escaped && FIELD.test(name)) {
      return { kind: 'field', name, at: { start, end: at + 1 } }
    }
    const more = text.read(query, at)
    escaped ||= more > 0
    at += more
  }
  const word = query.slice(start, at)
  const place = { start, end: at }
  const near = NEAR.exec(word)
  if (near) {
    return { kind: 'near', distance: near[1] === undefined ? USUAL_DISTANCE : Number(near[1]), at: place }
  }
  if (word === 'OR') return { kind: 'or', at: place }
  if (word === 'AND') return { kind: 'and', at: place }
  if (word === 'NOT') return { kind: 'not', at: place }
  if (word.toLowerCase() === 'any' && query.charAt(at) === '(') return { kind: 'any', at: place }
  return { kind: 'word', pieces: text.end(), at: place }
}

/** Gathers text up to each asterisk; a backslash takes the character after it as it is. */
class PieceReader {
  readonly #pieces: Piece[] = []
  #text = ''

  /** Reads the character at `at`; answers how many more it took. */
  read(query: string, at: number): number {
    const character = query.charAt(at)
    if (character === '\\' && at + 1 < query.length) {
      this.#text += query.charAt(at + 1)
      return 1
    }
    if (character === '*') {
      this.#pieces.push({ text: this.#text, star: true })
      this.#text = ''
    } else this.#text += character
    return 0
  }

  end(): Piece[] {
    if (this.#text !== '' || this.#pieces.length === 0) this.#pieces.push({ text: this.#text, star: false })
    return this.#pieces
  }
}
