import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cluesOf } from '#core/intake/archive-clues'
import { readFile } from '#core/intake/intake'
import { decodeFrames, type ImportFrame } from '#ipc/import-frames'
import type { ImportFrameHeader } from '#ipc/import-stream'
import { containerKind, type NumberedPart, readContainer } from '../../../src/main/containers/containers'
import { PIECE_BYTES } from '../../../src/main/containers/line-pieces'
import { createUnpackMeter, UnpackLimitError } from '../../../src/main/containers/unpack-limits'
import { createImportBatches } from '../../../src/main/import-batches'
import type { WalkCursor } from '../../../src/main/walk'
import { tarOf, zipOf } from './packing'
import { createFolder } from './temporary-folder'

const LIMIT = 1024 * 1024

async function partsOf(
  name: string,
  content: string | Uint8Array,
  { after = 0, limit = LIMIT } = {},
): Promise<NumberedPart[]> {
  const kind = containerKind(name)
  if (kind === null) throw new Error(`${name} is no container.`)
  const parts: NumberedPart[] = []
  const location = join(createFolder({ [name]: content }), name)
  for await (const part of readContainer(kind, location, name, limit, after)) parts.push(part)
  return parts
}

function told(parts: readonly NumberedPart[]): string[][] {
  return parts.map(({ path, outcome }) =>
    outcome.kind === 'bytes' ? [path, Buffer.from(outcome.bytes).toString()] : [path, outcome.reason],
  )
}

const bad = [
  { name: 'a.txt', content: 'The ferry sailed at noon.' },
  { name: 'secret.txt', content: 'Hidden.', encrypted: true },
  { name: 'changed.txt', content: 'The pier was closed.', wrongChecksum: true },
  { name: 'broken.txt', content: 'The harbour master spoke. '.repeat(40), damaged: true },
  { name: '../../outside.txt', content: 'Out.' },
  { name: 'inner.zip', content: zipOf([{ name: 'deep.txt', content: 'Deep.' }]) },
  { name: 'long.txt', content: 'x'.repeat(2000) },
  { name: 'picture.png', content: 'x' },
  { name: '__MACOSX/._a.txt', content: 'x' },
  { name: 'folder/', content: '' },
  { name: 'empty.txt', content: '' },
  { name: 'folder/z.txt', content: 'The last one.' },
]

describe('a ZIP archive', () => {
  it('hands out the good members and says of each bad one why it is not read', async () => {
    expect(told(await partsOf('k.zip', zipOf(bad), { limit: 1500 }))).toEqual([
      ['k.zip/a.txt', 'The ferry sailed at noon.'],
      ['k.zip/secret.txt', 'unreadable'],
      ['k.zip/changed.txt', 'unreadable'],
      ['k.zip/broken.txt', 'unreadable'],
      ['k.zip/../../outside.txt', 'unsupported-type'],
      ['k.zip/inner.zip', 'unsupported-type'],
      ['k.zip/long.txt', 'too-large'],
      ['k.zip/picture.png', 'unsupported-type'],
      ['k.zip/empty.txt', 'empty'],
      ['k.zip/folder/z.txt', 'The last one.'],
    ])
  })

  it('says that it is damaged where its directory is gone, or it is something else', async () => {
    const whole = zipOf(bad)
    expect(told(await partsOf('k.zip', whole.subarray(0, whole.length - 30)))).toEqual([
      ['k.zip', 'unreadable'],
    ])
    expect(told(await partsOf('k.zip', 'Just a text.'))).toEqual([['k.zip', 'unreadable']])
    expect(told(await partsOf('k.zip', zipOf([])))).toEqual([['k.zip', 'empty']])
  })

  it('goes on after any part', async () => {
    const all = await partsOf('k.zip', zipOf(bad))
    for (const { part } of all) {
      expect(await partsOf('k.zip', zipOf(bad), { after: part })).toEqual(all.slice(part))
    }
  })
})

describe('a tar archive', () => {
  const members = [
    ['one/a.txt', 'The dam held.'],
    ['one/long.txt', 'x'.repeat(2000)],
    ['one/b.md', '# The dam broke'],
  ] as const

  it('is read packed or not, past members above the limit', async () => {
    const tar = await tarOf(members)
    const expected = (name: string) => [
      [`${name}/one/a.txt`, 'The dam held.'],
      [`${name}/one/long.txt`, 'too-large'],
      [`${name}/one/b.md`, '# The dam broke'],
    ]
    expect(told(await partsOf('k.tar', tar, { limit: 1500 }))).toEqual(expected('k.tar'))
    expect(told(await partsOf('k.tar.gz', gzipSync(tar), { limit: 1500 }))).toEqual(expected('k.tar.gz'))
    expect(told(await partsOf('k.tgz', gzipSync(tar), { limit: 1500, after: 2 }))).toEqual(
      expected('k.tgz').slice(2),
    )
  })

  it('that is cut off keeps what came before, and says so', async () => {
    const tar = await tarOf(members)
    const cut = told(await partsOf('k.tar', tar.subarray(0, 1200)))
    expect(cut).toEqual([
      ['k.tar/one/a.txt', 'The dam held.'],
      ['k.tar', 'unreadable'],
    ])
    const packed = gzipSync(tar)
    expect(told(await partsOf('k.tar.gz', packed.subarray(0, packed.length - 20))).at(-1)).toEqual([
      'k.tar.gz',
      'unreadable',
    ])
  })
})

