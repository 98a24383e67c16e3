import type { TextRange } from '../model/range'
import { FILTER_FIELDS, SCOPES, type FilterField } from './query'
import { writeValue } from './query-edit'

/** What can be written at the caret of a query: the name of a field, or the value of one. */
export interface CompletionPlace {
  /** Null: the name of a field itself is being written. */
  readonly field: FilterField | 'in' | null
  /** What is written of it so far, without quotation marks. */
  readonly typed: string
  /** What a choice replaces, as UTF-16 offsets in the query. */
  readonly at: TextRange
}

/** Names that can stand before a colon, in the order in which they are offered. */
export const COMPLETED_FIELDS = [...FILTER_FIELDS, 'in'] as const

const QUOTES = /["“”„‟«»]/gu
const VALUE = /(?:^|[\s(|])-?(\p{L}+):(?:["“”„‟«»]([^"“”„‟«»]*)|([^\s()|"“”„‟«»]*))$/u
const WORD = /(?:^|[\s(|])-?(\p{L}*)$/u

/** Where the caret of a query stands, for suggestions; null inside a phrase and wherever nothing can be suggested. */
export function completionAt(query: string, caret: number): CompletionPlace | null {
  const before = query.slice(0, caret)
  const rest = query.slice(caret)
  const value = VALUE.exec(before)
  const field = COMPLETED_FIELDS.find((name) => name === value?.[1]?.toLowerCase())
  if (value && field !== undefined && !isInPhrase(before.slice(0, value.index))) {
    const [, , quoted, bare] = value
    const typed = quoted ?? bare ?? ''
    const start = caret - typed.length - (quoted === undefined ? 0 : 1)
    return { field, typed, at: { start, end: caret + lengthOfRest(rest, quoted !== undefined) } }
  }
  const word = WORD.exec(before)
  if (!word || isInPhrase(before) || /^[^\s()|]/u.test(rest)) return null
  const typed = word[1] ?? ''
  return { field: null, typed, at: { start: caret - typed.length, end: caret } }
}

function isInPhrase(before: string): boolean {
  return (before.match(QUOTES)?.length ?? 0) % 2 === 1
}

/** How much of what follows the caret belongs to the value: up to the quotation mark that closes it, or its last letter. */
function lengthOfRest(rest: string, isQuoted: boolean): number {
  if (!isQuoted) return /^[^\s()|"“”„‟«»]*/u.exec(rest)?.[0].length ?? 0
  return isInPhrase(rest) ? rest.search(QUOTES) + 1 : 0
}

/** Values that are the same in every corpus; the others are names the corpus knows. */
export const FIXED_VALUES: Readonly<Partial<Record<FilterField | 'in', readonly string[]>>> = {
  status: ['todo', 'in-progress', 'done'],
  in: SCOPES,
}

/** The query with a choice in its place, and where the caret goes. */
export function complete(
  query: string,
  { field, at }: CompletionPlace,
  choice: string,
): { readonly query: string; readonly caret: number } {
  const written = field === null ? `${choice}:` : `${writeValue(choice)} `
  const after = query.slice(at.end)
  const tail = written.endsWith(' ') ? after.replace(/^ /, '') : after
  return { query: query.slice(0, at.start) + written + tail, caret: at.start + written.length }
}
