import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateFile, walk, type WalkCursor, type WalkEntry } from '../../../src/main/walk'
import { countEntries } from '../../../src/main/walk-count'
import { createFolder } from './temporary-folder'

async function collect(roots: readonly string[], after: WalkCursor | null = null): Promise<WalkEntry[]> {
  const entries: WalkEntry[] = []
  for await (const entry of walk(roots, after)) entries.push(entry)
  return entries
}

async function outcomes(root: string): Promise<Record<string, string>> {
  const entries = await collect([root])
  return Object.fromEntries(
    entries.map((entry) => [entry.path, entry.kind === 'file' ? 'file' : entry.reason]),
  )
}

describe('walk', () => {
  it('goes depth first in code-point order, folders and files mixed', async () => {
    const root = createFolder({ 'b.txt': 'x', 'a/z.txt': 'x', 'a/B/y.md': 'x', 'a.txt': 'x', 'Z.html': 'x' })
    const paths = (await collect([root])).map((entry) => entry.path)
    expect(paths).toEqual(['Z.html', 'a/B/y.md', 'a/z.txt', 'a.txt', 'b.txt'])
  })

  it('reports what it does not read and is silent about litter', async () => {
    const root = createFolder({
      'a.png': 'x',
      README: 'x',
      '.DS_Store': 'x',
      '.git/a.txt': 'x',
      'Thumbs.db': 'x',
      'a.txt': 'x',
    })
    expect(await outcomes(root)).toEqual({
      'a.png': 'unsupported-type',
      README: 'unsupported-type',
      'a.txt': 'file',
    })
  })

  it('walks a folder named a.txt, and takes names with emoji and line breaks', async () => {
    const root = createFolder({ 'a.txt/b.txt': 'x', '😀\nline.txt': 'x' })
    expect(await outcomes(root)).toEqual({ 'a.txt/b.txt': 'file', '😀\nline.txt': 'file' })
  })

  it('follows a link to a file of the same root, once, and no other', async () => {
    const outside = createFolder({ 'secret.txt': 'x', 'folder/a.txt': 'x' })
    const root = createFolder({ 'in/a.txt': 'x', 'in/deep/b.txt': 'x' })
    symlinkSync('in/a.txt', join(root, 'inside.txt'))
    symlinkSync('inside.txt', join(root, 'twice.txt'))
    symlinkSync(join(outside, 'secret.txt'), join(root, 'outside.txt'))
    symlinkSync(join(outside, 'folder'), join(root, 'outside-folder'))
    symlinkSync('missing.txt', join(root, 'broken.txt'))
    symlinkSync('in', join(root, 'other-folder'))
    symlinkSync('..', join(root, 'in/deep/up'))
    symlinkSync('me.txt', join(root, 'me.txt'))
    expect(await outcomes(root)).toEqual({
      'broken.txt': 'unreadable',
      'in/a.txt': 'file',
      'in/deep/b.txt': 'file',
      'in/deep/up': 'symlink-loop',
      'inside.txt': 'file',
      'me.txt': 'symlink-loop',
      'other-folder': 'not-a-file',
      'outside-folder': 'symlink-outside',
      'outside.txt': 'symlink-outside',
      'twice.txt': 'file',
    })
  })

  it('is not fooled by a neighbour whose name begins like the root', async () => {
    const parent = createFolder({ 'root/a.txt': 'x', 'root-not/b.txt': 'x' })
    symlinkSync(join(parent, 'root-not/b.txt'), join(parent, 'root/c.txt'))
    expect(await outcomes(join(parent, 'root'))).toEqual({ 'a.txt': 'file', 'c.txt': 'symlink-outside' })
  })

  it('takes files and links as roots, and reports a root that is gone', async () => {
    const root = createFolder({ 'a.txt': 'x', 'b.png': 'x', 'real/c.txt': 'x' })
    symlinkSync('real', join(root, 'link'))
    const roots = ['a.txt', 'b.png', 'link', 'gone'].map((name) => join(root, name))
    expect(
      (await collect(roots)).map((entry) => [
        entry.root,
        entry.path,
        entry.kind === 'file' ? 'file' : entry.reason,
      ]),
    ).toEqual([
      [0, 'a.txt', 'file'],
      [1, 'b.png', 'unsupported-type'],
      [2, 'c.txt', 'file'],
      [3, 'gone', 'vanished'],
    ])
  })

  it.runIf(process.platform === 'linux')(
    'reads names that are no UTF-8, and never opens a pipe',
    async () => {
      const root = createFolder()
      const name = Buffer.concat([
        Buffer.from(root),
        Buffer.from('/caf'),
        Buffer.from([0xe9]),
        Buffer.from('.txt'),
      ])
      writeFileSync(name, 'x')
      execFileSync('mkfifo', [join(root, 'pipe.txt')])
      expect(await outcomes(root)).toEqual({ 'caf%E9.txt': 'file', 'pipe.txt': 'not-a-file' })
      expect(await locateFile([root], { root: 0, path: 'caf%E9.txt' })).toEqual(name)
    },
  )
})

