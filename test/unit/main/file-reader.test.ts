import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_LOOK, readFirst, readLong } from '../../../src/main/file-reader'
import { createFolder } from './temporary-folder'

const LIMIT = 1024 * 1024

describe('readFirst', () => {
  it.each([1, 4096, FIRST_LOOK - 1])('reads a file of %i bytes whole', async (size) => {
    const bytes = Buffer.alloc(size, 'x')
    const root = createFolder({ 'a.txt': bytes })
    const outcome = await readFirst(join(root, 'a.txt'), 'a.txt', LIMIT)
    expect(outcome.kind === 'bytes' && Buffer.compare(outcome.bytes, bytes)).toBe(0)
  })

  it('hands out copies, not the buffer it reads with', async () => {
    const root = createFolder({ 'a.txt': 'first', 'b.txt': 'other' })
    const first = await readFirst(join(root, 'a.txt'), 'a.txt', LIMIT)
    await readFirst(join(root, 'b.txt'), 'b.txt', LIMIT)
    expect(first.kind === 'bytes' && Buffer.from(first.bytes).toString()).toBe('first')
  })

  it('leaves a longer file to readLong, which reads it whole', async () => {
    for (const size of [FIRST_LOOK + 1, LIMIT]) {
      const root = createFolder({ 'a.txt': Buffer.alloc(size, 'y') })
      expect(await readFirst(join(root, 'a.txt'), 'a.txt', LIMIT)).toEqual({ kind: 'long' })
      const whole = await readLong(join(root, 'a.txt'), LIMIT)
      expect(whole.kind === 'bytes' && whole.bytes.length).toBe(size)
    }
  })

  it('reads a file exactly as long as the first look', async () => {
    const root = createFolder({ 'a.txt': Buffer.alloc(FIRST_LOOK, 'y') })
    const outcome = await readFirst(join(root, 'a.txt'), 'a.txt', LIMIT)
    expect(outcome.kind === 'bytes' && outcome.bytes.length).toBe(FIRST_LOOK)
  })

  it('does not load a file above the limit, and says both sizes', async () => {
    const root = createFolder({ 'a.txt': 'x' })
    truncateSync(join(root, 'a.txt'), 60 * 1024 * 1024)
    const outcome = await readFirst(join(root, 'a.txt'), 'a.txt', 50 * 1024 * 1024)
    expect(outcome).toEqual({
      kind: 'skipped',
      reason: 'too-large',
      detail: 'The file has 60 MB, above the limit of 50 MB.',
    })
    const grown = await readLong(join(root, 'a.txt'), LIMIT)
    expect(grown).toMatchObject({ kind: 'skipped', reason: 'too-large' })
  })

  it('reports an empty file, one that is gone, and one that is no file', async () => {
    const root = createFolder({ 'empty.txt': '' })
    expect(await readFirst(join(root, 'empty.txt'), 'empty.txt', LIMIT)).toMatchObject({ reason: 'empty' })
    expect(await readFirst(join(root, 'gone.txt'), 'gone.txt', LIMIT)).toMatchObject({ reason: 'vanished' })
    expect(await readFirst(root, 'a.txt', LIMIT)).toMatchObject({ reason: 'unreadable' })
  })

  it('knows a dataset by its mark near the beginning, whatever its size, and only in .json', async () => {
    const mark = '{ "format" : "crossread-dataset", "version": 1 }'
    const files = {
      'set.JSON': mark,
      'big.json': mark.padEnd(2 * LIMIT),
      'set.jsonl': mark,
      'late.json': `{"a":"${'x'.repeat(4096)}",${mark.slice(1)}`,
      'other.json': '{"format":"other"}',
    }
    const root = createFolder(files)
    const kinds = Object.keys(files).map(
      async (name) => (await readFirst(join(root, name), name, LIMIT)).kind,
    )
    expect(await Promise.all(kinds)).toEqual(['dataset', 'dataset', 'bytes', 'bytes', 'bytes'])
  })
})
