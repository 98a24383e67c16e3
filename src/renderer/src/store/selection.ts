import type { Selection } from './library'

/** Modifier keys of a click or key press. */
export interface SelectModifiers {
  /** Ctrl or Cmd: change one row and leave the others. */
  readonly toggle: boolean
  /** Shift: everything from the anchor to here. */
  readonly extend: boolean
}

const between = (ids: readonly string[], from: string | null, to: string): ReadonlySet<string> => {
  const end = ids.indexOf(to)
  const start = from === null ? end : ids.indexOf(from)
  if (start === -1) return new Set([to])
  return new Set(ids.slice(Math.min(start, end), Math.max(start, end) + 1))
}

/** What a click on `id` selects, `ids` being the rows in the order shown. */
export function clickRow(
  selection: Selection,
  ids: readonly string[],
  id: string,
  { toggle, extend }: SelectModifiers,
): Selection {
  if (extend) {
    const anchor = selection.anchor ?? id
    const range = between(ids, anchor, id)
    return { selected: toggle ? new Set([...selection.selected, ...range]) : range, active: id, anchor }
  }
  if (toggle) return toggleRow(selection, id)
  return { selected: new Set([id]), active: id, anchor: id }
}

/** Turns the selection of one row over. */
export function toggleRow(selection: Selection, id: string): Selection {
  const selected = new Set(selection.selected)
  if (!selected.delete(id)) selected.add(id)
  return { selected, active: id, anchor: id }
}

/**
 * What moving the keyboard to the row at `index` selects: that row; with Shift the range from the anchor; with Ctrl
 * nothing changes but where the keyboard is, so that Space can pick single rows. Out of range stops at the end.
 */
export function moveTo(
  selection: Selection,
  ids: readonly string[],
  index: number,
  { toggle, extend }: SelectModifiers,
): Selection {
  const id = ids[Math.max(0, Math.min(index, ids.length - 1))]
  if (id === undefined) return selection
  if (extend) return clickRow(selection, ids, id, { toggle: false, extend: true })
  if (toggle) return { ...selection, active: id, anchor: id }
  return { selected: new Set([id]), active: id, anchor: id }
}

/** Everything shown, with the keyboard left where it is. */
export function selectAll(selection: Selection, ids: readonly string[]): Selection {
  return { selected: new Set(ids), active: selection.active ?? ids[0] ?? null, anchor: selection.anchor }
}

/** Up to this many selected rows are sought one by one; a set of 100,000 rows costs a frame. */
const FEW = 8

/**
 * Takes rows that are no longer shown out of the selection, so that a bulk change never touches what a person
 * cannot see. Gives the same object when nothing changes.
 */
export function keepShown(selection: Selection, ids: readonly string[]): Selection {
  if (selection.selected.size === 0 && selection.active === null && selection.anchor === null)
    return selection
  const shown = selection.selected.size > FEW ? new Set(ids) : { has: (id: string) => ids.includes(id) }
  const keep = (id: string | null) => (id !== null && shown.has(id) ? id : null)
  const selected = new Set([...selection.selected].filter((id) => shown.has(id)))
  const active = keep(selection.active)
  const anchor = keep(selection.anchor)
  const isSame =
    selected.size === selection.selected.size && active === selection.active && anchor === selection.anchor
  return isSame ? selection : { selected, active, anchor }
}

/** Row index that a key moves to from `active` (-1 for none), null for keys that do not move. */
export function targetOfKey(key: string, active: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1)
    case 'ArrowUp':
      return active === -1 ? count - 1 : Math.max(active - 1, 0)
    case 'PageDown':
      return Math.min(Math.max(active, 0) + page, count - 1)
    case 'PageUp':
      return Math.max(active - page, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