/** A tree as path -> present, with names chosen to be each other's prefixes and to sort differently as units and bytes. */
const tree = fc
  .uniqueArray(
    fc.array(fc.constantFrom('a', 'a b', 'a.b', 'b', '😀', '\uE000', 'A'), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 25, selector: (segments) => segments.join('/') },
  )
  .map((paths) => paths.map((segments) => `${segments.join('/')}/f.txt`))

describe('a walk from a place on', () => {
  it('yields what comes after it: cut anywhere, the two parts are the whole', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, fc.nat(), async (first, second, cut) => {
        const roots = [first, second].map((paths) =>
          createFolder(Object.fromEntries(paths.map((path) => [path, 'x']))),
        )
        const whole = await collect(roots)
        const at = cut % whole.length
        const last = whole[at]
        if (last === undefined) throw new Error('The tree is empty.')
        expect(await collect(roots, { root: last.root, path: last.path })).toEqual(whole.slice(at + 1))
        expect(await countEntries(roots, last)).toEqual({ total: whole.length, passed: at + 1 })
      }),
      { numRuns: 40 },
    )
  })

  it('goes on after a file that is gone by then', async () => {
    const root = createFolder({ 'a.txt': 'x', 'c/d.txt': 'x' })
    expect((await collect([root], { root: 0, path: 'b/x.txt' })).map((entry) => entry.path)).toEqual([
      'c/d.txt',
    ])
  })
})

describe('countEntries', () => {
  it('counts as many as the walk yields, of every kind', async () => {
    const root = createFolder({ 'a.txt': 'x', 'b.png': 'x', '.hidden': 'x', 'c/d.txt': '' })
    symlinkSync('c', join(root, 'link'))
    const roots = [root, join(root, 'gone')]
    expect(await countEntries(roots, null)).toEqual({ total: (await collect(roots)).length, passed: 0 })
  })
})

describe('locateFile', () => {
  it('finds what the walk finds, and nothing outside', async () => {
    const parent = createFolder({ 'secret.json': '{}', 'root/a/b.json': '{}', 'root/.hidden.json': '{}' })
    const root = join(parent, 'root')
    mkdirSync(join(root, 'dir.json'))
    symlinkSync(join(parent, 'secret.json'), join(root, 'out.json'))
    expect(await locateFile([root], { root: 0, path: 'a/b.json' })).toBe(join(root, 'a/b.json'))
    for (const path of [
      '../secret.json',
      'a/../../secret.json',
      '/etc/hosts',
      'out.json',
      '.hidden.json',
      'dir.json',
      '',
      'a',
    ]) {
      expect(await locateFile([root], { root: 0, path }), path).toBeNull()
    }
    expect(await locateFile([root], { root: 1, path: 'a/b.json' })).toBeNull()
    expect(await locateFile([join(root, 'a/b.json')], { root: 0, path: basename('b.json') })).not.toBeNull()
  })
})
