import type { MatrixRow } from '#core/compare/matrix'

/** A place in a matrix. Row -1 is the heads of the columns, column -1 the heads of the rows. */
export interface ActiveCell {
  readonly row: number
  readonly column: number
}

/**
 * The place as it is kept: by the words chosen in the cell, or else others of the row, since a re-run gives clusters other ids and
 * a decision takes words elsewhere; with the column and, should the words be gone, where they stood.
 */
export function keptCell(
  rows: readonly MatrixRow[],
  { row, column }: ActiveCell,
  member: string | null = null,
): string {
  const at = rows[row]
  const anchor = member ?? at?.cells[column]?.[0]?.id ?? at?.cluster.members[0] ?? 'head'
  return `${anchor} ${column} ${row}`
}

/** Id of the annotation that a place was kept by; null for none. */
export function keptMember(kept: string | null): string | null {
  return kept?.split(' ')[0] ?? null
}

/** The annotation of a cell that keys work on: the one kept, else the first. */
export function chosenIn<T extends { readonly id: string }>(
  cell: readonly T[],
  member: string | null,
): T | null {
  return cell.find(({ id }) => id === member) ?? cell[0] ?? null
}

/** The place that was kept, in the rows there are now; the first cell where none was. */
export function foundCell(kept: string | null, rows: readonly MatrixRow[], columns: number): ActiveCell {
  const [anchor = '', column = '0', row = '0'] = kept?.split(' ') ?? []
  const at = anchor === 'head' ? -1 : rows.findIndex(({ cluster }) => cluster.members.includes(anchor))
  return {
    row: anchor === 'head' || at >= 0 ? at : clamp(Number(row), 0, rows.length - 1),
    column: clamp(Number(column), -1, columns - 1),
  }
}

/** A key with the modifiers that matter to moving. */
export interface MoveKey {
  readonly key: string
  readonly mod: boolean
}

/** Where a key leads from a cell (WAI-ARIA grid); null for a key that does not move. `page` is rows in sight. */
export function cellAfterKey(
  { key, mod }: MoveKey,
  cell: ActiveCell,
  rows: number,
  columns: number,
  page: number,
): ActiveCell | null {
  const moved = ((): ActiveCell | null => {
    const { row, column } = cell
    switch (key) {
      case 'ArrowUp':
        return mod ? { row: 0, column } : { row: row - 1, column }
      case 'ArrowDown':
        return mod ? { row: rows - 1, column } : { row: row + 1, column }
      case 'ArrowLeft':
        return mod ? { row, column: -1 } : { row, column: column - 1 }
      case 'ArrowRight':
        return mod ? { row, column: columns - 1 } : { row, column: column + 1 }
      case 'Home':
        return mod ? { row: 0, column: -1 } : { row, column: -1 }
      case 'End':
        return mod ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 }
      case 'PageUp':
        return { row: row - page, column }
      case 'PageDown':
        return { row: row + page, column }
      default:
        return null
    }
  })()
  return (
    moved && {
      // Only single steps reach the heads of the columns.
      row: clamp(
        moved.row,
        key === 'ArrowUp' && !mod ? -1 : cell.row < 0 && key !== 'ArrowDown' ? -1 : 0,
        rows - 1,
      ),
      column: clamp(moved.column, -1, columns - 1),
    }
  )
}

function clamp(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.max(least, Math.min(value, most))
}
