import { fail, ok, type Result } from '../../model/result'
import { FIELD_KEYS, keyOf } from '../metadata/field-names'

/** What a column of a table can hold. Of `out` nothing is imported. */
export const COLUMN_ROLES = ['text', 'title', 'date', 'source', 'author', 'url', 'language', 'out'] as const

/** What a column of a table holds. */
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What the columns of a table hold, in their order. */
export interface ColumnMapping {
  /** Several columns of text are one text, a paragraph each; of any other role the first that is not blank counts. */
  readonly roles: readonly ColumnRole[]
  /** True: the first row has no names of columns, but an article. */
  readonly firstRowIsData: boolean
}

/** A column that was said to hold something, by its name or its number from 1. */
export interface ColumnWish {
  readonly role: ColumnRole
  readonly column: string
}

/** What the names of the columns say that they hold; no role comes twice, and what no name says is left out. */
export function guessColumns(names: readonly string[]): ColumnMapping {
  const keys = names.map(keyOf)
  const roles: ColumnRole[] = names.map(() => 'out')
  for (const [role, known] of Object.entries(FIELD_KEYS) as [ColumnRole, readonly string[]][]) {
    const index = known
      .map((key) => keys.findIndex((name, at) => name === key && roles[at] === 'out'))
      .find((at) => at >= 0)
    if (index !== undefined) roles[index] = role
  }
  return { roles, firstRowIsData: false }
}

/** Why a table cannot be imported so, in one sentence; null when it can. */
export function whatIsMissing({ roles }: ColumnMapping): string | null {
  return roles.includes('text') ? null : 'No column holds the text of the articles.'
}

/** True for a mapping of a table with so many columns, from wherever it was kept. */
export function fitsTable(mapping: ColumnMapping, names: readonly string[]): boolean {
  return mapping.roles.length === names.length
}

/**
 * Reads `title=Headline,text=Body` (command line): what stands before the sign is a role, what stands behind it is the
 * name of a column or its number.
 */
export function readColumnWishes(written: string): Result<ColumnWish[]> {
  const wishes: ColumnWish[] = []
  for (const part of written.split(',')) {
    const [role = '', ...rest] = part.split('=')
    const column = rest.join('=').trim()
    const known = COLUMN_ROLES.find((one) => one === role.trim().toLowerCase())
    if (known === undefined || column === '') {
      return fail('invalid-input', `“${part}” is not ROLE=COLUMN with a role of ${COLUMN_ROLES.join(', ')}.`)
    }
    wishes.push({ role: known, column })
  }
  return ok(wishes)
}

/**
 * What was wished, and what the names say of the columns that no wish names.
 * @returns an error when the table has no such column
 */
export function wishedColumns(
  names: readonly string[],
  wishes: readonly ColumnWish[],
): Result<ColumnMapping> {
  const wished = new Map<number, ColumnRole>()
  for (const { role, column } of wishes) {
    const index = columnOf(names, column)
    if (index < 0) return fail('not-found', `It has no column “${column}” (it has ${listOf(names)}).`)
    wished.set(index, role)
  }
  const taken = new Set(wishes.map(({ role }) => role))
  const guessed = guessColumns(names.map((name, index) => (wished.has(index) ? '' : name)))
  const roles = guessed.roles.map(
    (role, index): ColumnRole => wished.get(index) ?? (taken.has(role) ? 'out' : role),
  )
  return ok({ roles, firstRowIsData: false })
}

/** Index of the column of that name, else of that number from 1; -1 when there is none. */
function columnOf(names: readonly string[], column: string): number {
  const exact = names.indexOf(column)
  if (exact >= 0) return exact
  const wanted = column.toLowerCase()
  const alike = names.findIndex((name) => name.toLowerCase() === wanted)
  if (alike >= 0) return alike
  const number = /^\d{1,4}$/.test(column) ? Number(column) : 0
  return number >= 1 && number <= names.length ? number - 1 : -1
}

const MOST_LISTED = 12
const LONGEST_LISTED = 40

/** Names of columns for a message. */
export function listOf(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_LISTED)
    .map((name) => `“${name.length > LONGEST_LISTED ? `${name.slice(0, LONGEST_LISTED)}…` : name}”`)
  const more = names.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
}
