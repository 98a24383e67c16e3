import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decodeFrames } from '#ipc/import-frames'
import { createImportBatches } from '../../../src/main/import-batches'
import type { WalkCursor } from '../../../src/main/walk'
import { zipOf } from './packing'
import { createFolder } from './temporary-folder'

const TABLE = 'file,title\nx.txt,Ferry\n'

/** Kind and path of each frame of the only batch. */
async function framesOf(roots: readonly string[], after: WalkCursor | null = null): Promise<string[]> {
  const batches = createImportBatches(roots, () => 1_000_000)
  const frames = decodeFrames(await batches.next(after))
  batches.close()
  return frames.map(({ header }) =>
    header.kind === 'status' ? `seen ${String(header.seen)}` : `${header.kind} ${header.path}`,
  )
}

it('hands out sidecars before the files of their folder, and does not count them', async () => {
  const root = createFolder({
    'a/x.txt': 'x',
    'b.txt': 'x',
    'c/d/e.txt': 'x',
    'metadata.json': '{}',
    'c/metadata.csv': TABLE,
    'c/metadata.tsv': 'file\ttitle\n',
  })
  const frames = await framesOf([root])
  expect(frames).toEqual([
    'sidecar metadata.json',
    'file a/x.txt',
    'file b.txt',
    'sidecar c/metadata.csv',
    'sidecar c/metadata.tsv',
    'file c/d/e.txt',
    'file c/metadata.csv',
    'file c/metadata.tsv',
    'file metadata.json',
    'seen 6',
  ])
  // Where an import goes on, they come again.
  expect(await framesOf([root], { root: 0, path: 'c/d/e.txt' })).toEqual([
    'sidecar metadata.json',
    'sidecar c/metadata.csv',
    'sidecar c/metadata.tsv',
    ...frames.slice(6),
  ])
})

it('follows no link to one, and takes one that was chosen with its files', async () => {
  const outside = join(createFolder({ 'secret.csv': TABLE }), 'secret.csv')
  const root = createFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  symlinkSync(outside, join(root, 'metadata.csv'))
  expect((await framesOf([root])).filter((frame) => frame.startsWith('sidecar'))).toEqual([])
  const chosen = createFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  writeFileSync(join(chosen, 'metadata.csv'), TABLE)
  const names = ['a.txt', 'b.txt', 'metadata.csv'].map((name) => join(chosen, name))
  expect(await framesOf(names)).toEqual([
    'sidecar metadata.csv',
    'file a.txt',
    'file b.txt',
    'file metadata.csv',
    'seen 3',
  ])
})

it('finds that of an archive wherever its directory has it, also when it goes on inside', async () => {
  const zip = zipOf([
    { name: 'k/x.txt', content: 'x' },
    { name: 'k/y.txt', content: 'y' },
    { name: 'k/metadata.csv', content: TABLE },
  ])
  const root = createFolder({ 'press.zip': zip })
  const frames = [
    'file press.zip/k/x.txt',
    'file press.zip/k/y.txt',
    'file press.zip/k/metadata.csv',
    'seen 3',
  ]
  expect(await framesOf([root])).toEqual(['sidecar press.zip/k/metadata.csv', ...frames])
  expect(await framesOf([root], { root: 0, path: 'press.zip', part: 1 })).toEqual([
    'sidecar press.zip/k/metadata.csv',
    ...frames.slice(1),
  ])
})
