import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { walk, type WalkCursor } from '../../../src/main/walk'
import { countEntries } from '../../../src/main/walk-count'
import { createFolder } from './temporary-folder'

// An administrator, as whom tests may run, is never refused a folder; so the refusal is the double's.
vi.mock('node:fs/promises', async (importOriginal) => {
  const actual =
    await importOriginal<Record<'readdir', (path: string, options: { withFileTypes: true }) => unknown>>()
  return {
    ...actual,
    readdir: (path: string, options: { withFileTypes: true }) =>
      path.endsWith('locked')
        ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
        : actual.readdir(path, options),
  }
})

async function outcomes(root: string, after: WalkCursor | null = null): Promise<string[][]> {
  const found: string[][] = []
  for await (const entry of walk([root], after)) {
    found.push(entry.kind === 'file' ? [entry.path, 'file'] : [entry.path, entry.reason, entry.detail])
  }
  return found
}

describe('a folder that cannot be opened', () => {
  it('is reported with the reason, and the walk goes on', async () => {
    const root = createFolder({ 'a.txt': 'x', 'locked/b.txt': 'x', 'z.txt': 'x' })
    expect(await outcomes(root)).toEqual([
      ['a.txt', 'file'],
      ['locked', 'unreadable', 'The folder cannot be opened (EACCES).'],
      ['z.txt', 'file'],
    ])
    expect(await countEntries([root], null)).toEqual({ total: 3, passed: 0 })
  })

  it('is not reported again by a walk from there on', async () => {
    const root = createFolder({ 'locked/b.txt': 'x', 'z.txt': 'x' })
    expect(await outcomes(root, { root: 0, path: 'locked' })).toEqual([['z.txt', 'file']])
  })

  it('is reported by its name when it is the root', async () => {
    const root = join(createFolder({ 'locked/b.txt': 'x' }), 'locked')
    expect((await outcomes(root)).map(([path, reason]) => [path, reason])).toEqual([
      [basename(root), 'unreadable'],
    ])
  })
})
