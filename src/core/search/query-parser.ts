import type { TextRange } from '../model/range'
import { ok, type Result } from '../model/result'
import { isUnspaced } from '../text/characters'
import {
  FILTER_FIELDS,
  isPlaced,
  SCOPES,
  type FilterField,
  type PlacedNode,
  type Query,
  type QueryError,
  type QueryNode,
  type QueryNote,
  type Scope,
  type WordPart,
} from './query'
import { readFilter } from './query-filters'
import { readTokens, type Piece, type Token } from './query-lexer'
import { wordsOf } from './words'

/** The farthest that NEAR reaches; fields of a document are farther apart (`FIELD_GAP`). */
export const FARTHEST = 100

/** Letters before an asterisk: fewer would read a tenth of the index. */
const SHORTEST_PREFIX = 2

/** Parentheses in parentheses: nobody writes more, and each takes a call. */
const DEEPEST = 50

/**
 * Reads a query. Words one after the other all have to stand in an article; `OR` or `|` between them, or `any(…)` around
 * them, asks for one of them; `NOT` or `-` before one excludes it; "…" is a phrase; `word*` any word that begins so;
 * `a NEAR/5 b` at most five words between, in either order; `source:`, `date:`, `tag:`, `speaker:`, `status:`, `lang:`
 * filter; `in:title` (`text`, `quotations`, `claims`, `notes`) says where the words of its parentheses are looked for.
 * A backslash takes the next character as it is. Operators are in capitals, so that "or" can be looked for.
 * @returns the query, or what is wrong with it and where
 */
export function parseQuery(text: string): Result<Query, QueryError> {
  const tokens = readTokens(text)
  if (!Array.isArray(tokens)) return { ok: false, error: tokens }
  try {
    return ok(new Parser(text, tokens).read())
  } catch (error) {
    if (error instanceof Fault) return { ok: false, error: { message: error.message, at: error.at } }
    throw error
  }
}

/** Ends the reading of a query. Never leaves this module. */
class Fault extends Error {
  readonly at: TextRange

  constructor(message: string, at: TextRange) {
    super(message)
    this.at = at
  }
}

/** What was read of a group: its alternatives, and where its words are looked for. */
interface Group {
  readonly scopes: Scope[]
  scopesAt: TextRange | null
  depth: number
}

class Parser {
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #notes: QueryNote[] = []
  #next = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  read(): Query {
    const node = this.#group(0)
    const left = this.#peek()
    if (left) throw new Fault('This parenthesis closes nothing.', left.at)
    if (!node) throw new Fault('There is no word to look for.', { start: 0, end: this.#text.length })
    return { node, notes: this.#notes }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  /** A query up to the parenthesis that closes it; null when there is nothing in it to look for. */
  #group(depth: number): QueryNode | null {
    if (depth > DEEPEST) throw new Fault('There are too many parentheses in each other.', this.#place())
    const group: Group = { scopes: [], scopesAt: null, depth }
    const alternatives: QueryNode[] = []
    for (;;) {
      const all = this.#all(group)
      if (all) alternatives.push(all)
      const token = this.#peek()
      if (token?.kind !== 'or') break
      this.#next++
      const after = this.#peek()
      if (!all || !after || after.kind === 'close' || after.kind === 'or') {
        throw new Fault('OR needs something on either side.', token.at)
      }
    }
    const [only] = alternatives
    if (!only) {
      if (group.scopesAt) {
        throw new Fault('This says where to look, but there is no word to look for.', group.scopesAt)
      }
      return null
    }
    const node: QueryNode = alternatives.length === 1 ? only : { kind: 'any', nodes: alternatives }
    if (!group.scopesAt) return node
    if (!hasWords(node)) {
      throw new Fault('This says where to look, but there is no word to look for.', group.scopesAt)
    }
    return withScopes(node, group.scopes)
  }

  /** Things that all have to match, up to OR or the end of the group. */
  #all(group: Group): QueryNode | null {
    const nodes: QueryNode[] = []
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.kind === 'close' || token.kind === 'or') break
      if (token.kind === 'and') {
        this.#next++
        const after = this.#peek()
        if (nodes.length === 0 || !after || after.kind === 'close' || after.kind === 'or') {
          throw new Fault('AND needs something on either side.', token.at)
        }
        continue
      }
      const node = this.#denied(group)
      if (node) nodes.push(node)
    }
    const [only] = nodes
    if (!only) return null
    return nodes.length === 1 ? only : { kind: 'all', nodes }
  }