describe('long JSON lines', () => {
  it('are cut between lines, put together are the file, and keep the numbers of their lines', async () => {
    const lines = Array.from({ length: 9000 }, (_, index) =>
      JSON.stringify({ text: `Report ${String(index)} of the flood at Marren. `.repeat(3) }),
    )
    const whole = lines.join('\n')
    for (const name of ['k.jsonl', 'k.jsonl.gz']) {
      const parts = await partsOf(name, name.endsWith('gz') ? gzipSync(whole) : whole)
      expect(parts.length).toBeGreaterThan(2)
      const texts = told(parts).map(([, text]) => text ?? '')
      expect(texts.join('')).toBe(whole)
      expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(3 * PIECE_BYTES)
      let line = 1
      for (const [index, part] of parts.entries()) {
        expect(part.firstLine).toBe(line)
        line += (texts[index] ?? '').split('\n').length - 1
      }
    }
  })

  it('say the line that is above the limit, and go on after it', async () => {
    const long = JSON.stringify({ text: 'y'.repeat(3 * PIECE_BYTES) })
    const parts = await partsOf('k.jsonl', `{"text":"One."}\n${long}\n{"text":"Three."}\n`, { limit: 1000 })
    expect(told(parts)).toEqual([
      ['k.jsonl', '{"text":"One."}\n'],
      ['k.jsonl#2', 'too-large'],
      ['k.jsonl', '{"text":"Three."}\n'],
    ])
    expect(parts.at(-1)?.firstLine).toBe(3)
  })

  it('name bad lines by their number in the file', () => {
    const bytes = new TextEncoder().encode('{"text":"A lock was opened."}\nnot json\n')
    const { drafts, problems } = readFile({ path: 'k.jsonl', rootName: null, firstLine: 501, bytes })
    expect(drafts.map((draft) => draft.path)).toEqual(['k.jsonl#501'])
    expect(problems.map(({ path }) => path)).toEqual(['k.jsonl#502'])
  })
})

describe('an archive', () => {
  it('that unpacks to far more than its size is stopped', () => {
    const meter = createUnpackMeter(10, 5000)
    meter.add(4900)
    expect(() => meter.add(101)).toThrow(UnpackLimitError)
    expect(() => createUnpackMeter(100, 5000).add(10_000)).not.toThrow()
  })

  it('of any bytes never throws, and always says something', async () => {
    const names = ['k.zip', 'k.tar', 'k.tgz', 'k.txt.gz', 'k.jsonl']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 3000 }), async (name, bytes) => {
        const parts = await partsOf(name, bytes)
        expect(parts.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  it('tells the same of its articles as the folder that was packed', () => {
    expect(cluesOf('bbc.zip/x/a.txt', 'bbc.zip', 'bbc.zip')).toEqual({ path: 'x/a.txt', rootName: 'bbc' })
    expect(cluesOf('in/bbc.tar.gz/a.txt', 'in/bbc.tar.gz', 'root')).toEqual({
      path: 'in/bbc/a.txt',
      rootName: 'root',
    })
    expect(cluesOf('a.txt.gz', 'a.txt.gz', 'a.txt.gz')).toEqual({ path: 'a.txt', rootName: null })
    expect(cluesOf('x/a.txt', null, 'root')).toEqual({ path: 'x/a.txt', rootName: 'root' })
  })
})

describe('an import with archives', () => {
  const placeOf = (header: ImportFrameHeader | undefined): WalkCursor | null => {
    if (header === undefined || header.kind === 'status' || header.kind === 'sidecar') return null
    const within = header.kind === 'dataset' ? undefined : header.within
    return within === undefined
      ? { root: header.root, path: header.path }
      : { root: header.root, path: within.container, part: within.part }
  }

  async function pullAll(folder: string, from: WalkCursor | null): Promise<ImportFrame[]> {
    const batches = createImportBatches([folder], () => LIMIT)
    const frames: ImportFrame[] = []
    let after = from
    for (;;) {
      const pulled = decodeFrames(await batches.next(after))
      const status = pulled.pop()?.header
      frames.push(...pulled)
      after = placeOf(pulled.at(-1)?.header) ?? after
      if (status?.kind !== 'status') throw new Error('A batch must end with its status.')
      if (status.total !== null) expect(status.total).toBeGreaterThanOrEqual(status.seen)
      if (status.done) return frames
    }
  }

  it('reads them where they lie among the files, and resumes inside one', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      name: `m${String(index)}.txt`,
      content: `Member ${String(index)}.`,
    }))
    const folder = createFolder({ 'a.txt': 'First.', 'b.zip': zipOf(many), 'c.txt.gz': gzipSync('Third.') })
    const all = await pullAll(folder, null)
    expect(all).toHaveLength(302)
    expect(all.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      'First.',
      ...many.map(({ content }) => content),
      'Third.',
    ])
    for (const at of [0, 1, 250, 300]) {
      expect(await pullAll(folder, placeOf(all[at]?.header))).toEqual(all.slice(at + 1))
    }
  })

  it('leaves a dataset to be streamed where it is a file, and says why one that is packed is not read', async () => {
    const dataset = '{"format":"crossread-dataset","version":1}'
    const folder = createFolder({
      'a.json': dataset,
      'b.zip': zipOf([{ name: 'in.json', content: dataset }]),
      'c.tar': await tarOf([['in.json', dataset]]),
      'd.json.gz': gzipSync(dataset),
    })
    const headers = (await pullAll(folder, null)).map(({ header }) => header)
    expect(headers[0]).toEqual({ kind: 'dataset', root: 0, path: 'a.json', size: 0 })
    for (const [index, path] of ['b.zip/in.json', 'c.tar/in.json', 'd.json.gz'].entries()) {
      expect(headers[index + 1]).toMatchObject({ kind: 'skipped', path, reason: 'unsupported-type' })
    }
  })
})
