import { tagWithDescendants, type Tag } from '#core/model/codebook'

/** A tag as one row of the tree, children after their parent. */
export interface TreeRow {
  readonly tag: Tag
  /** From 1. */
  readonly level: number
  /** Place among the tags of the same parent, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
}

/** Rows of the tree from top to bottom, leaving out what hangs below a closed tag. */
export function treeRows(tags: readonly Tag[], closed: ReadonlySet<string>): readonly TreeRow[] {
  const known = new Set(tags.map((tag) => tag.id))
  const children = new Map<string | null, Tag[]>()
  for (const tag of tags) {
    // A tag whose parent is gone is shown at the top rather than nowhere.
    const parent = tag.parent !== null && known.has(tag.parent) ? tag.parent : null
    const list = children.get(parent)
    if (list) list.push(tag)
    else children.set(parent, [tag])
  }
  const rows: TreeRow[] = []
  const walk = (parent: string | null, level: number) => {
    const list = children.get(parent) ?? []
    list.forEach((tag, index) => {
      const hasChildren = children.has(tag.id)
      const isOpen = hasChildren && !closed.has(tag.id)
      rows.push({ tag, level, position: index + 1, siblings: list.length, hasChildren, isOpen })
      if (isOpen) walk(tag.id, level + 1)
    })
  }
  walk(null, 1)
  return rows
}

/** Names from the top to the tag: "Actors / Governments". */
export function tagPath(tags: readonly Tag[], id: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let tag = tags.find((one) => one.id === id); tag && !seen.has(tag.id);) {
    seen.add(tag.id)
    names.unshift(tag.name)
    const { parent } = tag
    tag = parent === null ? undefined : tags.find((one) => one.id === parent)
  }
  return names.join(' / ')
}

/** Tags that can become the parent of `id`, or that it can be merged into: not itself, nothing below it. */
export function otherBranches(tags: readonly Tag[], id: string): readonly Tag[] {
  const own = tagWithDescendants(tags, id)
  return treeRows(tags, new Set())
    .map((row) => row.tag)
    .filter((tag) => !own.has(tag.id))
}

/**
 * The parent that a tag gets when it is moved in (below the tag above it on its level) or out (beside its parent).
 * Undefined when it cannot move that way.
 */
export function movedParent(tags: readonly Tag[], id: string, way: 'in' | 'out'): string | null | undefined {
  const rows = treeRows(tags, new Set())
  const row = rows.find((one) => one.tag.id === id)
  if (!row) return undefined
  if (way === 'out') {
    if (row.level === 1) return undefined
    return tags.find((tag) => tag.id === row.tag.parent)?.parent ?? null
  }
  const above = rows
    .slice(0, rows.indexOf(row))
    .findLast((one) => one.level === row.level && one.tag.parent === row.tag.parent)
  return above?.tag.id
}

/** What a key does in the tree. */
export type TreeMove =
  | { readonly kind: 'select'; readonly id: string }
  | { readonly kind: 'open' | 'close'; readonly id: string }
  | { readonly kind: 'parent'; readonly id: string; readonly parent: string | null }

/** What an arrow key does from the selected tag (WAI-ARIA's tree pattern; with Alt it moves the tag), null for nothing. */
export function moveOfKey(
  key: string,
  isAlt: boolean,
  tags: readonly Tag[],
  rows: readonly TreeRow[],
  selected: string | null,
): TreeMove | null {
  const index = rows.findIndex((row) => row.tag.id === selected)
  const row = rows[index]
  const select = (target: TreeRow | undefined): TreeMove | null =>
    target ? { kind: 'select', id: target.tag.id } : null
  if (isAlt) {
    if (!row || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return null
    const parent = movedParent(tags, row.tag.id, key === 'ArrowRight' ? 'in' : 'out')
    return parent === undefined ? null : { kind: 'parent', id: row.tag.id, parent }
  }
  switch (key) {
    case 'ArrowDown':
      return select(rows[Math.min(index + 1, rows.length - 1)])
    case 'ArrowUp':
      return select(rows[Math.max(index - 1, 0)])
    case 'Home':
      return select(rows[0])
    case 'End':
      return select(rows.at(-1))
    case 'ArrowRight':
      if (!row?.hasChildren) return null
      return row.isOpen ? select(rows[index + 1]) : { kind: 'open', id: row.tag.id }
    case 'ArrowLeft':
      if (!row) return null
      if (row.isOpen) return { kind: 'close', id: row.tag.id }
      return select(rows.find((one) => one.tag.id === row.tag.parent))
    default:
      return null
  }
}