  #denied(group: Group): QueryNode | null {
    const token = this.#peek()
    if (token?.kind !== 'minus' && token?.kind !== 'not') return this.#near(group)
    this.#next++
    const sign = token.kind === 'minus' ? '-' : 'NOT'
    const after = this.#peek()
    if (!after || after.kind === 'close' || after.kind === 'or' || after.kind === 'and') {
      throw new Fault(`${sign} needs something after it that is to be excluded.`, token.at)
    }
    const node = after.kind === 'minus' || after.kind === 'not' ? this.#denied(group) : this.#near(group)
    return node && { kind: 'not', node }
  }

  #near(group: Group): QueryNode | null {
    const start = this.#place().start
    let left = this.#primary(group)
    for (let token = this.#peek(); token?.kind === 'near'; token = this.#peek()) {
      this.#next++
      const leftAt = { start, end: token.at.start }
      if (token.distance < 1 || token.distance > FARTHEST) {
        throw new Fault(`NEAR reaches from 1 to ${String(FARTHEST)} words.`, token.at)
      }
      const after = this.#peek()
      if (!left || !after || !BEGINS_PRIMARY.has(after.kind)) {
        throw new Fault('NEAR needs a word or phrase on either side.', token.at)
      }
      const right = this.#primary(group)
      if (!right) throw new Fault('NEAR needs a word or phrase on either side.', token.at)
      left = {
        kind: 'near',
        distance: token.distance,
        left: this.#placed(left, leftAt),
        right: this.#placed(right, after.at),
      }
    }
    return left
  }

  #placed(node: QueryNode, at: TextRange): PlacedNode {
    if (isPlaced(node)) return node
    throw new Fault('NEAR joins words, phrases and any(…) of these, nothing else.', at)
  }

  #primary(group: Group): QueryNode | null {
    const token = this.#peek()
    if (!token) throw new Fault('There is no word to look for.', this.#place())
    this.#next++
    switch (token.kind) {
      case 'word':
        this.#warnOfOperator(token)
        return this.#words(token)
      case 'phrase':
        return this.#words(token)
      case 'open':
        return this.#parenthesis(token, group, false)
      case 'any':
        this.#next++
        return this.#parenthesis(token, group, true)
      case 'field':
        return this.#field(token, group)
      case 'near':
        throw new Fault('NEAR needs a word or phrase on either side.', token.at)
      default:
        throw new Fault('This cannot stand here.', token.at)
    }
  }

  #parenthesis(opened: Token, { depth }: Group, any: boolean): QueryNode {
    const node = this.#group(depth + 1)
    const close = this.#peek()
    if (close?.kind !== 'close') throw new Fault('This parenthesis is not closed.', opened.at)
    this.#next++
    if (!node) {
      throw new Fault('There is no word between these parentheses.', {
        start: opened.at.start,
        end: close.at.end,
      })
    }
    return any && node.kind === 'all' ? { kind: 'any', nodes: node.nodes } : node
  }

  #words({ kind, pieces, at }: Extract<Token, { kind: 'word' | 'phrase' }>): QueryNode | null {
    const parts: WordPart[] = []
    for (const [index, piece] of pieces.entries()) {
      const follows = pieces[index + 1]
      if (piece.star && follows && wordsOf(`x${follows.text}`).terms[0] !== 'x') {
        throw new Fault('An asterisk can only stand at the end of a word.', at)
      }
      parts.push(...partsOf(piece))
      if (piece.star) this.#checkPrefix(parts.at(-1), piece, at)
    }
    if (parts.length === 0) {
      const written = this.#text.slice(at.start, at.end)
      const what = kind === 'phrase' ? 'This phrase' : `“${written}”`
      this.#notes.push({ message: `${what} has no letters or digits, so it was left out.`, at })
      return null
    }
    return { kind: 'words', parts, scopes: null }
  }

  #checkPrefix(part: WordPart | undefined, { text }: Piece, at: TextRange): void {
    if (!part?.prefix) throw new Fault('An asterisk needs the beginning of a word before it.', at)
    const unspaced = isUnspaced(part.term.codePointAt(0) ?? 0)
    if (part.term.length < SHORTEST_PREFIX && !unspaced) {
      throw new Fault(`“${text.trim()}*” would find nearly everything: write at least two letters.`, at)
    }
  }

  #field({ name, at }: Extract<Token, { kind: 'field' }>, group: Group): QueryNode | null {
    const field = name.toLowerCase()
    if (field !== 'in' && !FILTER_FIELDS.includes(field as FilterField)) {
      throw new Fault(unknownField(name), at)
    }
    const value = this.#peek()
    if (value?.kind !== 'word' && value?.kind !== 'phrase') {
      throw new Fault(`“${field}:” needs a value after it.`, at)
    }
    this.#next++
    const whole = { start: at.start, end: value.at.end }
    const written = value.pieces
      .map(({ text, star }) => (star ? `${text}*` : text))
      .join('')
      .trim()
    if (written === '') throw new Fault(`“${field}:” needs a value after it.`, whole)
    if (field === 'in') {
      group.scopes.push(...readScopes(written, whole))
      group.scopesAt ??= whole
      return null
    }
    const filter = readFilter(field as FilterField, written)
    if (!filter.ok) throw new Fault(filter.error, whole)
    return { kind: 'filter', filter: filter.value, at: whole }
  }

  /** People write "or" and mean OR; it is looked for all the same, since it is a word. */
  #warnOfOperator({ pieces, at }: Extract<Token, { kind: 'word' | 'phrase' }>): void {
    const word = pieces[0]?.text ?? ''
    if (pieces.length > 1 || !LOWER_OPERATORS.has(word) || this.#tokens.length < 3) return
    this.#notes.push({
      message: `“${word}” was looked for as a word. Write ${word.toUpperCase()} in capitals for the operator.`,
      at,
    })
  }

  /** Where reading is. */
  #place(): TextRange {
    return this.#peek()?.at ?? { start: this.#text.length, end: this.#text.length }
  }
}

