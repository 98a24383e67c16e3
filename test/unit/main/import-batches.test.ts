import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFrames, type ImportFrame } from '#ipc/import-frames'
import { BATCH_BYTES, BATCH_FILES, type ImportFrameHeader } from '#ipc/import-stream'
import { createImportBatches, type ImportBatches } from '../../../src/main/import-batches'
import type { WalkCursor } from '../../../src/main/walk'
import { createFolder } from './temporary-folder'

const LIMIT = 50 * 1024 * 1024

type Status = Extract<ImportFrameHeader, { kind: 'status' }>

async function pull(
  batches: ImportBatches,
  after: WalkCursor | null,
): Promise<{ frames: ImportFrame[]; status: Status }> {
  const frames = decodeFrames(await batches.next(after))
  const last = frames.pop()
  if (last?.header.kind !== 'status') throw new Error('A batch must end with its status.')
  return { frames, status: last.header }
}

async function pullAll(
  batches: ImportBatches,
  from: WalkCursor | null = null,
): Promise<{ pulled: ImportFrame[][]; statuses: Status[] }> {
  const pulled: ImportFrame[][] = []
  const statuses: Status[] = []
  let after = from
  for (let done = false; !done;) {
    const { frames, status } = await pull(batches, after)
    pulled.push(frames)
    statuses.push(status)
    done = status.done
    after = placeOf(frames.at(-1)) ?? after
  }
  return { pulled, statuses }
}

function placeOf(frame: ImportFrame | undefined): WalkCursor | null {
  return frame === undefined || frame.header.kind === 'status' || frame.header.kind === 'sidecar'
    ? null
    : { root: frame.header.root, path: frame.header.path }
}

function files(count: number, size: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `f${String(index).padStart(5, '0')}.txt`,
      `${index} `.padEnd(size, 'x'),
    ]),
  )
}

describe('import batches', () => {
  it('put together are the folder: every file once, in order, with its bytes', async () => {
    const content = files(BATCH_FILES * 2 + 10, 40)
    const batches = createImportBatches([createFolder(content)], () => LIMIT)
    const { pulled, statuses } = await pullAll(batches)
    expect(pulled.map((frames) => frames.length)).toEqual([BATCH_FILES, BATCH_FILES, 10])
    const read = pulled
      .flat()
      .map(({ header, bytes }) => [header.kind === 'file' && header.path, Buffer.from(bytes).toString()])
    expect(read).toEqual(Object.entries(content))
    expect(statuses.map((status) => status.seen)).toEqual([250, 500, 510])
    expect(statuses.at(-1)).toMatchObject({ total: 510, done: true })
  })

  it('end with the file that takes them past their bytes', async () => {
    const content = files(5, BATCH_BYTES / 2)
    const { pulled } = await pullAll(createImportBatches([createFolder(content)], () => LIMIT))
    expect(pulled.map((frames) => frames.length)).toEqual([2, 2, 1])
  })

  it('give the same files again when asked again for the same place', async () => {
    const batches = createImportBatches([createFolder(files(300, 10))], () => LIMIT)
    const first = await pull(batches, null)
    const again = await pull(batches, null)
    expect(again).toEqual({ ...first, status: { ...first.status, total: again.status.total } })
    const second = await pull(batches, placeOf(again.frames.at(-1)))
    expect(second.status).toEqual({ kind: 'status', size: 0, seen: 300, total: 300, done: true })
  })

  it('resumed by another reader anywhere go on where the first one stopped, and count on', async () => {
    const root = createFolder({ ...files(30, 10), 'a/b.png': 'x', 'a/c.md': 'x', 'g/d.html': '' })
    const whole = (await pullAll(createImportBatches([root], () => LIMIT))).pulled.flat()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (at) => {
        const resumed = await pullAll(
          createImportBatches([root], () => LIMIT),
          placeOf(whole[at]),
        )
        expect(resumed.pulled.flat()).toEqual(whole.slice(at + 1))
        expect(resumed.statuses.at(-1)).toMatchObject({ seen: whole.length, total: whole.length })
      }),
      { numRuns: 15 },
    )
  })

  it('tell skipped files and datasets from articles', async () => {
    const root = createFolder({
      'a.txt': 'text',
      'b.png': 'x',
      'c.txt': '',
      'd.txt': 'x',
      'e.json': '{"format":"crossread-dataset"}',
    })
    truncateSync(join(root, 'd.txt'), LIMIT + 1)
    const { frames, status } = await pull(
      createImportBatches([root], () => LIMIT),
      null,
    )
    expect(frames.map(({ header }) => (header.kind === 'skipped' ? header.reason : header.kind))).toEqual([
      'file',
      'unsupported-type',
      'empty',
      'too-large',
      'dataset',
    ])
    expect(status).toMatchObject({ seen: 5, done: true })
  })

  it('report a file that is deleted between the walk and the reading', async () => {
    const content = files(BATCH_FILES * 3, 10)
    const root = createFolder(content)
    const batches = createImportBatches([root], () => LIMIT)
    const first = await pull(batches, null)
    for (const name of Object.keys(content).slice(BATCH_FILES * 2)) rmSync(join(root, name))
    const rest = await pullAll(batches, placeOf(first.frames.at(-1)))
    const after = rest.pulled
      .flat()
      .map(({ header }) => (header.kind === 'skipped' ? header.reason : header.kind))
    expect(after).toHaveLength(BATCH_FILES * 2)
    expect(new Set(after.slice(BATCH_FILES + 50))).toEqual(new Set(['vanished']))
  })

  it('of nothing at all is one that is done', async () => {
    const { frames, status } = await pull(
      createImportBatches([createFolder()], () => LIMIT),
      null,
    )
    expect(frames).toEqual([])
    expect(status).toEqual({ kind: 'status', size: 0, seen: 0, total: 0, done: true })
  })

  it('takes a new limit from the next file on', async () => {
    const root = createFolder({ 'a.txt': 'x'.repeat(100_000) })
    let limit = LIMIT
    const batches = createImportBatches([root], () => limit)
    expect((await pull(batches, null)).frames[0]?.header.kind).toBe('file')
    limit = 1000
    expect((await pull(batches, null)).frames[0]?.header).toMatchObject({ reason: 'too-large' })
  })

  it('are refused once closed', async () => {
    const batches = createImportBatches([createFolder({ 'a.txt': 'x' })], () => LIMIT)
    batches.close()
    await expect(batches.next(null)).rejects.toThrow('closed')
  })

  it('read a changed folder as it is now', async () => {
    const root = createFolder({ 'a.txt': 'x' })
    const batches = createImportBatches([root], () => LIMIT)
    await pull(batches, null)
    writeFileSync(join(root, 'b.txt'), 'y')
    expect((await pull(batches, { root: 0, path: 'a.txt' })).frames.map(placeOf)).toEqual([
      { root: 0, path: 'b.txt' },
    ])
  })
})
