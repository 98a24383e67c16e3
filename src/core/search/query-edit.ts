import type { TextRange } from '../model/range'
import type { FilterField } from './query'
import { readTokens, type Token } from './query-lexer'

/*
 * Filters that are put into a query, and taken out of it, for a person who clicks on them. The query stays what the
 * person can read and change.
 */

/** A filter of a query's top level that is neither denied nor one of several alternatives. */
interface WrittenFilter {
  readonly value: string
  readonly at: TextRange
}

/** A value as it is written behind a colon: in quotation marks where it is more than a word. */
export function writeValue(value: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}.<>=_-]*$/u.test(value)) return value
  return `"${value.replace(/[\\*"“”„‟«»]/gu, '\\$&')}"`
}

/** The values by which a query is filtered at its top level. */
export function filterValues(query: string, field: FilterField): string[] {
  return writtenFilters(query, field).map(({ value }) => value)
}

/** True when both values say the same, whatever their case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The query filtered by `value`, in place of what it was filtered by in that field; without it where it was so already. */
export function toggleFilter(query: string, field: FilterField, value: string): string {
  const written = writtenFilters(query, field)
  const rest = without(query, written)
  if (written.some((one) => isSame(one.value, value))) return rest
  const grouped = hasAlternatives(rest) ? `(${rest})` : rest
  return `${grouped} ${field}:${writeValue(value)}`.trimStart()
}

function tokensOf(query: string): Token[] {
  const tokens = readTokens(query)
  return Array.isArray(tokens) ? tokens : []
}

/** Indexes of the tokens that no parentheses are around. */
function topLevel(tokens: readonly Token[]): number[] {
  const indexes: number[] = []
  let depth = 0
  for (const [index, { kind }] of tokens.entries()) {
    if (kind === 'open') depth++
    if (depth === 0) indexes.push(index)
    if (kind === 'close') depth = Math.max(0, depth - 1)
  }
  return indexes
}

function hasAlternatives(query: string): boolean {
  const tokens = tokensOf(query)
  return topLevel(tokens).some((index) => tokens[index]?.kind === 'or')
}

function writtenFilters(query: string, field: FilterField): WrittenFilter[] {
  const tokens = tokensOf(query)
  const found: WrittenFilter[] = []
  if (hasAlternatives(query)) return found
  for (const index of topLevel(tokens)) {
    const token = tokens[index]
    const value = tokens[index + 1]
    const before = tokens[index - 1]?.kind
    if (token?.kind !== 'field' || token.name.toLowerCase() !== field) continue
    if (before === 'minus' || before === 'not') continue
    if (value?.kind !== 'word' && value?.kind !== 'phrase') continue
    const text = value.pieces.map((piece) => (piece.star ? `${piece.text}*` : piece.text)).join('')
    found.push({ value: text.trim(), at: { start: token.at.start, end: value.at.end } })
  }
  return found
}

/** The query without these stretches and the space around them. */
function without(query: string, going: readonly WrittenFilter[]): string {
  let rest = query
  for (const { at } of [...going].reverse()) {
    rest = `${rest.slice(0, at.start).trimEnd()} ${rest.slice(at.end).trimStart()}`
  }
  return going.length > 0 ? rest.trim() : rest
}
