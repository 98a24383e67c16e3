import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { comparePaths, type FileLocation } from './file-names'
import { listFolder } from './folder-listing'
import type { WalkCursor } from './walk'

/** How many entries a walk yields, in all and up to a place. Opens folders only, so it is far ahead of the reading. */
export interface WalkCount {
  readonly total: number
  readonly passed: number
}

/** Counts without looking at a single file: each child that is no folder is one entry, each unreadable folder one. */
export async function countEntries(
  roots: readonly string[],
  after: WalkCursor | null,
  stopped: () => boolean = () => false,
): Promise<WalkCount> {
  let total = 0
  let passed = 0
  const add = (root: number, path: string): void => {
    total += 1
    if (
      after !== null &&
      (root < after.root || (root === after.root && comparePaths(path, after.path) <= 0))
    ) {
      passed += 1
    }
  }
  for (const [root, chosen] of roots.entries()) {
    const name = basename(chosen)
    const real = await realpath(chosen).catch(() => null)
    const found = real === null ? null : await stat(real).catch(() => null)
    if (real === null || found === null || !found.isDirectory()) {
      add(root, name)
      continue
    }
    const open: { folder: FileLocation; prefix: string }[] = [{ folder: real, prefix: '' }]
    for (let next = open.pop(); next !== undefined && !stopped(); next = open.pop()) {
      const { folder, prefix } = next
      const children = await listFolder(folder).catch(() => null)
      if (children === null) add(root, prefix === '' ? name : prefix.slice(0, -1))
      for (const child of children ?? []) {
        const path = prefix + child.name
        if (child.type === 'folder') open.push({ folder: child.location, prefix: `${path}/` })
        else add(root, path)
      }
    }
  }
  return { total, passed }
}