const LOWER_OPERATORS = new Set(['or', 'and', 'not'])
const BEGINS_PRIMARY = new Set(['word', 'phrase', 'open', 'any', 'field'])

function partsOf({ text, star }: Piece): WordPart[] {
  const { terms, ends } = wordsOf(text)
  return terms.map((term, index) => ({
    term,
    prefix: star && index === terms.length - 1 && ends[index] === text.length,
  }))
}

function readScopes(written: string, at: TextRange): Scope[] {
  return written.split(',').map((part) => {
    const name = part.trim().toLowerCase()
    const scope = SCOPES.find((known) => known === name || known === `${name}s`)
    if (!scope) throw new Fault(`“in:” knows ${SCOPES.join(', ')}, not “${part.trim()}”.`, at)
    return scope
  })
}

function unknownField(name: string): string {
  const known = [...FILTER_FIELDS, 'in'].map((field) => `${field}:`).join(', ')
  const scope = SCOPES.find((one) => one === name.toLowerCase())
  const advice = scope ? ` Write in:${scope}.` : ' To look for the words, put them in quotation marks.'
  return `There is no filter “${name}:”. Filters are ${known}.${advice}`
}

function hasWords(node: QueryNode): boolean {
  switch (node.kind) {
    case 'words':
    case 'near':
      return true
    case 'any':
    case 'all':
      return node.nodes.some(hasWords)
    case 'not':
      return hasWords(node.node)
    case 'filter':
      return false
  }
}

/** The node with words looked for in `scopes`, where an inner group has not said otherwise. */
function withScopes(node: QueryNode, scopes: readonly Scope[]): QueryNode {
  switch (node.kind) {
    case 'words':
      return node.scopes ? node : { ...node, scopes }
    case 'near':
      return placedWithScopes(node, scopes)
    case 'any':
    case 'all':
      return { ...node, nodes: node.nodes.map((one) => withScopes(one, scopes)) }
    case 'not':
      return { ...node, node: withScopes(node.node, scopes) }
    case 'filter':
      return node
  }
}

function placedWithScopes(node: PlacedNode, scopes: readonly Scope[]): PlacedNode {
  switch (node.kind) {
    case 'words':
      return node.scopes ? node : { ...node, scopes }
    case 'near':
      return {
        ...node,
        left: placedWithScopes(node.left, scopes),
        right: placedWithScopes(node.right, scopes),
      }
    case 'any':
      return { ...node, nodes: node.nodes.map((one) => placedWithScopes(one, scopes)) }
  }
}
