import type { ColumnMapping, ColumnRole } from '#core/intake/table/columns'

/** What each role is called, in the order of the choices. */
export const ROLE_LABELS: Readonly<Record<ColumnRole, string>> = {
  out: 'Keep out',
  text: 'Text',
  title: 'Title',
  date: 'Date',
  source: 'Source (outlet)',
  author: 'Author',
  url: 'Address (URL)',
  language: 'Language',
}

/** Roles of which one column is enough: a second choice takes it from the first. */
const SINGLE: readonly ColumnRole[] = ['title', 'date', 'source', 'author', 'url', 'language']

/** The mapping with another role for one column. */
export function withRole(mapping: ColumnMapping, index: number, role: ColumnRole): ColumnMapping {
  const roles = mapping.roles.map((other, at): ColumnRole => {
    if (at === index) return role
    return other === role && SINGLE.includes(role) ? 'out' : other
  })
  return { ...mapping, roles }
}

/** What is guessed as no column holds it, by name. */
export function unmapped(roles: readonly ColumnRole[]): string[] {
  const names: readonly (readonly [ColumnRole, string])[] = [
    ['title', 'title'],
    ['date', 'date'],
    ['source', 'source'],
    ['author', 'author'],
    ['language', 'language'],
  ]
  return names.filter(([role]) => !roles.includes(role)).map(([, name]) => name)
}

const LONGEST_TEXT = 240

/** What a row of cells becomes. */
export function firstArticle(
  cells: readonly string[],
  roles: readonly ColumnRole[],
): { readonly title: string | null; readonly facts: readonly string[]; readonly text: string } {
  const valuesOf = (role: ColumnRole): string[] =>
    cells.map((cell, index) => (roles[index] === role ? cell.trim() : '')).filter((cell) => cell !== '')
  const facts = (['source', 'date', 'author', 'language', 'url'] as const).flatMap(
    (role) => valuesOf(role)[0] ?? [],
  )
  const text = valuesOf('text').join(' ¶ ')
  return {
    title: valuesOf('title')[0] ?? null,
    facts,
    text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text,
  }
}
